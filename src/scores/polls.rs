//! One poll about one subject: questions within a class, then classes.

use std::collections::BTreeMap;

use super::model::{PollScore, Rounded};
use super::trace::{Evidence, Step, Traced};
use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::words::{PollFailed, SmallSample};
use crate::scheme::worth::{CountedOver, EmptyPart, NoView, Poll, RoundingPoint, WeightsFor};
use crate::tally::{Asked, ClassTally, Distribution, Missed, PollTally};
use crate::terms::{GroupCode, PeriodCode, QuestionCode, RoleCode};

/// A weighted mean in the making.
struct Blend {
    sum: Exact,
    weight: Exact,
    pending: bool,
    text: Vec<String>,
}

impl Blend {
    fn new() -> Self {
        Self { sum: Exact::zero(), weight: Exact::zero(), pending: false, text: Vec::new() }
    }

    fn add(&mut self, name: &str, weight: &Exact, value: Option<&Exact>, empty: EmptyPart) {
        match (value, empty) {
            (Some(value), _) => {
                self.sum += &(weight * value);
                self.weight += weight;
                self.text.push(format!("{name} {} × {weight}", value.about()));
            }
            (None, EmptyPart::Redistribute) => self.text.push(format!("{name} —")),
            (None, EmptyPart::Zero) => {
                self.weight += weight;
                self.text.push(format!("{name} 0 × {weight}"));
            }
            (None, EmptyPart::Pend) => self.pending = true,
        }
    }

    /// The sum, scaled up from the weights that are there to those of all.
    fn value(&self, total: &Exact) -> Option<Exact> {
        if self.pending { None } else { (&self.sum * total).divided_by(&self.weight) }
    }

    fn formula(&self, total: &Exact) -> (String, String) {
        let sum = self.text.join(" + ");
        if self.pending {
            ("有空缺部分，待裁定".to_owned(), "an empty part: pending".to_owned())
        } else if self.weight == *total {
            (sum.clone(), sum)
        } else {
            let times = if *total == Exact::one() { String::new() } else { format!(" × {total}") };
            (
                format!("({sum}){times} ÷ {}（空缺部分的权重由其余部分分担）", self.weight),
                format!("({sum}){times} ÷ {} (weights of empty parts spread over the others)", self.weight),
            )
        }
    }
}

/// Whom a poll is about, as far as its weights depend on it.
#[derive(Default, Clone, Copy)]
pub(super) struct Whose<'a> {
    pub(super) group: Option<&'a GroupCode>,
    pub(super) role: Option<&'a RoleCode>,
}

/// Scores a poll; with no answer in any class there is no score, and none where the poll does not count.
pub(super) fn score_poll(
    poll: &Poll,
    period: &PeriodCode,
    tally: Option<&PollTally>,
    whose: Whose<'_>,
    scheme: &Scheme,
    traced: bool,
) -> Traced<PollScore> {
    let worth = &scheme.worth;
    let rounding = |point| worth.rounding_at(point).map(|(rounding, _)| rounding);
    let mut classes = BTreeMap::new();
    let mut steps = Vec::new();
    let mut blend = Blend::new();
    let mut answered = false;
    let (weights, row) = poll.weights_of(whose.group, whose.role);
    for ((code, name, _), weight) in poll.classes.iter().zip(weights) {
        let class = tally.and_then(|tally| tally.classes.get(code));
        let (mean, step) = score_class(poll, code.as_str(), name, class, traced);
        answered |= mean.any;
        blend.pending |= mean.pending;
        let mean = mean.value.map(|mean| Rounded::by(mean, rounding(RoundingPoint::Class)));
        blend.add(name, weight, mean.as_ref().map(|mean| &mean.value), poll.empty_class);
        steps.extend(step.map(|step| match &mean {
            Some(mean) => step.rounded(&mean.value, mean.rounding),
            None => step,
        }));
        classes.insert(code.clone(), mean);
    }
    let failed = tally.and_then(PollTally::failed).filter(|missed| missed.then != PollFailed::Warning);
    let value = if answered && failed.is_none() { blend.value(&poll.classes_total) } else { None };
    let pending = failed.map_or(answered && blend.pending, |missed| missed.then == PollFailed::Pend);
    let score = value.map(|value| Rounded::by(value, rounding(RoundingPoint::Poll)));
    let step = traced.then(|| {
        let withheld = tally.is_some_and(|tally| tally.is_withheld(poll.min_count));
        let formula = match failed {
            Some(missed) => failed_text(missed),
            None if withheld => withheld_text(poll),
            None => with_weights(blend.formula(&poll.classes_total), row, scheme),
        };
        let step = Step::new(
            &format!("{}@{period}", poll.code),
            Text::new(format!("{}（{}）", poll.name, period_name(scheme, period)), format!("{} ({period})", poll.name)),
            score.as_ref().map(|score| &score.exact),
        );
        // Where one class is too small to be shown, none is: what is left out could be worked out from the others.
        let steps = if withheld { Vec::new() } else { steps };
        let step = step.formula(formula.0, formula.1).rule(&poll.rule).parts(steps);
        match &score {
            Some(score) => step.rounded(&score.value, score.rounding),
            None => step,
        }
    });
    let divisor = blend.weight.clone();
    (PollScore { poll: poll.code.clone(), period: period.clone(), score, pending, classes, divisor }, step)
}

fn withheld_text(poll: &Poll) -> (String, String) {
    let n = poll.min_count;
    (
        format!("有票类不足 {n} 张，各票类的票数和得分不公布；测评分照常计算"),
        format!("a class has fewer than {n} ballots: the classes are not shown; the value stands"),
    )
}

/// Why a poll does not count, in whole numbers.
fn failed_text(missed: &Missed) -> (String, String) {
    let (n, of) = (missed.n, missed.of);
    let (zh, en) = match missed.what {
        Asked::Quorum => (format!("未达到法定人数（{of} 中收回 {n}）"), format!("no quorum ({n} returned of {of})")),
        Asked::FewVoid => {
            (format!("无效票过多（收回 {of} 中无效 {n}）"), format!("too many void ballots ({n} of {of} returned)"))
        }
        Asked::NotOver => (format!("收回 {n} 张，多于发出 {of} 张"), format!("{n} ballots returned, {of} issued")),
    };
    if missed.then == PollFailed::Void {
        (format!("{zh}，测评无效，须重新测评"), format!("{en}: the poll is void and to be repeated"))
    } else {
        (format!("{zh}，待裁定"), format!("{en}: pending"))
    }
}

/// The formula, with the words for whose weights were taken.
fn with_weights((zh, en): (String, String), row: Option<&WeightsFor>, scheme: &Scheme) -> (String, String) {
    let Some(row) = row else { return (zh, en) };
    let words = &scheme.words;
    let group = row.group.as_ref().map(|code| {
        let own = words.groups.iter().find(|group| group.code == *code);
        own.map_or(code.as_str(), |group| group.name.as_str())
    });
    let role = row.role.as_ref().map(|code| {
        let own = words.roles.iter().find(|role| role.named.code == *code);
        own.map_or(code.as_str(), |role| role.named.name.as_str())
    });
    let who: Vec<&str> = group.into_iter().chain(role).collect();
    let who = who.join("·");
    (format!("{zh}（按 {who} 的票类权重）"), format!("{en} (class weights for {who})"))
}

fn period_name(scheme: &Scheme, code: &PeriodCode) -> String {
    let found = scheme.words.periods.iter().find(|period| period.code == *code);
    found.map_or_else(|| code.to_string(), |period| period.name.clone())
}

struct ClassMean {
    value: Option<Exact>,
    any: bool,
    pending: bool,
}

fn score_class(poll: &Poll, code: &str, name: &str, class: Option<&ClassTally>, traced: bool) -> Traced<ClassMean> {
    let mut blend = Blend::new();
    let mut steps = Vec::new();
    let mut any = false;
    for (question, title, weight) in &poll.questions {
        let counts = class.and_then(|class| class.questions.get(question));
        let mean = class.zip(counts).and_then(|(class, counts)| question_mean(poll, class, counts));
        any |= mean.is_some();
        let value = mean.as_ref().map(|(value, _)| value);
        blend.add(title, weight, value, poll.empty_question);
        if traced {
            let counts_text = counts.map(|counts| counts_text(poll, counts)).unwrap_or_default();
            let (zh, en) = match &mean {
                Some((_, base)) => (format!("{counts_text}；{base}"), format!("{counts_text}; {base}")),
                None => ("无人作答".to_owned(), "no answer".to_owned()),
            };
            let evidence = class.map(|class| cells(poll, class, question)).unwrap_or_default();
            let step = Step::new(question.as_str(), Text::new(title.clone(), title.clone()), value);
            steps.push(step.formula(zh, en).evidence(evidence));
        }
    }
    // A class without a single answer is empty as a class, whatever is said about empty questions.
    let small = class.and_then(|class| class.small);
    if small == Some(SmallSample::LeaveOut) {
        any = false;
    }
    blend.pending |= small == Some(SmallSample::Pend);
    let one = Exact::one();
    let value = if any { blend.value(&one) } else { None };
    let step = traced.then(|| {
        let (zh, en) = match class {
            Some(class) if class.voided => {
                ("收回多于发出，该票类作废".to_owned(), "more returned than issued: void".to_owned())
            }
            Some(class) if small == Some(SmallSample::LeaveOut) => (
                format!("有效样本 {} 份，过少，按没有作答的票类处理", class.valid),
                format!("{} valid answers, too few: treated as a class without an answer", class.valid),
            ),
            Some(class) if any => {
                let (zh, en) = blend.formula(&one);
                let returned = |n: Option<u32>| n.map_or_else(|| "—".to_owned(), |n| n.to_string());
                let head = format!("{}/{}", returned(class.issued), returned(class.returned));
                let by_rule = class.void_by_rule;
                let (rule_zh, rule_en) = if by_rule == 0 {
                    Default::default()
                } else {
                    (format!("（其中不合整票规则 {by_rule}）"), format!(" ({by_rule} by a rule over the whole ballot)"))
                };
                (
                    format!("发出/收回 {head}，有效 {}，无效 {}{rule_zh}；{zh}", class.valid, class.void),
                    format!("issued/returned {head}, valid {}, void {}{rule_en}; {en}", class.valid, class.void),
                )
            }
            _ => ("该票类无有效票".to_owned(), "no valid ballot in this class".to_owned()),
        };
        Step::new(code, Text::new(name, name), value.as_ref()).formula(zh, en).parts(steps)
    });
    (ClassMean { value, any, pending: any && blend.pending }, step)
}

/// The mean of one question and the divisor in words; nothing when nobody ticked a mark.
fn question_mean(poll: &Poll, class: &ClassTally, counts: &Distribution) -> Option<(Exact, String)> {
    if counts.ticked() == 0 {
        return None;
    }
    let sum: Exact = counts.marks.iter().zip(&poll.marks).map(|(n, (_, _, value))| &Exact::from(*n) * value).sum();
    let answered = counts.ticked()
        + if poll.no_view == NoView::CountZero { counts.no_view } else { 0 }
        + if poll.blank_counts { counts.blank } else { 0 };
    let base = match poll.counted_over {
        CountedOver::Answered => answered,
        CountedOver::Returned => class.returned.unwrap_or(class.valid + class.void),
        CountedOver::Issued => class.issued?,
    };
    let mean = sum.divided_by(&Exact::from(base))?;
    Some((mean, format!("{sum} ÷ {base}")))
}

fn counts_text(poll: &Poll, counts: &Distribution) -> String {
    let marks = counts.marks.iter().zip(&poll.marks).map(|(n, (_, name, value))| format!("{name} {n}×{value}"));
    let mut text = marks.collect::<Vec<_>>().join("，");
    if counts.no_view > 0 {
        text += &format!("，不了解 {}", counts.no_view);
    }
    if counts.blank > 0 {
        text += &format!("，未填 {}", counts.blank);
    }
    text
}

fn cells(poll: &Poll, class: &ClassTally, question: &QuestionCode) -> Vec<Evidence> {
    let n_marks = poll.marks.len();
    let of_question = class.places.iter().filter(|((code, _), _)| code == question);
    let mut all = Vec::new();
    for ((_, answer), places) in of_question {
        let text = match poll.marks.get(*answer) {
            Some((_, name, _)) => Text::new(name.clone(), name.clone()),
            None if *answer == n_marks => Text::new("不了解", "no view"),
            None => Text::new("未填", "blank"),
        };
        all.extend(places.iter().map(|place| Evidence { place: place.clone(), text: text.clone(), by: None }));
    }
    all.sort_by(|a, b| a.place.cmp(&b.place));
    all
}
