//! 责任追究建议: from the gravity of an event to the measures that can be taken.

use std::sync::Arc;

use super::around::Around;
use super::findings::severity_unknown;
use super::model::{Entry, State};
use crate::diag::Findings;
use crate::facts::{Event, Gravity};
use crate::scheme::worth::{Binding, Ladder, SeveralMeasures, Whose};
use crate::terms::Subject;

/// One entry for each event with a gravity: about the unit, or about each person concerned.
pub(super) fn entries(around: &Around<'_>, findings: &mut Findings) -> Vec<Entry> {
    let mut all = Vec::new();
    for rule in &around.scheme.worth.after.ladders {
        for event in around.events(&rule.grounds) {
            let gravities = &around.tally.registers.gravities;
            let Some(gravity) =
                gravities.iter().find(|gravity| gravity.event == event.id && !gravity.severity.is_empty())
            else {
                continue;
            };
            let subject = match (rule.whose, &event.person) {
                (Whose::Unit, None) => Subject::Unit(event.unit.clone()),
                (Whose::Person, Some(person)) => Subject::Person(person.clone()),
                _ => continue,
            };
            match rule.rungs.iter().position(|rung| *rung.severity == *gravity.severity) {
                Some(at) => all.push(proposed(rule, at, gravity, event, subject, around)),
                None => findings.push(severity_unknown::finding(gravity, rule)),
            }
        }
    }
    all
}

fn among(words: &[Arc<str>], list: &[String]) -> Option<String> {
    let found: Vec<&str> =
        words.iter().map(AsRef::as_ref).filter(|word| list.iter().any(|own| word.contains(own.as_str()))).collect();
    (!found.is_empty()).then(|| found.join("、"))
}

fn proposed(
    rule: &Ladder,
    at: usize,
    gravity: &Gravity,
    event: &Event,
    subject: Subject,
    around: &Around<'_>,
) -> Entry {
    let top = rule.rungs.len() - 1;
    let heavier = among(&gravity.aggravating, &rule.heavier);
    let lighter = among(&gravity.mitigating, &rule.lighter);
    let waived = among(&gravity.mitigating, &rule.waived_by);
    let mut rung = at;
    let mut why = vec![format!("情节{}", gravity.severity)];
    let mut may = Vec::new();
    if let Some(words) = heavier {
        match rule.heavier_binding {
            Binding::Must => {
                rung = (rung + 1).min(top);
                why.push(format!("有“{words}”，应当从重"));
            }
            Binding::May => may.push(format!("有“{words}”，可以从重为“{}”", rule.rungs[(at + 1).min(top)].severity)),
        }
    }
    if let Some(words) = lighter {
        match rule.lighter_binding {
            Binding::Must => {
                rung = rung.saturating_sub(1);
                why.push(format!("有“{words}”，应当从轻"));
            }
            Binding::May if rung == 0 => {}
            Binding::May => {
                let lower = &rule.rungs[rung - 1].severity;
                may.push(format!("有“{words}”，可以从轻为“{lower}”"));
            }
        }
    }
    if let Some(words) = waived {
        may.push(format!("有“{words}”，可以免予追究"));
    }
    let rung = &rule.rungs[rung];
    let measures = rung.measures.join("、");
    let taken = event.measure.trim();
    let mut entry = Entry::new(&rule.list, &rule.code, subject.clone(), &rule.rule)
        .fact("name", &rule.name)
        .fact("severity", &gravity.severity)
        .fact("applied", &rung.severity)
        .fact("measures", &measures)
        .fact("may", may.join("；"))
        .fact("taken", taken);
    if rung.referral {
        entry = entry.fact("referral", "移送司法机关");
    }
    entry.about = Some(event.id.to_string());
    entry.places = vec![gravity.place.clone(), event.place.clone()];
    let fits = rung.measures.iter().any(|measure| taken.contains(measure.as_str()));
    entry.state = if taken.is_empty() { State::Proposed } else { State::Confirmed };
    let several = match rule.several {
        SeveralMeasures::Single => "选用一种",
        SeveralMeasures::Combined => "可以单独或合并使用",
    };
    let may = if may.is_empty() { String::new() } else { format!("；{}", may.join("；")) };
    let referral = if rung.referral { "，涉嫌犯罪的移送司法机关" } else { "" };
    let done = match (taken.is_empty(), fits) {
        (true, _) => "；尚未记录处理措施".to_owned(),
        (false, true) => format!("；已处理：{taken}"),
        (false, false) => format!("；已处理：{taken}，不在上述方式之内，请核对"),
    };
    entry.reason = format!(
        "事件 {}（{}，{}）：{}，按“{}”建议对{}追究：{measures}（{several}）{referral}{may}{done}",
        event.id,
        around.ground_name(&event.ground),
        event.date,
        why.join("，"),
        rung.severity,
        around.name(&subject),
    );
    entry
}
