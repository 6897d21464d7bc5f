//! How people are scored, and their roles.

use super::Check;
use super::head::named;
use crate::exact::Exact;
use crate::scheme::words::RoleWords;
use crate::scheme::worth::{PeopleRule, Role, Transfer, TwoPosts, WhenMissing};
use crate::terms::{PollCode, RoleCode};

pub(super) fn people(check: &mut Check<'_>) -> (Vec<RoleWords>, Option<PeopleRule>) {
    let Some(entry) = check.tables.people.as_ref() else { return (Vec::new(), None) };
    let (raw, spot) = (&entry.raw, &entry.spot);
    let rule = check.rule("people", spot, &raw.basis, raw.assumed);
    let own = raw.roles.iter().any(|role| !role.own_share.0.is_zero());
    let known = check.poll_codes();
    match &raw.poll {
        Some(poll) => {
            check.known(spot, "poll", poll, &known);
        }
        None if own => check.ask(spot, "poll"),
        None => {}
    }
    check.need_rows(spot, "roles", &raw.roles);
    let (mut words, mut roles) = (Vec::new(), Vec::new());
    for row in &raw.roles {
        for (key, share) in [("unit_share", &row.unit_share.0), ("own_share", &row.own_share.0)] {
            if share.is_negative() || *share > Exact::one() {
                let found = format!("{} {key} {share}", row.name);
                check.out_of_range(spot, "roles", &found, "0 至 1", "0 to 1");
            }
        }
        words.push(RoleWords { named: named(&row.code, &row.name, &row.aliases), kind: row.kind });
        roles.push(Role {
            code: RoleCode::new(&row.code),
            name: row.name.trim().to_owned(),
            kind: row.kind,
            unit_share: row.unit_share.0.clone(),
            own_share: row.own_share.0.clone(),
        });
    }
    let transfer = check.need(spot, "transfer", &raw.transfer).unwrap_or(Transfer::AtEnd);
    let two_posts = check.need(spot, "two_posts", &raw.two_posts).unwrap_or(TwoPosts::Main);
    let missing_own = if own {
        check.need(spot, "missing_own", &raw.missing_own).unwrap_or(WhenMissing::Pend)
    } else {
        raw.missing_own.unwrap_or(WhenMissing::Pend)
    };
    let poll = raw.poll.as_deref().map(PollCode::new);
    (words, Some(PeopleRule { poll, roles, transfer, two_posts, missing_own, rule }))
}
