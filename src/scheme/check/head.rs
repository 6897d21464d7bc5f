//! The head of the scheme, its groups and its periods.

use chrono::NaiveDate;

use super::Check;
use crate::diag::{Place, Text};
use crate::scheme::findings::{date_wrong, decision_missing};
use crate::scheme::load::question;
use crate::scheme::raw::RawGroup;
use crate::scheme::words::{Named, PeriodWords};
use crate::scheme::worth::RuleRef;
use crate::terms::{GroupCode, PeriodCode};

/// Title, issuer and dates, checked.
pub(super) struct Head {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) issuer: String,
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
    pub(super) checked_on: Option<NaiveDate>,
    pub(super) fictional: bool,
    pub(super) place: Place,
    pub(super) extends: Option<String>,
}

/// A table that the scheme must have somewhere; asked at the file of the head.
pub(super) fn must_have(check: &mut Check<'_>, section: &str) {
    if !check.tables.seen.contains(section) {
        let place = check.tables.scheme.as_ref().map_or_else(|| Place::File("scheme.toml".into()), |e| e.spot.place());
        let (asked, choices) = question("", section);
        let scheme = Text::new("方案", "the scheme");
        check.findings.push(decision_missing(place, &scheme, section, &asked, choices));
    }
}

pub(super) fn head(check: &mut Check<'_>) -> Option<Head> {
    for section in ["scheme", "group", "period", "component", "band", "total", "compare", "rank"] {
        must_have(check, section);
    }
    let entry = check.tables.scheme.as_ref()?;
    let (raw, spot) = (&entry.raw, &entry.spot);
    for (key, text) in [("code", raw.code.get_ref()), ("title", &raw.title), ("issuer", &raw.issuer)] {
        if text.trim().is_empty() {
            check.out_of_range(spot, key, text, "不留空", "not empty");
        }
    }
    let from = check.day(spot, "from", &raw.from);
    let to = raw.to.as_ref().and_then(|to| check.day(spot, "to", to));
    let checked_on = raw.checked_on.as_ref().and_then(|day| check.day(spot, "checked_on", day));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let expected = Text::new(format!("不早于 {from}"), format!("not before {from}"));
        check.findings.push(date_wrong(spot.at("to"), &spot.called, "to", &to.to_string(), expected));
    }
    Some(Head {
        code: raw.code.get_ref().trim().to_owned(),
        title: raw.title.trim().to_owned(),
        issuer: raw.issuer.trim().to_owned(),
        from: from?,
        to,
        checked_on,
        fictional: raw.fictional,
        place: spot.place(),
        extends: raw.extends.as_deref().map(str::trim).map(str::to_owned),
    })
}

/// Rules of the extended scheme that do not hold here.
pub(super) fn removed(check: &mut Check<'_>) -> Vec<(String, RuleRef)> {
    let extends = check.tables.scheme.as_ref().is_some_and(|head| head.spot.says("extends"));
    let mut removed = Vec::new();
    for entry in &check.tables.remove {
        let (raw, spot) = (&entry.raw, &entry.spot);
        if !extends {
            check.unused(spot, "rule", "方案没有写 extends", "the scheme extends none");
        }
        let rule = raw.rule.get_ref().trim().to_owned();
        removed.push((rule.clone(), check.rule(&format!("remove:{rule}"), spot, &raw.basis, raw.assumed)));
    }
    removed
}

pub(super) fn groups(check: &Check<'_>) -> Vec<Named<GroupCode>> {
    let named = |raw: &RawGroup| named(raw.code.get_ref(), &raw.name, &raw.aliases);
    check.tables.group.iter().map(|entry| named(&entry.raw)).collect()
}

/// A code with its words, trimmed.
pub(super) fn named<C: for<'a> From<&'a str>>(code: &str, name: &str, aliases: &[String]) -> Named<C> {
    Named {
        code: C::from(code.trim()),
        name: name.trim().to_owned(),
        aliases: aliases.iter().map(|alias| alias.trim().to_owned()).collect(),
    }
}

pub(super) fn periods(check: &mut Check<'_>) -> Vec<PeriodWords> {
    let mut periods = Vec::new();
    for entry in &check.tables.period {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let from = check.month_day(spot, "from", &raw.from);
        let to = check.month_day(spot, "to", &raw.to);
        if to < from {
            let expected = Text::new(format!("不早于 {}", raw.from), format!("not before {}", raw.from));
            check.findings.push(date_wrong(spot.at("to"), &spot.called, "to", &raw.to, expected));
        }
        periods.push(PeriodWords {
            code: PeriodCode::new(raw.code.get_ref()),
            name: raw.name.trim().to_owned(),
            from,
            to,
        });
    }
    periods
}
