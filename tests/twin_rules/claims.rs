//! Claims: level × tier, recognised bodies, evidence, the year charged, one document, two claimants, caps.

use std::collections::{BTreeMap, BTreeSet};

use crate::twin::fraction::{Fraction, decimal, whole};

use super::{Dice, by_code, number, own, results, said, scheme};

struct Claim {
    unit: usize,
    level: usize,
    tier: usize,
    document: usize,
    issuer: &'static str,
    evidence: bool,
    /// Year and day as `MM-DD`.
    date: (i32, &'static str),
}

struct Rules {
    one: &'static str,
    two: &'static str,
    late: &'static str,
    cap: usize,
}

const LEVELS: [(&str, &str, &[&str]); 3] =
    [("省级", "3", &["省委", "省政府"]), ("市级", "1.5", &["市委"]), ("县级", "0.7", &["县委", "县政府"])];
const TIERS: [(&str, &str); 3] = [("一等", "1"), ("二等", "0.8"), ("三等", "1/3")];

fn text(rules: &Rules) -> String {
    let issuers = |all: &[&str]| all.iter().map(|one| format!("\"{one}\"")).collect::<Vec<_>>().join(", ");
    let levels: Vec<String> = LEVELS
        .iter()
        .map(|(name, points, bodies)| {
            format!("{{ name = \"{name}\", points = \"{points}\", issuers = [{}] }}", issuers(bodies))
        })
        .collect();
    let tiers: Vec<String> =
        TIERS.iter().map(|(name, share)| format!("{{ name = \"{name}\", share = \"{share}\" }}")).collect();
    let two = if rules.one == "each" { String::new() } else { format!("two_claimants = \"{}\"\n", rules.two) };
    scheme(&format!(
        r#"
[[family]]
code = "honour"
name = "表彰"
sign = "bonus"
cap = "{}"
levels = [{}]
tiers = [{}]
one_document = "{}"
{two}evidence_required = true
award_cutoff = "12-10"
late_award = "{}"
assumed = true

[compare]
band = "exact"
rank = "exact"
assumed = true
"#,
        rules.cap,
        levels.join(", "),
        tiers.join(", "),
        rules.one,
        rules.late
    ))
}

fn claims(dice: &mut Dice) -> Vec<Claim> {
    let one = |_: usize| Claim {
        unit: dice.below(4),
        level: dice.below(3),
        tier: dice.below(3),
        document: dice.below(9),
        issuer: dice.of(&["省委", "省政府", "市委", "县委", "县政府", "行业协会", ""]),
        evidence: !dice.chance(10),
        date: dice.of(&[(2014, "12-10"), (2014, "12-11"), (2015, "03-01"), (2015, "12-10"), (2015, "12-31")]),
    };
    (0..24).map(one).collect()
}

fn points(claim: &Claim) -> Fraction {
    decimal(LEVELS[claim.level].1) * number(TIERS[claim.tier].1)
}

/// Whether a claim is recognised at all.
fn is_recognised(claim: &Claim, rules: &Rules) -> bool {
    let (year, day) = claim.date;
    let counts_in = if day > "12-10" { (rules.late == "next_year").then_some(year + 1) } else { Some(year) };
    counts_in == Some(2015) && claim.evidence && LEVELS[claim.level].2.contains(&claim.issuer)
}

/// The bonus of every unit.
fn bonuses(claims: &[Claim], rules: &Rules) -> Vec<Fraction> {
    let mut sums = vec![whole(0); 4];
    let mut documents: BTreeMap<usize, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| is_recognised(claim, rules)) {
        documents.entry(claim.document).or_default().push(claim);
    }
    for of_document in documents.values() {
        let units: BTreeSet<usize> = of_document.iter().map(|claim| claim.unit).collect();
        for unit in &units {
            let own: Vec<Fraction> =
                of_document.iter().filter(|claim| claim.unit == *unit).map(|claim| points(claim)).collect();
            let counted = match rules.one {
                "each" => own.iter().fold(whole(0), |sum, one| sum + *one),
                "once" => own.into_iter().min().expect("one"),
                _ => own.into_iter().max().expect("one"),
            };
            let counted = match rules.two {
                _ if rules.one == "each" || units.len() == 1 => counted,
                "share" => counted / whole(units.len()),
                "refuse" => whole(0),
                _ => counted,
            };
            sums[*unit] = sums[*unit] + counted;
        }
    }
    sums.into_iter().map(|sum| sum.min(whole(rules.cap))).collect()
}

#[test]
fn claims_of_generated_counties() {
    let (mut capped, mut some) = (0, 0);
    for seed in 0..200 {
        let mut dice = Dice::new(9000 + seed);
        let rules = Rules {
            one: dice.of(&["once", "highest", "each"]),
            two: dice.of(&["each", "share", "refuse"]),
            late: dice.of(&["next_year", "lost"]),
            cap: 1 + dice.below(6),
        };
        let claims = claims(&mut dice);
        let mut sheet = "编号,单位,类别,级别,档次,事项,文号,发文机关,佐证材料,日期,计入年度\n".to_owned();
        for (n, claim) in claims.iter().enumerate() {
            let (level, tier) = (LEVELS[claim.level].0, TIERS[claim.tier].0);
            let (year, day) = claim.date;
            let brackets = dice.of(&["〔2015〕", "[2015]", "（2015） "]);
            let evidence = if claim.evidence { "原件" } else { "" };
            sheet += &format!(
                "K{n:02},U{},表彰,{level},{tier},事项,文{brackets}{}号,{},{evidence},{year}-{day},2015\n",
                claim.unit, claim.document, claim.issuer
            );
        }
        let units: String = (0..4).map(|n| format!("U{n},单位{n},乡镇\n")).collect();
        let marks: String = (0..4).map(|n| format!("U{n},年度,检查人,80\n")).collect();
        let tables = [
            ("units", format!("单位代码,单位名称,单位类别\n{units}")),
            ("marks", format!("单位,考核期,检查人,J1\n{marks}")),
            ("claims", sheet),
        ];
        let results = results(&text(&rules), &tables);
        let found = by_code(&results.units);
        for (unit, bonus) in bonuses(&claims, &rules).into_iter().enumerate() {
            let code = format!("U{unit}");
            let total = said(found[code.as_str()].score.as_ref());
            assert_eq!(
                total,
                own(Some(whole(80) + bonus)),
                "seed {seed} {code} {} {} {}",
                rules.one,
                rules.two,
                rules.late
            );
            capped += usize::from(bonus == whole(rules.cap));
            some += usize::from(bonus > whole(0));
        }
    }
    assert!(capped > 10 && some > 200, "{capped} {some}");
}
