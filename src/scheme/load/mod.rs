//! From the files of a scheme to its tables as typed, each with its lines.

mod asked;
mod dated;
mod force;
mod lines;
mod overlay;
mod questions;
mod questions_after;
mod read;
mod sources;
mod spoken;

pub(in crate::scheme) use asked::question;
pub use force::Force;
pub(in crate::scheme) use lines::{Entry, Spot};
pub(in crate::scheme) use spoken::table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::raw::{
    RawAccumulation, RawAppeal, RawAppointment, RawBand, RawCaseIndicator, RawCeiling, RawChecklist, RawCompare,
    RawComponent, RawConsequence, RawConsequences, RawDeadline, RawDuty, RawEscalation, RawFamily, RawGate, RawGround,
    RawGroup, RawHead, RawItem, RawItemPolicy, RawLadder, RawLayout, RawMeasure, RawPeople, RawPeriod, RawPoll,
    RawPostRule, RawProcedure, RawQuota, RawRank, RawRecordCheck, RawRemove, RawResponsibility, RawResultList,
    RawRosterCheck, RawRounding, RawSanction, RawSanctionEffect, RawSanctions, RawScheme, RawTotal, RawTrigger,
    RawUnitChange,
};
use crate::diag::{Findings, Place};
use dated::take_days;
use lines::Lines;
use overlay::{Kinds, join, overlay};
use sources::Sources;

macro_rules! tables {
    (one { $($one:ident: $raw_one:ty),+ $(,)? } many { $($many:ident: $raw_many:ty),+ $(,)? }) => {
        /// All tables of a scheme, from whichever file.
        #[derive(Debug, Default)]
        pub(in crate::scheme) struct Tables {
            $(pub(in crate::scheme) $one: Option<Entry<$raw_one>>,)+
            $(pub(in crate::scheme) $many: Vec<Entry<$raw_many>>,)+
            /// Top-level keys that stand in some file, read or not.
            pub(in crate::scheme) seen: BTreeSet<String>,
            /// Kinds of tables of which one or more could not be read, with the codes of those.
            pub(in crate::scheme) dropped: BTreeMap<String, Vec<String>>,
        }

        impl Tables {
            /// Tables that stand once, and tables that stand in rows.
            const KINDS: Kinds =
                Kinds { one: &[$(stringify!($one)),+], many: &[$(stringify!($many)),+] };

            fn take(&mut self, raw: RawScheme, mut lines: Lines) {
                self.seen.extend(lines.keys.keys().cloned());
                $(
                    let section = stringify!($one);
                    let own = lines.keys.remove(section).unwrap_or_default();
                    self.$one = raw.$one.map(|raw| Entry { raw, spot: spot(section, own) });
                )+
                $(
                    let section = stringify!($many);
                    let own = lines.keys.remove(section).unwrap_or_default();
                    if own.damaged {
                        self.dropped.entry(section.to_owned()).or_default().extend(own.keys.into_keys());
                    }
                    let mut rows = own.rows.into_iter();
                    for raw in raw.$many {
                        let lines = rows.next().unwrap_or_default();
                        self.$many.push(Entry { raw, spot: spot(section, lines) });
                    }
                )+
            }

            /// The tables as they are in force on a day.
            pub(in crate::scheme) fn on(&self, day: NaiveDate) -> Self {
                let mut on = Self {
                    $($one: self.$one.clone().filter(|entry| entry.holds_on(day)),)+
                    $($many: self.$many.iter().filter(|entry| entry.holds_on(day)).cloned().collect(),)+
                    seen: self.seen.clone(),
                    dropped: self.dropped.clone(),
                };
                $(if self.$one.is_some() && on.$one.is_none() { on.seen.remove(stringify!($one)); })+
                $(if !self.$many.is_empty() && on.$many.is_empty() { on.seen.remove(stringify!($many)); })+
                on
            }

            /// Every row's days, with the names by which rules are cited where rows bear one.
            pub(in crate::scheme) fn spots(&self) -> impl Iterator<Item = &Spot> {
                std::iter::empty()
                    $(.chain(self.$one.iter().map(|entry| &entry.spot)))+
                    $(.chain(self.$many.iter().map(|entry| &entry.spot)))+
            }
        }
    };
}

tables! {
    one {
        scheme: RawHead,
        total: RawTotal,
        compare: RawCompare,
        item_policy: RawItemPolicy,
        rank: RawRank,
        sanctions: RawSanctions,
        people: RawPeople,
        consequences: RawConsequences,
        appeal: RawAppeal,
        result_list: RawResultList,
        unit_change: RawUnitChange,
    }
    many {
        group: RawGroup,
        period: RawPeriod,
        rounding: RawRounding,
        component: RawComponent,
        item: RawItem,
        case_indicator: RawCaseIndicator,
        measure: RawMeasure,
        poll: RawPoll,
        family: RawFamily,
        ground: RawGround,
        sanction: RawSanction,
        sanction_effect: RawSanctionEffect,
        accumulation: RawAccumulation,
        escalation: RawEscalation,
        gate: RawGate,
        trigger: RawTrigger,
        ceiling: RawCeiling,
        band: RawBand,
        quota: RawQuota,
        post_rule: RawPostRule,
        layout: RawLayout,
        duty: RawDuty,
        deadline: RawDeadline,
        appointment: RawAppointment,
        roster_check: RawRosterCheck,
        record_check: RawRecordCheck,
        checklist: RawChecklist,
        consequence: RawConsequence,
        responsibility: RawResponsibility,
        ladder: RawLadder,
        procedure: RawProcedure,
        remove: RawRemove,
    }
}

fn spot(section: &'static str, lines: Lines) -> Spot {
    let called = spoken::called(section, &lines);
    Spot { file: lines.file.clone(), section, lines, called }
}

/// A scheme with the files it was typed in.
#[derive(Debug, Clone)]
pub(in crate::scheme) struct Layer {
    /// Its name.
    pub(in crate::scheme) name: String,
    /// Paths and bytes.
    pub(in crate::scheme) files: Vec<(Arc<str>, Vec<u8>)>,
}

impl Layer {
    /// The scheme that this one extends, and where it says so.
    pub(in crate::scheme) fn extends(&self) -> Option<(String, Place)> {
        self.files.iter().find_map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok().filter(|text| text.contains("extends"))?;
            let mut sources = Sources::default();
            let table = read::parse(path, text.as_bytes(), &mut sources, &mut Findings::default())?;
            let head = table.get("scheme")?.get_ref().as_table()?;
            let (key, value) = head.get_key_value("extends")?;
            Some((value.get_ref().as_str()?.trim().to_owned(), sources.place(key.span().start)))
        })
    }
}

impl Tables {
    /// Whether a table of this kind could not be read, so that sums over the kind say nothing.
    pub(in crate::scheme) fn lost(&self, section: &str) -> bool {
        self.dropped.contains_key(section)
    }
}

/// Reads all files of a scheme over those of the schemes it extends, the outermost first.
pub(in crate::scheme) fn read_all(layers: &[Layer], findings: &mut Findings) -> Option<Tables> {
    let mut sources = Sources::default();
    let mut all_read = true;
    let mut whole: Option<DeTable<'_>> = None;
    for layer in layers {
        let mut own = DeTable::new();
        for (path, bytes) in &layer.files {
            match read::parse(path, bytes, &mut sources, findings) {
                Some(file) => join(&mut own, file, Tables::KINDS, &sources, findings),
                None => all_read = false,
            }
        }
        whole = Some(match whole {
            Some(base) => overlay(base, own, Tables::KINDS, &sources, findings),
            None => own,
        });
    }
    let mut table = whole.filter(|_| all_read)?;
    let keys = Lines::of_table(&table, &sources);
    let mut lines = Lines { keys, ..Lines::at(&sources, 0) };
    take_days(&mut table, &mut lines, findings);
    let (raw, lines) = read::read(table, lines, &sources, findings)?;
    let mut tables = Tables::default();
    tables.take(raw, lines);
    Some(tables)
}
