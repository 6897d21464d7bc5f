//! From the files of a scheme to its tables as typed, each with its lines.

mod asked;
mod lines;
mod questions;
mod questions_after;
mod read;
mod spoken;

pub(in crate::scheme) use asked::question;
pub(in crate::scheme) use lines::{Entry, Spot};
pub(in crate::scheme) use spoken::table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::findings::code_duplicate;
use super::raw::{
    RawAccumulation, RawAppeal, RawAppointment, RawBand, RawCaseIndicator, RawCeiling, RawChecklist, RawCompare,
    RawComponent, RawConsequence, RawConsequences, RawDeadline, RawDuty, RawEscalation, RawFamily, RawGate, RawGround,
    RawGroup, RawHead, RawItem, RawItemPolicy, RawLadder, RawLayout, RawMeasure, RawPeople, RawPeriod, RawPoll,
    RawProcedure, RawQuota, RawRank, RawResponsibility, RawResultList, RawRosterCheck, RawRounding, RawSanction,
    RawSanctionEffect, RawSanctions, RawScheme, RawTotal, RawTrigger,
};
use crate::diag::Findings;
use lines::Lines;

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
            fn take(&mut self, file: &Arc<str>, raw: RawScheme, mut lines: Lines, findings: &mut Findings) {
                self.seen.extend(lines.keys.keys().cloned());
                $(
                    let section = stringify!($one);
                    let own = lines.keys.remove(section).unwrap_or_default();
                    match (raw.$one, &self.$one) {
                        (Some(raw), None) => {
                            self.$one = Some(Entry { raw, spot: spot(file, section, own) });
                        }
                        (Some(_), Some(first)) => {
                            let second = spot(file, section, own).place();
                            findings.push(code_duplicate(second, first.spot.place(), &table(section), section));
                        }
                        (None, _) => {}
                    }
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
                        self.$many.push(Entry { raw, spot: spot(file, section, lines) });
                    }
                )+
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
        layout: RawLayout,
        duty: RawDuty,
        deadline: RawDeadline,
        appointment: RawAppointment,
        roster_check: RawRosterCheck,
        checklist: RawChecklist,
        consequence: RawConsequence,
        responsibility: RawResponsibility,
        ladder: RawLadder,
        procedure: RawProcedure,
    }
}

fn spot(file: &Arc<str>, section: &'static str, lines: Lines) -> Spot {
    let called = spoken::called(section, &lines);
    Spot { file: file.clone(), section, lines, called }
}

impl Tables {
    /// Whether a table of this kind could not be read, so that sums over the kind say nothing.
    pub(in crate::scheme) fn lost(&self, section: &str) -> bool {
        self.dropped.contains_key(section)
    }
}

/// Reads all files.
pub(in crate::scheme) fn read_all(files: &[(Arc<str>, Vec<u8>)], findings: &mut Findings) -> (Tables, bool) {
    let mut tables = Tables::default();
    let mut all_read = true;
    for (path, bytes) in files {
        match read::read(path, bytes, findings) {
            Some((raw, lines)) => tables.take(path, raw, lines, findings),
            None => all_read = false,
        }
    }
    (tables, all_read)
}
