//! The built-in theme is whole and readable; an office's own changes what it says and nothing else.

use super::contrast::contrast;
use super::*;

#[test]
fn the_built_in_theme_gives_every_value_rightly() {
    let read = read(BUILT_IN, &Theme::bare());
    assert_eq!(read.wrong, []);
    for mode in ["light", "dark"] {
        for tint in all() {
            assert!(read.set.contains_key(&(mode, tint.name)), "[{mode}] {}", tint.name);
        }
    }
    for format in [Format::Page, Format::Slide, Format::Phone] {
        let m = read.theme.measures(format);
        assert!([m.width, m.margin, m.title, m.subtitle, m.body, m.small].iter().all(|size| *size > 0.0), "{format:?}");
    }
}

#[test]
fn contrasts_hold_in_light_and_dark() {
    assert_eq!(built_in().faint(), []);
    assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
}

#[test]
fn names_are_unique_and_few_grades_use_the_ends() {
    let names: std::collections::BTreeSet<_> = all().iter().map(|tint| tint.name).collect();
    assert_eq!(names.len(), all().len());
    assert_eq!((0..4).map(|i| grade_tone(i, 4)).collect::<Vec<_>>(), [0, 1, 3, 4]);
    assert_eq!(grade_tone(9, 5), 4);
}

#[test]
fn an_office_changes_single_values() {
    let own = read("[light]\naccent = \"#123456\"\n[page]\nwidth = 800\nsmall = 11.5\n", &built_in());
    assert_eq!(own.wrong, []);
    assert_eq!(own.set, BTreeMap::from([(("light", "accent"), 2)]));
    assert_eq!(own.theme.light_hex(ACCENT), "#123456");
    assert_eq!(own.theme.dark(ACCENT), built_in().dark(ACCENT));
    let m = own.theme.measures(Format::Page);
    assert_eq!((m.width, m.small, m.margin), (800.0, 11.5, built_in().measures(Format::Page).margin));
}

#[test]
fn what_is_wrong_is_told_by_line_and_does_not_count() {
    let text = "[light]\naccent = \"blue\"\nacent = \"#123456\"\n[page]\nwidth = 20\nsmall = \"12\"\n[print]\n";
    let own = read(text, &built_in());
    let told: Vec<(u32, &str)> = own.wrong.iter().map(|wrong| (wrong.line, wrong.found.as_str())).collect();
    assert_eq!(told, [(2, "\"blue\""), (3, "acent"), (5, "20"), (6, "\"12\""), (7, "print")]);
    assert_eq!(own.theme, *built_in());
    let broken = read("[light\n", &built_in());
    assert_eq!((broken.wrong.len(), broken.wrong[0].line), (1, 1));
}
