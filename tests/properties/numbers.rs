//! Exact numbers: text and back, and the laws of rounding.

use kaoze::exact::{Exact, Mode, Rounding};
use proptest::prelude::*;

use super::{cases, d};

const MODES: [Mode; 4] = [Mode::HalfUp, Mode::HalfEven, Mode::Floor, Mode::Ceil];

/// Fractions, among them many that stand exactly on a half.
fn number() -> impl Strategy<Value = Exact> {
    let any = (-1_000_000_i64..1_000_000, 1_i64..5000).prop_map(|(n, by)| Exact::ratio(n, by).expect("not by nought"));
    let halves = (-2_000_000_i64..2_000_000).prop_map(|n| Exact::ratio(n, 2000).expect("not by nought"));
    prop_oneof![any, halves]
}

/// The unit of the last place.
fn unit(places: u32) -> Exact {
    Exact::ratio(1, 10_i64.pow(places)).expect("not by nought")
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn text_and_back(x in number()) {
        prop_assert_eq!(x.as_fraction().parse::<Exact>(), Ok(x.clone()));
        prop_assert_eq!(x.plain().parse::<Exact>(), Ok(x.clone()));
        prop_assert_eq!(x.to_string().parse::<Exact>(), Ok(x.clone()));
    }

    #[test]
    fn decimals_keep_their_value(whole in -99_999_i64..99_999, part in 0_u32..1000) {
        let text = format!("{whole}.{part:03}");
        let by_parts = Exact::ratio(whole.abs() * 1000 + i64::from(part), 1000).expect("not by nought");
        let expected = if whole < 0 { -&by_parts } else { by_parts };
        prop_assert_eq!(d(&text), expected);
    }

    #[test]
    fn rounding_twice_is_rounding_once(x in number(), places in 0_u32..4) {
        for mode in MODES {
            let rounding = Rounding { mode, places };
            let once = rounding.apply(&x);
            prop_assert_eq!(rounding.apply(&once), once.clone());
            prop_assert_eq!(d(&rounding.show(&x)), once);
        }
    }

    #[test]
    fn rounding_stays_near(x in number(), places in 0_u32..4) {
        let unit = unit(places);
        let off = |mode| &Rounding { mode, places }.apply(&x) - &x;
        let twice = |x: Exact| &x + &x;
        prop_assert!(twice(off(Mode::HalfUp).abs()) <= unit);
        prop_assert!(twice(off(Mode::HalfEven).abs()) <= unit);
        let (down, up) = (off(Mode::Floor), off(Mode::Ceil));
        prop_assert!(!up.is_negative() && up < unit);
        prop_assert!((down.is_zero() || down.is_negative()) && -&down < unit);
    }

    #[test]
    fn halves(n in -100_000_i64..100_000, places in 0_u32..4) {
        // (2n + 1) halves of the last place.
        let half = &Exact::from(2 * n + 1) * &(&unit(places) * &Exact::ratio(1, 2).expect("not by nought"));
        let scaled = |mode| {
            let rounded = Rounding { mode, places }.apply(&half);
            rounded.divided_by(&unit(places)).and_then(|x| x.as_whole()).expect("a whole number of last places")
        };
        prop_assert_eq!(scaled(Mode::HalfUp), if n >= 0 { n + 1 } else { n });
        prop_assert_eq!(scaled(Mode::HalfEven) % 2, 0);
        prop_assert_eq!(scaled(Mode::Floor), n);
        prop_assert_eq!(scaled(Mode::Ceil), n + 1);
    }

    #[test]
    fn rounding_keeps_order_and_mirrors(x in number(), y in number(), places in 0_u32..4) {
        let (low, high) = if x <= y { (x, y) } else { (y, x) };
        for mode in MODES {
            let rounding = Rounding { mode, places };
            prop_assert!(rounding.apply(&low) <= rounding.apply(&high));
        }
        let by = |mode, x: &Exact| Rounding { mode, places }.apply(x);
        for mode in [Mode::HalfUp, Mode::HalfEven] {
            prop_assert_eq!(by(mode, &-&low), -&by(mode, &low));
        }
        prop_assert_eq!(by(Mode::Floor, &-&low), -&by(Mode::Ceil, &low));
    }
}
