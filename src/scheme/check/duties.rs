//! Duties, deadlines, changes of post, roster checks and checklists.

use std::collections::BTreeSet;

use super::Check;
use crate::scheme::load::Spot;
use crate::scheme::raw::{Names, RawDeadline, RawDuty};
use crate::scheme::words::RoleKind;
use crate::scheme::worth::{
    Appointment, Change, Checklist, Counting, Coverage, Deadline, Due, DueYear, Duty, EndDate, FirstDay, GivenDate,
    HolidayEnd, MonthEnd, PartService, Per, RecordCheck, RosterCheck, Scope, StartDate, Track, WhenDone, Whence, Who,
    Within,
};
use crate::terms::{GroundCode, GroupCode, RoleCode};

/// Trimmed texts without the empty ones.
pub(super) fn texts(list: &[String]) -> Vec<String> {
    list.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// The name of a list, or the usual one.
pub(super) fn list_name(own: &Option<String>, usual: &str) -> String {
    own.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(usual).to_owned()
}

/// Those whom a key names: the unit, kinds of roles, or roles of the scheme.
pub(super) fn who(check: &mut Check<'_>, spot: &Spot, key: &str, names: &Option<Names>, unit: bool) -> Vec<Who> {
    let roles = role_codes(check);
    let fixed = ["principal", "in_charge", "member", "anyone"];
    let known: Vec<String> = unit.then_some("unit").into_iter().chain(fixed).map(str::to_owned).chain(roles).collect();
    let kinds: Vec<(String, RoleKind)> = check.tables.people.as_ref().map_or_else(Vec::new, |entry| {
        entry.raw.roles.iter().map(|role| (role.code.trim().to_owned(), role.kind)).collect()
    });
    let mut all = Vec::new();
    for name in names.as_ref().map(Names::all).unwrap_or_default() {
        let name = name.trim();
        // A role of another kind that bears the word of a kind would be passed over in silence.
        let own = kinds.iter().find(|(code, _)| code == name).map(|(_, kind)| *kind);
        let meant = match name {
            "principal" => Some(RoleKind::Principal),
            "in_charge" => Some(RoleKind::InCharge),
            "member" => Some(RoleKind::Member),
            _ => None,
        };
        if own.is_some() && (name == "unit" || name == "anyone" || meant.is_some_and(|kind| Some(kind) != own)) {
            check.out_of_range(
                spot,
                key,
                name,
                "角色代码与通用词相同而所指不同，请改角色代码",
                "a word that is not the code of a role of another kind",
            );
        }
        all.push(match name {
            "unit" if unit => Who::Unit,
            "principal" => Who::Kind(RoleKind::Principal),
            "in_charge" => Who::Kind(RoleKind::InCharge),
            "member" => Who::Kind(RoleKind::Member),
            "anyone" => Who::Anyone,
            role => {
                check.known(spot, key, role, &known);
                Who::Role(RoleCode::new(role))
            }
        });
    }
    all
}

fn role_codes(check: &Check<'_>) -> Vec<String> {
    let people = check.tables.people.as_ref();
    people.map_or_else(Vec::new, |entry| entry.raw.roles.iter().map(|role| role.code.trim().to_owned()).collect())
}

pub(super) fn groups(check: &mut Check<'_>, spot: &Spot, key: &str, list: &[String]) -> Vec<GroupCode> {
    let known = check.group_codes();
    let groups = list.iter().filter(|code| check.known(spot, key, code, &known));
    groups.map(|code| GroupCode::new(code)).collect()
}

pub(super) fn grounds(check: &mut Check<'_>, spot: &Spot, key: &str, list: &[String]) -> Vec<GroundCode> {
    let known = check.codes("ground", &check.tables.ground, |raw| raw.code.get_ref());
    let grounds = list.iter().filter(|code| check.known(spot, key, code, &known));
    grounds.map(|code| GroundCode::new(code)).collect()
}

fn scope(check: &mut Check<'_>, spot: &Spot, names: &Option<Names>, in_groups: &[String], unit: bool) -> Scope {
    let asked = check.need(spot, "who", names);
    Scope { who: who(check, spot, "who", &asked, unit), groups: groups(check, spot, "groups", in_groups) }
}

fn word(check: &mut Check<'_>, spot: &Spot, key: &str, value: &Option<String>) -> String {
    check.need(spot, key, value).map(|text| text.trim().to_owned()).unwrap_or_default()
}

pub(super) fn duties(check: &mut Check<'_>) -> Vec<Duty> {
    let tables = check.tables;
    tables.duty.iter().map(|entry| duty(check, &entry.raw, &entry.spot)).collect()
}

fn duty(check: &mut Check<'_>, raw: &RawDuty, spot: &Spot) -> Duty {
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("duty:{code}"), spot, &raw.basis, raw.assumed);
    let scope = scope(check, spot, &raw.who, &raw.groups, true);
    let from = check.need(spot, "from", &raw.from).unwrap_or(Whence::Ledger);
    let words = check.need(spot, "action", &raw.action).map(|names| texts(&names.all())).unwrap_or_default();
    let action = words.join("或");
    let required = check.need(spot, "required", &raw.required).unwrap_or(1);
    if required == 0 {
        check.out_of_range(spot, "required", "0", "不小于 1", "not below 1");
    }
    let per = check.need(spot, "per", &raw.per).unwrap_or(Per::Year);
    let term_from = match per {
        Per::Term => check.need(spot, "term_from", &raw.term_from).and_then(|day| check.day(spot, "term_from", &day)),
        _ => None,
    };
    let due = raw.due.as_ref().map(|day| Due {
        day: check.month_day(spot, "due", day),
        day_counts: check.need(spot, "due_day_counts", &raw.due_day_counts).unwrap_or(true),
        year: check.need(spot, "due_year", &raw.due_year).unwrap_or(DueYear::Same),
    });
    let each_groups = groups(check, spot, "each_groups", &raw.each_groups);
    let known = role_codes(check);
    let each_roles: Vec<RoleCode> = raw
        .each_roles
        .iter()
        .filter(|role| check.known(spot, "each_roles", role, &known))
        .map(|role| RoleCode::new(role))
        .collect();
    let each = raw.each.map(|each| Coverage { each, groups: each_groups, roles: each_roles });
    let of_unit = scope.who.contains(&Who::Unit);
    if of_unit && each.is_some() {
        check.unused(
            spot,
            "each",
            "单位本身没有谈话对象；由人员承担的写人员",
            "a unit has no counterparts; name the people who have",
        );
    }
    let evidence = check.need(spot, "evidence", &raw.evidence).unwrap_or_default();
    let part_service = if scope.who.iter().all(|who| *who == Who::Unit) {
        raw.part_service.unwrap_or(PartService::InFull)
    } else {
        check.need(spot, "part_service", &raw.part_service).unwrap_or(PartService::InFull)
    };
    let list = list_name(&raw.list, "履责清单");
    let name = raw.name.trim().to_owned();
    Duty {
        code,
        name,
        scope,
        from,
        action,
        words,
        required,
        per,
        term_from,
        due,
        each,
        evidence,
        part_service,
        list,
        rule,
    }
}

/// How a stretch of time is counted; what its kind does not need is not asked for.
fn counting(
    check: &mut Check<'_>,
    spot: &Spot,
    within: Within,
    (first_day, holiday_end, month_end): (Option<FirstDay>, Option<HolidayEnd>, Option<MonthEnd>),
) -> Counting {
    let first_day = check.need(spot, "first_day", &first_day).unwrap_or(FirstDay::NextDay);
    let holiday_end = match within {
        Within::WorkingDays(_) => HolidayEnd::AsIs,
        _ => check.need(spot, "holiday_end", &holiday_end).unwrap_or(HolidayEnd::AsIs),
    };
    let month_end = match within {
        Within::Months(_) => check.need(spot, "month_end", &month_end).unwrap_or(MonthEnd::LastDay),
        _ => MonthEnd::LastDay,
    };
    Counting { within, first_day, holiday_end, month_end }
}

pub(super) fn deadlines(check: &mut Check<'_>) -> Vec<Deadline> {
    let tables = check.tables;
    tables.deadline.iter().map(|entry| deadline(check, &entry.raw, &entry.spot)).collect()
}

fn deadline(check: &mut Check<'_>, raw: &RawDeadline, spot: &Spot) -> Deadline {
    let code = raw.code.get_ref().trim().to_owned();
    let rule = check.rule(&format!("deadline:{code}"), spot, &raw.basis, raw.assumed);
    let of = check.need(spot, "of", &raw.of).unwrap_or(Track::Talks);
    let start = check.need(spot, "start", &raw.start).unwrap_or(StartDate::Date);
    let end = check.need(spot, "end", &raw.end).unwrap_or(EndDate::Date);
    let starts: &[StartDate] = match of {
        Track::Talks => &[StartDate::Date, StartDate::Notice, StartDate::Report],
        Track::Tasks => &[StartDate::Found, StartDate::Done, StartDate::Report],
        Track::Events => &[StartDate::Date],
    };
    if raw.of.is_some() && raw.start.is_some() && !starts.contains(&start) {
        check.out_of_range(spot, "start", &format!("{start:?}").to_lowercase(), "该表有的日期", "a date of that table");
    }
    let ends: &[EndDate] = match of {
        Track::Talks => &[EndDate::Date, EndDate::Report, EndDate::Talk, EndDate::Action],
        Track::Tasks => &[EndDate::Done, EndDate::Report, EndDate::Talk, EndDate::Action],
        Track::Events => &[EndDate::Talk, EndDate::Action],
    };
    if raw.of.is_some() && raw.end.is_some() && !ends.contains(&end) {
        check.out_of_range(
            spot,
            "end",
            &format!("{end:?}").to_lowercase(),
            "该表有的日期，或 talk、action",
            "a date of that table, or talk, action",
        );
    }
    let word = match end {
        EndDate::Action => word(check, spot, "action", &raw.action),
        EndDate::Talk => word(check, spot, "talk", &raw.talk),
        _ => String::new(),
    };
    let ahead = raw.ahead.is_some();
    let within = match (raw.within, raw.ahead) {
        (Some(_), Some(_)) => {
            check.unused(spot, "ahead", "within 和 ahead 只写一个", "either within or ahead");
            raw.within
        }
        (within, ahead) => within.or(ahead),
    };
    let within = check.need(spot, "within", &within).unwrap_or(Within::Days(1));
    let counting = counting(check, spot, within, (raw.first_day, raw.holiday_end, raw.month_end));
    let given_date = match of {
        Track::Tasks if end == EndDate::Done => {
            check.need(spot, "given_date", &raw.given_date).unwrap_or(GivenDate::Replaces)
        }
        _ => GivenDate::Ignored,
    };
    Deadline {
        code,
        name: raw.name.trim().to_owned(),
        of,
        kinds: texts(&raw.kinds),
        natures: texts(&raw.natures),
        sources: texts(&raw.sources),
        grounds: grounds(check, spot, "grounds", &raw.grounds),
        groups: groups(check, spot, "groups", &raw.groups),
        start,
        end,
        word,
        counting,
        ahead,
        given_date,
        binds_on: texts(&raw.binds_on),
        waived_by: texts(&raw.waived_by),
        list: list_name(&raw.list, "限期清单"),
        letter: raw.letter.as_deref().map(|letter| letter.trim().to_owned()),
        rule,
    }
}

pub(super) fn appointments(check: &mut Check<'_>) -> Vec<Appointment> {
    let mut all = Vec::new();
    for entry in &check.tables.appointment {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("appointment:{code}"), spot, &raw.basis, raw.assumed);
        let scope = scope(check, spot, &raw.who, &raw.groups, false);
        let on = check.need(spot, "on", &raw.on).unwrap_or(Change::New);
        let when = check.need(spot, "when", &raw.when).unwrap_or(WhenDone::After);
        let ends = (raw.first_day, raw.holiday_end, raw.month_end);
        let counting = raw.within.map(|within| counting(check, spot, within, ends));
        let from = check.need(spot, "from", &raw.from).unwrap_or(Whence::Talks);
        let action = word(check, spot, "action", &raw.action);
        let by = who(check, spot, "by", &raw.by, false);
        let (name, list) = (raw.name.trim().to_owned(), list_name(&raw.list, "任职谈话"));
        all.push(Appointment { code, name, scope, on, when, counting, from, action, by, list, rule });
    }
    all
}

pub(super) fn roster_checks(check: &mut Check<'_>) -> Vec<RosterCheck> {
    let mut all = Vec::new();
    for entry in &check.tables.roster_check {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("roster_check:{code}"), spot, &raw.basis, raw.assumed);
        let scope = scope(check, spot, &raw.who, &raw.groups, false);
        let (must_not, only) = (texts(&raw.must_not_have_matters), texts(&raw.only_matters));
        if must_not.is_empty() && only.is_empty() {
            check.ask(spot, "must_not_have_matters");
        }
        let (name, list) = (raw.name.trim().to_owned(), list_name(&raw.list, "分工检查"));
        all.push(RosterCheck { code, name, scope, must_not, only, list, rule });
    }
    all
}

/// Fields of talks that a check may ask for.
const OF_TALKS: [&str; 9] = ["talker", "nature", "trigger", "form", "record", "notice", "report", "signed", "filed"];
/// Fields of tasks that a check may ask for.
const OF_TASKS: [&str; 11] =
    ["person", "due", "measures", "report", "lead", "assist", "chief", "standard", "target", "safeguards", "overseer"];

pub(super) fn record_checks(check: &mut Check<'_>) -> Vec<RecordCheck> {
    let mut all = Vec::new();
    for entry in &check.tables.record_check {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("record_check:{code}"), spot, &raw.basis, raw.assumed);
        let of = check.need(spot, "of", &raw.of).unwrap_or(Track::Talks);
        let known: Vec<String> = match of {
            Track::Tasks => OF_TASKS.map(str::to_owned).to_vec(),
            Track::Talks => OF_TALKS.map(str::to_owned).to_vec(),
            Track::Events => {
                check.out_of_range(spot, "of", "events", "talks 或 tasks", "talks or tasks");
                Vec::new()
            }
        };
        let complete = texts(&raw.complete);
        check.need_rows(spot, "complete", &complete);
        for field in &complete {
            check.known(spot, "complete", field, &known);
        }
        all.push(RecordCheck {
            code,
            name: raw.name.trim().to_owned(),
            of,
            kinds: texts(&raw.kinds),
            sources: texts(&raw.sources),
            groups: groups(check, spot, "groups", &raw.groups),
            complete,
            list: list_name(&raw.list, "登记不全"),
            rule,
        });
    }
    all
}

pub(super) fn checklists(check: &mut Check<'_>) -> Vec<Checklist> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in &check.tables.checklist {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = raw.code.get_ref().trim().to_owned();
        let rule = check.rule(&format!("checklist:{code}"), spot, &raw.basis, raw.assumed);
        let scope = scope(check, spot, &raw.who, &raw.groups, true);
        check.need_rows(spot, "entries", &raw.entries);
        let evidence = check.need(spot, "evidence", &raw.evidence).unwrap_or_default();
        for line in &raw.entries {
            if line.code.trim().is_empty() || !seen.insert(line.code.trim().to_owned()) {
                check.out_of_range(
                    spot,
                    "entries",
                    &line.code,
                    "每条一个代码，全方案不重复",
                    "a code of its own, once in the scheme",
                );
            }
        }
        let entries = raw.entries.iter().map(|line| {
            let basis = line.basis.as_deref().map(|basis| basis.trim().to_owned());
            (line.code.trim().to_owned(), line.text.trim().to_owned(), basis)
        });
        let entries = entries.collect();
        let (name, list) = (raw.name.trim().to_owned(), list_name(&raw.list, "清单自查"));
        all.push(Checklist { code, name, scope, entries, evidence, list, rule });
    }
    all
}
