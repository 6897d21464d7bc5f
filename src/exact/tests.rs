//! The short way in machine words gives what the long way in whole numbers of any size gives, at their border above all.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::{Exact, Mode, Rounding};

const MODES: [Mode; 4] = [Mode::HalfUp, Mode::HalfEven, Mode::Floor, Mode::Ceil];

/// Small numbers, numbers at the border of the machine word, and numbers far beyond it.
fn whole() -> impl Strategy<Value = BigInt> {
    let border = (-3_i128..4, prop::sample::select(vec![i128::from(i64::MAX), i128::from(i64::MIN), 1 << 32, 1 << 62]));
    prop_oneof![
        (-2000_i64..2000).prop_map(BigInt::from),
        any::<i64>().prop_map(BigInt::from),
        border.prop_map(|(off, at)| BigInt::from(at + off)),
        any::<i128>().prop_map(BigInt::from),
    ]
}

fn big() -> impl Strategy<Value = BigRational> {
    (whole(), whole().prop_filter("not by nought", |d| !d.is_zero())).prop_map(|(n, d)| BigRational::new(n, d))
}

fn as_fraction(x: &BigRational) -> String {
    format!("{}/{}", x.numer(), x.denom())
}

fn hash(x: &Exact) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(x)
}

proptest! {
    #![proptest_config(Config { cases: 4000, failure_persistence: None, rng_seed: RngSeed::Fixed(20_151_121), ..Config::default() })]

    #[test]
    fn both_ways_agree(a in big(), b in big()) {
        let (x, y) = (Exact::from(a.clone()), Exact::from(b.clone()));
        prop_assert_eq!((&x + &y).as_fraction(), as_fraction(&(&a + &b)));
        prop_assert_eq!((&x - &y).as_fraction(), as_fraction(&(&a - &b)));
        prop_assert_eq!((&x * &y).as_fraction(), as_fraction(&(&a * &b)));
        prop_assert_eq!(x.divided_by(&y).map(|q| q.as_fraction()), (!b.is_zero()).then(|| as_fraction(&(&a / &b))));
        prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        prop_assert_eq!(x == y, a == b);
        prop_assert_eq!((-&x).as_fraction(), as_fraction(&-&a));
        prop_assert_eq!(x.abs().as_fraction(), as_fraction(&a.abs()));
        prop_assert_eq!(x.floor().as_fraction(), as_fraction(&a.floor()));
        prop_assert_eq!(x.ceil().as_fraction(), as_fraction(&a.ceil()));
        prop_assert_eq!((x.is_zero(), x.is_negative(), x.is_whole()), (a.is_zero(), a.is_negative(), a.is_integer()));
        prop_assert_eq!(x.as_whole(), a.is_integer().then(|| i64::try_from(a.to_integer()).ok()).flatten());
    }

    #[test]
    fn a_value_has_one_form(a in big(), b in big()) {
        let (x, y) = (Exact::from(a), Exact::from(b));
        let back = &(&x + &y) - &y;
        prop_assert_eq!(&back, &x);
        prop_assert_eq!(hash(&back), hash(&x));
        prop_assert_eq!(x.as_fraction().parse::<Exact>(), Ok(x.clone()));
        prop_assert_eq!(x.plain().parse::<Exact>(), Ok(x));
    }

    #[test]
    fn both_roundings_agree(a in big(), places in 0_u32..21) {
        for mode in MODES {
            let rounding = Rounding { mode, places };
            let x = Exact::from(a.clone());
            let long = rounding.apply_to_any(&a);
            prop_assert_eq!(rounding.apply(&x).as_fraction(), as_fraction(&long));
            let scale = BigRational::from(BigInt::from(10).pow(places));
            let digits = (long * scale).to_integer().abs().to_string();
            let shown = rounding.show(&x);
            let kept: String = shown.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(kept.trim_start_matches('0'), digits.trim_start_matches('0'));
        }
    }

    #[test]
    fn both_spellings_agree(n in any::<i64>(), places in 0_u32..25, sign in prop::bool::ANY) {
        let digits = format!("{:0>26}", n.unsigned_abs());
        let (left, right) = digits.split_at(26 - places as usize);
        let text = format!("{}{left}.{right}", if sign { "-" } else { "" });
        let value = BigRational::new(BigInt::from(n.unsigned_abs()), BigInt::from(10).pow(places));
        let value = if sign { -value } else { value };
        prop_assert_eq!(text.parse::<Exact>().map(|x| x.as_fraction()), Ok(as_fraction(&value)));
    }
}
