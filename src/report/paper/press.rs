//! Documents through the typesetter, several at a time.

use std::collections::BTreeMap;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use super::world::Surroundings;
use crate::report::view::letters::Stamp;

/// How many documents are set at the same time at most.
const AT_ONCE: usize = 8;

/// A document to be set.
pub(super) struct Order {
    /// Its path inside the package, by which it is known.
    pub(super) path: String,
    /// Path of the template.
    pub(super) template: &'static str,
    /// Title among the properties.
    pub(super) title: String,
    /// JSON that the template reads as `/data.json`.
    pub(super) data: Vec<u8>,
    /// SVG that it reads as `/charts/0.svg` and on.
    pub(super) pictures: Vec<String>,
}

/// A document that was set.
pub(super) struct Printed {
    /// Its bytes.
    pub(super) pdf: Vec<u8>,
    /// What was wrong with the office's template.
    pub(super) faults: Vec<Fault>,
}

/// What is wrong with a template, and where.
pub(super) struct Fault {
    pub(super) path: String,
    pub(super) line: Option<usize>,
    pub(super) words: String,
}

/// The documents in the order of the orders, whatever thread set them.
pub(super) fn print(
    orders: &[Order],
    stamp: &Stamp,
    office: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<Printed>, String> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(AT_ONCE);
    let mut printed: Vec<(usize, Result<Printed, String>)> = std::thread::scope(|scope| {
        let start = |worker: usize| {
            let own = orders.iter().enumerate().skip(worker).step_by(workers);
            scope.spawn(move || own.map(|(at, order)| (at, one(order, stamp, office))).collect::<Vec<_>>())
        };
        let running: Vec<_> = (0..workers).map(start).collect();
        let stopped = || vec![(0, Err("the typesetter stopped".to_owned()))];
        running.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|_| stopped())).collect()
    });
    comemo::evict(0);
    printed.sort_by_key(|(at, _)| *at);
    printed.into_iter().map(|(_, one)| one).collect()
}

/// By the office's templates; if they fail, by those built in, and what failed is told.
fn one(order: &Order, stamp: &Stamp, office: &BTreeMap<String, Vec<u8>>) -> Result<Printed, String> {
    let is_own = office.keys().any(|path| path.ends_with(".typ"));
    let mut faults = Vec::new();
    if is_own {
        let (pdf, told) = set(order, stamp, Some(office));
        faults.extend(told);
        if let Some(pdf) = pdf {
            return Ok(Printed { pdf, faults });
        }
    }
    match set(order, stamp, None) {
        (Some(pdf), _) => Ok(Printed { pdf, faults }),
        (None, told) => {
            let told: Vec<String> = told
                .iter()
                .map(|fault| format!("{}:{}: {}", fault.path, fault.line.unwrap_or(0), fault.words))
                .collect();
            Err(format!("{}: {}", order.path, told.join("; ")))
        }
    }
}

fn set(order: &Order, stamp: &Stamp, office: Option<&BTreeMap<String, Vec<u8>>>) -> (Option<Vec<u8>>, Vec<Fault>) {
    let issued = stamp.issued_ymd.and_then(|(year, month, day)| Datetime::from_ymd(i32::from(year), month, day));
    let Some(world) = Surroundings::of(order.template, &order.data, &order.pictures, office, issued) else {
        return (None, Vec::new());
    };
    let told = |all: &[SourceDiagnostic]| all.iter().map(|one| fault(&world, one, order)).collect::<Vec<_>>();
    let made = typst::compile::<PagedDocument>(&world);
    let mut faults = told(&made.warnings);
    let mut document = match made.output {
        Ok(document) => document,
        Err(errors) => {
            faults.extend(told(&errors));
            return (None, faults);
        }
    };
    let info = document.info_mut();
    info.title = Some(order.title.as_str().into());
    info.author = if stamp.issuer.is_empty() { Vec::new() } else { vec![stamp.issuer.as_str().into()] };
    info.description = Some(stamp.line.as_str().into());
    info.keywords = vec![stamp.status.as_str().into(), stamp.results_digest.as_str().into()];
    info.date = Smart::Custom(issued);
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", stamp.results_digest, stamp.scheme_digest, order.path)),
        creator: Smart::Custom(Some(format!("Kaoze {}", stamp.version))),
        timestamp: issued.map(Timestamp::new_utc),
        ..PdfOptions::default()
    };
    match typst_pdf::pdf(&document, &options) {
        Ok(pdf) => (Some(pdf), faults),
        Err(errors) => {
            faults.extend(told(&errors));
            (None, faults)
        }
    }
}

fn fault(world: &Surroundings<'_>, told: &SourceDiagnostic, order: &Order) -> Fault {
    let id = told.span.id();
    let path = id.map(|id| id.vpath().get_with_slash().trim_start_matches('/').to_owned());
    let path = path.unwrap_or_else(|| order.template.to_owned());
    let line = id.and_then(|id| {
        let start = world.range(told.span)?.start;
        world.source(id).ok()?.lines().byte_to_line(start).map(|line| line + 1)
    });
    let hints = told.hints.iter().map(|hint| hint.v.as_str());
    let words: Vec<&str> = std::iter::once(told.message.as_str()).chain(hints).collect();
    Fault { path, line, words: words.join("; ") }
}
