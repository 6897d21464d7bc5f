//! Parts add to their whole, exactly.

use super::Check;
use crate::diag::{Place, Text};
use crate::exact::Exact;
use crate::scheme::findings::{weights_as_written, weights_off};
use crate::scheme::load::Spot;
use crate::scheme::raw::Quoted;
use crate::scheme::worth::{Blend, Component, Item, Points, Poll};

pub(super) fn check(check: &mut Check<'_>, components: &[Component], items: &[Item], polls: &[Poll]) {
    let tables = check.tables;
    for (entry, poll) in tables.poll.iter().zip(polls) {
        let spot = &entry.spot;
        let classes: Vec<&Exact> = poll.classes.iter().map(|(.., weight)| weight).collect();
        let questions: Vec<&Exact> = poll.questions.iter().map(|(.., weight)| weight).collect();
        for (key, zh, en, weights, total) in [
            ("classes", "的票类权重", "class weights of", classes, poll.classes_total.clone()),
            ("questions", "的测评项权重", "question weights of", questions, Exact::one()),
        ] {
            let whole = !spot.lines.keys.get(key).is_none_or(|lines| lines.damaged);
            if whole && !weights.is_empty() {
                let what = Text::new(format!("{}{zh}", spot.called.zh), format!("{en} {}", spot.called.en));
                adds(check, spot.at(key), &what, &weights, &total, None);
            }
        }
        for (n, row) in poll.weights_for.iter().enumerate() {
            let what = Text::new(
                format!("{}的 weights_for 第 {} 行", spot.called.zh, n + 1),
                format!("row {} of weights_for of {}", n + 1, spot.called.en),
            );
            let weights: Vec<&Exact> = row.weights.iter().collect();
            adds(check, spot.at_row("weights_for", n), &what, &weights, &poll.classes_total, None);
        }
    }
    for (entry, component) in tables.component.iter().zip(components) {
        let spot = &entry.spot;
        if spot.lines.damaged {
            continue;
        }
        let shares: Vec<&Exact> = component.periods.iter().map(|(_, share)| share).collect();
        if !shares.is_empty() {
            let what =
                Text::new(format!("{}的考核期占比", spot.called.zh), format!("period shares of {}", spot.called.en));
            if tables.total.as_ref().is_none_or(|total| total.raw.blend != Some(Blend::Totals)) {
                shares_add(check, spot, &what, &shares, &entry.raw.periods_total);
            }
        }
        if entry.raw.full.is_some() {
            full_marks(check, component, items, polls, spot.at("full"), &spot.called);
        }
    }
    if let Some(entry) = tables.total.as_ref().filter(|entry| entry.raw.blend == Some(Blend::Totals)) {
        let shares: Vec<&Exact> =
            entry.raw.periods.iter().filter_map(|row| row.weight.as_ref()).map(|weight| &weight.0).collect();
        let what = Text::new("总分的考核期占比", "period shares of the total");
        if !shares.is_empty() && !entry.spot.lines.damaged {
            shares_add(check, &entry.spot, &what, &shares, &entry.raw.periods_total);
        }
    }
    parts(check, items);
    if let Some(entry) = &tables.people {
        let spot = &entry.spot;
        for (row, role) in entry.raw.roles.iter().enumerate() {
            let at = spot.at_row("roles", row);
            if !role.weights.is_empty() {
                let what =
                    Text::new(format!("角色 {} 的各项权重", role.name), format!("weights of role {}", role.name));
                let weights: Vec<&Exact> = role.weights.values().map(|weight| &weight.0).collect();
                let whole = role.weights_total.as_ref().map_or_else(Exact::one, |total| total.0.clone());
                adds(check, at, &what, &weights, &whole, None);
            } else if let (Some(unit), Some(own)) = (&role.unit_share, &role.own_share) {
                let what = Text::new(format!("角色 {} 的两项占比", role.name), format!("shares of role {}", role.name));
                adds(check, at, &what, &[&unit.0, &own.0], &Exact::one(), None);
            }
        }
    }
    declared(check, components);
}

/// Pushes a finding when the parts add to something else.
fn adds(check: &mut Check<'_>, at: Place, what: &Text, parts: &[&Exact], whole: &Exact, whole_at: Option<Place>) {
    let sum: Exact = parts.iter().copied().sum();
    if sum != *whole {
        let written = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
        check.findings.push(weights_off(at, what, &format!("{written} = {sum}"), &whole.to_string(), whole_at));
    }
}

/// Shares of periods add to one, or to the total that the scheme states, which is then told.
fn shares_add(check: &mut Check<'_>, spot: &Spot, what: &Text, shares: &[&Exact], total: &Option<Quoted>) {
    let whole = total.as_ref().map_or_else(Exact::one, |total| total.0.clone());
    adds(check, spot.at("periods"), what, shares, &whole, None);
    if whole != Exact::one() {
        check.findings.push(weights_as_written(spot.at("periods_total"), what, &whole.to_string()));
    }
}

/// A component's full marks: those of its items in every period, or the highest mark of its poll.
fn full_marks(check: &mut Check<'_>, component: &Component, items: &[Item], polls: &[Poll], at: Place, called: &Text) {
    let tables = check.tables;
    if let Some(code) = &component.poll {
        let Some((poll, entry)) = polls.iter().zip(&tables.poll).find(|(poll, _)| poll.code == *code) else { return };
        let top = poll.marks.iter().map(|(.., value)| value).max();
        let top = top.map(|top| top * &poll.classes_total);
        if let Some(top) = top.filter(|_| !entry.spot.lines.damaged) {
            let what = Text::new(
                format!("{}的满分与测评最高档", called.zh),
                format!("full marks of {} and the top mark", called.en),
            );
            adds(check, entry.spot.at("marks"), &what, &[&top], &component.full, Some(at));
        }
        return;
    }
    if tables.lost("item") {
        return;
    }
    for (period, _) in &component.periods {
        let own = |item: &&Item| item.component.as_ref() == Some(&component.code) && item.periods.contains(period);
        let parts: Vec<&Exact> = items.iter().filter(own).map(|item| &item.full).collect();
        let unsaid = tables.item.iter().any(|e| e.raw.full.is_none() && e.raw.adjusting != Some(true));
        if unsaid || (parts.is_empty() && !items.iter().any(|item| item.component.as_ref() == Some(&component.code))) {
            continue;
        }
        let what = Text::new(
            format!("{}各项目满分（{period}）", called.zh),
            format!("full marks of the items of {} ({period})", called.en),
        );
        adds(check, at.clone(), &what, &parts, &component.full, None);
    }
}

/// The full marks of parts, in every period of their item.
fn parts(check: &mut Check<'_>, items: &[Item]) {
    let tables = check.tables;
    if tables.lost("item") || tables.item.iter().any(|e| e.raw.full.is_none() && e.raw.adjusting != Some(true)) {
        return;
    }
    for (entry, item) in tables.item.iter().zip(items) {
        let Points::Parts(codes) = &item.points else { continue };
        if codes.is_empty() || item.part_of.is_some() {
            continue;
        }
        let mut reported: Vec<String> = Vec::new();
        for period in &item.periods {
            let own = |part: &&Item| codes.contains(&part.code) && part.periods.contains(period) && !part.adjusting;
            let fulls: Vec<&Exact> = items.iter().filter(own).map(|part| &part.full).collect();
            let key = format!("{fulls:?}");
            if reported.contains(&key) {
                continue;
            }
            reported.push(key);
            let spot = &entry.spot;
            let what = Text::new(
                format!("{}各小项满分", spot.called.zh),
                format!("full marks of the parts of {}", spot.called.en),
            );
            adds(check, spot.at("full"), &what, &fulls, &item.full, None);
        }
    }
}

/// The components, each full marks times weight, against the declared total.
fn declared(check: &mut Check<'_>, components: &[Component]) {
    let tables = check.tables;
    let Some(total) = &tables.total else { return };
    let unsaid = tables.component.iter().any(|e| e.raw.weight.is_none() || e.raw.full.is_none());
    let Some(declared) = total.raw.declared.as_ref().filter(|_| !unsaid && !tables.lost("component")) else { return };
    if components.is_empty() {
        return;
    }
    let parts: Vec<Exact> = components.iter().map(|component| &component.weight * &component.full).collect();
    let what = Text::new("各部分满分乘权重", "full marks times weights of the components");
    let parts: Vec<&Exact> = parts.iter().collect();
    adds(check, total.spot.at("declared"), &what, &parts, &declared.0, None);
}
