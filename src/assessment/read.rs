//! From the text of kaoze.toml to an [`Assessment`].

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::findings::{
    date_wrong, kaoze_toml_unreadable, key_unknown, pattern_outside_raw, value_missing, value_wrong,
};
use super::{Allowance, Assessment, Status, TableSource};
use crate::diag::{Checked, Findings, Lang, Place, Text, nearest};

const KEYS: &[&str] = &["title", "from", "to", "status", "issued", "lang", "scheme", "fictional", "table", "allow"];
const TABLE_KEYS: &[&str] = &["table", "files", "sheets", "set"];
const ALLOW_KEYS: &[&str] = &["code", "at", "by", "reason"];

/// What kaoze.toml says; `file` is its path as places name it.
///
/// The value is absent if a decision of the head is missing or wrong, and then the findings hold an error. Tables and
/// allowances that could not be read are left out, each with an error.
#[must_use]
pub fn read(text: &str, file: &str) -> Checked<Option<Assessment>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut page = Page { text, file, findings: Findings::default() };
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut told = None;
    for error in &errors {
        let line = page.line(&error.span().unwrap_or_default());
        // One slip makes several complaints about its line.
        if told.replace(line) == Some(line) {
            continue;
        }
        let stands = text.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
        page.findings.push(kaoze_toml_unreadable(file, line, stands, syntax(error.message())));
    }
    if !errors.is_empty() {
        return Checked { value: None, findings: page.findings };
    }
    let value = page.assessment(root.get_ref());
    Checked { value, findings: page.findings }
}

/// [`read`] of a file as it lies on the disk; an error if it is not text in UTF-8.
#[must_use]
pub fn read_bytes(bytes: &[u8], file: &str) -> Checked<Option<Assessment>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text, file),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = u32::try_from(before.iter().filter(|byte| **byte == b'\n').count() + 1).unwrap_or(u32::MAX);
            let expected = Text::new("UTF-8 编码的文字", "text in UTF-8");
            let findings = Findings::from_iter([kaoze_toml_unreadable(file, line, "", expected)]);
            Checked { value: None, findings }
        }
    }
}

/// The file and what was found in it.
struct Page<'a> {
    text: &'a str,
    file: &'a str,
    findings: Findings,
}

type Value<'v> = Spanned<DeValue<'v>>;

/// What the syntax asks for, in the words of the reader of TOML.
fn syntax(message: &str) -> Text {
    Text::new(format!("TOML 语法（{message}）"), format!("TOML syntax ({message})"))
}

fn of<'t, 'v>(table: &'t DeTable<'v>, key: &str) -> Option<&'t Value<'v>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

impl Page<'_> {
    fn line(&self, span: &Range<usize>) -> u32 {
        let before = self.text.as_bytes().iter().take(span.start);
        u32::try_from(before.filter(|byte| **byte == b'\n').count() + 1).unwrap_or(u32::MAX)
    }

    fn place(&self, span: &Range<usize>) -> Place {
        Place::Line(self.file.into(), self.line(span))
    }

    fn whole(&self) -> Place {
        Place::File(self.file.into())
    }

    /// The value as it is written.
    fn written(&self, value: &Value<'_>) -> String {
        let text = self.text.get(value.span()).unwrap_or_default();
        text.chars().take(80).collect()
    }

    fn assessment(&mut self, root: &DeTable<'_>) -> Option<Assessment> {
        self.keys(root, KEYS);
        let title =
            self.needed(root, "title", ["考核的标题是什么？", "what is the title?"], "title = \"云山县2015年度考核\"");
        let from = self.day(root, "from", ["考核期从哪天开始？", "which is the first day?"], "from = \"2015-01-01\"");
        let to = self.day(root, "to", ["考核期到哪天结束？", "which is the last day?"], "to = \"2015-12-31\"");
        let status = self.status(root);
        let issued = self.day(
            root,
            "issued",
            ["结果落款是哪天？", "which date do the results bear?"],
            "issued = \"2016-01-20\"",
        );
        let lang = self.lang(root);
        let scheme = self.needed(root, "scheme", ["按哪个办法评分？", "which scheme scores?"], "scheme = \"yunshan\"");
        let fictional = self.flag(root, "fictional");
        let tables = self.tables(root);
        let allow = self.allowances(root);
        let (from, to) = self.in_order(root, from?, to?, issued)?;
        Some(Assessment {
            title: title?,
            from,
            to,
            year: to.year(),
            status: status?,
            issued: issued?,
            lang: lang?,
            scheme: scheme?,
            fictional,
            tables: tables?,
            allow,
        })
    }

    /// Errors for keys that are not in the list.
    fn keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (key, _) in table {
            if !known.contains(&key.get_ref().as_ref()) {
                self.findings.push(key_unknown(self.place(&key.span()), key.get_ref(), known));
            }
        }
    }

    /// Text that must be there.
    fn needed(&mut self, table: &DeTable<'_>, key: &str, question: [&str; 2], example: &str) -> Option<String> {
        let whole = self.whole();
        self.needed_in(table, key, question, example, whole)
    }

    fn needed_in(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        [zh, en]: [&str; 2],
        example: &str,
        within: Place,
    ) -> Option<String> {
        let value = of(table, key);
        let text = match value {
            Some(value) => self.text_of(key, value)?,
            None => String::new(),
        };
        if text.is_empty() {
            let place = value.map_or(within, |value| self.place(&value.span()));
            self.findings.push(value_missing(place, key, &Text::new(zh, en), example));
            return None;
        }
        Some(text)
    }

    /// Text, trimmed; an error for anything else.
    fn text_of(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        if let Some(text) = value.get_ref().as_str() {
            return Some(text.trim().to_owned());
        }
        self.wrong(key, value, Text::new("写在双引号内的文字", "text in double quotes"));
        None
    }

    fn wrong(&mut self, key: &str, value: &Value<'_>, expected: Text) {
        let found = self.written(value);
        self.findings.push(value_wrong(self.place(&value.span()), key, &found, expected, None));
    }

    fn day(&mut self, table: &DeTable<'_>, key: &str, question: [&str; 2], example: &str) -> Option<NaiveDate> {
        // A bare TOML date means the same as one in quotes.
        let written = match of(table, key).map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Datetime(day))) => day.to_string(),
            _ => self.needed(table, key, question, example)?,
        };
        let is_long = written.len() == 10;
        let day = NaiveDate::parse_from_str(&written, "%Y-%m-%d").ok().filter(|_| is_long);
        if day.is_none() {
            let value = of(table, key)?;
            let found = self.written(value);
            let expected = Text::new("日历上有的一天，写作 YYYY-MM-DD", "a day of the calendar, as YYYY-MM-DD");
            self.findings.push(date_wrong(self.place(&value.span()), &found, expected));
        }
        day
    }

    fn in_order(
        &mut self,
        root: &DeTable<'_>,
        from: NaiveDate,
        to: NaiveDate,
        issued: Option<NaiveDate>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let place = |page: &Self, key| of(root, key).map_or(page.whole(), |value| page.place(&value.span()));
        if to < from {
            let expected = Text::new(format!("to 不早于 from（{from}）"), format!("to not before from ({from})"));
            self.findings.push(date_wrong(place(self, "to"), &to.to_string(), expected));
            return None;
        }
        if let Some(issued) = issued.filter(|issued| *issued < from) {
            let expected =
                Text::new(format!("issued 不早于 from（{from}）"), format!("issued not before from ({from})"));
            self.findings.push(date_wrong(place(self, "issued"), &issued.to_string(), expected));
            return None;
        }
        Some((from, to))
    }

    fn word(
        &mut self,
        root: &DeTable<'_>,
        key: &str,
        question: [&str; 2],
        example: &str,
        words: &[&str],
    ) -> Option<usize> {
        let text = self.needed(root, key, question, example)?;
        let at = words.iter().position(|word| *word == text);
        if at.is_none() {
            let value = of(root, key)?;
            let all = words.join(" | ");
            let (place, found) = (self.place(&value.span()), self.written(value));
            let lower = text.to_lowercase();
            let near = nearest(&lower, words.iter().copied());
            self.findings.push(value_wrong(place, key, &found, Text::new(all.clone(), all), near));
        }
        at
    }

    fn status(&mut self, root: &DeTable<'_>) -> Option<Status> {
        let question = ["结果是征求意见、拟定还是审定？", "are the results a draft, proposed or final?"];
        let at = self.word(root, "status", question, "status = \"proposed\"", &["draft", "proposed", "final"])?;
        Some([Status::Draft, Status::Proposed, Status::Final][at])
    }

    fn lang(&mut self, root: &DeTable<'_>) -> Option<Lang> {
        let question = ["结果用中文还是英文？", "are the results in Chinese or in English?"];
        let at = self.word(root, "lang", question, "lang = \"zh\"", &["zh", "en"])?;
        Some([Lang::Zh, Lang::En][at])
    }

    fn flag(&mut self, root: &DeTable<'_>, key: &str) -> bool {
        let Some(value) = of(root, key) else { return false };
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.wrong(key, value, Text::new("true | false", "true | false"));
        }
        truth.unwrap_or(false)
    }

    /// The entries of an array of tables.
    fn entries<'t, 'v>(&mut self, root: &'t DeTable<'v>, key: &str) -> Vec<(&'t DeTable<'v>, Range<usize>)> {
        let Some(value) = of(root, key) else { return Vec::new() };
        let mut entries = Vec::new();
        match value.get_ref().as_array() {
            Some(list) => {
                for entry in list.iter() {
                    match entry.get_ref().as_table() {
                        Some(table) => entries.push((table, entry.span())),
                        None => self.wrong(key, entry, entry_shape(key)),
                    }
                }
            }
            None => self.wrong(key, value, entry_shape(key)),
        }
        entries
    }

    fn tables(&mut self, root: &DeTable<'_>) -> Option<Vec<TableSource>> {
        let entries = self.entries(root, "table");
        if entries.is_empty() {
            let question = Text::new("原始表在哪些文件里？", "which files hold the raw tables?");
            let example = "[[table]] table = \"units\" files = [\"raw/单位名册.xlsx\"]";
            self.findings.push(value_missing(self.whole(), "[[table]]", &question, example));
            return None;
        }
        Some(entries.into_iter().filter_map(|(entry, span)| self.table(entry, &span)).collect())
    }

    fn table(&mut self, entry: &DeTable<'_>, span: &Range<usize>) -> Option<TableSource> {
        self.keys(entry, TABLE_KEYS);
        let place = self.place(span);
        let question = ["这是哪一张原始表？", "which raw table is it?"];
        let table = self.needed_in(entry, "table", question, "table = \"marks\"", place.clone());
        let files = self.patterns(entry, &place);
        let sheets = of(entry, "sheets").and_then(|value| self.text_of("sheets", value));
        let set = self.set(entry);
        Some(TableSource { table: table?, files: files?, sheets: sheets.filter(|text| !text.is_empty()), set, place })
    }

    fn patterns(&mut self, entry: &DeTable<'_>, place: &Place) -> Option<Vec<String>> {
        let Some(value) = of(entry, "files") else {
            let question = Text::new("这张表在哪些文件里？", "which files hold this table?");
            self.findings.push(value_missing(place.clone(), "files", &question, "files = [\"raw/检查评分/*.xlsx\"]"));
            return None;
        };
        let list: Vec<&Value<'_>> = match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        };
        let mut patterns = Vec::new();
        for value in &list {
            let Some(pattern) = self.text_of("files", value) else { continue };
            let inside = pattern.strip_prefix("raw/").is_some_and(|rest| !rest.is_empty());
            if !inside || pattern.contains('\\') || pattern.split('/').any(|part| part == "..") {
                self.findings.push(pattern_outside_raw(self.place(&value.span()), &pattern));
            } else if !patterns.contains(&pattern) {
                patterns.push(pattern);
            }
        }
        if list.is_empty() {
            let question = Text::new("这张表在哪些文件里？", "which files hold this table?");
            self.findings.push(value_missing(place.clone(), "files", &question, "files = [\"raw/检查评分/*.xlsx\"]"));
        }
        (!patterns.is_empty()).then_some(patterns)
    }

    fn set(&mut self, entry: &DeTable<'_>) -> BTreeMap<String, String> {
        let Some(value) = of(entry, "set") else { return BTreeMap::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong("set", value, Text::new("{ period = \"half\" } 的形式", "the form { period = \"half\" }"));
            return BTreeMap::new();
        };
        let mut set = BTreeMap::new();
        for (key, value) in table {
            let text = match value.get_ref() {
                DeValue::Integer(n) => Some(n.to_string()),
                _ => self.text_of(key.get_ref(), value),
            };
            if let Some(text) = text {
                set.insert(key.get_ref().to_string(), text);
            }
        }
        set
    }

    fn allowances(&mut self, root: &DeTable<'_>) -> Vec<Allowance> {
        let entries = self.entries(root, "allow");
        entries.into_iter().filter_map(|(entry, span)| self.allowance(entry, &span)).collect()
    }

    fn allowance(&mut self, entry: &DeTable<'_>, span: &Range<usize>) -> Option<Allowance> {
        self.keys(entry, ALLOW_KEYS);
        let place = self.place(span);
        let code = self.needed_in(entry, "code", ["放行哪个代码？", "which code?"], "code = \"R021\"", place.clone());
        let by =
            self.needed_in(entry, "by", ["谁同意放行？", "who lets it pass?"], "by = \"考核办 张某\"", place.clone());
        let reason =
            self.needed_in(entry, "reason", ["为什么放行？", "why?"], "reason = \"已核对原件\"", place.clone());
        let at = of(entry, "at").and_then(|value| self.text_of("at", value)).filter(|text| !text.is_empty());
        let code = code?;
        let is_code = matches!(code.as_bytes(), [b'A'..=b'Z', rest @ ..] if rest.len() == 3 && rest.iter().all(u8::is_ascii_digit));
        if !is_code {
            let expected = Text::new("一个字母加三位数字，如 R021", "a letter and three digits, such as R021");
            if let Some(value) = of(entry, "code") {
                self.wrong("code", value, expected);
            }
            return None;
        }
        Some(Allowance { code, at, by: by?, reason: reason?, place })
    }
}

fn entry_shape(key: &str) -> Text {
    Text::new(format!("以 [[{key}]] 开头的一段"), format!("a part that begins with [[{key}]]"))
}
