//! Codes looked up as names, and the few facts about subjects that several sections share.

use std::collections::BTreeMap;

use super::numbers::{change_cell, number, places_of, signed};
use super::plots::Frame;
use super::table::{Cell, GradeMark, Number};
use super::words::Say;
use crate::diag::Lang;
use crate::results::{GradeInfo, Part, Results, SubjectResult, Value};

/// Names by code, and the words of the language.
pub(super) struct Names<'a> {
    pub(super) say: Say,
    units: BTreeMap<&'a str, &'a str>,
    people: BTreeMap<&'a str, &'a SubjectResult>,
    groups: BTreeMap<&'a str, &'a str>,
    roles: BTreeMap<&'a str, &'a str>,
    unit_grades: &'a [GradeInfo],
    person_grades: &'a [GradeInfo],
    source: String,
    stamp: String,
    notes: Vec<String>,
}

impl<'a> Names<'a> {
    pub(super) fn of(results: &'a Results) -> Self {
        let say = Say(if results.assessment.lang == "en" { Lang::En } else { Lang::Zh });
        let (scheme, info) = (&results.scheme, &results.assessment);
        let digest: String = scheme.digest.chars().take(12).collect();
        let mut notes = Vec::new();
        if info.fictional {
            notes.push(say.of("虚构数据，仅供演示。", "Invented data, for demonstration only.").to_owned());
        }
        if info.status != "final" {
            let (word, long) = say.status(&info.status);
            notes.push(say.made(format!("{word}：{long}。"), format!("{word}: {long}.")));
        }
        Self {
            say,
            units: results.units.iter().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect(),
            people: results.people.iter().map(|person| (person.code.as_str(), person)).collect(),
            groups: scheme.groups.iter().map(|group| (group.code.as_str(), group.name.as_str())).collect(),
            roles: scheme.roles.iter().map(|role| (role.code.as_str(), role.name.as_str())).collect(),
            unit_grades: &scheme.unit_grades,
            person_grades: &scheme.person_grades,
            source: say.made(
                format!("来源：{}，摘要 {digest}；制表 {}", scheme.title, info.issued),
                format!("Source: {}, digest {digest}; issued {}", scheme.title, info.issued),
            ),
            stamp: {
                let fictional = info.fictional.then(|| say.of("虚构数据", "invented data").to_owned());
                let mut stamp = vec![info.title.clone(), say.status(&info.status).0];
                stamp.extend(fictional);
                stamp.join(" · ")
            },
            notes,
        }
    }

    pub(super) fn unit(&self, code: &'a str) -> &'a str {
        self.units.get(code).copied().unwrap_or(code)
    }

    /// A person's name alone.
    pub(super) fn person_name(&self, code: &str) -> String {
        self.people.get(code).map_or_else(|| code.to_owned(), |person| person.name.clone())
    }

    /// The same from a text that does not come from the lists.
    pub(super) fn unit_name(&self, code: &str) -> String {
        self.units.get(code).copied().unwrap_or(code).to_owned()
    }

    /// A person with the unit in brackets, from a code that does not come from the results.
    pub(super) fn person_and_unit(&self, code: &str) -> String {
        let unit = self.people.get(code).and_then(|person| person.unit.as_deref());
        let unit = unit.map(|unit| self.say.bracketed(&self.unit_name(unit))).unwrap_or_default();
        format!("{}{unit}", self.person_name(code))
    }

    /// A group's name, from a code that does not come from the scheme.
    pub(super) fn group_name(&self, code: &str) -> String {
        self.groups.get(code).copied().unwrap_or(code).to_owned()
    }

    pub(super) fn group(&self, code: &'a str) -> &'a str {
        self.groups.get(code).copied().unwrap_or(code)
    }

    pub(super) fn role(&self, code: &'a str) -> &'a str {
        self.roles.get(code).copied().unwrap_or(code)
    }

    /// A unit or, with the unit in brackets, a person.
    pub(super) fn subject(&self, whose: &str, code: &'a str) -> String {
        if whose != "person" {
            return self.unit(code).to_owned();
        }
        let Some(person) = self.people.get(code) else { return code.to_owned() };
        match &person.unit {
            Some(unit) => format!("{}{}", person.name, self.say.bracketed(self.unit(unit))),
            None => person.name.clone(),
        }
    }

    /// A group or role by its code; other words stay.
    pub(super) fn known(&self, code: &str) -> String {
        self.groups.get(code).or(self.roles.get(code)).copied().unwrap_or(code).to_owned()
    }

    /// A pool of a quota: group, role, or both joined by `/`; nothing for all together.
    pub(super) fn pool(&self, code: &str) -> String {
        if code.is_empty() {
            return self.say.of("全部", "all").to_owned();
        }
        code.split('/').map(|part| self.known(part)).collect::<Vec<_>>().join("·")
    }

    pub(super) fn unit_grade(&self, grade: &str) -> GradeMark {
        mark(self.unit_grades, grade)
    }

    pub(super) fn person_grade(&self, grade: &str) -> GradeMark {
        mark(self.person_grades, grade)
    }

    pub(super) fn grade_of(&self, whose: &str, grade: Option<&String>) -> Cell {
        let mark = |grade: &String| if whose == "person" { self.person_grade(grade) } else { self.unit_grade(grade) };
        grade.map_or(Cell::Empty, |grade| Cell::Grade(mark(grade)))
    }

    /// The words around a chart.
    pub(super) fn frame(&self, title: String, subtitle: String, description: String) -> Frame {
        let (notes, source, stamp) = (self.notes.clone(), self.source.clone(), self.stamp.clone());
        Frame { title, subtitle, notes, source, stamp, description }
    }

    /// A value in a cell; a value kept back is a word.
    pub(super) fn value(&self, value: Option<&Value>) -> Cell {
        match value {
            None => Cell::Empty,
            Some(Value::Withheld { .. }) => Cell::Instead(self.say.withheld().to_owned()),
            Some(value) => number(value).map_or(Cell::Empty, Cell::Number),
        }
    }

    /// A part's points, or the word for its state.
    pub(super) fn part(&self, part: Option<&Part>) -> Cell {
        let Some(part) = part else { return Cell::Empty };
        match &part.score {
            Some(score) => self.value(Some(score)),
            None => match self.say.state(&part.state) {
                "" => Cell::Empty,
                word => Cell::Instead(word.to_owned()),
            },
        }
    }

    /// The total, or what stands in its place.
    pub(super) fn total(&self, subject: &SubjectResult) -> Cell {
        match &subject.score {
            Some(score) => self.value(Some(score)),
            None => Cell::Instead(self.say.of("待定", "pending").to_owned()),
        }
    }

    /// The grade, or 待定 or 不定等次.
    pub(super) fn grade(&self, whose: &str, subject: &SubjectResult) -> Cell {
        match (&subject.grade, &subject.pending) {
            (Some(_), _) => self.grade_of(whose, subject.grade.as_ref()),
            (None, Some(_)) => Cell::Instead(self.say.of("待定", "pending").to_owned()),
            (None, None) => Cell::Instead(self.say.of("不定等次", "no grade").to_owned()),
        }
    }

    /// Last year's total and the change since, as two cells; words when there is nothing to compare with.
    pub(super) fn last_year(&self, subject: &SubjectResult) -> [Cell; 2] {
        let Some(last) = &subject.last_year else { return [Cell::Empty, Cell::Empty] };
        let places = subject.score.as_ref().map_or(2, |score| places_of(score.shown()));
        let change = match &last.change {
            Some(change) => change_cell(change, places),
            None => Cell::Empty,
        };
        [self.value(last.score.as_ref()), change]
    }

    /// Who signs under a list.
    pub(super) fn signatures(&self) -> Vec<String> {
        let say = self.say;
        [("考核办经办人", "Prepared by"), ("复核人", "Checked by"), ("领导签字", "Approved by"), ("日期", "Date")]
            .map(|(zh, en)| say.of(zh, en).to_owned())
            .to_vec()
    }

    /// What has to be said beside a row: vetoes, places, decisions, what is pending and why.
    pub(super) fn notes_of(&self, results: &Results, subject: &SubjectResult) -> String {
        let say = self.say;
        let mut notes = Vec::new();
        for ruling in &subject.rulings {
            let moved = match (&ruling.from, &ruling.to) {
                (Some(from), Some(to)) if from != to => {
                    say.made(format!("，{from}改为{to}"), format!(", {from} to {to}"))
                }
                (None, Some(to)) => say.made(format!("，定为{to}"), format!(", {to}")),
                _ => String::new(),
            };
            let head = match ruling.stage.as_str() {
                "veto" => say.of("一票否决", "veto"),
                "condition" if !moved.is_empty() => say.of("等次条件", "condition of the band"),
                "warning" => say.of("警告", "warning"),
                "sanction" => say.of("处分", "sanction"),
                "gate" => say.of("资格条件", "gate"),
                "review" => say.of("复核", "review"),
                "quota" if !moved.is_empty() => say.of("名额已满", "no place left"),
                "decision" => say.of("裁定", "decision"),
                _ => continue,
            };
            notes.push(format!("{head}{moved}"));
        }
        if let Some(last) = &subject.last_year
            && !last.same_scheme
        {
            let places = subject.score.as_ref().map_or(2, |score| places_of(score.shown()));
            let parts = last.performance.as_ref().zip(last.rules.as_ref());
            let parts = parts.map(|(own, rules)| (signed(own, places), signed(rules, places)));
            notes.push(match parts {
                Some((own, rules)) => say.made(
                    format!("两年办法不同，变动中成绩{own}、办法{rules}"),
                    format!("the rules changed: {own} by performance, {rules} by rules"),
                ),
                None => say.of("上年办法不同，不宜直接比较", "another scheme last year, not comparable").to_owned(),
            });
        }
        notes.extend(subject.pending.iter().chain(&subject.ungraded).map(|why| self.reason(results, why)));
        say.joined(&notes)
    }
}

fn mark(scale: &[GradeInfo], grade: &str) -> GradeMark {
    let index = scale.iter().position(|info| info.grade == grade);
    GradeMark { text: grade.to_owned(), index, of: scale.len() }
}

/// The printed total as a number, if there is one that may be shown.
pub(super) fn total_number(subject: &SubjectResult) -> Option<Number> {
    subject.score.as_ref().and_then(number)
}

/// The name of a part with its period: `J1 研究部署（半年）`; the period stands after `@` in the code.
pub(super) fn item_and_period(code: &str) -> (&str, Option<&str>) {
    match code.split_once('@') {
        Some((item, period)) => (item, Some(period)),
        None => (code, None),
    }
}

/// In the order of the pages: by group in the scheme's order, ranked before unranked, then by code.
pub(super) fn in_order<'a>(results: &'a Results, subjects: &'a [SubjectResult]) -> Vec<&'a SubjectResult> {
    let place = |group: &str| results.scheme.groups.iter().position(|known| known.code == group).unwrap_or(usize::MAX);
    let mut all: Vec<&SubjectResult> = subjects.iter().collect();
    all.sort_by_key(|subject| {
        (place(&subject.group), subject.group.clone(), subject.rank.unwrap_or(u32::MAX), subject.code.clone())
    });
    all
}
