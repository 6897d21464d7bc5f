//! The questions behind the keys of duties, deadlines, consequences and procedures.

use super::questions::{Row, TEXT_EN, TEXT_ZH, WHOLE_EN, WHOLE_ZH, YES_EN, YES_ZH};

const WHO_ZH: &str =
    "unit=单位；principal=正职；in_charge=分管领导；member=成员；anyone=任何任职人员；或角色代码，可写几个";
const WHO_EN: &str = "unit | principal | in_charge | member | anyone, or codes of roles";
const FIRST_ZH: &str = "next_day=次日起算；same_day=当日起算";
const FIRST_EN: &str = "next_day | same_day";
const HOLIDAY_ZH: &str = "as_is=不顺延；next_working_day=顺延到下一工作日";
const HOLIDAY_EN: &str = "as_is | next_working_day";
const MONTH_ZH: &str = "last_day=到该月最后一日；next_day=到次月第一日";
const MONTH_EN: &str = "last_day (of that month) | next_day (first of the month after)";
const WHENCE_ZH: &str = "ledger=履责台账；talks=约谈台账";
const BIND_ZH: &str = "must=应当；may=可以";

// One question a line reads as the table it is.
#[rustfmt::skip]
pub(super) const QUESTIONS: &[Row] = &[
    ("", "who", "由谁承担", WHO_ZH, "whom it binds", WHO_EN),
    ("", "action", "台账中写作什么", "事项或谈话类型，加引号", "the word for it in the ledger or among the talks", TEXT_EN),
    ("", "first_day", "期限从哪一日起算", FIRST_ZH, "which day is the first to be counted", FIRST_EN),
    ("", "holiday_end", "最后一日不是工作日时是否顺延", HOLIDAY_ZH, "what happens when the last day is no working day", HOLIDAY_EN),
    ("", "month_end", "到期月份没有相应日期时算到哪一日", MONTH_ZH, "what happens when the last month has no such day", MONTH_EN),
    ("", "evidence", "没有佐证材料（谈话没有记录）的是否不算", YES_ZH, "whether an action without evidence does not count", YES_EN),
    ("duty", "from", "从哪种台账统计", WHENCE_ZH, "which table holds the actions", "ledger | talks"),
    ("duty", "required", "每个周期应做几次", WHOLE_ZH, "how many are required in each span", WHOLE_EN),
    ("duty", "per", "周期多长", "quarter=每季度；half=每半年；year=每年；term=每届", "the span", "quarter | half | year | term"),
    ("duty", "term_from", "本届从哪一日开始", "如 \"2011-01-01\"", "the first day of the term", "such as \"2011-01-01\""),
    ("duty", "due_day_counts", "期限当日算不算按期", YES_ZH, "whether the last day itself is in time", YES_EN),
    ("duty", "due_year", "期限在哪一年", "same=考核年度；next=次年", "the year of the last day", "same | next"),
    ("duty", "part_service", "任职不满一个周期的，这个周期是否要求", "in_full=照样要求；leave_out=不要求", "what is asked for a span during which the post was not held throughout", "in_full | leave_out"),
    ("deadline", "of", "看哪种表的行", "talks=约谈台账；tasks=整改任务台账；events=责任追究", "the rows of which table", "talks | tasks | events"),
    ("deadline", "start", "从哪一日起算", "date=谈话（事发）日期；notice=通知日期；found=发现日期；done=完成日期；report=报告日期", "from which day it runs", "date | notice | found | done | report"),
    ("deadline", "end", "哪一日应在期限之内", "date=谈话日期；report=报告日期；done=完成日期；talk=就此进行的谈话；action=台账中的一次履责", "which day must come in time", "date | report | done | talk | action"),
    ("deadline", "talk", "哪一类谈话", TEXT_ZH, "which kind of talk", TEXT_EN),
    ("deadline", "within", "期限多长（提前量写 ahead）", "{ working_days = 5 }、{ days = 2 } 或 { months = 1 }", "how long it is", "{ working_days = 5 } | { days = 2 } | { months = 1 }"),
    ("deadline", "given_date", "台账行内写了期限的以哪个为准", "replaces=以行内期限为准；ignored=以规则为准", "whether a last day in the row takes the place of the rule's", "replaces | ignored"),
    ("appointment", "on", "任职还是离任", "new=任职；leaves=离任", "a post that begins or ends", "new | leaves"),
    ("appointment", "when", "在此之前还是之后", "before=之前；after=当日及以后", "before that day or from it on", "before | after"),
    ("appointment", "from", "从哪种台账查看", WHENCE_ZH, "which table shows it", "ledger | talks"),
    ("roster_check", "must_not_have_matters", "不得分管什么（或只能分管什么：only_matters）", "分管事项的列表", "which matters it must not have (or only_matters)", "a list of matters"),
    ("record_check", "of", "检查哪种登记", "talks=约谈台账；tasks=整改任务台账", "the rows of which table", "talks | tasks"),
    ("record_check", "complete", "哪些栏不得空白", "字段的列表，如 [\"person\", \"due\"]", "which fields must not be empty", "a list of fields"),
    ("checklist", "entries", "清单有哪些条目", "[{ code, text }]", "the questions", "[{ code, text }]"),
    ("consequence", "on", "由什么引起", "grade=等次；ground=责任追究事由；sanction=处分；list=名单上已确认的", "what brings it about", "grade | ground | sanction | list"),
    ("consequence", "of", "哪些等次（事由代码、处分种类）", "加引号的列表", "which grades, codes of grounds or kinds of sanction", "a list"),
    ("consequence", "months", "限制几个月", WHOLE_ZH, "for how many months", WHOLE_EN),
    ("consequence", "starts", "从哪一日起算", "decision_date=决定（事发）之日；year_end=考核期末日", "from which day the months run", "decision_date | year_end"),
    ("consequence", "consequences", "几项影响期并存、月末怎样算", "[consequences] 表", "what holds when several bars meet, and at the end of months", "a table [consequences]"),
    ("consequences", "several", "同类限制有几项时怎样算", "longest=按影响期长的；sum=逐项相接", "several bars of one kind", "longest | sum"),
    ("consequences", "first_day", "起算之日是否计入", FIRST_ZH, "whether the first day is counted", FIRST_EN),
    ("responsibility", "parts", "对应哪些参与方式（按职务划分的写 who）", "加引号的列表", "which ways of taking part (or who, for posts)", "a list"),
    ("responsibility", "who", "由谁承担", "unit=单位；principal=正职；in_charge=分管领导；member=成员；anyone=任何任职人员；supervisor=分管该单位的领导；或角色代码，可写几个", "whom it binds", "unit | principal | in_charge | member | anyone | supervisor (in charge of the unit), or codes of roles"),
    ("responsibility", "needs_record", "是否要有会议记录为证", YES_ZH, "whether a record is needed", YES_EN),
    ("responsibility", "none", "是否不承担责任", YES_ZH, "whether it means no responsibility", YES_EN),
    ("ladder", "rungs", "各种情节对应哪些方式", "[{ severity = \"较轻\", measures = [\"…\"] }]，由轻到重", "gravities with their measures", "[{ severity, measures }], lightest first"),
    ("ladder", "heavier_binding", "从重是应当还是可以", BIND_ZH, "whether it must or may be raised", "must | may"),
    ("ladder", "lighter_binding", "从轻是应当还是可以", BIND_ZH, "whether it must or may be lowered", "must | may"),
    ("ladder", "several", "几种方式能否合并使用", "single=单独使用；combined=可以合并", "one measure or several at once", "single | combined"),
    ("appeal", "days", "收到之后几日内可以申诉", WHOLE_ZH, "in how many days one may appeal", WHOLE_EN),
    ("appeal", "answer_days", "收到申诉之后几日内答复", WHOLE_ZH, "in how many days it is answered", WHOLE_EN),
    ("appeal", "suspends", "申诉期间是否停止执行", YES_ZH, "whether the decision is suspended meanwhile", YES_EN),
    ("procedure", "steps", "有哪些步骤", "[{ name = \"提出\", by = [\"…\"] }]，按先后", "the steps", "[{ name, by }], in order"),
    ("result_list", "name", "清单名称", "如 \"年终考核结果清单\"", "the name of the list", TEXT_EN),
];
