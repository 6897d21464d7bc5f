//! What follows from grades, events and sanctions; and the words that the registers may name.

use chrono::NaiveDate;

use super::Check;
use super::bands::grade_names;
use super::duties::{self, grounds, groups, list_name, texts, who};
use super::head::named;
use super::names::plain_codes;
use crate::scheme::load::Spot;
use crate::scheme::raw::{Names, RawConsequence, RawLadder};
use crate::scheme::words::{ActionWords, Named, Registers};
use crate::scheme::worth::{
    After, Appeal, BarRule, Binding, Cause, Consequence, ConsequenceRule, DueYear, EndDate, FirstDay, HolidayEnd,
    Ladder, MonthEnd, Per, Procedure, ProcedureStep, Responsibility, RuleRef, Rung, SeveralBars, SeveralMeasures,
    StartsOn, Track, Whence, Who, Whose,
};

/// Everything that is asked of people beside the grade.
pub(super) fn after(check: &mut Check<'_>) -> After {
    codes(check);
    let after = After {
        duties: duties::duties(check),
        deadlines: duties::deadlines(check),
        appointments: duties::appointments(check),
        roster_checks: duties::roster_checks(check),
        record_checks: duties::record_checks(check),
        checklists: duties::checklists(check),
        consequences: consequences(check),
        consequence_rule: consequence_rule(check),
        responsibilities: responsibilities(check),
        ladders: ladders(check),
        appeal: appeal(check),
        procedures: procedures(check),
        result_list: result_list(check),
    };
    if after.consequences.iter().any(|rule| rule.bar.is_some()) && !check.tables.seen.contains("consequences") {
        let spot = check.tables.consequence[0].spot.clone();
        check.ask(&spot, "consequences");
    }
    after
}

fn codes(check: &mut Check<'_>) {
    let tables = check.tables;
    let row = |code: &str, spot: &Spot| (code.trim().to_owned(), spot.place());
    plain_codes(check, "duty", tables.duty.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    plain_codes(check, "deadline", tables.deadline.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    plain_codes(check, "appointment", tables.appointment.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    plain_codes(
        check,
        "roster_check",
        tables.roster_check.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect(),
    );
    let rows = tables.record_check.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect();
    plain_codes(check, "record_check", rows);
    plain_codes(check, "checklist", tables.checklist.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    plain_codes(check, "consequence", tables.consequence.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    let rows = tables.responsibility.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect();
    plain_codes(check, "responsibility", rows);
    plain_codes(check, "ladder", tables.ladder.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
    plain_codes(check, "procedure", tables.procedure.iter().map(|e| row(e.raw.code.get_ref(), &e.spot)).collect());
}

fn consequences(check: &mut Check<'_>) -> Vec<Consequence> {
    let tables = check.tables;
    tables.consequence.iter().map(|entry| consequence(check, &entry.raw, &entry.spot)).collect()
}

fn consequence(check: &mut Check<'_>, raw: &RawConsequence, spot: &Spot) -> Consequence {
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("consequence:{code}"), spot, &raw.basis, raw.assumed);
    let on = check.need(spot, "on", &raw.on).unwrap_or(Cause::Grade);
    let whose = check.need(spot, "for", &raw.whose).unwrap_or(Whose::Person);
    let of = texts(&raw.of);
    check.need_rows(spot, "of", &of);
    match on {
        Cause::Grade if !check.tables.lost("band") => {
            let known = grade_names(check, whose);
            for grade in &of {
                check.known(spot, "of", grade, &known);
            }
        }
        Cause::Ground => drop(grounds(check, spot, "of", &of)),
        Cause::Sanction => {
            let known = check.codes("sanction", &check.tables.sanction, |raw| raw.code.get_ref());
            for kind in &of {
                check.known(spot, "of", kind, &known);
            }
        }
        Cause::Grade | Cause::List => {}
    }
    let hits = ["unit", "principal", "in_charge", "person", "member", "team"].map(str::to_owned);
    let hit_as = texts(&raw.hit_as);
    for hit in &hit_as {
        check.known(spot, "hit_as", hit, &hits);
    }
    let bar = raw.bar.map(|kind| BarRule {
        kind,
        months: check.need(spot, "months", &raw.months).unwrap_or_default(),
        starts: check.need(spot, "starts", &raw.starts).unwrap_or(StartsOn::DecisionDate),
    });
    if bar.is_none() && raw.months.is_some() {
        check.unused(spot, "months", "没有写 bar，月数用不上", "months without a bar");
    }
    if bar.is_some() && whose == Whose::Unit {
        check.unused(spot, "bar", "单位没有职务可限制", "a unit holds no post that could be barred");
    }
    Consequence {
        code,
        name: raw.name.trim().to_owned(),
        on,
        of,
        whose,
        hit_as,
        honours: raw.honours,
        bar,
        filed_in: raw.filed_in.as_deref().map(|place| place.trim().to_owned()),
        list: list_name(&raw.list, "后果"),
        rule,
    }
}

fn consequence_rule(check: &mut Check<'_>) -> Option<ConsequenceRule> {
    let entry = check.tables.consequences.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("consequences", spot, &raw.basis, raw.assumed);
    Some(ConsequenceRule {
        several: check.need(spot, "several", &raw.several).unwrap_or(SeveralBars::Longest),
        month_end: check.need(spot, "month_end", &raw.month_end).unwrap_or(MonthEnd::LastDay),
        first_day: check.need(spot, "first_day", &raw.first_day).unwrap_or(FirstDay::NextDay),
        rule,
    })
}

fn responsibilities(check: &mut Check<'_>) -> Vec<Responsibility> {
    let mut all = Vec::new();
    for entry in &check.tables.responsibility {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("responsibility:{code}"), spot, &raw.basis, raw.assumed);
        let parts = texts(&raw.parts);
        let bound = of_event(check, spot, &raw.who);
        let about = who(check, spot, "about", &raw.about, false);
        if !parts.is_empty() && !about.is_empty() {
            check.unused(
                spot,
                "about",
                "按参与方式认定的不看当事人",
                "those found by how they took part need no person named",
            );
        }
        if parts.is_empty() && bound.is_empty() {
            check.ask(spot, "parts");
        }
        let needs_record = if parts.is_empty() {
            false
        } else {
            check.need(spot, "needs_record", &raw.needs_record).unwrap_or_default()
        };
        let none = check.need(spot, "none", &raw.none).unwrap_or_default();
        all.push(Responsibility {
            code,
            name: raw.name.trim().to_owned(),
            parts,
            who: bound,
            not_the_party: raw.not_the_party,
            about,
            needs_record,
            none,
            grounds: grounds(check, spot, "grounds", &raw.grounds),
            list: list_name(&raw.list, "责任划分"),
            rule,
        });
    }
    all
}

/// As in a duty, and `supervisor`.
fn of_event(check: &mut Check<'_>, spot: &Spot, names: &Option<Names>) -> Vec<Who> {
    let all = names.as_ref().map(Names::all).unwrap_or_default();
    let (elsewhere, here): (Vec<String>, Vec<String>) = all.into_iter().partition(|name| name.trim() == "supervisor");
    let mut bound = who(check, spot, "who", &Some(Names::Many(here)), true);
    bound.extend(elsewhere.iter().map(|_| Who::Supervisor));
    bound
}

fn ladders(check: &mut Check<'_>) -> Vec<Ladder> {
    let tables = check.tables;
    tables.ladder.iter().map(|entry| ladder(check, &entry.raw, &entry.spot)).collect()
}

fn ladder(check: &mut Check<'_>, raw: &RawLadder, spot: &Spot) -> Ladder {
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("ladder:{code}"), spot, &raw.basis, raw.assumed);
    let whose = check.need(spot, "for", &raw.whose).unwrap_or(Whose::Unit);
    check.need_rows(spot, "rungs", &raw.rungs);
    for rung in &raw.rungs {
        if rung.severity.trim().is_empty() || rung.measures.is_empty() {
            check.out_of_range(
                spot,
                "rungs",
                &rung.severity,
                "情节一个词，措施至少一种",
                "a word and at least one measure",
            );
        }
    }
    let (heavier, lighter) = (texts(&raw.heavier), texts(&raw.lighter));
    let mut binding = |key: &str, words: &[String], value: &Option<Binding>| match words {
        [] => Binding::May,
        _ => check.need(spot, key, value).unwrap_or(Binding::May),
    };
    let heavier_binding = binding("heavier_binding", &heavier, &raw.heavier_binding);
    let lighter_binding = binding("lighter_binding", &lighter, &raw.lighter_binding);
    let rungs = raw.rungs.iter().map(|rung| Rung {
        severity: rung.severity.trim().to_owned(),
        measures: texts(&rung.measures),
        referral: rung.referral,
    });
    Ladder {
        code,
        name: raw.name.trim().to_owned(),
        whose,
        grounds: grounds(check, spot, "grounds", &raw.grounds),
        rungs: rungs.collect(),
        heavier,
        heavier_binding,
        lighter,
        lighter_binding,
        waived_by: texts(&raw.waived_by),
        several: check.need(spot, "several", &raw.several).unwrap_or(SeveralMeasures::Single),
        list: list_name(&raw.list, "责任追究建议"),
        rule,
    }
}

fn appeal(check: &mut Check<'_>) -> Option<Appeal> {
    let entry = check.tables.appeal.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("appeal", spot, &raw.basis, raw.assumed);
    Some(Appeal {
        grounds: grounds(check, spot, "grounds", &raw.grounds),
        days: check.need(spot, "days", &raw.days).unwrap_or_default(),
        answer_days: check.need(spot, "answer_days", &raw.answer_days).unwrap_or_default(),
        first_day: check.need(spot, "first_day", &raw.first_day).unwrap_or(FirstDay::NextDay),
        holiday_end: check.need(spot, "holiday_end", &raw.holiday_end).unwrap_or(HolidayEnd::AsIs),
        suspends: check.need(spot, "suspends", &raw.suspends).unwrap_or_default(),
        list: list_name(&raw.list, "申诉期限"),
        rule,
    })
}

fn procedures(check: &mut Check<'_>) -> Vec<Procedure> {
    let mut all = Vec::new();
    for entry in &check.tables.procedure {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("procedure:{code}"), spot, &raw.basis, raw.assumed);
        check.need_rows(spot, "steps", &raw.steps);
        let names: Vec<String> = raw.steps.iter().map(|step| step.name.trim().to_owned()).collect();
        for other in raw.steps.iter().filter_map(|step| step.not_by_body_of.as_ref()) {
            check.known(spot, "steps", other, &names);
        }
        let measures = texts(&raw.measures);
        if raw.undecided && measures.is_empty() {
            check.unused(spot, "undecided", "没有写 measures，各种措施都适用", "without measures all events are taken");
        }
        let steps = raw.steps.iter().map(|step| ProcedureStep {
            name: step.name.trim().to_owned(),
            by: texts(&step.by),
            not_by_body_of: step.not_by_body_of.as_deref().map(|other| other.trim().to_owned()),
        });
        all.push(Procedure {
            code,
            name: raw.name.trim().to_owned(),
            steps: steps.collect(),
            grounds: grounds(check, spot, "grounds", &raw.grounds),
            whose: raw.whose,
            measures,
            undecided: raw.undecided,
            groups: groups(check, spot, "groups", &raw.groups),
            list: list_name(&raw.list, "办理程序"),
            rule,
        });
    }
    all
}

fn result_list(check: &mut Check<'_>) -> Option<(String, RuleRef)> {
    let entry = check.tables.result_list.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("result_list", spot, &raw.basis, raw.assumed);
    let name = check.need(spot, "name", &raw.name).unwrap_or_default();
    Some((name.trim().to_owned(), rule))
}

/// What the registers may name: the words of all these rules.
pub(super) fn registers(check: &Check<'_>, after: &After) -> Registers {
    let mut made = Registers::default();
    for (entry, duty) in check.tables.duty.iter().zip(&after.duties) {
        let next_year = duty.due.as_ref().is_some_and(|due| due.year == DueYear::Next);
        let since = duty.term_from.filter(|_| duty.per == Per::Term);
        for (at, word) in duty.words.iter().enumerate() {
            // Other spellings are those of the first word.
            let aliases = if at == 0 { entry.raw.aliases.as_slice() } else { &[] };
            let word = named(word, word, aliases);
            match duty.from {
                Whence::Ledger => add_action(&mut made.actions, word, since, next_year),
                Whence::Talks => add(&mut made.talk_kinds, word),
            }
        }
    }
    for (entry, rule) in check.tables.appointment.iter().zip(&after.appointments) {
        let word = named(&rule.action, &rule.action, &entry.raw.aliases);
        match rule.from {
            Whence::Ledger => add_action(&mut made.actions, word, None, false),
            Whence::Talks => add(&mut made.talk_kinds, word),
        }
    }
    for kind in after.record_checks.iter().flat_map(|rule| &rule.kinds) {
        add(&mut made.talk_kinds, named(kind, kind, &[]));
    }
    for rule in &after.deadlines {
        match rule.end {
            EndDate::Action => add_action(&mut made.actions, named(&rule.word, &rule.word, &[]), None, true),
            EndDate::Talk => add(&mut made.talk_kinds, named(&rule.word, &rule.word, &[])),
            _ => {}
        }
        for kind in &rule.kinds {
            add(&mut made.talk_kinds, named(kind, kind, &[]));
        }
    }
    made.checks =
        after.checklists.iter().flat_map(|list| &list.entries).map(|(code, text, _)| named(code, text, &[])).collect();
    for step in after.procedures.iter().flat_map(|rule| &rule.steps) {
        add(&mut made.steps, named(&step.name, &step.name, &[]));
    }
    made.talks = !made.talk_kinds.is_empty()
        || after.deadlines.iter().any(|rule| rule.of == Track::Talks)
        || after.record_checks.iter().any(|rule| rule.of == Track::Talks);
    let checked = |of| after.record_checks.iter().any(|rule| rule.of == of);
    made.tasks = after.deadlines.iter().any(|rule| rule.of == Track::Tasks) || checked(Track::Tasks);
    made.collective = after.responsibilities.iter().any(|rule| !rule.parts.is_empty());
    made.receipts = after.appeal.is_some();
    made.gravity = !after.ladders.is_empty();
    made
}

fn add(list: &mut Vec<Named<String>>, word: Named<String>) {
    match list.iter_mut().find(|other| other.code == word.code) {
        Some(other) => {
            let more = word.aliases.into_iter().filter(|alias| !other.aliases.contains(alias)).collect::<Vec<_>>();
            other.aliases.extend(more);
        }
        None => list.push(word),
    }
}

fn add_action(list: &mut Vec<ActionWords>, word: Named<String>, since: Option<NaiveDate>, next_year: bool) {
    match list.iter_mut().find(|other| other.named.code == word.code) {
        Some(other) => {
            other.named.aliases.extend(word.aliases);
            other.since = other.since.into_iter().chain(since).min();
            other.next_year |= next_year;
        }
        None => list.push(ActionWords { named: word, since, next_year }),
    }
}
