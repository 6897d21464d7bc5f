//! What becomes of a poll that fails, in words that several findings share.

use crate::diag::Text;
use crate::exact::Exact;
use crate::scheme::words::PollFailed;

/// The effect.
pub(super) fn effect(failed: PollFailed) -> Text {
    match failed {
        PollFailed::Void => {
            Text::new("按方案，本次测评作废，须重新测评", "the poll is void and to be repeated, as the scheme says")
        }
        PollFailed::Pend => {
            Text::new("按方案，不出测评分，报裁定", "no value; the committee decides, as the scheme says")
        }
        PollFailed::Warning => Text::new("按方案，照常计分", "scored all the same, as the scheme says"),
    }
}

/// A share as per cent where that is a plain decimal, else as it is written.
pub(super) fn per_cent(share: &Exact) -> String {
    let hundredfold = share * &Exact::from(100);
    if hundredfold.decimal_places().is_some() { format!("{hundredfold}%") } else { share.to_string() }
}
