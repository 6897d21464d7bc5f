//! Measures: what each must say about its source.

use super::Check;
use super::conditions::Reads;
use super::head::named;
use super::sanctions;
use crate::diag::Text;
use crate::scheme::findings::key_without_use;
use crate::scheme::load::{Entry, Spot};
use crate::scheme::raw::RawMeasure;
use crate::scheme::words::{FactTable, ItemWords, MarkValue, MeasureFrom, MeasureOf, MeasureWords, PeriodWords};
use crate::scheme::worth::{
    EmptyRate, FactCombine, Measure, MeasureValue, MissingFact, ScoreOf, ShareOver, Source, WhoseGrade,
};
use crate::terms::{
    ClassCode, ComponentCode, FamilyCode, Grade, GroundCode, ItemCode, MarkCode, MeasureCode, PollCode, QuestionCode,
    RoleCode,
};

/// All measures. They are read last, when every rule that names one has been seen.
pub(super) fn measures(check: &mut Check<'_>) -> (Vec<MeasureWords>, Vec<Measure>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.measure {
        measure(check, entry, &mut words, &mut worth);
    }
    (words, worth)
}

/// What sheets of marks and the ledger hold for measures: a column of numbers, a kind of action.
pub(super) fn cells(words: &[MeasureWords], worth: &[Measure], periods: &[PeriodWords], items: &mut Vec<ItemWords>) {
    for (words, measure) in words.iter().zip(worth) {
        let (code, table, value) = match &measure.source {
            Source::Marks => (ItemCode::new(measure.code.as_str()), FactTable::Marks, MarkValue::Number),
            Source::Ledger(kind) => (kind.clone(), FactTable::Ledger, MarkValue::Count),
            _ => continue,
        };
        if items.iter().any(|item| item.code == code) {
            continue;
        }
        let name = if table == FactTable::Ledger { code.to_string() } else { measure.name.clone() };
        let periods = periods.iter().map(|period| period.code.clone()).collect();
        items.push(ItemWords { code, name, table, value, by_member: false, periods, place: words.place.clone() });
    }
}

fn measure(check: &mut Check<'_>, entry: &Entry<RawMeasure>, words: &mut Vec<MeasureWords>, worth: &mut Vec<Measure>) {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let code = MeasureCode::new(raw.code.get_ref());
    let rule = check.rule(&format!("measure:{code}"), spot, &raw.basis, raw.assumed);
    let of = check.need(spot, "of", &raw.of);
    let from = check.need(spot, "from", &raw.from);
    let counted_in = check.need(spot, "counted_in", &raw.counted_in).unwrap_or_default().trim().to_owned();
    let Some(from) = from else { return };
    let of = of.unwrap_or(MeasureOf::Unit);
    unused_keys(check, spot, from);
    about(check, spot, from, of);
    // What is counted is nought where there is nothing; only other sources can lack a fact.
    let missing = if can_lack(from) { check.need(spot, "missing", &raw.missing) } else { raw.missing };
    let source = source(check, entry, from, of);
    words.push(MeasureWords {
        named: named(code.as_str(), &raw.name, &raw.aliases),
        from,
        of,
        counted_in: counted_in.clone(),
        only_one: raw.combine == Some(FactCombine::One),
        place: spot.place(),
    });
    let beyond_items = check.reads.get(code.as_str()).is_none_or(|reads| *reads != Reads::Facts);
    let (name, missing) = (raw.name.trim().to_owned(), missing.unwrap_or(MissingFact::Pend));
    worth.push(Measure { code, name, of, source, counted_in, missing, beyond_items, rule });
}

fn can_lack(from: MeasureFrom) -> bool {
    !matches!(
        from,
        MeasureFrom::Ledger
            | MeasureFrom::Occurrences
            | MeasureFrom::Claims
            | MeasureFrom::Events
            | MeasureFrom::Sanctions
            | MeasureFrom::Roster
    )
}

/// The keys that each source uses.
fn keys(from: MeasureFrom) -> &'static [&'static str] {
    match from {
        MeasureFrom::Facts => &["combine"],
        MeasureFrom::Marks => &[],
        MeasureFrom::Ledger => &["kind", "item"],
        MeasureFrom::Cases => &["numerator", "denominator", "zero_denominator"],
        MeasureFrom::Poll => &["poll", "question", "marks", "over", "classes", "value", "zero_denominator"],
        MeasureFrom::Occurrences => &["kinds", "levels", "found_by"],
        MeasureFrom::Claims => &["families", "value"],
        MeasureFrom::Events => &["grounds"],
        MeasureFrom::Sanctions => &["kinds", "in_effect"],
        MeasureFrom::Roster => &["roles"],
        MeasureFrom::History => &["grades", "value"],
        MeasureFrom::Duty => &["duty", "value", "zero_denominator"],
        MeasureFrom::Checklist => &["checklist", "zero_denominator"],
        MeasureFrom::Items => &["component", "value"],
        MeasureFrom::Score => &["of_what"],
        MeasureFrom::Rank => &["value"],
        MeasureFrom::Grade => &["grades", "whose"],
    }
}

const ALL_KEYS: [&str; 24] = [
    "combine",
    "kind",
    "item",
    "numerator",
    "denominator",
    "zero_denominator",
    "poll",
    "question",
    "marks",
    "over",
    "classes",
    "value",
    "kinds",
    "levels",
    "found_by",
    "families",
    "grounds",
    "roles",
    "grades",
    "whose",
    "in_effect",
    "duty",
    "checklist",
    "component",
];

fn unused_keys(check: &mut Check<'_>, spot: &Spot, from: MeasureFrom) {
    let used = keys(from);
    let word = spot.lines.text_of("from").unwrap_or_default().to_owned();
    for key in ALL_KEYS.iter().chain(&["of_what"]).filter(|key| spot.says(key) && !used.contains(*key)) {
        let reason = Text::new(format!("from = \"{word}\" 不用此键"), format!("from = \"{word}\" does not use it"));
        check.findings.push(key_without_use(spot.at(key), &spot.called, key, reason));
    }
}

/// Whom a source can be about.
fn about(check: &mut Check<'_>, spot: &Spot, from: MeasureFrom, of: MeasureOf) {
    let fits = match from {
        MeasureFrom::Facts | MeasureFrom::Events | MeasureFrom::Claims | MeasureFrom::Roster => true,
        MeasureFrom::Cases | MeasureFrom::Occurrences => of != MeasureOf::Person,
        MeasureFrom::Marks | MeasureFrom::Items => of == MeasureOf::Unit,
        _ => of != MeasureOf::County,
    };
    if !fits {
        let found = spot.lines.text_of("of").unwrap_or_default().to_owned();
        let (zh, en) = match from {
            MeasureFrom::Marks | MeasureFrom::Items => ("unit", "unit"),
            MeasureFrom::Cases | MeasureFrom::Occurrences => ("unit 或 county", "unit or county"),
            _ => ("unit 或 person", "unit or person"),
        };
        check.out_of_range(spot, "of", &found, zh, en);
    }
}

fn source(check: &mut Check<'_>, entry: &Entry<RawMeasure>, from: MeasureFrom, of: MeasureOf) -> Source {
    let (raw, spot) = (&entry.raw, &entry.spot);
    match from {
        MeasureFrom::Facts => Source::Facts(check.need(spot, "combine", &raw.combine).unwrap_or(FactCombine::One)),
        MeasureFrom::Marks => Source::Marks,
        MeasureFrom::Ledger => ledger(check, entry),
        MeasureFrom::Cases => cases(check, entry),
        MeasureFrom::Poll => poll(check, entry, of),
        MeasureFrom::Occurrences => {
            Source::Occurrences { kinds: words(&raw.kinds), levels: words(&raw.levels), found_by: words(&raw.found_by) }
        }
        MeasureFrom::Claims => {
            let known = check.codes("family", &check.tables.family, |raw| raw.code.get_ref());
            let families = all_known(check, spot, "families", &raw.families, &known);
            let value = value(check, entry, &[MeasureValue::Count, MeasureValue::Points]);
            let families = families.iter().map(|code| FamilyCode::new(code)).collect();
            Source::Claims { families, points: value == Some(MeasureValue::Points) }
        }
        MeasureFrom::Events => {
            let known = check.codes("ground", &check.tables.ground, |raw| raw.code.get_ref());
            let grounds = all_known(check, spot, "grounds", &raw.grounds, &known);
            Source::Events(grounds.iter().map(|code| GroundCode::new(code)).collect())
        }
        MeasureFrom::Sanctions => Source::Sanctions {
            kinds: sanctions::kinds(check, spot, &raw.kinds),
            in_effect: check.need(spot, "in_effect", &raw.in_effect).unwrap_or_default(),
        },
        MeasureFrom::Roster => {
            let known = role_codes(check);
            let roles = all_known(check, spot, "roles", &raw.roles, &known);
            Source::Roster(roles.iter().map(|code| RoleCode::new(code)).collect())
        }
        MeasureFrom::History => {
            let values = [MeasureValue::Consecutive, MeasureValue::LastRankFromBottom];
            let value = value(check, entry, &values).unwrap_or(MeasureValue::Consecutive);
            if value == MeasureValue::Consecutive {
                check.need_rows(spot, "grades", &raw.grades);
            }
            Source::History { grades: grades(check, entry), value }
        }
        MeasureFrom::Duty => {
            let values = [MeasureValue::Missing, MeasureValue::Done, MeasureValue::Required, MeasureValue::Share];
            let value = value(check, entry, &values).unwrap_or(MeasureValue::Missing);
            let duty = check.need(spot, "duty", &raw.duty).unwrap_or_default().trim().to_owned();
            let known = check.codes("duty", &check.tables.duty, |raw| raw.code.get_ref());
            if raw.duty.is_some() {
                check.known(spot, "duty", &duty, &known);
            }
            let empty = if value == MeasureValue::Share { empty(check, entry) } else { EmptyRate::Missing };
            Source::Duty { duty, value, empty }
        }
        MeasureFrom::Checklist => {
            let checklist = check.need(spot, "checklist", &raw.checklist).unwrap_or_default().trim().to_owned();
            let known = check.codes("checklist", &check.tables.checklist, |raw| raw.code.get_ref());
            if raw.checklist.is_some() {
                check.known(spot, "checklist", &checklist, &known);
            }
            Source::Checklist { checklist, empty: empty(check, entry) }
        }
        MeasureFrom::Items => {
            let known = check.component_codes();
            let component = raw.component.as_ref().filter(|code| check.known(spot, "component", code, &known));
            let values = [MeasureValue::ZeroItems, MeasureValue::LostPoints];
            let value = value(check, entry, &values).unwrap_or(MeasureValue::ZeroItems);
            Source::Items { component: component.map(|code| ComponentCode::new(code)), value }
        }
        MeasureFrom::Score => Source::Score(of_what(check, entry)),
        MeasureFrom::Rank => {
            let value = value(check, entry, &[MeasureValue::Rank, MeasureValue::FromBottom]);
            Source::Rank { from_bottom: value == Some(MeasureValue::FromBottom) }
        }
        MeasureFrom::Grade => {
            check.need_rows(spot, "grades", &raw.grades);
            let whose = check.need(spot, "whose", &raw.whose).unwrap_or(WhoseGrade::Own);
            Source::Grade { grades: grades(check, entry), whose }
        }
    }
}

fn words(list: &[String]) -> Vec<String> {
    list.iter().map(|word| word.trim().to_owned()).collect()
}

fn all_known(check: &mut Check<'_>, spot: &Spot, key: &str, list: &[String], known: &[String]) -> Vec<String> {
    for word in list {
        check.known(spot, key, word, known);
    }
    words(list)
}

/// One of the values that the source has.
fn value(check: &mut Check<'_>, entry: &Entry<RawMeasure>, fits: &[MeasureValue]) -> Option<MeasureValue> {
    let spot = &entry.spot;
    let value = check.need(spot, "value", &entry.raw.value)?;
    if !fits.contains(&value) {
        let found = spot.lines.text_of("value").unwrap_or_default().to_owned();
        let names: Vec<&str> = fits.iter().map(|value| value_name(*value)).collect();
        check.out_of_range(spot, "value", &found, &names.join(" | "), &names.join(" | "));
        return None;
    }
    Some(value)
}

fn value_name(value: MeasureValue) -> &'static str {
    match value {
        MeasureValue::Score => "score",
        MeasureValue::Count => "count",
        MeasureValue::Points => "points",
        MeasureValue::Consecutive => "consecutive",
        MeasureValue::LastRankFromBottom => "last_rank_from_bottom",
        MeasureValue::Missing => "missing",
        MeasureValue::Done => "done",
        MeasureValue::Required => "required",
        MeasureValue::Share => "share",
        MeasureValue::ZeroItems => "zero_items",
        MeasureValue::LostPoints => "lost_points",
        MeasureValue::Rank => "rank",
        MeasureValue::FromBottom => "from_bottom",
    }
}

fn empty(check: &mut Check<'_>, entry: &Entry<RawMeasure>) -> EmptyRate {
    check.need(&entry.spot, "zero_denominator", &entry.raw.zero_denominator).unwrap_or(EmptyRate::Missing)
}

fn role_codes(check: &Check<'_>) -> Vec<String> {
    let people = check.tables.people.as_ref();
    people.map(|entry| entry.raw.roles.iter().map(|role| role.code.trim().to_owned()).collect()).unwrap_or_default()
}

fn grades(check: &mut Check<'_>, entry: &Entry<RawMeasure>) -> Vec<Grade> {
    let known: Vec<String> = check.tables.band.iter().map(|band| band.raw.grade.get_ref().trim().to_owned()).collect();
    if !check.tables.lost("band") {
        for grade in &entry.raw.grades {
            check.known(&entry.spot, "grades", grade, &known);
        }
    }
    entry.raw.grades.iter().map(|grade| Grade::new(grade)).collect()
}

fn ledger(check: &mut Check<'_>, entry: &Entry<RawMeasure>) -> Source {
    let (raw, spot) = (&entry.raw, &entry.spot);
    if let Some(item) = &raw.item {
        let known = check.codes("item", &check.tables.item, |raw| raw.code.get_ref());
        check.known(spot, "item", item, &known);
        if raw.kind.is_some() {
            check.unused(spot, "kind", "已写明 item", "item says it already");
        }
        return Source::Ledger(ItemCode::new(item));
    }
    Source::Ledger(ItemCode::new(&check.need(spot, "kind", &raw.kind).unwrap_or_default()))
}

fn cases(check: &mut Check<'_>, entry: &Entry<RawMeasure>) -> Source {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let known = check.codes("case_indicator", &check.tables.case_indicator, |raw| raw.code.get_ref());
    let numerator = check.need(spot, "numerator", &raw.numerator).unwrap_or_default();
    for (key, code) in [("numerator", &raw.numerator), ("denominator", &raw.denominator)] {
        if let Some(code) = code {
            check.known(spot, key, code, &known);
        }
    }
    let empty = if raw.denominator.is_some() { empty(check, entry) } else { EmptyRate::Missing };
    let denominator = raw.denominator.as_deref().map(ItemCode::new);
    Source::Cases { numerator: ItemCode::new(&numerator), denominator, empty }
}

fn poll(check: &mut Check<'_>, entry: &Entry<RawMeasure>, of: MeasureOf) -> Source {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let known = check.poll_codes();
    let code = check.need(spot, "poll", &raw.poll).unwrap_or_default();
    let is_known = raw.poll.is_some() && check.known(spot, "poll", &code, &known);
    let poll = PollCode::new(&code);
    if raw.value.is_some() {
        value(check, entry, &[MeasureValue::Score]);
        for key in ["question", "marks", "over", "classes", "zero_denominator"].iter().filter(|key| spot.says(key)) {
            check.unused(spot, key, "value = \"score\" 不用此键", "value = \"score\" does not use it");
        }
        return Source::PollScore(poll);
    }
    check.need_rows(spot, "marks", &raw.marks);
    let over = check.need(spot, "over", &raw.over).unwrap_or(ShareOver::Valid);
    let tables = check.tables;
    let named = tables.poll.iter().find(|entry| is_known && entry.raw.code.get_ref().trim() == code.trim());
    if let Some(held) = named.filter(|held| !held.spot.lines.damaged) {
        let codes =
            |list: &mut dyn Iterator<Item = &String>| list.map(|code| code.trim().to_owned()).collect::<Vec<_>>();
        let marks = codes(&mut held.raw.marks.iter().map(|mark| &mark.code));
        let classes = codes(&mut held.raw.classes.iter().map(|class| &class.code));
        let questions = codes(&mut held.raw.questions.iter().map(|question| &question.code));
        all_known(check, spot, "marks", &raw.marks, &marks);
        all_known(check, spot, "classes", &raw.classes, &classes);
        if let Some(question) = &raw.question {
            check.known(spot, "question", question, &questions);
        }
        if of == MeasureOf::County {
            check.out_of_range(spot, "of", "county", "unit 或 person", "unit or person");
        }
    }
    Source::PollShare {
        poll,
        question: raw.question.as_deref().map(QuestionCode::new),
        marks: raw.marks.iter().map(|mark| MarkCode::new(mark)).collect(),
        over,
        classes: raw.classes.iter().map(|class| ClassCode::new(class)).collect(),
        empty: empty(check, entry),
    }
}

fn of_what(check: &mut Check<'_>, entry: &Entry<RawMeasure>) -> ScoreOf {
    let (raw, spot) = (&entry.raw, &entry.spot);
    let text = check.need(spot, "of_what", &raw.of_what).unwrap_or_else(|| "total".to_owned());
    match text.trim().split_once(':') {
        None if text.trim() == "total" => ScoreOf::Total,
        None if text.trim() == "change" => ScoreOf::Change,
        Some(("component", code)) => {
            let known = check.component_codes();
            check.known(spot, "of_what", code, &known);
            ScoreOf::Component(ComponentCode::new(code))
        }
        Some(("item", code)) => {
            let known = check.codes("item", &check.tables.item, |raw| raw.code.get_ref());
            check.known(spot, "of_what", code, &known);
            ScoreOf::Item(ItemCode::new(code))
        }
        _ => {
            let (zh, en) = ("total、change、component:代码 或 item:代码", "total, change, component:CODE or item:CODE");
            check.out_of_range(spot, "of_what", &text, zh, en);
            ScoreOf::Total
        }
    }
}
