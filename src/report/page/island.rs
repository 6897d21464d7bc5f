//! Data inside the page: JSON that no word of the data can break out of, every text once.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

/// A value as the text of a `script` element that the browser does not run. `<`, `>` and `&` are written as escapes of JSON,
/// so that neither `</script>` nor `<!--` can stand in it, and so are the two line ends that older scripts choke on.
pub(super) fn island<T: Serialize>(value: &T) -> Result<String, String> {
    let text = serde_json::to_string(value).map_err(|error| error.to_string())?;
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => safe.push(c),
        }
    }
    Ok(safe)
}

/// Values by number: equal ones are kept once, in the order of the first use.
#[derive(Debug)]
pub(super) struct Pool {
    values: Vec<Value>,
    at: BTreeMap<String, usize>,
}

impl Pool {
    /// A pool whose number nought is the empty text.
    pub(super) fn new() -> Self {
        let mut pool = Self { values: Vec::new(), at: BTreeMap::new() };
        pool.text("");
        pool
    }

    /// The number of this text.
    pub(super) fn text(&mut self, text: &str) -> usize {
        self.value(json!(text))
    }

    /// The number of this value.
    pub(super) fn value(&mut self, value: Value) -> usize {
        let key = value.to_string();
        if let Some(at) = self.at.get(&key) {
            return *at;
        }
        let at = self.values.len();
        self.at.insert(key, at);
        self.values.push(value);
        at
    }

    /// The values in the order of their numbers. Texts that differ in their figures alone share their words: `[words, figures]`
    /// is the number of a text with `#` for each run of figures, and the runs with a blank between them.
    pub(super) fn into_values(mut self) -> Vec<Value> {
        let patterns: Vec<Option<(String, String)>> =
            self.values.iter().map(|value| pattern(value.as_str()?)).collect();
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for (words, _) in patterns.iter().flatten() {
            *uses.entry(words).or_default() += 1;
        }
        let often: Vec<bool> = patterns
            .iter()
            .map(|found| found.as_ref().is_some_and(|(words, _)| uses.get(words.as_str()).is_some_and(|n| *n > 2)))
            .collect();
        for (i, found) in patterns.into_iter().enumerate() {
            let Some((words, figures)) = found.filter(|_| often.get(i) == Some(&true)) else { continue };
            let words = self.text(&words);
            if let Some(value) = self.values.get_mut(i) {
                *value = json!([words, figures]);
            }
        }
        self.values
    }
}

/// A text with `#` for every run of figures and points, and the runs; nothing for a text too plain to gain by it.
fn pattern(text: &str) -> Option<(String, String)> {
    if text.contains('#') {
        return None;
    }
    let (mut words, mut figures, mut inside) = (String::new(), String::new(), false);
    for c in text.chars() {
        let is_figure = c.is_ascii_digit() || inside && c == '.';
        match (is_figure, inside) {
            (true, false) => {
                words.push('#');
                figures.push_str(if figures.is_empty() { "" } else { " " });
                figures.push(c);
            }
            (true, true) => figures.push(c),
            _ => words.push(c),
        }
        inside = is_figure;
    }
    (words.len() > 12 && !figures.is_empty()).then_some((words, figures))
}

/// A list without the noughts, empty texts and empty lists at its end.
pub(super) fn trimmed(mut list: Vec<Value>) -> Value {
    let is_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Number(n) => n.as_u64() == Some(0),
        Value::Array(all) => all.is_empty(),
        _ => false,
    };
    while list.last().is_some_and(is_nothing) {
        list.pop();
    }
    Value::Array(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_and_json_reads_the_same() {
        let hostile = "</script><!--<script>&\u{2028}\"'\\";
        let text = island(&hostile).unwrap();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }

    #[test]
    fn equal_texts_have_one_number() {
        let mut pool = Pool::new();
        assert_eq!([pool.text("乡镇"), pool.text("部门"), pool.text("乡镇"), pool.text("")], [1, 2, 1, 0]);
        assert_eq!(pool.into_values().len(), 3);
    }

    #[test]
    fn texts_that_differ_in_figures_share_their_words() {
        let mut pool = Pool::new();
        let texts = ["88.75 达到 80，未达到 90", "91. 达到 90，未达到 95", "70 达到 60，未达到 80", "乡镇"];
        texts.iter().for_each(|text| {
            pool.text(text);
        });
        let packed = [json!([5, "88.75 80 90"]), json!([5, "91. 90 95"]), json!([5, "70 60 80"]), json!("乡镇")];
        assert_eq!(pool.into_values()[1..], [&packed[..], &[json!("# 达到 #，未达到 #")]].concat());
        assert_eq!(pattern("第3号#7，按办法计入本年度考核"), None);
    }

    #[test]
    fn what_says_nothing_at_the_end_is_left_out() {
        assert_eq!(trimmed(vec![json!(0), json!(3), json!([]), json!(0)]), json!([0, 3]));
    }
}
