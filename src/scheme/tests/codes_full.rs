//! Codes that need polls, people, grounds or quotas: one edit of scheme yunshan provokes them.

use crate::diag::{Lang, render_text};
use crate::scheme::{builtin, load};

/// Replaces `from` by `to` in one file; the only findings then are `codes`.
#[track_caller]
fn edit(file: &str, from: &str, to: &str, codes: &[&str]) -> String {
    let mut files = builtin();
    let path = format!("scoring/yunshan/{file}");
    let text = files.0.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    assert!(text.contains(from), "{from:?} stands in {file}");
    files.0.insert(path, text.replacen(from, to, 1).into_bytes());
    let checked = load(&files, "scoring/yunshan", "yunshan");
    let words = render_text(&checked.findings, Lang::Zh);
    let mut found: Vec<&str> = checked.findings.iter().map(|finding| finding.code.id).collect();
    found.sort_unstable();
    assert_eq!(found, codes, "{words}");
    assert_eq!(checked.value.is_none(), checked.findings.has_errors());
    words
}

#[test]
fn c004_inside_rows_of_lists() {
    // The row is left out, and neither its weight nor its name is asked for again.
    edit("ballots.toml", "weight = \"0.3\", aliases", "weight = 0.3, aliases", &["C004"]);
    edit("people.toml", "kind = \"principal\"", "kind = \"chief\"", &["C004"]);
    edit("bonus.toml", "points = \"2\"", "points = 2.5", &["C004"]);
    edit("layouts.toml", "code = \"单位代码\"", "code = 3", &["C004"]);
}

#[test]
fn c005_asked_of_every_kind_of_rule() {
    for (file, key) in [
        ("ballots.toml", "no_view = \"leave_out\"\n"),
        ("ballots.toml", "blank = \"leave_out\"\n"),
        ("ballots.toml", "counted_over = \"answered\"\n"),
        ("ballots.toml", "empty_question = \"redistribute\"\n"),
        ("ballots.toml", "empty_class = \"redistribute\"\n"),
        ("ballots.toml", "more_returned_than_issued = \"void\"\n"),
        ("ballots.toml", "min_count = 5\n"),
        ("ballots.toml", "kind = \"appraisal\"\n"),
        ("ballots.toml", "subject = \"unit\"\n"),
        ("bonus.toml", "sign = \"bonus\"\n"),
        ("bonus.toml", "cap = \"3\"\n"),
        ("vetoes.toml", "unit = \"不合格\"\n"),
        ("vetoes.toml", "principal = \"基本合格\"\n"),
        ("vetoes.toml", "in_charge = \"基本合格\"\n"),
        ("vetoes.toml", "person = \"不合格\"\n"),
        ("vetoes.toml", "decision_may_lift = false\n"),
        ("grades.toml", "pool = \"group\"\n"),
        ("grades.toml", "share = \"1/3\"\n"),
        ("grades.toml", "base = \"all\"\n"),
        ("grades.toml", "rounding = \"half_up\"\n"),
        ("grades.toml", "ties = \"committee\"\n"),
        ("grades.toml", "chain = [\"inspection\", \"appraisal\"]\n"),
        ("grades.toml", "chain_end = \"include_all\"\n"),
        ("grades.toml", "overflow = \"良好\"\n"),
        ("grades.toml", "refill = true\n"),
        ("people.toml", "poll = \"leader\"\n"),
        ("people.toml", "transfer = \"longest\"\n"),
        ("people.toml", "two_posts = \"main\"\n"),
        ("people.toml", "missing_own = \"pend\"\n"),
        ("items.toml", "required = 2\n"),
        ("items.toml", "per_missing = \"4\"\n"),
        ("items.toml", "per_extra = \"0\"\n"),
        ("items.toml", "floor = \"0\"\n"),
        ("items.toml", "cap = \"12\"\n"),
        ("items.toml", "drop_high = 1\n"),
        ("items.toml", "drop_low = 1\n"),
        ("items.toml", "trim_from = 5\n"),
        ("items.toml", "due = { half = \"07-31\", year = \"12-20\" }\n"),
        ("items.toml", "due_day_counts = true\n"),
        ("items.toml", "late = \"0\"\n"),
        ("items.toml", "base = \"10\"\n"),
        ("items.toml", "per_event = \"-2\"\n"),
        ("items.toml", "numerator = \"petition_closed\"\n"),
        ("items.toml", "denominator = \"petition_referred\"\n"),
        ("items.toml", "zero_denominator = \"not_applicable\"\n"),
        ("items.toml", "from = \"cases\"\n"),
        ("scheme.toml", "unit_share = \"rounded\"\n"),
    ] {
        // The last poll and the last [people] poll also stop being used when the link is cut.
        let codes: &[&str] = if key.starts_with("poll = \"leader\"") { &["C005", "C013"] } else { &["C005"] };
        let words = edit(file, key, "", codes);
        let name = key.split(' ').next().unwrap_or_default();
        assert!(words.contains(&format!("没有写明 {name}：")), "{words}");
    }
}

#[test]
fn c005_the_lowest_total_of_one_who_can_lose_points() {
    let to = "person = \"不合格\"\neffects = [{ on = \"principal\", deduct = \"5\" }]\n";
    let words = edit("vetoes.toml", "person = \"不合格\"\n", to, &["C005"]);
    assert!(words.contains("个人总分（含本人扣分）最低多少"), "{words}");
    // Points off a unit are held by the ends of the total.
    edit("vetoes.toml", "person = \"不合格\"\n", &to.replace("principal", "unit"), &[]);
}

#[test]
fn c005_one_period_without_a_last_day() {
    edit("items.toml", "due = { half = \"07-31\", year = \"12-20\" }", "due = { half = \"07-31\" }", &["C005"]);
}

#[test]
fn c007_of_polls_parts_and_roles() {
    // 0.2 + 0.3 + 0.4 = 0.9
    let words = edit("ballots.toml", "weight = \"0.3\", aliases", "weight = \"0.2\", aliases", &["C007"]);
    assert!(words.contains("0.2 + 0.3 + 0.4 = 0.9"), "{words}");
    // 0.5 + 0.3 + 0.3 = 1.1
    edit("ballots.toml", "weight = \"0.4\" }", "weight = \"0.5\" }", &["C007"]);
    // the top mark gives 90 of 100
    edit("ballots.toml", "value = \"100\"", "value = \"90\"", &["C007"]);
    // 5 + 4 = 9 of 10
    edit("items.toml", "full = \"6\"", "full = \"5\"", &["C007"]);
    // 0.6 + 0.3
    edit("people.toml", "own_share = \"0.4\"", "own_share = \"0.3\"", &["C007"]);
}

#[test]
fn c007_items_of_one_period_leave_the_other_short() {
    // Without J5 the half-year check adds to 90.
    edit(
        "items.toml",
        "rule = \"deadline\"\ndue = { half = \"07-31\", year = \"12-20\" }",
        "periods = [\"year\"]\nrule = \"deadline\"\ndue = { year = \"12-20\" }",
        &["C007"],
    );
}

#[test]
fn c010_of_every_reference() {
    edit("vetoes.toml", "unit = \"不合格\"", "unit = \"不称职\"", &["C010"]);
    edit("vetoes.toml", "person = \"合格\"", "person = \"良好\"", &["C010"]);
    edit("items.toml", "numerator = \"petition_closed\"", "numerator = \"petition_close\"", &["C010"]);
    edit("items.toml", "poll = \"team\"", "poll = \"teem\"", &["C010", "C013"]);
    edit("items.toml", "part_of = \"J7\"\nfull = \"4\"", "part_of = \"J6\"\nfull = \"4\"", &["C007", "C010"]);
    edit(
        "items.toml",
        "due = { half = \"07-31\", year",
        "due = { half = \"07-31\", spring = \"03-31\", year",
        &["C010"],
    );
    edit("grades.toml", "group = \"township\"", "group = \"townships\"", &["C010"]);
    edit("grades.toml", "overflow = \"良好\"", "overflow = \"良\"", &["C010"]);
    edit("grades.toml", "chain = [\"inspection\"", "chain = [\"inspections\"", &["C010"]);
    edit("ballots.toml", "periods = [\"half\", \"year\"]", "periods = [\"year\"]", &["C010"]);
}

#[test]
fn c011_two_quotas_for_one_group() {
    edit("grades.toml", "group = \"department\"", "group = \"township\"", &["C011"]);
}

#[test]
fn c013_beside_another_choice() {
    edit("grades.toml", "ties = \"committee\"", "ties = \"committee\"\nchain = [\"inspection\"]", &["C013"]);
    edit("grades.toml", "pool = \"role\"", "pool = \"role\"\ngroup = \"township\"", &["C013"]);
    edit("items.toml", "rule = \"presence\"", "rule = \"presence\"\nper_event = \"1\"", &["C013"]);
    edit("items.toml", "part_of = \"J7\"", "part_of = \"J7\"\ncomponent = \"inspection\"", &["C013"]);
    edit("items.toml", "component = \"handling\"", "component = \"public\"", &["C007", "C013"]);
}

#[test]
fn c014_inside_polls_and_layouts() {
    edit("ballots.toml", "aliases = [\"优\"]", "aliases = [\"优\", \"良好\"]", &["C014"]);
    edit("ballots.toml", "void_words = [\"废票\", \"无效\"]", "void_words = [\"废票\", \"弃权\"]", &["C014"]);
    edit("people.toml", "aliases = [\"成员\"]", "aliases = [\"副职\"]", &["C014"]);
    edit("layouts.toml", "group = [\"单位类别\"", "group = [\"单位名称\"", &["C014"]);
}

#[test]
fn c015_of_every_range() {
    edit("grades.toml", "share = \"0.25\"", "share = \"25\"", &["C015"]);
    edit("grades.toml", "share = \"0.25\"", "share = \"-0.25\"", &["C015"]);
    edit("grades.toml", "overflow = \"良好\"", "overflow = \"优秀\"", &["C015"]);
    edit("grades.toml", "pool = \"group\"", "pool = \"role\"", &["C013", "C015"]);
    edit("grades.toml", "ties = \"exclude_all\"", "ties = \"chain\"", &["C005", "C005"]);
    edit("grades.toml", "share = \"0.25\"", "share = \"0.25\"\nplaces = 2", &["C013", "C015"]);
    edit("grades.toml", "share = \"0.25\"", "share = \"0.25\"\nborrow = \"township\"", &["C015"]);
    edit("vetoes.toml", "unit = \"合格\"", "unit = \"合格\"\nyears = 0", &["C015"]);
    edit("vetoes.toml", "unit = \"合格\"", "unit = \"合格\"\neffects = [{ on = \"boss\", cap = \"合格\" }]", &["C015"]);
    edit("items.toml", "trim_from = 5", "trim_from = 2", &["C015"]);
    edit("items.toml", "late = \"0\"", "late = \"11\"", &["C015"]);
    edit("items.toml", "per_missing = \"4\"", "per_missing = \"-4\"", &["C015"]);
    edit("items.toml", "from = \"ledger\"", "from = \"cases\"", &["C015"]);
    edit("items.toml", "cap = \"12\"", "cap = \"-1\"", &["C015"]);
    edit("bonus.toml", "cap = \"3\"", "cap = \"-3\"", &["C015"]);
    edit("bonus.toml", "points = \"2\"", "points = \"-2\"", &["C015"]);
    edit("ballots.toml", "value = \"40\"", "value = \"-40\"", &["C015"]);
    edit(
        "people.toml",
        "unit_share = \"0.6\", own_share = \"0.4\"",
        "unit_share = \"1.5\", own_share = \"-0.5\"",
        &["C015", "C015"],
    );
    edit("people.toml", "poll = \"leader\"", "poll = \"team\"", &["C013", "C015"]);
}

#[test]
fn without_people_nothing_of_people_is_asked() {
    let mut files = builtin();
    files.0.remove("scoring/yunshan/people.toml");
    let found = load(&files, "scoring/yunshan", "yunshan").findings;
    // The leader poll, four bands, one quota, the rounding of people's totals and the unit share are left without use.
    assert!(found.iter().all(|finding| finding.code.id == "C013"), "{}", render_text(&found, Lang::Zh));
    assert_eq!(found.iter().count(), 8, "{}", render_text(&found, Lang::Zh));
}
