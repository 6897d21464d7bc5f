//! Invented names of units and people; any likeness to a real place or person is chance.

use super::random::Draws;

const TOWNSHIPS: [&str; 24] = [
    "云山镇",
    "白石镇",
    "清溪镇",
    "龙潭镇",
    "松岭乡",
    "柳湾镇",
    "青塘乡",
    "桃坪乡",
    "石桥镇",
    "竹园乡",
    "梅岭乡",
    "双河镇",
    "古渡镇",
    "枫林乡",
    "望江镇",
    "红岩乡",
    "永丰镇",
    "长坪乡",
    "银杏乡",
    "泉水镇",
    "高岗乡",
    "杏花镇",
    "麦田乡",
    "东川镇",
];

const DEPARTMENTS: [&str; 68] = [
    "县委办公室",
    "县人大办公室",
    "县政府办公室",
    "县政协办公室",
    "县委组织部",
    "县委宣传部",
    "县委统战部",
    "县委政法委员会",
    "县委农村工作办公室",
    "县机构编制委员会办公室",
    "县直属机关工作委员会",
    "县信访局",
    "县委老干部局",
    "县委党校",
    "县档案局",
    "县发展和改革局",
    "县教育局",
    "县科学技术局",
    "县工业和信息化局",
    "县公安局",
    "县民政局",
    "县司法局",
    "县财政局",
    "县人力资源和社会保障局",
    "县国土资源局",
    "县环境保护局",
    "县住房和城乡建设局",
    "县交通运输局",
    "县水务局",
    "县农业局",
    "县林业局",
    "县商务局",
    "县文化广播影视局",
    "县卫生和计划生育局",
    "县审计局",
    "县统计局",
    "县安全生产监督管理局",
    "县食品药品监督管理局",
    "县市场监督管理局",
    "县城市管理局",
    "县旅游局",
    "县粮食局",
    "县畜牧兽医局",
    "县扶贫开发办公室",
    "县移民工作局",
    "县机关事务管理局",
    "县政务服务中心",
    "县公共资源交易中心",
    "县招商局",
    "县供销合作社",
    "县地震局",
    "县气象局",
    "县体育局",
    "县民族宗教事务局",
    "县外事侨务办公室",
    "县法制办公室",
    "县人民防空办公室",
    "县住房公积金管理中心",
    "县医疗保险中心",
    "县农业机械管理局",
    "县公路管理局",
    "县地方志办公室",
    "县总工会",
    "县青年联合会",
    "县妇女联合会",
    "县工商业联合会",
    "县残疾人联合会",
    "县红十字会",
];

const SURNAMES: [&str; 60] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾",
    "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪",
    "田", "任", "姜",
];

const FIRST: [&str; 32] = [
    "建", "志", "文", "国", "永", "晓", "海", "春", "明", "玉", "秀", "丽", "德", "正", "云", "新", "少", "学", "立",
    "振", "庆", "长", "家", "世", "子", "雪", "慧", "兴", "怀", "开", "景", "宏",
];

const SECOND: [&str; 32] = [
    "军", "华", "强", "平", "林", "峰", "红", "梅", "芳", "明", "辉", "杰", "波", "涛", "敏", "霞", "勇", "斌", "燕",
    "生", "东", "伟", "兰", "宁", "川", "山", "清", "良", "松", "远", "安", "恒",
];

/// 分管事项 that deputies share out.
pub(super) const MATTERS: [&str; 12] = [
    "财务管理",
    "工程建设",
    "政府采购",
    "惠农资金",
    "行政审批",
    "项目招投标",
    "人事工作",
    "信访维稳",
    "国有资产",
    "扶贫项目",
    "行政执法",
    "物资管理",
];

/// What a team puts down in 履责台账.
pub(super) const ACTIONS: [&str; 8] = [
    "党委（党组）会议专题研究党风廉政建设",
    "召开党风廉政建设工作部署会",
    "听取班子成员履行一岗双责情况汇报",
    "研究廉政风险防控措施",
    "部署作风建设专项整治",
    "研究责任书签订与任务分解",
    "分析信访举报情况并研究整改",
    "学习上级纪委全会精神并安排工作",
];

/// A township's name.
pub(super) fn township(index: usize) -> String {
    TOWNSHIPS.get(index).map_or_else(|| format!("第{}乡", numeral(index + 1)), ToString::to_string)
}

/// A department's name; past the list, numbered stations.
pub(super) fn department(index: usize) -> String {
    let station = || format!("云山县第{}工作站", numeral(index + 1 - DEPARTMENTS.len()));
    DEPARTMENTS.get(index).map_or_else(station, ToString::to_string)
}

/// A person's name.
pub(super) fn person(draws: &mut Draws) -> String {
    let surname = SURNAMES[draws.place_in(&SURNAMES)];
    let first = FIRST[draws.place_in(&FIRST)];
    if draws.chance(180) {
        format!("{surname}{first}")
    } else {
        format!("{surname}{first}{}", SECOND[draws.place_in(&SECOND)])
    }
}

/// The post of a team's member by the unit's name and the place in the team.
pub(super) fn post(unit: &str, township: bool, place: usize) -> &'static str {
    if township {
        let town = if unit.ends_with('镇') { "镇长" } else { "乡长" };
        return ["党委书记", town, "党委副书记", "纪委书记", "组织委员", "宣传委员", "人大主席"][place.min(6)];
    }
    let (chief, deputy) = match unit.chars().last() {
        Some('室' | '心' | '社' | '站') => ("主任", "副主任"),
        Some('部') => ("部长", "副部长"),
        Some('会') if unit.ends_with("委员会") => ("书记", "副书记"),
        Some('会') => ("主席", "副主席"),
        Some('校') => ("校长", "副校长"),
        _ => ("局长", "副局长"),
    };
    match place {
        0 => chief,
        1 => deputy,
        2 => "党组成员",
        _ => "纪检组长",
    }
}

/// 一 to 九千九百九十九.
pub(super) fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (mut text, mut gap) = (String::new(), false);
    for (size, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / size % 10;
        if digit == 0 {
            gap |= !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        if !(digit == 1 && size == 10 && text.is_empty()) {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(word);
    }
    text
}
