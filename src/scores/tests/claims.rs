//! Claims: tiers, one document, two claimants, issuers, evidence, the year charged (D7).

use chrono::NaiveDate;

use super::{d, nowhere, scheme};
use crate::exact::Exact;
use crate::facts::Claim;
use crate::scheme::worth::{Family, LateAward, OneDocument, TwoClaimants, Worth};
use crate::scores::claims::Claims;
use crate::terms::Subject;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn claim(id: &str, unit: &str, level: usize, document: &str) -> Claim {
    Claim {
        id: id.into(),
        unit: unit.into(),
        family: "honour".into(),
        level,
        title: "事项".into(),
        document: document.into(),
        date: date("2015-05-01"),
        year: 2015,
        person: None,
        tier: None,
        issuer: Some("省委".into()),
        evidence: Some("原件".into()),
        source: document.into(),
        place: nowhere(),
    }
}

/// 省级 2, 市级 1, 县级 0.5 of the built-in scheme, with one thing changed.
fn worth(change: impl Fn(&mut Family)) -> Worth {
    let mut worth = scheme().worth;
    change(worth.families.iter_mut().find(|family| family.code.as_str() == "honour").expect("a family"));
    worth
}

/// Number, points and reason of every claim.
fn judged(claims: &[Claim], worth: &Worth) -> Vec<(String, Exact, String)> {
    let all = Claims::judge(claims, worth, 2015).into_list();
    all.into_iter()
        .map(|score| (score.claim.id.to_string(), score.points, score.state.reason().unwrap_or_default()))
        .collect()
}

fn line(id: &str, points: &str, reason: &str) -> (String, Exact, String) {
    (id.to_owned(), d(points), reason.to_owned())
}

#[test]
fn d7_a_lower_tier_earns_less() {
    let worth = worth(|family| family.tiers = vec![("一等".to_owned(), d("1")), ("二等".to_owned(), d("0.8"))]);
    let tier = |id: &str, tier| Claim { tier: Some(tier), ..claim(id, "A", 0, id) };
    // 2 × 1 and 2 × 0.8.
    assert_eq!(judged(&[tier("1", 0), tier("2", 1)], &worth), [line("1", "2", ""), line("2", "1.6", "")]);
}

#[test]
fn one_document_of_one_unit() {
    let claims =
        [claim("1", "A", 0, "甲"), claim("2", "A", 1, "甲"), claim("3", "A", 1, "甲"), claim("4", "A", 2, "乙")];
    let with = |one| worth(|family: &mut Family| family.documents = Some((one, TwoClaimants::Each)));
    // The least of 2, 1, 1; of equals the first by number.
    let once =
        [line("1", "0", "one_document"), line("2", "1", ""), line("3", "0", "one_document"), line("4", "0.5", "")];
    assert_eq!(judged(&claims, &with(OneDocument::Once)), once);
    let highest =
        [line("1", "2", ""), line("2", "0", "one_document"), line("3", "0", "one_document"), line("4", "0.5", "")];
    assert_eq!(judged(&claims, &with(OneDocument::Highest)), highest);
    let each = [line("1", "2", ""), line("2", "1", ""), line("3", "1", ""), line("4", "0.5", "")];
    assert_eq!(judged(&claims, &with(OneDocument::Each)), each);
    // The order of the rows is nothing.
    let mut turned = claims.to_vec();
    turned.reverse();
    turned.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(judged(&turned, &with(OneDocument::Highest)), highest);
}

#[test]
fn one_document_of_two_units() {
    let claims = [claim("1", "A", 0, "甲"), claim("2", "B", 0, "甲"), claim("3", "B", 1, "甲")];
    let with = |two| worth(|family: &mut Family| family.documents = Some((OneDocument::Highest, two)));
    let repeated = line("3", "0", "one_document");
    assert_eq!(judged(&claims, &with(TwoClaimants::Each)), [line("1", "2", ""), line("2", "2", ""), repeated.clone()]);
    // 2 ÷ 2 each; the repeated row makes no third claimant.
    assert_eq!(
        judged(&claims, &with(TwoClaimants::Share)),
        [line("1", "1", "shared:2"), line("2", "1", "shared:2"), repeated.clone()]
    );
    assert_eq!(
        judged(&claims, &with(TwoClaimants::Refuse)),
        [line("1", "0", "two_claimants"), line("2", "0", "two_claimants"), repeated]
    );
}

#[test]
fn a_rejected_claim_is_no_claimant() {
    let with = worth(|family| {
        family.documents = Some((OneDocument::Once, TwoClaimants::Refuse));
        family.evidence_required = true;
    });
    let claims = [claim("1", "A", 0, "甲"), Claim { evidence: None, ..claim("2", "B", 0, "甲") }];
    assert_eq!(judged(&claims, &with), [line("1", "2", ""), line("2", "0", "no_evidence")]);
}

#[test]
fn s22_only_recognised_bodies() {
    let with = worth(|family| family.levels[0].issuers = vec!["省委".to_owned(), "省政府".to_owned()]);
    let by = |id: &str, issuer: Option<&str>| Claim { issuer: issuer.map(Into::into), ..claim(id, "A", 0, id) };
    let claims = [by("1", Some("省政府")), by("2", Some("行业协会")), by("3", None)];
    let expected = [line("1", "2", ""), line("2", "0", "issuer_not_recognised"), line("3", "0", "no_issuer")];
    assert_eq!(judged(&claims, &with), expected);
    // The level below has no list.
    assert_eq!(judged(&[Claim { issuer: None, ..claim("4", "A", 1, "4") }], &with), [line("4", "1", "")]);
}

#[test]
fn s19_an_award_after_the_cut_off_counts_in_the_next_year() {
    let on = |id: &str, day: &str| Claim { date: date(day), ..claim(id, "A", 0, id) };
    let claims = [
        on("1", "2015-12-10"),
        on("2", "2015-12-11"),
        on("3", "2014-12-11"),
        // Counted last year already.
        on("4", "2014-12-10"),
    ];
    let with = |late| worth(|family: &mut Family| family.cutoff = Some(((12, 10), late)));
    let next = [line("1", "2", ""), line("2", "0", "year:2016"), line("3", "2", ""), line("4", "0", "year:2014")];
    assert_eq!(judged(&claims, &with(LateAward::NextYear)), next);
    let lost =
        [line("1", "2", ""), line("2", "0", "too_late"), line("3", "0", "too_late"), line("4", "0", "year:2014")];
    assert_eq!(judged(&claims, &with(LateAward::Lost)), lost);
}

#[test]
fn claims_of_a_person_are_not_the_units() {
    let worth = worth(|_| ());
    let own = Claim { person: Some("P1".into()), ..claim("1", "A", 0, "甲") };
    let claims = Claims::judge(&[own, claim("2", "A", 1, "乙")], &worth, 2015);
    let points =
        |subject: Subject| claims.of(&subject, &"honour".into()).iter().map(|score| &score.points).sum::<Exact>();
    assert_eq!(points(Subject::Person("P1".into())), d("2"));
    assert_eq!(points(Subject::Unit("A".into())), d("1"));
}
