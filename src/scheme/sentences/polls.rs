//! Polls as sentences.

use super::ballots::{validity_sentence, voters_sentence, weights_sentence};
use super::{Spoken, listed, percent, same, then};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::Words;
use crate::scheme::worth::Poll;

/// Marks, questions, classes, the divisor, and what happens to whatever is missing.
#[must_use]
pub fn poll_sentence(poll: &Poll, words: &Words) -> Text {
    let row = |name: &str, value: String| same(format!("{name} {value}"));
    let marks = listed(poll.marks.iter().map(|(_, name, value)| row(name, value.to_string())));
    let questions = listed(poll.questions.iter().map(|(_, name, weight)| row(name, percent(weight))));
    let classes = listed(poll.classes.iter().map(|(_, name, weight)| row(name, percent(weight))));
    let over = poll.counted_over.spoken();
    let formula = Text::new(
        format!("每一票类每一项：Σ（档次分值 × 票数）÷ {}；各项加权得票类分，各票类加权得测评分", over.zh),
        format!(
            "per class and question: Σ(mark × ballots) ÷ {}; questions weighted give the class, classes weighted the poll",
            over.en
        ),
    );
    let shape = Text::new(
        format!("档次：{}；测评项：{}；票类：{}", marks.zh, questions.zh, classes.zh),
        format!("marks: {}; questions: {}; classes: {}", marks.en, questions.en, classes.en),
    );
    let times = if poll.classes_total == Exact::one() {
        Text::default()
    } else {
        let total = &poll.classes_total;
        Text::new(
            format!("票类权重合计 {total}，按原样计算"),
            format!("class weights add to {total}, taken as written"),
        )
    };
    let formula = then(&formula, &times);
    let own = words.poll(&poll.code);
    let blank = own.map(|own| own.blank.spoken()).unwrap_or_default();
    let over_return = own.map(|own| own.over_return.spoken()).unwrap_or_default();
    let (question, class) = (poll.empty_question.spoken(), poll.empty_class.spoken());
    let empty = Text::new(
        format!("无人作答的项：{}；没有作答的票类：{}", question.zh, class.zh),
        format!("a question nobody answered: {}; a class without an answer: {}", question.en, class.en),
    );
    let shown = Text::new(
        format!("票数少于 {} 张的不单独公布", poll.min_count),
        format!("classes with fewer than {} ballots are not shown apart", poll.min_count),
    );
    let counting = then(&then(&poll.no_view.spoken(), &blank), &then(&over_return, &empty));
    let valid = own.map(validity_sentence).unwrap_or_default();
    let voters = own.and_then(|own| own.voters.as_ref().map(|voters| voters_sentence(poll, own, voters)));
    let who = then(&weights_sentence(poll, words), &voters.unwrap_or_default());
    then(&then(&then(&shape, &who), &formula), &then(&then(&counting, &valid), &shown))
}
