//! From the total to the grade: bands, vetoes, ranks and quotas, people.

use super::page::Page;
use crate::diag::Text;
use crate::exact::{Exact, Mode, Rounding};
use crate::scheme::Scheme;
use crate::scheme::sentences::{
    Spoken as _, accumulation_sentence, band_sentence, ceiling_sentence, escalation_sentence, gate_sentence,
    ground_sentence, people_sentence, post_rule_sentence, quota_sentence, rank_sentence, sanction_effect_sentence,
    sanctions_sentence, then, trigger_sentence,
};
use crate::scheme::worth::{Band, By, Ground, RoundingPoint};

pub(super) fn bands(page: &mut Page<'_>, scheme: &Scheme) {
    let worth = &scheme.worth;
    let mut list = |zh: &str, en: &str, bands: &[Band], point: RoundingPoint| {
        if bands.is_empty() {
            return;
        }
        page.heading(zh, en);
        let rounding = worth.rounding_at(point).filter(|_| worth.compare.band == By::Rounded);
        for band in bands {
            let reached = rounding.zip(band.from.as_ref()).and_then(|((rounding, _), from)| reached(from, rounding));
            let sentence = then(&band_sentence(band, worth), &reached.unwrap_or_default());
            page.rule("", band.grade.as_str(), &sentence, &band.rule);
        }
    };
    list("单位等次", "Grades of units", &worth.unit_bands, RoundingPoint::UnitTotal);
    list("个人等次", "Grades of people", &worth.person_bands, RoundingPoint::PersonTotal);
}

/// From which exact value on a line is reached, where rounding comes first.
fn reached(from: &Exact, rounding: Rounding) -> Option<Text> {
    let Rounding { mode, places } = rounding;
    let unit = Exact::ratio(1, 10_i64.checked_pow(places)?)?;
    // The first value with so many places that reaches the line.
    let first = Rounding { mode: Mode::Ceil, places }.apply(from);
    let half = &unit * &Exact::ratio(1, 2)?;
    let (low, zh, en) = match mode {
        Mode::Floor => return None,
        Mode::Ceil => (&first - &unit, "超过", "above"),
        Mode::HalfUp => (&first - &half, "达到", "from"),
        Mode::HalfEven => {
            let low = &first - &half;
            if rounding.apply(&low) == first { (low, "达到", "from") } else { (low, "超过", "above") }
        }
    };
    (low < *from).then(|| {
        Text::new(
            format!("先取舍再定等，准确值{zh} {low} 分即列入"),
            format!("rounded before it is graded: {en} {low} on"),
        )
    })
}

pub(super) fn vetoes(page: &mut Page<'_>, scheme: &Scheme) {
    if scheme.worth.grounds.is_empty() {
        return;
    }
    let has_effect = |ground: &Ground| ground.all_effects().next().is_some();
    let n_vetoes = scheme.worth.grounds.iter().filter(|ground| has_effect(ground)).count();
    match n_vetoes {
        0 => page.heading("追究和约谈事由", "Grounds"),
        n if n == scheme.worth.grounds.len() => page.heading("一票否决", "Vetoes"),
        _ => page.heading("一票否决和其他事由", "Vetoes and other grounds"),
    }
    if n_vetoes > 0 {
        page.line(&Text::new(
            "否决只限定等次，不改得分；责任由事发当日在任的人承担。",
            "A veto caps the grade and leaves the score; it falls on whoever held the post on that day.",
        ));
    }
    for ground in &scheme.worth.grounds {
        let name = format!("{} {}", ground.code, ground.name);
        page.rule("", &name, &ground_sentence(ground), &ground.rule);
    }
    for rule in &scheme.worth.escalations {
        let name = format!("{} {}", rule.code, rule.name);
        page.rule("", &name, &escalation_sentence(rule, &scheme.words, &scheme.worth), &rule.rule);
    }
    for rule in &scheme.worth.accumulations {
        let name = format!("{} {}", rule.code, rule.name);
        page.rule("", &name, &accumulation_sentence(rule, &scheme.worth), &rule.rule);
    }
}

pub(super) fn sanctions(page: &mut Page<'_>, scheme: &Scheme) {
    let Some(sanctions) = &scheme.worth.sanctions else { return };
    page.heading("处分与等次", "Sanctions and grades");
    page.rule("", "", &sanctions_sentence(sanctions), &sanctions.rule);
    for effect in &sanctions.effects {
        page.rule("", "", &sanction_effect_sentence(effect, &sanctions.kinds), &effect.rule);
    }
}

pub(super) fn gates(page: &mut Page<'_>, scheme: &Scheme) {
    let worth = &scheme.worth;
    if !worth.gates.is_empty() {
        page.heading("资格条件", "Gates before a grade");
    }
    for gate in &worth.gates {
        page.rule("", &gate.code, &gate_sentence(gate, worth), &gate.rule);
    }
    if !worth.triggers.is_empty() {
        page.heading("触发、复核和清单", "Triggers, reviews and lists");
    }
    for trigger in &worth.triggers {
        let name = format!("{} {}", trigger.code, trigger.name);
        page.rule("", &name, &trigger_sentence(trigger, worth), &trigger.rule);
    }
}

pub(super) fn quotas(page: &mut Page<'_>, scheme: &Scheme) {
    page.heading("名次和名额", "Ranks and quotas");
    page.rule("", "", &rank_sentence(&scheme.worth.rank), &scheme.worth.rank.rule);
    for quota in &scheme.worth.quotas {
        page.rule("", "", &quota_sentence(quota, &scheme.words, &scheme.worth), &quota.rule);
    }
    for ceiling in &scheme.worth.ceilings {
        page.rule("", "", &ceiling_sentence(ceiling), &ceiling.rule);
    }
}

pub(super) fn people(page: &mut Page<'_>, scheme: &Scheme) {
    let Some(people) = &scheme.worth.people else { return };
    page.heading("个人得分", "People");
    page.rule("", "", &people_sentence(people, &scheme.words), &people.rule);
    for rule in &people.post_rules {
        page.rule("", "", &post_rule_sentence(rule, people), &rule.rule);
    }
    let kinds: Vec<String> =
        people.roles.iter().map(|role| format!("{}＝{}", role.name, role.kind.spoken().in_lang(page.lang))).collect();
    page.line(&Text::new(
        format!("- 否决所指：{}", kinds.join("、")),
        format!("- what roles are to vetoes: {}", kinds.join(", ")),
    ));
}
