//! The words of the pages in both languages. Codes of results become words here; grades stay the scheme's words.

use crate::diag::Lang;

/// Picks words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say(pub Lang);

impl Say {
    /// One of two texts.
    #[must_use]
    pub fn of<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// One of two texts made for the purpose.
    #[must_use]
    pub fn made(self, zh: String, en: String) -> String {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Words in a row.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, words: &[S]) -> String {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        words.join(self.of("、", ", "))
    }

    /// At most `most` words in a row, then how many more there are.
    #[must_use]
    pub fn first_of<S: AsRef<str>>(self, words: &[S], most: usize) -> String {
        if words.len() <= most {
            return self.list(words);
        }
        let (shown, n) = (self.list(&words[..most]), words.len());
        self.made(format!("{shown}等{n}个"), format!("{shown} and {} more", n - most))
    }

    /// A name and its value.
    #[must_use]
    pub fn pair(self, name: &str, value: &str) -> String {
        self.made(format!("{name}：{value}"), format!("{name}: {value}"))
    }

    /// In brackets of the language.
    #[must_use]
    pub fn bracketed(self, text: &str) -> String {
        self.made(format!("（{text}）"), format!(" ({text})"))
    }

    /// How far the results have come: the word and the sentence under it.
    #[must_use]
    pub fn status(self, code: &str) -> (String, String) {
        let (zh, en, zh_long, en_long) = match code {
            "draft" => {
                ("征求意见稿", "Draft", "供核对和反馈，等次可能变动", "for checking and comment; grades may change")
            }
            "proposed" => ("拟定", "Proposed", "等次待审定，未经批准不作为最终结果", "grades await approval"),
            "final" => ("审定", "Final", "等次已经审定", "grades are approved"),
            other => return (other.to_owned(), String::new()),
        };
        (self.of(zh, en).to_owned(), self.of(zh_long, en_long).to_owned())
    }

    /// What stands where an item has no points; nothing for the states that have some.
    #[must_use]
    pub fn state(self, state: &str) -> &'static str {
        let (zh, en) = match state {
            "not_applicable" => ("不适用", "n/a"),
            "not_submitted" => ("未报", "not submitted"),
            "rejected" => ("不采信", "rejected"),
            "pending" => ("待定", "pending"),
            _ => return "",
        };
        if self.0 == Lang::Zh { zh } else { en }
    }

    /// What is printed in place of a value kept back.
    #[must_use]
    pub fn withheld(self) -> &'static str {
        if self.0 == Lang::Zh { "不公开" } else { "withheld" }
    }

    /// 考核期 by its code; results know no names of periods, so the customary codes are translated and others stay.
    #[must_use]
    pub fn period(self, code: &str) -> String {
        let (zh, en) = match code {
            "half" | "half_year" | "h1" => ("半年", "half-year"),
            "year" | "year_end" => ("年终", "year-end"),
            "h2" => ("下半年", "second half"),
            "q1" => ("一季度", "Q1"),
            "q2" => ("二季度", "Q2"),
            "q3" => ("三季度", "Q3"),
            "q4" => ("四季度", "Q4"),
            other => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// As what somebody is hit by a veto.
    #[must_use]
    pub fn as_what(self, code: &str) -> String {
        let (zh, en) = match code {
            "unit" => ("单位", "unit"),
            "principal" => ("正职", "principal"),
            "in_charge" => ("分管领导", "in charge"),
            "person" => ("当事人", "person concerned"),
            "member" => ("班子成员", "team member"),
            "team" => ("班子成员", "of the team"),
            "supervisor" => ("联系领导", "in charge of the unit"),
            "role" => ("任该角色", "holder of the role"),
            other => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// Units or people.
    #[must_use]
    pub fn whose(self, code: &str) -> String {
        let (zh, en) = match code {
            "unit" => ("单位", "units"),
            "person" => ("个人", "people"),
            other => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// Kinds of 上会 matters.
    #[must_use]
    pub fn case_kind(self, code: &str) -> String {
        let (zh, en) = match code {
            "tie" => ("并列", "tie"),
            "pending" => ("待定", "pending"),
            "condition" => ("缺少事实", "a fact is missing"),
            "sanction" => ("处分待定", "sanction open"),
            "review" => ("待确认的复核", "review to confirm"),
            "ungraded" => ("待补定等次", "grade to be filled in"),
            "borrowed" => ("借用名额", "borrowed places"),
            "ceiling" => ("均分超限", "mean above ceiling"),
            "near_line" => ("临近等次线", "near a line"),
            "veto" => ("一票否决", "veto"),
            "decision" => ("裁定", "decision"),
            other => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// A word that a fact holds, where it is a code: `later`, `yes`, `full`.
    #[must_use]
    pub fn fact_word(self, key: &str, value: &str) -> String {
        let (zh, en) = match (key, value) {
            (_, "yes") => ("是", "yes"),
            (_, "no") => ("否", "no"),
            ("confirmed", "open") => ("等待确认", "awaited"),
            ("ungraded", "later") => ("以后补定", "filled in later"),
            ("ungraded" | "no_honours" | "nil_total", "1") => ("是", "yes"),
            ("why", "full") => ("名额已满", "places taken"),
            ("why", "tie") => ("名额线上并列", "equal on the line"),
            ("why", "chain") => ("并列比较后在后", "behind in the chain"),
            ("why", "committee") => ("裁定另有所选", "the committee chose others"),
            ("why", "capped") => ("先已受限", "barred before"),
            ("open_fact", "duty_related") => ("是否与履职有关", "whether it has to do with the duty"),
            (_, other) => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// The name of a fact of a ruling or a case; one that is not known keeps its own.
    #[must_use]
    pub fn fact(self, key: &str) -> String {
        let (zh, en) = match key {
            "event" => ("事件", "event"),
            "date" => ("日期", "date"),
            "document" => ("文号", "document"),
            "ground" => ("情形", "ground"),
            "unit" => ("单位", "unit"),
            "cap" => ("最高等次", "cap"),
            "as" => ("身份", "as"),
            "places" => ("名额", "places"),
            "open" => ("剩余名额", "places left"),
            "base" => ("基数", "base"),
            "theoretical" => ("理论数", "share × base"),
            "reached" => ("达线", "reached the line"),
            "pool" => ("范围", "pool"),
            "value" => ("得分", "score"),
            "line" => ("等次线", "line"),
            "missing" => ("相差", "short by"),
            "grade" => ("等次", "grade"),
            "decision" => ("裁定号", "decision"),
            "decided" => ("裁定等次", "decided"),
            "body" => ("裁定机构", "by"),
            "reason" => ("理由", "reason"),
            "refused_by" => ("不予执行，依据", "not applied, because of"),
            "from" => ("原等次", "from"),
            "to" => ("改为", "to"),
            "rank" => ("名次", "rank"),
            "condition" | "condition2" | "condition3" | "condition4" => ("依据", "because"),
            "trigger" => ("触发规则", "rule"),
            "confirmation" => ("确认号", "confirmation"),
            "confirmed" => ("确认", "confirmed"),
            "sanction" => ("处分号", "sanction"),
            "kind" => ("种类", "kind"),
            "year" => ("第几年", "year"),
            "duty_related" => ("与履职有关", "to do with the duty"),
            "governs" => ("以此为准", "governs"),
            "given" => ("定为", "given"),
            "lower" => ("降几档", "grades lower"),
            "deduct" => ("扣分", "points off"),
            "nil_item" => ("计 0 分的项目", "item at nought"),
            "ungraded" => ("不定等次", "no grade"),
            "no_honours" => ("取消评优", "no honours"),
            "barred" => ("不得评为", "barred"),
            "open_fact" => ("缺少的事实", "missing fact"),
            "borrowed" => ("借自", "borrowed from"),
            "through" => ("经由", "through"),
            "why" => ("原因", "why"),
            "by" => ("按", "by"),
            "sum" => ("合计", "sum"),
            "at_most" => ("合计上限", "sum at most"),
            "count" => ("个数", "how many"),
            other => return other.to_owned(),
        };
        self.of(zh, en).to_owned()
    }

    /// Clauses in a row.
    #[must_use]
    pub fn joined(self, parts: &[String]) -> String {
        parts.join(self.of("；", "; "))
    }
}

/// A small whole number as it is spoken before 项, 个 and the like: 两, 三, … ; digits from eleven on.
#[must_use]
pub fn spoken(n: usize) -> String {
    const WORDS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}
