//! Money in whole millionths, so that sums are exact.

use std::fmt;
use std::iter::Sum;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An amount in millionths of a currency's unit: 12,500 is 0.0125. The currency stands beside it. In JSON a string
/// such as `"0.0125"`, which no reader of JSON rounds. Sums and products stop at the largest value instead of
/// wrapping; no bill comes near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Micros(pub u128);

const PER_UNIT: u128 = 1_000_000;
const DIGITS: usize = 6;
const MOST_DIGITS: usize = 12;

impl Micros {
    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// So many times this.
    #[must_use]
    pub fn times(self, count: u64) -> Self {
        Self(self.0.saturating_mul(u128::from(count)))
    }
}

impl Sum for Micros {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Self::plus)
    }
}

impl fmt::Display for Micros {
    /// In units, with a point and without needless zeros: `0.0125`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, rest) = (self.0 / PER_UNIT, self.0 % PER_UNIT);
        if rest == 0 {
            return write!(f, "{units}");
        }
        let rest = format!("{rest:0DIGITS$}");
        write!(f, "{units}.{}", rest.trim_end_matches('0'))
    }
}

/// The text is no amount in units with at most six digits after the point and twelve before it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not an amount such as 0.0125")]
pub struct NotAnAmount(String);

impl FromStr for Micros {
    type Err = NotAnAmount;

    fn from_str(text: &str) -> Result<Self, NotAnAmount> {
        let bad = || NotAnAmount(text.to_owned());
        let (units, rest) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(units) || !digits(rest) || units.len() > MOST_DIGITS {
            return Err(bad());
        }
        let rest = rest.trim_end_matches('0');
        if rest.len() > DIGITS {
            return Err(bad());
        }
        let units: u128 = units.parse().map_err(|_| bad())?;
        let rest: u128 = format!("{rest:0<DIGITS$}").parse().map_err(|_| bad())?;
        Ok(Self(units * PER_UNIT + rest))
    }
}

impl TryFrom<String> for Micros {
    type Error = NotAnAmount;

    fn try_from(text: String) -> Result<Self, NotAnAmount> {
        text.parse()
    }
}

impl From<Micros> for String {
    fn from(amount: Micros) -> Self {
        amount.to_string()
    }
}

/// A currency by its ISO 4217 code, such as `USD`. A string in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}

/// The text is not three capital letters.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a currency such as USD")]
pub struct NotACurrency(String);

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(NotACurrency(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, NotACurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Micros;

    #[test]
    fn amounts_are_read_exactly_or_not_at_all() {
        for (text, micros) in [
            ("0", 0),
            ("0.0125", 12_500),
            ("0.000001", 1),
            ("1.50", 1_500_000),
            ("586.33", 586_330_000),
            ("0.01250000", 12_500),
            ("3.00000000", 3_000_000),
            ("999999999999", 999_999_999_999_000_000),
        ] {
            assert_eq!(text.parse(), Ok(Micros(micros)), "{text}");
        }
        for odd in
            ["", ".", ".5", "5.", "-1", "+1", "1e3", "0.0000001", "1,5", " 1", "1.2.3", "1000000000000", "٣"]
        {
            assert!(odd.parse::<Micros>().is_err(), "{odd}");
        }
        assert_eq!(Micros(12_500).to_string(), "0.0125");
        assert_eq!(Micros(3_000_000).to_string(), "3");
    }
}
