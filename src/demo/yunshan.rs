//! The words of the scheme `yunshan` that the demo writes into its sheets; a test compares them with the scheme.

/// 单位类别.
pub(super) const GROUPS: [&str; 2] = ["乡镇", "部门"];
/// 角色: principal, in charge, member.
pub(super) const ROLES: [&str; 3] = ["正职", "分管领导", "班子成员"];
/// 考核期 with their codes.
pub(super) const PERIODS: [(&str, &str); 2] = [("half", "半年"), ("year", "年终")];
/// Items with a column in 检查评分.
pub(super) const MARK_ITEMS: [(&str, &str); 7] = [
    ("J2", "责任分解与责任书"),
    ("J3", "主体责任落实情况"),
    ("J4", "领导干部廉洁自律"),
    ("J5", "述责述廉报告"),
    ("J6", "问题整改与通报"),
    ("J7.1", "约谈谈话次数"),
    ("J7.2", "廉政党课"),
];
/// Full marks of J3 and J4, in tenths of a point.
pub(super) const PANEL_FULL: [i32; 2] = [300, 200];
/// The item counted in 履责台账.
pub(super) const LEDGER_ITEM: (&str, &str) = ("J1", "研究部署党风廉政建设");
/// Last day of J5 in each period.
pub(super) const DUE: [(u32, u32); 2] = [(7, 31), (12, 20)];

/// A poll.
pub(super) struct PollNames {
    /// Code.
    pub(super) code: &'static str,
    /// Name.
    pub(super) name: &'static str,
    /// Classes or channels with their codes.
    pub(super) classes: &'static [(&'static str, &'static str)],
    /// Questions.
    pub(super) questions: &'static [&'static str],
    /// Marks, highest first.
    pub(super) marks: [&'static str; 4],
    /// A void ballot.
    pub(super) void: &'static str,
}

/// 不了解, in every poll.
pub(super) const NO_VIEW: &str = "不了解";
/// 领导班子民主测评.
pub(super) const TEAM: PollNames = PollNames {
    code: "team",
    name: "领导班子民主测评",
    classes: &[("A", "A票"), ("B", "B票"), ("C", "C票")],
    questions: &["履行主体责任", "作风建设", "廉洁自律"],
    marks: ["优秀", "良好", "一般", "较差"],
    void: "废票",
};
/// 班子成员民主测评.
pub(super) const LEADER: PollNames = PollNames {
    code: "leader",
    name: "班子成员民主测评",
    classes: &[("A", "A票"), ("B", "B票"), ("C", "C票")],
    questions: &["履行一岗双责", "廉洁从政"],
    marks: ["优秀", "合格", "基本合格", "不合格"],
    void: "废票",
};
/// 群众满意度调查.
pub(super) const PUBLIC: PollNames = PollNames {
    code: "public",
    name: "群众满意度调查",
    classes: &[("phone", "电话访问"), ("paper", "问卷调查")],
    questions: &["办事公道", "清正廉洁"],
    marks: ["很满意", "满意", "基本满意", "不满意"],
    void: "废卷",
};
/// Indicators counted for each unit.
pub(super) const UNIT_CASES: [&str; 4] = ["信访转办", "信访按期办结", "线索转交", "线索按期处置"];
/// Indicators counted for the county.
pub(super) const COUNTY_CASES: [&str; 5] = ["信访举报", "初核", "立案", "办结", "处分"];
/// 表彰奖励, 经验推广, 通报批评.
pub(super) const FAMILIES: [&str; 3] = ["表彰奖励", "经验推广", "通报批评"];
/// 一票否决 grounds V1 to V4.
pub(super) const GROUNDS: [&str; 4] =
    ["发生严重违纪违法案件", "主体责任落实不力被上级通报", "弄虚作假隐瞒不报", "受到诫勉以上处理"];
