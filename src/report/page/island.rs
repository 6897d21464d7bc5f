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

    /// The values in the order of their numbers.
    pub(super) fn into_values(self) -> Vec<Value> {
        self.values
    }
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
    fn what_says_nothing_at_the_end_is_left_out() {
        assert_eq!(trimmed(vec![json!(0), json!(3), json!([]), json!(0)]), json!([0, 3]));
    }
}
