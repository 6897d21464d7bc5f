//! What the sheets of each raw table look like: fields, their headers, and words with a fixed meaning.

use super::Table;

/// A field of a raw table and the headers that mean it.
#[derive(Debug, Clone)]
pub struct Field {
    /// The field's name in this program.
    pub name: String,
    /// Headers that mean it; the first is the one that `new` writes.
    pub headers: Vec<String>,
    /// Whether a sheet without it (and without a fixed value for it in kaoze.toml) cannot be read.
    pub required: bool,
    /// Whether `new` writes it only for a scheme that asks for it.
    pub on_demand: bool,
}

/// What the sheets of one table look like.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Which table.
    pub table: Table,
    /// Fields in column order.
    pub fields: Vec<Field>,
    /// Words for "does not apply".
    pub not_applicable: Vec<String>,
    /// Words for yes.
    pub yes: Vec<String>,
    /// Words for no.
    pub no: Vec<String>,
    /// First cells of rows that are totals.
    pub total_rows: Vec<String>,
}

impl Layout {
    /// A field by its name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The layouts in use where a scheme does not say otherwise; `new` writes workbooks of this shape.
///
/// Columns beyond the fields: items in `Marks`, questions in `Ballots` and `Survey`, marks in `BallotCounts`, indicators in
/// `Cases`. Columns that carry `!` are required; those that carry `?` are written by `new` only where the scheme needs them.
#[must_use]
pub fn standard_layouts() -> Vec<Layout> {
    let tables: &[(Table, &[(&str, &str)])] = &[
        (
            Table::Units,
            &[
                ("code", "!单位代码"),
                ("name", "!单位名称"),
                ("group", "!单位类别"),
                ("from", "?设立日期"),
                ("to", "?撤销日期"),
                ("successor", "?并入单位"),
            ],
        ),
        (
            Table::People,
            &[
                ("code", "!人员代码"),
                ("name", "!姓名"),
                ("unit", "!单位"),
                ("post", "!职务"),
                ("role", "!角色"),
                ("from", "!任职起"),
                ("to", "任职止"),
                ("matter", "分管事项"),
                ("main", "主要职务"),
                ("layer", "?层级"),
                ("supervises", "?分管单位"),
                ("managed_by", "?主管"),
                ("excluded", "?不参加考核"),
            ],
        ),
        (
            Table::Marks,
            &[
                ("unit", "!单位"),
                ("period", "!考核期"),
                ("inspector", "!检查人"),
                ("member", "班子成员"),
                ("note", "扣分说明"),
            ],
        ),
        (
            Table::Ledger,
            &[("unit", "!单位"), ("item", "!项目"), ("date", "!日期"), ("what", "!内容"), ("evidence", "佐证材料")],
        ),
        (
            Table::Ballots,
            &[
                ("poll", "!测评"),
                ("period", "!考核期"),
                ("class", "!票类"),
                ("ballot", "!票号"),
                ("voter", "?测评人"),
                ("subject", "!测评对象"),
            ],
        ),
        (
            Table::BallotCounts,
            &[
                ("poll", "!测评"),
                ("period", "!考核期"),
                ("class", "!票类"),
                ("subject", "!测评对象"),
                ("question", "!测评项目"),
                ("entitled", "?应到"),
                ("issued", "!发出"),
                ("returned", "!收回"),
                ("void", "无效票"),
                ("no_view", "不了解"),
                ("blank", "未填"),
            ],
        ),
        (
            Table::BallotReturns,
            &[
                ("poll", "!测评"),
                ("period", "!考核期"),
                ("class", "!票类"),
                ("subject", "!测评对象"),
                ("entitled", "?应到"),
                ("issued", "!发出"),
                ("returned", "!收回"),
            ],
        ),
        (
            Table::Survey,
            &[
                ("poll", "!调查"),
                ("period", "!考核期"),
                ("class", "!渠道"),
                ("ballot", "!问卷编号"),
                ("subject", "!单位"),
            ],
        ),
        (Table::Cases, &[("unit", "单位"), ("year", "!年度")]),
        (
            Table::Claims,
            &[
                ("id", "!编号"),
                ("unit", "!单位"),
                ("family", "!类别"),
                ("level", "!级别"),
                ("title", "!事项"),
                ("document", "!文号"),
                ("date", "!日期"),
                ("year", "!计入年度"),
                ("person", "?人员"),
                ("tier", "?档次"),
                ("issuer", "?发文机关"),
                ("evidence", "?佐证材料"),
            ],
        ),
        (
            Table::Events,
            &[
                ("id", "!编号"),
                ("unit", "!单位"),
                ("person", "涉及人员"),
                ("ground", "!事由"),
                ("matter", "分管事项"),
                ("date", "!日期"),
                ("document", "!文号"),
                ("measure", "处理措施"),
                ("year", "!计入年度"),
                ("revoked", "是否撤销"),
            ],
        ),
        (
            Table::Decisions,
            &[
                ("id", "!编号"),
                ("subject", "!对象"),
                ("grade", "!决定等次"),
                ("body", "!决定机关"),
                ("date", "!日期"),
                ("reason", "!理由"),
                ("year", "?年度"),
            ],
        ),
        (
            Table::History,
            &[
                ("subject", "!对象"),
                ("year", "!年度"),
                ("grade", "等次"),
                ("score", "得分"),
                ("rank", "名次"),
                ("ranked", "排名总数"),
            ],
        ),
        (
            Table::Sanctions,
            &[
                ("id", "!编号"),
                ("person", "!人员"),
                ("kind", "!处分种类"),
                ("decided", "!决定日期"),
                ("unit", "单位"),
                ("duty_related", "是否与履职有关"),
                ("document", "文号"),
                ("effect_to", "影响期止"),
                ("state", "状态"),
            ],
        ),
        (
            Table::Confirmations,
            &[
                ("id", "!编号"),
                ("trigger", "!规则"),
                ("subject", "!对象"),
                ("confirmed", "!是否确认"),
                ("body", "!机关"),
                ("date", "!日期"),
                ("reason", "!理由"),
            ],
        ),
        (
            Table::Talks,
            &[
                ("id", "!编号"),
                ("date", "!日期"),
                ("talker", "谈话人"),
                ("with", "!谈话对象"),
                ("kind", "!类型"),
                ("nature", "性质"),
                ("trigger", "事由"),
                ("form", "形式"),
                ("record", "记录"),
                ("notice", "通知日期"),
                ("report", "书面报告日期"),
                ("absent", "未到情况"),
                ("signed", "?签字"),
                ("filed", "?存档"),
            ],
        ),
        (
            Table::Tasks,
            &[
                ("id", "!编号"),
                ("unit", "!单位"),
                ("person", "责任人"),
                ("problem", "!问题"),
                ("source", "!来源"),
                ("found", "!发现日期"),
                ("due", "期限"),
                ("measures", "整改措施"),
                ("done", "完成日期"),
                ("report", "报告日期"),
                ("state", "备注"),
                ("lead", "?牵头单位"),
                ("assist", "?协办单位"),
                ("chief", "?总负责人"),
                ("standard", "?工作标准"),
                ("target", "?量化目标"),
                ("safeguards", "?保障措施"),
                ("overseer", "?监督主体"),
            ],
        ),
        (
            Table::Collective,
            &[("event", "!事件编号"), ("person", "!人员"), ("part", "!参与方式"), ("recorded", "会议记录")],
        ),
        (
            Table::Receipts,
            &[
                ("event", "!事件编号"),
                ("subject", "!对象"),
                ("date", "!送达日期"),
                ("appealed", "申诉日期"),
                ("answered", "答复日期"),
            ],
        ),
        (Table::Checks, &[("subject", "!对象"), ("entry", "!清单条目"), ("answer", "!是否"), ("evidence", "佐证材料")]),
        (Table::Steps, &[("event", "!事件编号"), ("step", "!步骤"), ("date", "!日期"), ("by", "!办理机关")]),
        (
            Table::Facts,
            &[
                ("subject", "!对象"),
                ("fact", "!事实"),
                ("period", "考核期"),
                ("value", "!数值"),
                ("document", "文号"),
                ("note", "说明"),
                ("evidence", "佐证材料"),
            ],
        ),
        (Table::UnitHistory, &[("date", "!日期"), ("how", "!方式"), ("from", "!原单位"), ("to", "!新单位")]),
        (
            Table::Occurrences,
            &[
                ("unit", "!单位"),
                ("item", "项目"),
                ("kind", "类型"),
                ("level", "层级"),
                ("found_by", "发现方式"),
                ("date", "!日期"),
                ("count", "件数"),
                ("sharers", "共同人数"),
                ("points", "分值"),
                ("pool", "分配案号"),
                ("pool_total", "分配总分"),
                ("document", "文号"),
                ("note", "说明"),
            ],
        ),
    ];
    let words = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let fields = |list: &[(&str, &str)]| {
        list.iter()
            .map(|(name, header)| Field {
                name: (*name).to_owned(),
                headers: vec![header.trim_start_matches(['!', '?']).to_owned()],
                required: header.starts_with('!'),
                on_demand: header.starts_with('?'),
            })
            .collect()
    };
    tables
        .iter()
        .map(|(table, list)| Layout {
            table: *table,
            fields: fields(list),
            not_applicable: words(&["不适用", "/"]),
            yes: words(&["有", "是", "√"]),
            no: words(&["无", "否", "×"]),
            total_rows: words(&["合计", "总计", "小计", "平均"]),
        })
        .collect()
}

/// The columns that a layout gains where the scheme has rules that read them: in 履责台账 the duty's 事项 with the people
/// concerned, in 责任追究 the gravity.
pub fn widen(layouts: &mut [Layout], duties: bool, gravity: bool) {
    let more = |name: &str, header: &str| Field {
        name: name.to_owned(),
        headers: vec![header.to_owned()],
        required: false,
        on_demand: false,
    };
    for layout in layouts {
        if layout.table == Table::Ledger && duties {
            for field in layout.fields.iter_mut().filter(|field| field.name == "item") {
                field.required = false;
            }
            layout.fields.extend([more("kind", "事项"), more("person", "人员"), more("with", "对象人员")]);
        }
        if layout.table == Table::Events && gravity {
            layout.fields.extend([more("severity", "情节"), more("aggravating", "从重"), more("mitigating", "从轻")]);
        }
    }
}
