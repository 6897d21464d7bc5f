//! Where a text may be broken, and how its lines are shared out.

use crate::report::fonts::{Weight, width_in};

/// May not begin a line.
const NOT_FIRST: &str = "、，。；：！？）》」』】〕％%…‰·,.;:!?)]}’”";
/// May not end a line.
const NOT_LAST: &str = "（《「『【〔([{“‘¥￥№";
/// A good place to break is after one of these…
const GOOD_AFTER: &str = "、，。；：）》」』】〕和与及暨·/ ";
/// …or before one of these.
const GOOD_BEFORE: &str = "（《「『【〔(";

/// Words of unit names: a line should end before or after one of them, and not inside one.
const WORDS: &[&str] = &[
    "人力资源",
    "社会保障",
    "退役军人",
    "事务局",
    "文化体育",
    "广电",
    "旅游局",
    "委员会",
    "办公室",
    "领导小组",
    "管理局",
    "监督管理",
    "服务中心",
    "交易中心",
    "公共资源",
    "机构编制",
    "巡察",
    "工作",
    "开发区",
    "经济技术",
    "综合执法",
    "联合社",
    "合作社",
    "生态环境",
    "分局",
    "住房",
    "城乡建设",
    "农业农村",
    "医疗保障",
    "应急管理",
    "信息化",
    "直属",
    "机关",
    "国家级",
    "自然保护区",
    "管护站",
    "事业单位",
    "保障局",
    "科学技术",
    "自然资源",
    "民族",
    "宗教",
];

/// The text as it can be drawn: every control character a space, no blank at the ends.
#[must_use]
pub fn clean(text: &str) -> String {
    let drawable = |c: char| {
        let hidden = c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        let outside_xml = matches!(c, '\u{fffe}' | '\u{ffff}');
        if hidden || outside_xml { ' ' } else { c }
    };
    let text: String = text.chars().map(drawable).collect();
    text.trim().to_owned()
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_' | '%');
    !(NOT_FIRST.contains(after) || NOT_LAST.contains(before) || (word(before) && word(after)))
}

/// Breaks `text` into the fewest lines of at most `width` pixels, of lengths as even as the good breaking places allow.
///
/// A word or number stays whole unless it alone is wider than a line. Of more than `most` lines the last kept one ends in “…”.
#[must_use]
pub fn wrap(text: &str, width: f64, size: f64, weight: Weight, most: usize) -> Vec<String> {
    let text = clean(text);
    let lines = fill(&text, width, size, weight, most.max(1), false);
    match lines.len() {
        0 | 1 => lines,
        2 => even_out(&text, width, size, weight).unwrap_or(lines),
        n => {
            // The narrowest column that needs no further line has the evenest ones; words stay whole if that costs no line.
            let even = |whole: bool| {
                let widths = (0..).map(|i| width - f64::from(i) * size * 0.5).take_while(|w| *w >= size * 2.0);
                let tries = widths.map(|w| fill(&text, w, size, weight, usize::MAX, whole));
                tries.take_while(|tried| tried.len() <= n).last()
            };
            even(true).or_else(|| even(false)).unwrap_or(lines)
        }
    }
}

/// Fills line after line, keeping the words of [`WORDS`] whole if asked.
fn fill(text: &str, width: f64, size: f64, weight: Weight, most: usize, whole: bool) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let advance = |c: char| width_in(c.encode_utf8(&mut [0; 4]), size, weight);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let mut end = start;
        let mut used = 0.0;
        while end < chars.len() && (end == start || used + advance(chars[end]) <= width + 0.01) {
            used += advance(chars[end]);
            end += 1;
        }
        if end < chars.len() {
            let able = |i: &usize| may_break(chars[i - 1], chars[*i]);
            let good = |i: &usize| able(i) && !(whole && beside_word(text, bytes[*i]).1);
            end = (start + 1..=end).rev().find(good).or_else(|| (start + 1..=end).rev().find(able)).unwrap_or(end);
        }
        if lines.len() + 1 == most && end < chars.len() {
            lines.push(shorten(&chars[start..], width, size, weight));
            return lines;
        }
        lines.push(chars[start..end].iter().collect::<String>().trim().to_owned());
        start = end;
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// As much of the characters as fits with “…” after it.
fn shorten(chars: &[char], width: f64, size: f64, weight: Weight) -> String {
    let mut kept = String::new();
    let mut used = width_in("…", size, weight);
    for c in chars {
        used += width_in(c.encode_utf8(&mut [0; 4]), size, weight);
        if used > width {
            break;
        }
        kept.push(*c);
    }
    format!("{}…", kept.trim_end())
}

/// Whether a place in the text is at an end of one of the words, and whether it is inside one.
fn beside_word(text: &str, place: usize) -> (bool, bool) {
    let (mut at, mut inside) = (false, false);
    for word in WORDS {
        for (start, _) in text.match_indices(word) {
            let end = start + word.len();
            at |= place == start || place == end;
            inside |= start < place && place < end;
        }
    }
    (at, inside)
}

/// Two lines with the break at the best place near the middle.
fn even_out(text: &str, width: f64, size: f64, weight: Weight) -> Option<Vec<String>> {
    let chars: Vec<char> = text.chars().collect();
    let mut best: Option<(f64, [String; 2])> = None;
    for i in 1..chars.len() {
        let (before, after) = (chars[i - 1], chars[i]);
        if !may_break(before, after) {
            continue;
        }
        let lines = [&chars[..i], &chars[i..]].map(|part| part.iter().collect::<String>().trim().to_owned());
        let [first, second] = [0, 1].map(|n| width_in(&lines[n], size, weight));
        if first > width + 0.01 || second > width + 0.01 {
            continue;
        }
        let (at, inside) = beside_word(text, chars[..i].iter().map(|c| c.len_utf8()).sum());
        let good = GOOD_AFTER.contains(before) || GOOD_BEFORE.contains(after) || at;
        // A good place may be up to about three characters off the middle on each side.
        let mut cost = (first - second).abs() + if second > first { 0.1 } else { 0.0 };
        cost += if inside {
            6.0 * size
        } else if good {
            0.0
        } else {
            5.0 * size
        };
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, lines));
        }
    }
    best.map(|(_, lines)| lines.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: f64, most: usize, expected: &[&str]) {
        assert_eq!(wrap(text, width, 10.0, Weight::Regular, most), expected, "{text}");
    }

    #[test]
    fn breaks_where_a_person_would() {
        check("云山镇", 100.0, 2, &["云山镇"]);
        check("县人力资源和社会保障局", 80.0, 2, &["县人力资源和", "社会保障局"]);
        check("县退役军人事务局", 60.0, 2, &["县退役军人", "事务局"]);
        check("县委巡察工作领导小组办公室", 90.0, 2, &["县委巡察工作", "领导小组办公室"]);
        check("县祁连山国家级自然保护区管护站", 70.0, 3, &["县祁连山国家级", "自然保护区", "管护站"]);
        check("县委办公室（县档案局）", 80.0, 2, &["县委办公室", "（县档案局）"]);
        check("第一名，第二名，第三名", 40.0, 9, &["第一名，", "第二名，", "第三名"]);
    }

    #[test]
    fn numbers_stay_whole_and_long_texts_end_in_dots() {
        check("得分为1234.56分", 55.0, 3, &["得分为", "1234.56分"]);
        check("一二三四五六七八九十", 40.0, 2, &["一二三四", "五六七…"]);
        check("", 40.0, 2, &[]);
        check("一\u{202e}二\n三", 90.0, 1, &["一 二 三"]);
    }
}
