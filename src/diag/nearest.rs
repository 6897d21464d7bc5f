//! The likeliest name that was meant.

/// The candidate nearest to `text` by edit distance, if it is near enough to be worth suggesting.
///
/// Near enough means at most a third of the longer text, and at least one edit is always allowed for two characters or more.
/// Of several that are equally near none is suggested: a wrong name that looks right is worse than none.
///
/// ```
/// assert_eq!(kaoze::diag::nearest("云山缜", ["云山镇", "白石镇"]), Some("云山镇"));
/// assert_eq!(kaoze::diag::nearest("财政局", ["云山镇"]), None);
/// assert_eq!(kaoze::diag::nearest("P2", ["P1", "P3"]), None);
/// ```
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let text: Vec<char> = text.trim().chars().take(64).collect();
    let mut best: Option<(usize, &'a str)> = None;
    let mut is_tie = false;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().take(64).collect();
        let longer = text.len().max(other.len());
        if longer < 2 {
            continue;
        }
        let distance = edit_distance(&text, &other);
        if distance <= (longer / 3).max(1) && distance < longer {
            match best {
                Some((d, _)) if distance > d => {}
                Some((d, first)) if distance == d => is_tie |= first != candidate,
                _ => (best, is_tie) = (Some((distance, candidate)), false),
            }
        }
    }
    best.filter(|_| !is_tie).map(|(_, name)| name)
}

fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}
