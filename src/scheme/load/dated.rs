//! The days on which a row is in force, and when somebody last checked it: `valid_from`, `valid_to`, `checked_on`.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::force::Force;
use super::lines::Lines;
use super::spoken;
use crate::diag::{Findings, Text};
use crate::scheme::findings::{date_wrong, type_wrong};

/// The keys that any row with a basis may have.
pub(in crate::scheme) const DATED: [&str; 3] = ["valid_from", "valid_to", "checked_on"];

/// Tables whose rows are chosen by another day than the last of the period; they read these keys themselves.
const OWN_DAYS: [&str; 2] = ["scheme", "sanction_effect"];

/// Takes the days out of every row and puts them to its lines.
pub(super) fn take_days(table: &mut DeTable<'_>, lines: &mut Lines, findings: &mut Findings) {
    for (key, value) in table.iter_mut() {
        let section = key.get_ref().to_string();
        let Some(own) = lines.keys.get_mut(&section).filter(|_| !OWN_DAYS.contains(&section.as_str())) else {
            continue;
        };
        match value.get_mut() {
            DeValue::Table(row) => own.force = days(row, own, &section, findings),
            DeValue::Array(rows) => {
                for (row, lines) in rows.iter_mut().zip(&mut own.rows) {
                    if let DeValue::Table(row) = row.get_mut() {
                        lines.force = days(row, lines, &section, findings);
                    }
                }
            }
            _ => {}
        }
    }
}

fn days(row: &mut DeTable<'_>, lines: &Lines, section: &str, findings: &mut Findings) -> Force {
    let mut day = |key: &str| {
        let value = row.remove(key)?;
        read(&value, key, lines, section, findings)
    };
    let [from, to, checked_on] = DATED.map(&mut day);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let called = spoken::called(section, lines);
        let place = lines.keys.get("valid_to").unwrap_or(lines).place();
        let expected = Text::new(format!("不早于 {from}"), format!("not before {from}"));
        findings.push(date_wrong(place, &called, "valid_to", &to.to_string(), expected));
        return Force::default();
    }
    Force { from, to, checked_on }
}

fn read(
    value: &Spanned<DeValue<'_>>,
    key: &str,
    lines: &Lines,
    section: &str,
    findings: &mut Findings,
) -> Option<NaiveDate> {
    let place = lines.keys.get(key).unwrap_or(lines).place();
    let DeValue::String(text) = value.get_ref() else {
        let found = spoken::shown(value.get_ref());
        let (expected, mend) = spoken::kind("expected a string", Some(value.get_ref()), &found, &[]);
        findings.push(type_wrong(place, key, &found, expected, mend));
        return None;
    };
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().filter(|_| text.trim().len() == 10);
    if day.is_none() {
        let expected = Text::new("如 2015-07-31", "such as 2015-07-31");
        findings.push(date_wrong(place, &spoken::called(section, lines), key, text, expected));
    }
    day
}
