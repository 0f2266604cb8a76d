//! Phone numbers as people type them.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

/// A number as Meta writes it, `+4915112345678`; one without a calling code is of `country` (ISO code). `None` when it is
/// no number that can exist.
pub(super) fn e164(typed: &str, country: Option<&str>) -> Option<String> {
    let util = &*PHONE_NUMBER_UTIL;
    let number = util.parse(typed, country.and_then(|country| country.parse().ok())).ok()?;
    util.is_possible_number(&number).then(|| util.format(&number, PhoneNumberFormat::E164).into_owned())
}

/// A number as people read it, `+49 1511 2345678`.
pub(super) fn shown(e164: &str) -> String {
    let util = &*PHONE_NUMBER_UTIL;
    let number = util.parse(e164, None);
    number.map_or_else(
        |_| e164.to_owned(),
        |number| util.format(&number, PhoneNumberFormat::International).into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::{e164, shown};

    #[test]
    fn numbers_are_shown_in_groups() {
        assert_eq!((shown("+447700900123"), shown("+1")), ("+44 7700 900123".into(), "+1".into()));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, country, number) in [
            ("+44 7700 900123", None, Some("+447700900123")),
            ("07700 900123", Some("GB"), Some("+447700900123")),
            ("(202) 555-0143", Some("US"), Some("+12025550143")),
            ("tel:+44-7700-900123", None, Some("+447700900123")),
            ("٠٠٤٤٧٧٠٠٩٠٠١٢٣", Some("EG"), Some("+447700900123")),
            ("07700 900123", None, None),
            ("+44", None, None),
            ("call me", Some("GB"), None),
            ("", Some("GB"), None),
            ("1".repeat(4000).as_str(), Some("GB"), None),
            ("07700 900123", Some("nowhere"), None),
        ] {
            assert_eq!(e164(typed, country).as_deref(), number, "{typed:.20}");
        }
    }
}
