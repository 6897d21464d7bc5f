//! The scheme's names and the rosters, ready to be looked up.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Slot, folded};
use super::findings::{Known, Spot, left_out_with_roster, listed, person_unknown, quoted, unit_unknown};
use super::lookup::Lookup;
use super::sink::Sink;
use crate::diag::{Place, Text};
use crate::facts::{Person, Unit};
use crate::scheme::words::{MeasureFrom, MeasureWords, PollKind, PollSubject, PollWords, Table, Words};
use crate::terms::{
    ClassCode, FamilyCode, Grade, GroundCode, GroupCode, ItemCode, MarkCode, PeriodCode, PersonCode, QuestionCode,
    RoleCode, SanctionCode, Subject, TriggerCode, UnitCode,
};

/// A word on a ballot.
#[derive(Debug, Clone)]
pub(super) enum Word {
    Mark(MarkCode),
    NoView,
    Void,
}

/// One poll's names.
pub(super) struct PollNames<'w> {
    pub(super) words: &'w PollWords,
    pub(super) periods: Lookup<PeriodCode>,
    pub(super) classes: Lookup<ClassCode>,
    /// Questions by their place in the poll.
    pub(super) questions: Lookup<usize>,
    pub(super) question_codes: Vec<QuestionCode>,
    /// Marks by their place in the poll.
    pub(super) marks: Lookup<usize>,
    pub(super) ticks: BTreeMap<String, Word>,
}

impl<'w> PollNames<'w> {
    fn of(poll: &'w PollWords, words: &Words) -> Self {
        let place = Some(poll.place.clone());
        let mut periods = Lookup::new(place.clone());
        for period in words.periods.iter().filter(|period| poll.periods.contains(&period.code)) {
            periods.add(period.code.as_str(), &period.name, &[], period.code.clone());
        }
        let mut ticks = BTreeMap::new();
        for mark in &poll.marks {
            for spelling in [mark.code.as_str(), &mark.name].into_iter().chain(mark.aliases.iter().map(String::as_str))
            {
                ticks.insert(folded(spelling).into_owned(), Word::Mark(mark.code.clone()));
            }
        }
        ticks.extend(poll.no_view_words.iter().map(|word| (folded(word).into_owned(), Word::NoView)));
        ticks.extend(poll.void_words.iter().map(|word| (folded(word).into_owned(), Word::Void)));
        Self {
            words: poll,
            periods,
            classes: Lookup::of_named(&poll.classes, place.clone(), |i| poll.classes[i].code.clone()),
            questions: Lookup::of_named(&poll.questions, place.clone(), |i| i),
            question_codes: poll.questions.iter().map(|question| question.code.clone()).collect(),
            marks: Lookup::of_named(&poll.marks, place, |i| i),
            ticks,
        }
    }

    /// What a tick can be, and what is nearest to this text.
    pub(super) fn known_tick(&self, text: &str) -> Known {
        let others = self.words.no_view_words.iter().chain(&self.words.void_words);
        let names = self.words.marks.iter().map(|mark| &mark.name).chain(others);
        let expected = listed(names.map(String::as_str));
        let nearest = self.marks.known(text).nearest;
        Known { expected, expected_at: Some(self.words.place.clone()), nearest }
    }
}

/// Everything that the scheme names.
pub(super) struct Lists<'w> {
    pub(super) words: &'w Words,
    pub(super) groups: Lookup<GroupCode>,
    pub(super) periods: Lookup<PeriodCode>,
    /// Roles by their place in the scheme.
    pub(super) roles: Lookup<usize>,
    pub(super) items: Lookup<usize>,
    pub(super) cases: Lookup<ItemCode>,
    /// Measures that are stated as facts, by their place in the scheme.
    pub(super) measures: Lookup<usize>,
    pub(super) polls: Vec<PollNames<'w>>,
    /// Families by their place in the scheme.
    pub(super) families: Lookup<usize>,
    pub(super) levels: Vec<Lookup<usize>>,
    pub(super) tiers: Vec<Lookup<usize>>,
    pub(super) grounds: Lookup<GroundCode>,
    pub(super) sanctions: Lookup<SanctionCode>,
    pub(super) triggers: Lookup<TriggerCode>,
    pub(super) grades: Lookup<Grade>,
}

impl<'w> Lists<'w> {
    /// The names of a scheme.
    pub(super) fn of(words: &'w Words) -> Self {
        let mut periods = Lookup::new(None);
        for period in &words.periods {
            periods.add(period.code.as_str(), &period.name, &[], period.code.clone());
        }
        let mut roles = Lookup::new(None);
        for (i, role) in words.roles.iter().enumerate() {
            roles.add(role.named.code.as_str(), &role.named.name, &role.named.aliases, i);
        }
        let mut items = Lookup::new(None);
        for (i, item) in words.items.iter().enumerate() {
            items.add(item.code.as_str(), &item.name, &[], i);
        }
        let mut cases = Lookup::new(None);
        for case in &words.cases {
            cases.add(case.named.code.as_str(), &case.named.name, &case.named.aliases, case.named.code.clone());
        }
        let mut measures = Lookup::new(None);
        let stated = |(_, measure): &(usize, &MeasureWords)| measure.from == MeasureFrom::Facts;
        for (i, measure) in words.measures.iter().enumerate().filter(stated) {
            measures.add(measure.named.code.as_str(), &measure.named.name, &measure.named.aliases, i);
        }
        let mut families = Lookup::new(None);
        for (i, family) in words.families.iter().enumerate() {
            families.add(family.named.code.as_str(), &family.named.name, &family.named.aliases, i);
        }
        let mut grades = Lookup::new(None);
        for grade in &words.grades {
            grades.add(grade, grade, &[], Grade::new(grade));
        }
        Self {
            words,
            groups: Lookup::of_named(&words.groups, None, |i| words.groups[i].code.clone()),
            periods,
            roles,
            items,
            cases,
            measures,
            polls: words.polls.iter().map(|poll| PollNames::of(poll, words)).collect(),
            families,
            tiers: words.families.iter().map(|family| Lookup::of_named(&family.tiers, None, |i| i)).collect(),
            levels: words.families.iter().map(|family| Lookup::of_named(&family.levels, None, |i| i)).collect(),
            grounds: Lookup::of_named(&words.grounds, None, |i| words.grounds[i].code.clone()),
            sanctions: Lookup::of_named(&words.sanctions, None, |i| words.sanctions[i].code.clone()),
            triggers: Lookup::of_named(&words.triggers, None, |i| words.triggers[i].code.clone()),
            grades,
        }
    }

    /// Polls of some kinds by name.
    pub(super) fn polls_of(&self, kinds: &[PollKind]) -> Lookup<usize> {
        let mut polls = Lookup::new(None);
        for (i, poll) in self.words.polls.iter().enumerate().filter(|(_, poll)| kinds.contains(&poll.kind)) {
            polls.add(poll.code.as_str(), &poll.name, &[], i);
        }
        polls
    }

    /// The name of a period.
    pub(super) fn period_name<'n>(&'n self, code: &'n PeriodCode) -> &'n str {
        let period = self.words.periods.iter().find(|period| period.code == *code);
        period.map_or(code.as_str(), |period| &period.name)
    }
}

/// A row of a roster that was left out: code and name as far as they are known, and where it stands.
pub(super) struct LeftOut {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) place: Place,
}

/// The rosters, ready to be looked up.
pub(super) struct Roster {
    pub(super) units: Lookup<UnitCode>,
    people: Lookup<PersonCode>,
    posts: BTreeMap<PersonCode, BTreeSet<UnitCode>>,
    /// Rosters that should be there and gave no row; what names someone of them is then not told cell by cell.
    empty: BTreeSet<Table>,
    units_left_out: BTreeMap<UnitCode, Place>,
    people_left_out: BTreeMap<PersonCode, Place>,
}

impl Roster {
    /// The units alone.
    pub(super) fn of_units(units: &[Unit], left_out: Vec<LeftOut>) -> Self {
        let mut lookup = Lookup::new(None);
        for unit in units {
            lookup.add(unit.code.as_str(), &unit.name, &[], unit.code.clone());
        }
        let mut units_left_out = BTreeMap::new();
        for row in left_out {
            if lookup.find(&folded(&row.code)).is_empty() && lookup.find(&folded(&row.name)).is_empty() {
                let code = UnitCode::new(if row.code.is_empty() { &row.name } else { &row.code });
                lookup.add(&row.code, &row.name, &[], code.clone());
                units_left_out.insert(code, row.place);
            }
        }
        Self {
            units: lookup,
            people: Lookup::new(None),
            posts: BTreeMap::new(),
            units_left_out,
            people_left_out: BTreeMap::new(),
            empty: BTreeSet::new(),
        }
    }

    /// Adds the people.
    pub(super) fn add_people(&mut self, people: &[Person], left_out: Vec<LeftOut>) {
        for person in people {
            self.people.add(person.code.as_str(), &person.name, &[], person.code.clone());
            let units = person.posts.iter().map(|post| post.unit.clone()).collect();
            self.posts.insert(person.code.clone(), units);
        }
        for row in left_out {
            let is_known = !self.people.find(&folded(&row.code)).is_empty();
            if !is_known && self.people.find(&folded(&row.name)).is_empty() {
                let code = PersonCode::new(if row.code.is_empty() { &row.name } else { &row.code });
                self.people.add(&row.code, &row.name, &[], code.clone());
                self.people_left_out.insert(code, row.place);
            }
        }
    }

    /// Takes note that a roster gave no row, though a table should hold it.
    pub(super) fn is_empty_of(&mut self, table: Table) {
        self.empty.insert(table);
    }

    /// The unit that a cell names.
    pub(super) fn unit(&self, slot: &Slot<'_>, sink: &mut Sink) -> Option<UnitCode> {
        if self.empty.contains(&Table::Units) {
            slot.required(sink)?;
            sink.leave_untold(Table::Units);
            return None;
        }
        let unit = self.units.named(slot, "R010", unit_unknown, sink)?;
        if let Some(roster) = self.units_left_out.get(unit) {
            let make = || left_out_with_roster(&slot.spot(), roster.clone());
            sink.push_left_out(unit.as_str(), &slot.place(), make);
            return None;
        }
        Some(unit.clone())
    }

    /// All units that a cell names with 、 or ； between them; nothing when one of them is not in the roster.
    pub(super) fn all_units(&self, slot: &Slot<'_>, sink: &mut Sink) -> Option<Vec<UnitCode>> {
        let Some(text) = slot.optional(sink) else { return Some(Vec::new()) };
        let mut units = BTreeSet::new();
        for name in text.split(['、', '；', ';']).map(str::trim).filter(|name| !name.is_empty()) {
            match self.units.one(&folded(name)) {
                Some(unit) => {
                    units.insert(unit.clone());
                }
                None if self.empty.contains(&Table::Units) => sink.leave_untold(Table::Units),
                None => {
                    let spot = Spot { found: quoted(name), ..slot.spot() };
                    sink.push_cell("R010", &slot.place(), || unit_unknown(&spot, &self.units.known(name)));
                    return None;
                }
            }
        }
        Some(units.into_iter().collect())
    }

    /// The person that a cell names: by code, by a name that only one bears, or by a name that only one of the unit bears.
    pub(super) fn person(&self, slot: &Slot<'_>, unit: Option<&UnitCode>, sink: &mut Sink) -> Option<PersonCode> {
        let text = slot.required(sink)?;
        if self.empty.contains(&Table::People) {
            sink.leave_untold(Table::People);
            return None;
        }
        let all = self.people.find(&folded(&text));
        if let [one] = all.as_slice() {
            if let Some(roster) = self.people_left_out.get(*one) {
                let make = || left_out_with_roster(&slot.spot(), roster.clone());
                sink.push_left_out(one.as_str(), &slot.place(), make);
                return None;
            }
            return Some((*one).clone());
        }
        if let Some(unit) = unit {
            let is_of_unit = |code: &&&PersonCode| self.posts.get(**code).is_some_and(|units| units.contains(unit));
            if let [one] = all.iter().filter(is_of_unit).collect::<Vec<_>>().as_slice() {
                return Some((**one).clone());
            }
        }
        sink.push_cell("R011", &slot.place(), || person_unknown(&slot.spot(), &self.people.known(&text)));
        None
    }

    /// The only one whom a text names, if there is one; nothing is told.
    pub(super) fn find_person(&self, text: &str) -> Option<PersonCode> {
        match self.people.find(&folded(text)).as_slice() {
            [one] if !self.people_left_out.contains_key(*one) => Some((*one).clone()),
            _ => None,
        }
    }

    /// Everybody whom a cell names, with strokes between them; nothing when one of them is not known.
    pub(super) fn people_listed(
        &self,
        slot: &Slot<'_>,
        unit: Option<&UnitCode>,
        sink: &mut Sink,
    ) -> Option<Vec<PersonCode>> {
        let text = slot.required(sink)?;
        let names: Vec<&str> =
            text.split(['、', '；', ';', '，', ',']).map(str::trim).filter(|name| !name.is_empty()).collect();
        if let [_] = names.as_slice() {
            return self.person(slot, unit, sink).map(|one| vec![one]);
        }
        let mut people = Vec::new();
        for name in &names {
            match self.find_person(name) {
                Some(person) => people.push(person),
                None if self.empty.contains(&Table::People) => sink.leave_untold(Table::People),
                None => {
                    sink.push_cell("R011", &slot.place(), || person_unknown(&slot.spot(), &self.people.known(name)))
                }
            }
        }
        (people.len() == names.len()).then_some(people)
    }

    /// The subject of a poll.
    pub(super) fn subject(&self, slot: &Slot<'_>, of: PollSubject, sink: &mut Sink) -> Option<Subject> {
        match of {
            PollSubject::Unit => self.unit(slot, sink).map(Subject::Unit),
            PollSubject::Person => self.person(slot, None, sink).map(Subject::Person),
        }
    }

    /// A unit or a person, whichever the text names; a text that names both must be written as a code.
    pub(super) fn unit_or_person(&self, slot: &Slot<'_>, sink: &mut Sink) -> Option<Subject> {
        let text = slot.required(sink)?;
        let key = folded(&text);
        match (self.units.find(&key).as_slice(), self.people.find(&key).as_slice()) {
            ([], [_, ..]) => self.person(slot, None, sink).map(Subject::Person),
            ([_, ..], []) => self.unit(slot, sink).map(Subject::Unit),
            ([_, ..], [_, ..]) => {
                let expected = Text::new("单位代码或人员代码", "the code of a unit or of a person");
                let known = Known { expected, ..Known::default() };
                sink.push_cell("R011", &slot.place(), || person_unknown(&slot.spot(), &known));
                None
            }
            ([], []) if !self.empty.is_empty() => {
                self.empty.iter().for_each(|table| sink.leave_untold(*table));
                None
            }
            ([], []) if self.people.known(&text).nearest.is_some() && self.units.known(&text).nearest.is_none() => {
                self.person(slot, None, sink).map(Subject::Person)
            }
            ([], []) => self.unit(slot, sink).map(Subject::Unit),
        }
    }
}

/// The code of a role by its place.
pub(super) fn role_code(words: &Words, at: usize) -> RoleCode {
    words.roles[at].named.code.clone()
}

/// The code of a family by its place.
pub(super) fn family_code(words: &Words, at: usize) -> FamilyCode {
    words.families[at].named.code.clone()
}
