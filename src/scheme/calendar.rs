//! Working days: which days are days off and which days off are worked, as the yearly notices of the State Council say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde::Deserialize;

use super::builtin::calendar_files;
use super::worth::{Counting, FirstDay, HolidayEnd, MonthEnd, Within};

/// One year as its notice has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    notice: String,
    title: String,
    holiday: Vec<Holiday>,
}

/// A stretch of days off and the days off that are worked for it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    #[allow(dead_code, reason = "the name is for the reader of the file")]
    name: String,
    from: String,
    to: String,
    #[serde(default)]
    workdays: Vec<String>,
}

/// Days off and days worked of the years covered.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    notices: BTreeMap<i32, (String, String)>,
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
}

/// A day outside the years covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncovered(pub NaiveDate);

static BUILTIN: LazyLock<Calendar> = LazyLock::new(|| {
    let files = calendar_files();
    let texts = files.iter().filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)));
    Calendar::read(texts).unwrap_or_default()
});

impl Calendar {
    /// The calendar of scoring/calendar.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Reads the files of the years.
    ///
    /// # Errors
    /// A file that is no TOML of that shape, or a day that is none.
    fn read<'t>(files: impl Iterator<Item = (&'t str, &'t str)>) -> Result<Self, String> {
        let mut calendar = Self::default();
        for (path, text) in files {
            let year: Year = toml::from_str(text).map_err(|error| format!("{path}: {error}"))?;
            let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| format!("{path}: {text}"));
            for holiday in &year.holiday {
                let to = day(&holiday.to)?;
                calendar.off.extend(day(&holiday.from)?.iter_days().take_while(|off| *off <= to));
                for worked in &holiday.workdays {
                    calendar.worked.insert(day(worked)?);
                }
            }
            calendar.notices.insert(year.year, (year.notice, year.title));
        }
        Ok(calendar)
    }

    /// First and last year covered.
    #[must_use]
    pub fn years(&self) -> (i32, i32) {
        let of = |year: Option<&i32>| year.copied().unwrap_or_default();
        (of(self.notices.keys().next()), of(self.notices.keys().next_back()))
    }

    /// Number and title of a year's notice.
    #[must_use]
    pub fn notice(&self, year: i32) -> Option<(&str, &str)> {
        self.notices.get(&year).map(|(number, title)| (number.as_str(), title.as_str()))
    }

    /// Whether a day is worked.
    ///
    /// # Errors
    /// When its year is not covered.
    pub fn is_worked(&self, day: NaiveDate) -> Result<bool, Uncovered> {
        if !self.notices.contains_key(&day.year()) {
            return Err(Uncovered(day));
        }
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(self.worked.contains(&day) || !weekend && !self.off.contains(&day))
    }

    /// This day, or the first one after it that is worked.
    ///
    /// # Errors
    /// When a day that must be looked at is not covered.
    pub fn next_worked(&self, mut day: NaiveDate) -> Result<NaiveDate, Uncovered> {
        while !self.is_worked(day)? {
            day = day.succ_opt().ok_or(Uncovered(day))?;
        }
        Ok(day)
    }

    /// The last day of a stretch of time that runs from `start`.
    ///
    /// # Errors
    /// When a day that must be looked at is not covered.
    pub fn last_day(&self, start: NaiveDate, counting: &Counting) -> Result<NaiveDate, Uncovered> {
        let before = match counting.first_day {
            FirstDay::NextDay => start,
            FirstDay::SameDay => start.pred_opt().ok_or(Uncovered(start))?,
        };
        let end = match counting.within {
            Within::WorkingDays(n) => {
                let mut day = before;
                for _ in 0..n {
                    day = self.next_worked(day.succ_opt().ok_or(Uncovered(day))?)?;
                }
                return Ok(day);
            }
            Within::Days(n) => before.checked_add_days(Days::new(u64::from(n))).ok_or(Uncovered(start))?,
            Within::Months(n) => match counting.first_day {
                FirstDay::NextDay => months_after(start, n, counting.month_end),
                FirstDay::SameDay => months_after(start, n, counting.month_end).and_then(|day| day.pred_opt()),
            }
            .ok_or(Uncovered(start))?,
        };
        match counting.holiday_end {
            HolidayEnd::AsIs => Ok(end),
            HolidayEnd::NextWorkingDay => self.next_worked(end),
        }
    }
}

/// The day of the same number so many months later; what a month without it does is stated.
///
/// ```
/// use kaoze::scheme::{months_after, worth::MonthEnd};
/// let day = |text: &str| text.parse().expect("a day");
/// // 31 August and 6 months: February has no 31st.
/// assert_eq!(months_after(day("2015-08-31"), 6, MonthEnd::LastDay), Some(day("2016-02-29")));
/// assert_eq!(months_after(day("2015-08-31"), 6, MonthEnd::NextDay), Some(day("2016-03-01")));
/// ```
#[must_use]
pub fn months_after(start: NaiveDate, months: u32, end: MonthEnd) -> Option<NaiveDate> {
    let day = start.checked_add_months(Months::new(months))?;
    if day.day() == start.day() || end == MonthEnd::LastDay { Some(day) } else { day.succ_opt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn counted(within: Within, first_day: FirstDay, holiday_end: HolidayEnd) -> Counting {
        Counting { within, first_day, holiday_end, month_end: MonthEnd::LastDay }
    }

    #[test]
    fn every_file_is_read_and_the_years_are_whole() {
        let files = calendar_files();
        let texts = files.iter().map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("text")));
        let calendar = Calendar::read(texts).expect("every file");
        assert_eq!(calendar.years(), (2014, 2026));
        assert_eq!(calendar.notices.len(), 13);
        assert_eq!(calendar.notice(2015).map(|notice| notice.0), Some("国办发明电〔2014〕28号"));
        assert!(calendar.worked.is_disjoint(&calendar.off), "no day is both off and worked");
        assert!(calendar.worked.iter().all(|day| matches!(day.weekday(), Weekday::Sat | Weekday::Sun)));
    }

    /// Working days a year: 365 − weekends − weekdays off + weekend days worked, counted from the notices.
    #[test]
    fn working_days_of_each_year() {
        let calendar = Calendar::builtin();
        let n_of = |year: i32| {
            let days = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day").iter_days().take_while(|d| d.year() == year);
            days.filter(|day| calendar.is_worked(*day) == Ok(true)).count()
        };
        let counted: Vec<usize> = (2014..=2026).map(n_of).collect();
        assert_eq!(counted, [250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248]);
    }

    /// 约谈 第十八条（三）: 5 working days from Tuesday 29 September 2015: 30 Sep is the 1st; 1–7 Oct are off; 8, 9 the 2nd
    /// and 3rd; Saturday 10 Oct is worked for the holiday, the 4th; Monday 12 Oct the 5th.
    #[test]
    fn five_working_days_over_a_holiday_with_a_day_made_up() {
        let rule = counted(Within::WorkingDays(5), FirstDay::NextDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-09-29"), &rule), Ok(day("2015-10-12")));
        let rule = counted(Within::WorkingDays(5), FirstDay::SameDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-09-29"), &rule), Ok(day("2015-10-10")));
    }

    /// 约谈 第十五条（二）: 3 working days ahead of a talk. Notice on Friday 13 February 2015: Sunday 15 Feb is worked, the 1st;
    /// 16 and 17 the 2nd and 3rd; so the talk may be held from the 17th on.
    #[test]
    fn three_working_days_ahead_with_a_sunday_worked() {
        let rule = counted(Within::WorkingDays(3), FirstDay::NextDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-02-13"), &rule), Ok(day("2015-02-17")));
    }

    /// 责任追究 第十七条: 15 days from receipt on 16 September 2015 end on Thursday 1 October, a day off: as it is, or 8 October.
    #[test]
    fn days_that_end_on_a_holiday() {
        let rule = counted(Within::Days(15), FirstDay::NextDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-09-16"), &rule), Ok(day("2015-10-01")));
        let rule = counted(Within::Days(15), FirstDay::NextDay, HolidayEnd::NextWorkingDay);
        assert_eq!(Calendar::builtin().last_day(day("2015-09-16"), &rule), Ok(day("2015-10-08")));
    }

    /// 整改 within 1 month of 31 January 2015: February has no 31st, so the 28th; counting the day itself, the 27th.
    #[test]
    fn a_month_without_the_day() {
        let rule = counted(Within::Months(1), FirstDay::NextDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-01-31"), &rule), Ok(day("2015-02-28")));
        let rule = counted(Within::Months(1), FirstDay::SameDay, HolidayEnd::AsIs);
        assert_eq!(Calendar::builtin().last_day(day("2015-01-31"), &rule), Ok(day("2015-02-27")));
    }

    #[test]
    fn a_day_outside_the_years_is_told() {
        assert_eq!(Calendar::builtin().is_worked(day("2013-12-31")), Err(Uncovered(day("2013-12-31"))));
        let rule = counted(Within::WorkingDays(5), FirstDay::NextDay, HolidayEnd::AsIs);
        let outside = Calendar::builtin().last_day(day("2026-12-30"), &rule);
        assert_eq!(outside, Err(Uncovered(day("2027-01-01"))));
    }
}
