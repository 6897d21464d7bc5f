//! The short summary after a run: who got what, who was vetoed and why, who moved, what waits, where the files are.

use std::collections::BTreeMap;
use std::path::Path;

use super::table;
use super::tally_line::tally_line;
use super::terminal;
use crate::diag::{Findings, Lang};
use crate::results::{Case, CodeName, GradeInfo, Results, SubjectResult};

/// How many lines of a list are shown.
const SHOWN: usize = 8;

/// The summary as text.
pub(super) fn text(
    results: &Results,
    target: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    findings: &Findings,
    lang: Lang,
) -> String {
    let zh = lang == Lang::Zh;
    let word = |a: &'static str, b: &'static str| if zh { a } else { b };
    let info = &results.assessment;
    let status = match info.status.as_str() {
        "draft" => word("征求意见稿", "draft"),
        "proposed" => word("拟定", "proposed"),
        _ => word("审定", "final"),
    };
    let mut out = format!("{}  [{status}]\n{}\n\n", info.title, results.scheme.title);
    let group_of = |unit: &SubjectResult| unit.group.clone();
    out += &counts(
        word("单位", "units"),
        &results.units,
        &results.scheme.unit_grades,
        &results.scheme.groups,
        group_of,
        lang,
    );
    let role_of = |person: &SubjectResult| person.role.clone().unwrap_or_default();
    if !results.people.is_empty() {
        out += &counts(
            word("人员", "people"),
            &results.people,
            &results.scheme.person_grades,
            &results.scheme.roles,
            role_of,
            lang,
        );
    }
    out += &vetoes(results, lang);
    let names: BTreeMap<&str, &str> =
        results.units.iter().map(|unit| (unit.code.as_str(), unit.name.as_str())).collect();
    if !results.lists.movers.is_empty() {
        out += &format!("{}\n", word("与上年相比变动最大", "Largest movers since last year"));
        let rows: Vec<Vec<String>> = results
            .lists
            .movers
            .iter()
            .take(5)
            .map(|mover| {
                let sign = if mover.change.is_negative() { "" } else { "+" };
                let name = names.get(mover.unit.as_str()).copied().unwrap_or(&mover.unit);
                vec![
                    format!("  {name}"),
                    mover.before.clone(),
                    "→".to_owned(),
                    mover.now.clone(),
                    format!("{sign}{}", mover.change),
                ]
            })
            .collect();
        out += &format!("{}\n\n", table::lines(&rows).join("\n"));
    }
    out += &cases(results, lang);
    out += &lists(results, lang);
    out += &format!("{}\n", word("结果", "Files"));
    for name in ["report.html", "report.pdf", "results.xlsx", "results.json", "manifest.json"] {
        if files.contains_key(name) {
            out += &format!("  {}\n", terminal::path(&target.join(name)));
        }
    }
    let n_charts = files.keys().filter(|path| path.starts_with("charts/")).count();
    if n_charts > 0 {
        let folder = terminal::path(&target.join("charts"));
        out += &if zh {
            format!("  {folder}（{n_charts} 个图）\n")
        } else {
            format!("  {folder} ({n_charts} pictures)\n")
        };
    }
    let n_notices = files.keys().filter(|path| path.starts_with("notices/")).count();
    if n_notices > 0 {
        let folder = target.join("notices").display().to_string();
        out += &if zh {
            format!("  {folder}（{n_notices} 个文件）\n")
        } else {
            format!("  {folder} ({n_notices} files)\n")
        };
    }
    out + &format!("{}\n", tally_line(findings, lang))
}

fn counts(
    title: &str,
    subjects: &[SubjectResult],
    grades: &[GradeInfo],
    groups: &[CodeName],
    group_of: impl Fn(&SubjectResult) -> String,
    lang: Lang,
) -> String {
    let (pending, none, total) =
        if lang == Lang::Zh { ("待裁定", "不定等次", "合计") } else { ("pending", "ungraded", "total") };
    let mut header = vec![title.to_owned()];
    header.extend(grades.iter().map(|grade| grade.grade.clone()));
    header.extend([pending, none, total].map(str::to_owned));
    let mut rows = vec![header];
    for group in groups {
        let members: Vec<&SubjectResult> = subjects.iter().filter(|subject| group_of(subject) == group.code).collect();
        if members.is_empty() {
            continue;
        }
        let n_of =
            |is: &dyn Fn(&SubjectResult) -> bool| members.iter().filter(|subject| is(subject)).count().to_string();
        let mut row = vec![format!("  {}", group.name)];
        row.extend(grades.iter().map(|grade| n_of(&|s| s.grade.as_ref() == Some(&grade.grade))));
        row.push(n_of(&|s| s.grade.is_none() && s.pending.is_some()));
        row.push(n_of(&|s| s.grade.is_none() && s.ungraded.is_some()));
        row.push(members.len().to_string());
        rows.push(row);
    }
    format!("{}\n\n", table::lines(&rows).join("\n"))
}

fn name_of<'a>(results: &'a Results, whose: &str, code: &'a str) -> &'a str {
    let list = if whose == "unit" { &results.units } else { &results.people };
    list.iter().find(|subject| subject.code == code).map_or(code, |subject| subject.name.as_str())
}

fn vetoes(results: &Results, lang: Lang) -> String {
    let list = &results.lists.vetoes;
    if list.is_empty() {
        return String::new();
    }
    let mut out = if lang == Lang::Zh { "一票否决\n".to_owned() } else { "Vetoes\n".to_owned() };
    for entry in list {
        let name = name_of(results, &entry.whose, &entry.subject);
        let grade = entry.grade.as_deref().unwrap_or("—");
        let without = entry.without.as_deref().unwrap_or("—");
        out += &match lang {
            Lang::Zh => format!(
                "  {name}：{} {}（{}），最高{}；等次 {grade}，若无否决 {without}\n",
                entry.date, entry.ground_name, entry.event, entry.cap
            ),
            Lang::En => format!(
                "  {name}: {} {} ({}), at most {}; grade {grade}, without it {without}\n",
                entry.date, entry.ground_name, entry.event, entry.cap
            ),
        };
    }
    out + "\n"
}

fn cases(results: &Results, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let open: Vec<&Case> = results.cases.iter().filter(|case| case.open).collect();
    let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &results.cases {
        *by_kind.entry(case.kind.as_str()).or_default() += 1;
    }
    let kind = |kind: &str| match (kind, zh) {
        ("condition", true) => "缺少事实",
        ("sanction", true) => "处分待定",
        ("review", true) => "复核待确认",
        ("ungraded", true) => "待补定等次",
        ("borrowed", true) => "借用名额",
        ("ceiling", true) => "均分超限",
        ("condition", false) => "facts missing",
        ("sanction", false) => "sanctions open",
        ("review", false) => "reviews to confirm",
        ("ungraded", false) => "grades to be filled in",
        ("borrowed", false) => "borrowed places",
        ("ceiling", false) => "means above a ceiling",
        ("tie", true) => "并列待裁定",
        ("pending", true) => "待定",
        ("decision", true) => "已裁定",
        ("near_line", true) => "临近等次线",
        ("tie", false) => "ties",
        ("pending", false) => "pending",
        ("decision", false) => "decided",
        _ => "near a line",
    };
    let counted = by_kind.iter().map(|(name, n)| format!("{} {n}", kind(name))).collect::<Vec<_>>().join(if zh {
        "，"
    } else {
        ", "
    });
    let counted = match (counted.is_empty(), zh) {
        (true, true) => "无".to_owned(),
        (true, false) => "nothing".to_owned(),
        (false, _) => counted,
    };
    let mut out = format!("{}{counted}\n", if zh { "上会事项：" } else { "For the committee: " });
    for case in open.iter().take(SHOWN) {
        let who: Vec<&str> = case.subjects.iter().map(|code| name_of(results, &case.whose, code)).collect();
        out += &format!(
            "  {}{}{}  [{}]\n",
            kind(&case.kind),
            if zh { "：" } else { ": " },
            who.join(if zh { "、" } else { ", " }),
            case.rule
        );
    }
    if open.len() > SHOWN {
        out += &format!("  … +{}\n", open.len() - SHOWN);
    }
    out + "\n"
}

/// 名单：整改督办 5（逾期 2，待办 1）；约谈 3 …
fn lists(results: &Results, lang: Lang) -> String {
    let entries = &results.lists.entries;
    if entries.is_empty() && results.lists.bars.is_empty() {
        return String::new();
    }
    let zh = lang == Lang::Zh;
    let mut by_list: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for entry in entries {
        let n = by_list.entry(entry.list.as_str()).or_default();
        n[0] += 1;
        match entry.state.as_str() {
            "overdue" => n[1] += 1,
            "open" | "proposed" => n[2] += 1,
            _ => {}
        }
    }
    let mut out = if zh { "名单\n".to_owned() } else { "Lists\n".to_owned() };
    for (name, [all, late, waiting]) in by_list {
        let mut parts = Vec::new();
        if late > 0 {
            parts.push(if zh { format!("逾期 {late}") } else { format!("{late} overdue") });
        }
        if waiting > 0 {
            parts.push(if zh { format!("待办 {waiting}") } else { format!("{waiting} waiting") });
        }
        let parts = match (parts.is_empty(), zh) {
            (true, _) => String::new(),
            (false, true) => format!("（{}）", parts.join("，")),
            (false, false) => format!(" ({})", parts.join(", ")),
        };
        out += &if zh { format!("  {name} {all} 项{parts}\n") } else { format!("  {name}: {all}{parts}\n") };
    }
    if !results.lists.bars.is_empty() {
        let n = results.lists.bars.len();
        out += &if zh { format!("  职务限制 {n} 项\n") } else { format!("  bars: {n}\n") };
    }
    out + "\n"
}
