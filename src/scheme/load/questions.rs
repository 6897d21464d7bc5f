//! The question behind each key: what it means, and the choices there are.

use crate::diag::Text;

/// Section (or "" for any), key, question and choices in Chinese, the same in English.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const NUMBER_ZH: &str = "加引号的准确数，如 \"0.30\"";
const NUMBER_EN: &str = "an exact number in quotes, such as \"0.30\"";
const WHOLE_ZH: &str = "不加引号的整数";
const WHOLE_EN: &str = "a whole number";
const LIMIT_ZH: &str = "加引号的准确数；不设限写 \"none\"";
const LIMIT_EN: &str = "an exact number in quotes, or \"none\" for no limit";
const YES_ZH: &str = "true=是；false=否";
const YES_EN: &str = "true | false";
const TEXT_ZH: &str = "加引号的文字";
const TEXT_EN: &str = "text in quotes";
const MISSING_ZH: &str = "rescale=按比例折算到其余；zero=记 0 分；pend=不出总分，报裁定";
const MISSING_EN: &str = "rescale (others scaled up) | zero | pend (no total, the committee decides)";
const EMPTY_ZH: &str = "redistribute=权重按比例分给其余；zero=记 0 分；pend=不出测评分，报裁定";
const EMPTY_EN: &str = "redistribute (weight spread over the others) | zero | pend (the committee decides)";
const GRADE_ZH: &str = "最高可得的等次；不受影响写 \"none\"";
const GRADE_EN: &str = "the highest grade still open, or \"none\" for no effect";
const BY_ZH: &str = "exact=用未取舍的准确值；rounded=用取舍后的值";
const BY_EN: &str = "exact | rounded";
const ALL_NONE_ZH: &str = "include_all=都占名额；exclude_all=都不占；committee=报裁定";
const ALL_NONE_EN: &str = "include_all | exclude_all | committee";

// One question a line reads as the table it is.
#[rustfmt::skip]
const QUESTIONS: &[Row] = &[
    ("", "scheme", "方案的代码、名称、制定机关、施行日期", "[scheme] 表", "code, title, issuer and dates of the scheme", "a table [scheme]"),
    ("", "group", "有哪些单位类别", "至少一个 [[group]]", "which groups of units are there", "at least one [[group]]"),
    ("", "period", "一年内有哪些考核期", "至少一个 [[period]]", "which periods are there in the year", "at least one [[period]]"),
    ("", "component", "总分由哪些部分组成", "至少一个 [[component]]", "which components make the total", "at least one [[component]]"),
    ("", "band", "有哪些等次和分数线", "至少一个 [[band]]", "which grades are there, from which value on", "at least one [[band]]"),
    ("", "total", "总分的满分、上限、下限", "[total] 表", "what the components add up to, and the ends of the total", "a table [total]"),
    ("", "compare", "定等、排名用准确值还是取舍后的值", "[compare] 表", "whether exact or rounded values are compared", "a table [compare]"),
    ("", "rank", "名次怎样排", "[rank] 表", "how ranks are given", "a table [rank]"),
    ("", "item", "这一部分由哪些考核项目组成", "poll = 测评代码，或至少一个 [[item]]", "which items make this component", "a poll, or at least one [[item]]"),
    ("", "parts", "由哪些小项组成", "至少一个写有 part_of 的 [[item]]", "which parts it is the sum of", "at least one [[item]] with part_of"),
    ("", "rounding", "按取舍后的值比较，但没有写明在何处取舍", "对应的 [[rounding]]，或改为 exact", "rounded values are compared, but nothing says where they are rounded", "a [[rounding]] at that point, or exact"),
    ("", "code", "代码是什么", TEXT_ZH, "which code it has", TEXT_EN),
    ("", "name", "名称是什么", TEXT_ZH, "what it is called", TEXT_EN),
    ("", "title", "方案全称", TEXT_ZH, "the full title", TEXT_EN),
    ("", "issuer", "制定机关", TEXT_ZH, "who issued it", TEXT_EN),
    ("scheme", "from", "自何日起施行", "如 \"2015-01-01\"", "from which day it is in force", "such as \"2015-01-01\""),
    ("period", "from", "第一天是几月几日", "如 \"01-01\"", "its first day", "such as \"01-01\""),
    ("period", "to", "最后一天是几月几日", "如 \"06-30\"", "its last day", "such as \"06-30\""),
    ("total", "declared", "各部分满分乘权重合计多少", NUMBER_ZH, "what full marks times weights add to", NUMBER_EN),
    ("total", "cap", "总分（含加分）最高多少", LIMIT_ZH, "the highest total, bonuses included", LIMIT_EN),
    ("total", "floor", "总分（含扣分）最低多少", LIMIT_ZH, "the lowest total, penalties included", LIMIT_EN),
    ("rounding", "at", "在何处取舍", "item | class | poll | component | unit_total | person_total", "which value is rounded", "item | class | poll | component | unit_total | person_total"),
    ("rounding", "places", "保留几位小数", WHOLE_ZH, "how many decimals are kept", WHOLE_EN),
    ("rounding", "mode", "怎样取舍", "half_up=四舍五入；half_even=四舍六入五成双；floor=舍去；ceil=进一", "what happens to the rest", "half_up | half_even | floor | ceil"),
    ("compare", "band", "定等次用哪个值", BY_ZH, "which value is looked up in the bands", BY_EN),
    ("compare", "rank", "排名、名额、并列用哪个值", BY_ZH, "which value ranks and quotas compare", BY_EN),
    ("compare", "unit_share", "个人得分中的单位得分用哪个值", BY_ZH, "which value of the unit enters a leader's score", BY_EN),
    ("component", "weight", "占总分的权重", "加引号的准确数；直接计分写 \"1\"", "what one point of it is worth in the total", NUMBER_EN),
    ("component", "full", "折算前的满分", NUMBER_ZH, "full marks before the weight", NUMBER_EN),
    ("component", "periods", "各考核期各占多少", "[{ period = \"…\", weight = \"…\" }]，合计 1", "periods and their shares", "[{ period = \"…\", weight = \"…\" }], adding to 1"),
    ("component", "missing_period", "缺某一考核期的得分时怎么办", MISSING_ZH, "what happens when one period has no value", MISSING_EN),
    ("component", "missing", "这一部分没有得分时怎么办", MISSING_ZH, "what happens when the component has no value", MISSING_EN),
    ("", "period", "哪一考核期", TEXT_ZH, "which period", TEXT_EN),
    ("", "weight", "权重是多少", NUMBER_ZH, "its weight", NUMBER_EN),
    ("item", "component", "属于哪一部分（小项写 part_of）", "考核部分的代码", "which component it belongs to (a part says part_of)", "the code of a component"),
    ("item", "full", "满分多少", NUMBER_ZH, "its full marks", NUMBER_EN),
    ("item", "from", "依据取自哪种表", "marks=检查评分；ledger=履责台账；cases=案件统计", "which table its facts come from", "marks | ledger | cases"),
    ("item", "rule", "怎样计分", "panel=检查人打分；presence=有即满分；count=按次数；deadline=按期限；events=按件加减；parts=小项之和；rate=按比率", "how points are made", "panel | presence | count | deadline | events | parts | rate"),
    ("item", "combine", "几名检查人的打分怎样合成", "mean=平均；trimmed=去掉最高最低后平均", "how several inspectors' marks become one", "mean | trimmed"),
    ("item", "drop_high", "去掉几个最高分", WHOLE_ZH, "how many of the highest are left out", WHOLE_EN),
    ("item", "drop_low", "去掉几个最低分", WHOLE_ZH, "how many of the lowest are left out", WHOLE_EN),
    ("item", "trim_from", "几个打分以上才去掉最高最低", WHOLE_ZH, "from how many marks on the extremes are left out", WHOLE_EN),
    ("item", "places", "检查人打分可以有几位小数", "整数，写在该项或 [item_policy]", "how many decimals an inspector may give", "a whole number, here or in [item_policy]"),
    ("item", "required", "一个考核期应做几次", WHOLE_ZH, "how many actions are required in a period", WHOLE_EN),
    ("item", "per_missing", "每少一次扣几分", NUMBER_ZH, "points lost for each one missing", NUMBER_EN),
    ("item", "per_extra", "每多一次加几分（不加写 \"0\"）", NUMBER_ZH, "points won for each one beyond (\"0\" for none)", NUMBER_EN),
    ("item", "base", "没有发生时得几分", NUMBER_ZH, "points before any event", NUMBER_EN),
    ("item", "per_event", "每发生一件加减几分（扣分写负数）", NUMBER_ZH, "points for each event (below nought for a deduction)", NUMBER_EN),
    ("item", "floor", "最低扣到几分", LIMIT_ZH, "the lowest points it can give", LIMIT_EN),
    ("item", "cap", "最高几分", LIMIT_ZH, "the highest points it can give", LIMIT_EN),
    ("item", "due", "每个考核期的最后期限是几月几日", "{ 考核期 = \"07-31\" }", "the last day in each period", "{ period = \"07-31\" }"),
    ("item", "due_day_counts", "期限当日报送算不算按期", YES_ZH, "whether the last day itself is in time", YES_EN),
    ("item", "late", "逾期得几分", NUMBER_ZH, "points when late", NUMBER_EN),
    ("item", "numerator", "比率的分子是哪项指标", "案件指标的代码", "which indicator stands above the line", "the code of a case indicator"),
    ("item", "denominator", "比率的分母是哪项指标", "案件指标的代码", "which indicator stands below the line", "the code of a case indicator"),
    ("item", "zero_denominator", "分母为零时怎么办", "full=满分；zero=0 分；not_applicable=按不适用处理", "what happens when there is nothing below the line", "full | zero | not_applicable"),
    ("item", "not_applicable", "项目不适用于某单位时怎么办", "rescale=不计入，按比例折算；full=满分；zero=0 分；refuse=停止计分（写在该项或 [item_policy]）", "what happens when it does not apply to a unit", "rescale | full | zero | refuse, here or in [item_policy]"),
    ("item", "not_submitted", "没有报送时怎么办", "zero=0 分；rescale=不计入，按比例折算；pend=不出总分，报裁定（写在该项或 [item_policy]）", "what happens when nothing was submitted", "zero | rescale | pend, here or in [item_policy]"),
    ("measure", "of", "是谁的数", "unit=单位；person=个人；county=全县", "whom it is about", "unit | person | county"),
    ("measure", "from", "数取自哪里", "facts=事实登记；marks=检查评分；ledger=履责台账；cases=案件统计；poll=测评；occurrences=事项登记；claims=加减分；events=责任追究；sanctions=处分；roster=名册；history=历年结果；duty=职责；checklist=清单；items、score、rank、grade=计分结果", "what it is made from", "facts | marks | ledger | cases | poll | occurrences | claims | events | sanctions | roster | history | duty | checklist | items | score | rank | grade"),
    ("measure", "counted_in", "计量单位是什么", "件、件次、人、次、天、分、%……", "its measure", "件, 件次, 人, 次, 天, 分, % …"),
    ("measure", "missing", "没有这个数时怎么办", "zero=记 0；skip=视为没有此事（条件不成立、项目未报送）；pend=报裁定", "what happens when there is no such number", "zero | skip (condition not met, item not submitted) | pend (the committee decides)"),
    ("measure", "combine", "同一对象有几个数时怎样合成", "sum=相加；mean=平均；last=取最后一个；one=只能有一个", "how several numbers become one", "sum | mean | last | one"),
    ("measure", "kind", "数哪一种履责事项", "事项名称，或写 item", "which kind of action is counted", "a kind, or item"),
    ("measure", "numerator", "是哪项案件指标（比率的分子）", "案件指标的代码", "which indicator it is, or stands above the line", "the code of a case indicator"),
    ("measure", "zero_denominator", "分母为零时怎么办", "zero=记 0；one=记 100%；missing=视为没有此数", "what happens when there is nothing below the line", "zero | one | missing"),
    ("measure", "poll", "取自哪个测评", "测评的代码", "which poll", "the code of a poll"),
    ("measure", "marks", "统计哪些档次的票", "档次代码的列表；要测评得分写 value = \"score\"", "which marks are counted", "a list of mark codes; or value = \"score\""),
    ("measure", "over", "占什么票的比例", "answered=有效作答；valid=有效票；returned=收回票；issued=发出票", "what the share is taken of", "answered | valid | returned | issued"),
    ("measure", "value", "取哪个数", "见 scoring/README.md", "which of its values", "see scoring/README.md"),
    ("measure", "in_effect", "按影响期计还是按当年决定计", "true=影响期含期末；false=当年决定的", "whether those in effect on the last day count, or those decided in the year", "true | false"),
    ("measure", "grades", "哪些等次", "等次的列表", "which grades", "a list of grades"),
    ("measure", "duty", "取自哪项职责", "职责的代码", "which duty", "the code of a duty"),
    ("measure", "checklist", "取自哪份清单", "清单的代码", "which checklist", "the code of a checklist"),
    ("measure", "of_what", "哪个得分", "total | component:代码 | item:代码", "which score", "total | component:CODE | item:CODE"),
    ("measure", "whose", "谁的等次", "unit=所在单位；own=本对象", "whose grade", "unit | own"),
    ("", "at_least", "与哪条线比较", "at_least=达到；above=超过；at_most=不超过；below=不到，写加引号的准确数", "which line it is compared with", "at_least | above | at_most | below, an exact number in quotes"),
    ("", "measure", "比较哪个指标量", "指标量的代码", "which measure is compared", "the code of a measure"),
    ("case_indicator", "measure", "计量单位是什么", "件、件次、人……", "its measure", "件, 件次, 人 …"),
    ("poll", "kind", "是民主测评还是满意度调查", "appraisal=民主测评；survey=满意度调查", "ballots or a survey", "appraisal | survey"),
    ("poll", "subject", "测评单位还是个人", "unit=单位；person=个人", "who is assessed", "unit | person"),
    ("poll", "periods", "在哪些考核期进行", "考核期代码的列表", "in which periods it is held", "a list of period codes"),
    ("poll", "classes", "有哪些票类（渠道），各占多少", "[{ code, name, weight }]，合计 1", "classes of voters, or channels, with weights", "[{ code, name, weight }], adding to 1"),
    ("poll", "questions", "测评哪几项，各占多少", "[{ code, name, weight }]，合计 1", "questions with weights", "[{ code, name, weight }], adding to 1"),
    ("poll", "marks", "有哪些档次，各值几分", "[{ code, name, value }]", "marks with values", "[{ code, name, value }]"),
    ("poll", "no_view", "不了解、弃权怎样计", "leave_out=不计入基数；count_zero=计入基数，记 0 分", "how no view counts", "leave_out (leaves the divisor) | count_zero"),
    ("poll", "blank", "未填的测评项怎样计", "leave_out=不计入基数；count_zero=记 0 分；void_ballot=整张作废", "how a question left blank counts", "leave_out | count_zero | void_ballot"),
    ("poll", "counted_over", "以什么数为基数", "answered=有效作答；returned=收回票数；issued=发出票数", "the divisor of a class", "answered | returned | issued"),
    ("poll", "empty_question", "某票类中某项无人作答时怎么办", EMPTY_ZH, "what happens to a question nobody of a class answered", EMPTY_EN),
    ("poll", "empty_class", "某票类没有一张有效作答时怎么办", EMPTY_ZH, "what happens to a class without an answer", EMPTY_EN),
    ("poll", "more_returned_than_issued", "收回多于发出时怎么办", "void=该票类作废；error=停止计分；warning=计分并提示", "what happens when more ballots return than were issued", "void | error | warning"),
    ("poll", "min_count", "票数少于几张时不单独公布", WHOLE_ZH, "below how many ballots a class is not shown apart", WHOLE_EN),
    ("poll", "value", "值几分", NUMBER_ZH, "what it is worth", NUMBER_EN),
    ("family", "sign", "加分还是扣分", "bonus=加分；penalty=扣分", "added or taken away", "bonus | penalty"),
    ("family", "cap", "这一类最多加（扣）几分", LIMIT_ZH, "the most it can add or take away", LIMIT_EN),
    ("family", "levels", "有哪些级别，各几分", "[{ name, points }]", "levels with points", "[{ name, points }]"),
    ("family", "points", "每件几分", NUMBER_ZH, "points each", NUMBER_EN),
    ("ground", "unit", "对单位的影响", GRADE_ZH, "its effect on the unit", GRADE_EN),
    ("ground", "principal", "对事发当日正职的影响", GRADE_ZH, "its effect on the principal of the day", GRADE_EN),
    ("ground", "in_charge", "对事发当日分管领导的影响", GRADE_ZH, "its effect on whoever was in charge on the day", GRADE_EN),
    ("ground", "person", "对当事人的影响", GRADE_ZH, "its effect on the person named", GRADE_EN),
    ("", "on", "对谁", "unit=单位；principal=当日正职；in_charge=当日分管；person=当事人；member=其他成员；team=班子全体；supervisor=联系（分管）单位的领导；role:代码=担任该角色的人", "whom it reaches", "unit | principal | in_charge | person | member | team | supervisor | role:CODE"),
    ("", "effect", "这一行有什么影响", "cap=最高等次；lower=降几档；deduct=扣几分；nil_item=哪一项计 0 分；nil_total=true 总分计 0；ungraded=true 不定等次；no_honours=true 取消评优", "what this row does", "cap | lower | deduct | nil_item | nil_total | ungraded | no_honours"),
    ("", "effects", "有什么影响", "[{ on = \"…\", cap = \"…\" }]，或 list = 清单名称", "what it does", "[{ on = \"…\", cap = \"…\" }], or a list"),
    ("sanction", "family", "属于哪一类", "party=党纪处分；administrative=政务处分；organisational=组织处理；investigation=立案调查（在办）", "what it belongs to", "party | administrative | organisational | investigation"),
    ("sanction_effect", "sanction", "哪种处分", "处分种类的代码", "which kind of sanction", "the code of a sanction"),
    ("sanction_effect", "year", "影响第几年的考核（作出决定的年度为 1）", WHOLE_ZH, "which year (that of the decision is 1)", WHOLE_EN),
    ("sanction_effect", "outcome", "等次怎样定", "cap=最高等次；grade=定为该等次；ungraded=true 不定等次", "what becomes of the grade", "cap | grade | ungraded = true"),
    ("", "sanctions", "同时受几项处分时以哪项为准", "[sanctions] 表", "which of several sanctions governs", "a table [sanctions]"),
    ("sanctions", "several", "同时受几项处分时以哪项为准", "worst=对等次影响最重的；party_first=有党纪处分的以党纪处分为准", "which of several sanctions governs", "worst | party_first"),
    ("sanctions", "ungraded_above", "不定等次重于哪个等次以上（比该等次轻）", "个人等次之一，通常是最低的", "above which grade 不定等次 weighs more (and less than that grade)", "a grade of people, usually the lowest"),
    ("accumulation", "grounds", "累计哪些事由", "事由代码的列表", "which grounds are counted", "a list of codes of grounds"),
    ("accumulation", "over", "在什么期间内累计", "term=任期内；years=最近几年；consecutive_years=连续几年", "over what it counts", "term | years | consecutive_years"),
    ("accumulation", "years", "几年（含本年）", WHOLE_ZH, "how many years, this one included", WHOLE_EN),
    ("accumulation", "term_from", "任期自何日起", "如 \"2011-01-01\"", "the first day of the term", "such as \"2011-01-01\""),
    ("accumulation", "at_least", "几次以上", WHOLE_ZH, "how many are enough", WHOLE_EN),
    ("escalation", "counts", "计处分还是计事件", "sanctions=本年决定的处分；events=写明当事人的事件", "what is counted", "sanctions | events"),
    ("escalation", "rows", "哪种角色几人以上", "[{ role_kind = \"principal\", at_least = 1 }]，任一行即可", "how many people of which kind are enough", "[{ role_kind = \"principal\", at_least = 1 }], one row is enough"),
    ("escalation", "role_kind", "哪种角色", "principal=正职；in_charge=分管；member=正职以外的班子成员", "which kind of role", "principal | in_charge | member (all but the principals)"),
    ("escalation", "ground", "单位按哪一事由处理", "事由的代码", "the ground on which the unit is struck", "the code of a ground"),
    ("gate", "grade", "不得评为哪个等次（及以上）", "等次之一", "which grade, and those above it, is barred", "one of the grades"),
    ("gate", "otherwise", "改为哪个等次", "低于该等次的一个等次", "the grade instead", "a lower grade"),
    ("gate", "when", "具备什么情形时不得评为该等次", "when = [条件]（都具备）或 any = [条件]（有一即可）", "which conditions bar it", "when = […] (all of them) or any = […] (one of them)"),
    ("gate", "reason", "印在结果上的理由", TEXT_ZH, "the reason that pages print", TEXT_EN),
    ("trigger", "when", "具备什么情形时触发", "when = [条件]（都具备）或 any = [条件]（有一即可）", "which conditions trigger it", "when = […] (all of them) or any = […] (one of them)"),
    ("trigger", "list", "列入哪张清单", "清单名称，如 \"约谈\"", "on which list", "the name of a list"),
    ("trigger", "effects", "确认后有什么影响", "[{ on = \"person\", cap = \"…\" }]", "what it does once confirmed", "[{ on = \"person\", cap = \"…\" }]"),
    ("trigger", "reason", "印在清单上的理由", TEXT_ZH, "the reason on the list", TEXT_EN),
    ("ceiling", "pool", "哪些人一起算平均", "group=单位类别内；role=角色内；group_and_role=类别和角色内；all=全部", "whose totals are averaged together", "group | role | group_and_role | all"),
    ("ceiling", "mean_at_most", "平均不超过多少分", NUMBER_ZH, "the highest mean", NUMBER_EN),
    ("ceiling", "exceeded", "超过时怎么办", "warning=提示，等次照定；pend=整组等次待裁定", "what happens above it", "warning | pend"),
    ("", "at_least", "几个以上", WHOLE_ZH, "how many are enough", WHOLE_EN),
    ("quota", "places", "几个名额", "share=占基数的比例；places=固定个数；places_by=按基数分段（三者之一）", "how many places", "one of share, places and places_by"),
    ("quota", "places_end", "基数再大时几个名额", "最后一行只写 places，不写 up_to", "how many places for any larger base", "a last row with places and without up_to"),
    ("ground", "decision_may_lift", "裁定能否解除", YES_ZH, "whether a committee decision may lift it", YES_EN),
    ("", "for", "用于单位还是个人", "unit=单位；person=个人", "units or people", "unit | person"),
    ("", "grade", "哪个等次", TEXT_ZH, "which grade", TEXT_EN),
    ("rank", "ties", "并列之后的名次是否跳过", "competition=1、2、2、4；dense=1、2、2、3", "whether the place after a tie is skipped", "competition (1 2 2 4) | dense (1 2 2 3)"),
    ("rank", "vetoed", "被否决的单位怎样排名", "kept=按得分；last=排在最后；left_out=不排名", "where a vetoed unit stands", "kept | last | left_out"),
    ("quota", "pool", "在什么范围内比较", "group=单位类别内；role=角色内；group_and_role=类别和角色内；layer=层级内；all=全部", "who competes with whom", "group | role | group_and_role | layer | all"),
    ("quota", "share", "占基数的多少", "加引号的准确数，如 \"0.25\"、\"1/3\"", "share of the base", "an exact number in quotes, such as \"0.25\" or \"1/3\""),
    ("quota", "base", "基数包括哪些", "all=全部参评；graded=有等次的；not_vetoed=未被否决的；entitled=名册中未注明不参加考核的", "who is counted in the base", "all | graded | not_vetoed | entitled"),
    ("quota", "rounding", "名额有小数时怎样取整", "half_up=四舍五入；half_even=四舍六入五成双；floor=舍去；ceil=进一", "how a broken number of places becomes whole", "half_up | half_even | floor | ceil"),
    ("quota", "ties", "名额线上并列时怎么办", "chain=依次比较各部分；include_all=都占名额；exclude_all=都不占；committee=报裁定", "what happens when equals stand across the edge", "chain | include_all | exclude_all | committee"),
    ("quota", "chain", "依次比较哪些部分", "考核部分、项目、指标量代码的列表；“-代码”为低者在前", "what is compared in turn", "a list of codes of components, items or measures; `-code` puts the lower first"),
    ("quota", "chain_end", "依次比较后仍相同怎么办", ALL_NONE_ZH, "what happens when the chain does not part them", ALL_NONE_EN),
    ("quota", "overflow", "没有名额的改为哪个等次", "低于该等次的一个等次", "the grade of those who find no place", "a lower grade"),
    ("quota", "refill", "裁定空出的名额是否递补", YES_ZH, "whether a place that a decision frees goes to the next", YES_EN),
    ("people", "poll", "本人测评用哪一种", "测评的代码", "which poll gives the own score", "the code of a poll"),
    ("people", "roles", "有哪些角色，单位得分和本人测评各占多少", "[{ code, name, kind, unit_share, own_share }]", "roles with the shares of unit and own score", "[{ code, name, kind, unit_share, own_share }]"),
    ("people", "kind", "对否决而言是哪种角色", "principal=正职；in_charge=分管；member=成员", "what the role is to vetoes", "principal | in_charge | member"),
    ("people", "unit_share", "单位得分占多少", NUMBER_ZH, "share of the unit's value", NUMBER_EN),
    ("people", "own_share", "本人测评占多少", NUMBER_ZH, "share of the own ballots", NUMBER_EN),
    ("people", "transfer", "年中调动的以哪个职务为准", "at_end=期末职务；longest=任职最长的；pro_rata=按任职天数", "which posts count for one who moved", "at_end | longest | pro_rata"),
    ("people", "two_posts", "同时任两职的以哪个为准", "main=主要职务；mean=平均；highest=较高的", "which post counts for one who holds two", "main | mean | highest"),
    ("people", "missing_own", "没有本人测评时怎么办", MISSING_ZH, "what happens without own ballots", MISSING_EN),
    ("layout", "table", "哪种表", "units、people、marks……", "which table", "units, people, marks …"),
    ("layout", "fields", "字段对应哪些表头", "{ 字段 = \"表头\" }", "which header means which field", "{ field = \"header\" }"),
];

/// The question behind a key and its choices.
pub(in crate::scheme) fn question(section: &str, key: &str) -> (Text, Text) {
    let exact = QUESTIONS.iter().find(|row| row.0 == section && row.1 == key);
    let row = exact.or_else(|| QUESTIONS.iter().find(|row| row.0.is_empty() && row.1 == key));
    row.map_or_else(|| (Text::new(key, key), Text::default()), |row| (Text::new(row.2, row.4), Text::new(row.3, row.5)))
}
