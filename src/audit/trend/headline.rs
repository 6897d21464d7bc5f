//! What the table and the chart are called: the finding, if there is one.

use crate::diag::Lang;
use crate::exact::Exact;

use super::rows::{Trend, TrendRow};

impl Trend {
    /// **Rule**: over the rows that have a rate: all up → how many, and which rose most; all down likewise; mixed → how many
    /// each way. One row → its change. None, or all equal → the subject alone. A largest change that two rows share is not
    /// named, nor is anything said from a row whose printed change is marked †.
    ///
    /// The words never go beyond the rows: no cause, no praise; and where some rows have no rate they say so.
    #[must_use]
    pub fn headline(&self, lang: Lang) -> String {
        let sound = |row: &&TrendRow| !row.printed.iter().any(|printed| printed.differs);
        let rated: Vec<(&TrendRow, Exact)> =
            self.rows.iter().filter(sound).filter_map(|row| Some((row, row.change.exact()?))).collect();
        let n_up = rated.iter().filter(|(_, rate)| *rate > Exact::zero()).count();
        let n_down = rated.iter().filter(|(_, rate)| rate.is_negative()).count();
        let n = rated.len();
        let zh = lang == Lang::Zh;
        if n_up + n_down == 0 {
            return if zh { "案件统计".to_owned() } else { "Case statistics".to_owned() };
        }
        if let [(row, _)] = rated.as_slice() {
            let (name, change) = (&row.name, row.shown(lang));
            return if zh { format!("{name}同比{change}") } else { format!("{name} {change} year over year") };
        }
        let most = rated.iter().map(|(_, rate)| rate.abs()).max().unwrap_or_default();
        let mut largest = rated.iter().filter(|(_, rate)| rate.abs() == most);
        let named = match (largest.next(), largest.next()) {
            (Some((row, _)), None) => Some((&row.name, row.shown(lang))),
            _ => None,
        };
        let all = match (n == self.rows.len(), zh) {
            (true, true) => format!("{n}项同比"),
            (false, true) => format!("有同比的{n}项"),
            (true, false) => format!("All {n}"),
            (false, false) => format!("All {n} with a change"),
        };
        let (count, direction) = match (n_up == n, n_down == n, zh) {
            (true, _, true) => (format!("{all}均上升"), "升幅"),
            (_, true, true) => (format!("{all}均下降"), "降幅"),
            (.., true) => (parts(&[(n_up, "上升"), (n_down, "下降"), (n - n_up - n_down, "持平")], "项", "、"), "变动"),
            (true, _, false) => (format!("{all} up year over year"), "most"),
            (_, true, false) => (format!("{all} down year over year"), "most"),
            (.., false) => {
                (parts(&[(n_up, " up"), (n_down, " down"), (n - n_up - n_down, " unchanged")], "", ", "), "most")
            }
        };
        match (named, zh) {
            (Some((name, change)), true) => format!("{count}，{name}{direction}最大（{change}）"),
            (Some((name, change)), false) => format!("{count}; {name} {direction} ({change})"),
            (None, _) => count,
        }
    }
}

fn parts(list: &[(usize, &str)], measure: &str, between: &str) -> String {
    let said = list.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n}{measure}{word}"));
    said.collect::<Vec<_>>().join(between)
}
