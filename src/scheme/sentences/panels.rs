//! How several inspectors' marks become one, as a sentence.

use super::then;
use crate::diag::Text;
use crate::scheme::worth::{Combine, Panel};

/// How several inspectors' marks become one.
pub(super) fn panel_sentence(panel: &Panel) -> Text {
    let marks = match panel.combine {
        Combine::Mean => Text::new("检查人打分的平均", "the mean of the inspectors' marks"),
        Combine::Trimmed => {
            let (high, low, from) = (panel.drop_high, panel.drop_low, panel.trim_from);
            Text::new(
                format!(
                    "检查人打分满 {from} 个时去掉 {high} 个最高分和 {low} 个最低分后平均，不足 {from} 个时直接平均"
                ),
                format!(
                    "the mean of the inspectors' marks without the {high} highest and {low} lowest from {from} marks on, the plain mean below"
                ),
            )
        }
    };
    if panel.self_words.is_empty() {
        return marks;
    }
    let words = panel.self_words.join("、");
    let own = Text::new(
        format!("检查人写“{words}”的为自评，另列"),
        format!("rows of the inspector {words} are self-marks and stand apart"),
    );
    then(&marks, &own)
}
