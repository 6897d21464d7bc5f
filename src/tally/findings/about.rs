//! A poll about a subject, as the findings of this stage speak of it.

use crate::scheme::words::PollWords;

/// A poll about a subject in a period.
pub(in crate::tally) struct About<'a> {
    /// The poll.
    pub(in crate::tally) poll: &'a PollWords,
    /// The name of the period.
    pub(in crate::tally) period: &'a str,
    /// The code of the subject.
    pub(in crate::tally) subject: &'a str,
}
