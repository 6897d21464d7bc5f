//! Bonus and penalty families.

use super::Check;
use super::head::named;
use crate::scheme::words::{FamilyWords, Sign};
use crate::scheme::worth::Family;
use crate::terms::FamilyCode;

pub(super) fn families(check: &mut Check<'_>) -> (Vec<FamilyWords>, Vec<Family>) {
    let (mut words, mut worth) = (Vec::new(), Vec::new());
    for entry in &check.tables.family {
        let (raw, spot) = (&entry.raw, &entry.spot);
        let code = FamilyCode::new(raw.code.get_ref());
        let rule = check.rule(&format!("family:{code}"), spot, &raw.basis, raw.assumed);
        let sign = check.need(spot, "sign", &raw.sign).unwrap_or(Sign::Bonus);
        let cap = check.limit(spot, "cap", &raw.cap);
        if let Some(cap) = &cap {
            check.not_below_nought(spot, "cap", cap);
        }
        check.need_rows(spot, "levels", &raw.levels);
        for level in &raw.levels {
            if level.points.0.is_negative() || level.points.0.is_zero() {
                let found = format!("{} {}", level.name, level.points.0);
                check.out_of_range(
                    spot,
                    "levels",
                    &found,
                    "大于 0（扣分由 sign 表示）",
                    "above 0 (sign says which way)",
                );
            }
        }
        words.push(FamilyWords {
            named: named(code.as_str(), &raw.name, &[]),
            levels: raw.levels.iter().map(|level| named(&level.name, &level.name, &level.aliases)).collect(),
            sign,
        });
        let levels = raw.levels.iter().map(|level| (level.name.trim().to_owned(), level.points.0.clone()));
        worth.push(Family { code, name: raw.name.trim().to_owned(), sign, cap, levels: levels.collect(), rule });
    }
    (words, worth)
}
