//! Laws of scoring on invented facts, each kept to the rules for which it is true. Seeds are fixed.

mod counties;
mod graded;
mod numbers;
mod posts;
mod sheets;
mod voters;

use std::sync::LazyLock;

use kaoze::diag::Findings;
use kaoze::exact::Exact;
use kaoze::files::InMemory;
use kaoze::results::Results;
use kaoze::run::{Intake, Traced, check, run};
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same ones each time, and no file of failures.
fn cases(n: u32) -> Config {
    Config { cases: n, failure_persistence: None, rng_seed: RngSeed::Fixed(20_151_120), ..Config::default() }
}

/// Four counties as read, of odd and even years.
static COUNTIES: LazyLock<Vec<(Intake, Findings)>> = LazyLock::new(|| {
    let county = |(units, seed, year)| {
        let files = kaoze::demo::county(units, seed, year).expect("a county");
        let checked = check(&InMemory(files));
        (checked.value.expect("a workspace"), checked.findings)
    };
    [(9, 1, 2015), (12, 2, 2014), (14, 3, 2015), (7, 4, 2016)].map(county).to_vec()
});

/// One of the counties, changed and run.
fn outcome(at: usize, change: impl FnOnce(&mut Intake)) -> Results {
    let (mut intake, findings) = COUNTIES[at % COUNTIES.len()].clone();
    change(&mut intake);
    let (made, findings) = run(intake, findings, Traced::Nobody);
    made.unwrap_or_else(|| panic!("{findings:?}")).results
}

/// A decimal.
fn d(text: &str) -> Exact {
    text.parse().expect("a decimal")
}

/// A number that tells where in a list, whatever its length.
fn at(place: Index, n: usize) -> usize {
    place.index(n.max(1))
}
