//! The rules, one file each. A rule's documentation is what `waymark explain` prints.

use super::rule::Rule;

macro_rules! rules {
    ($($name:ident,)*) => {
        $(pub(in crate::check) mod $name;)*

        /// Every rule, by file name.
        pub(super) static ALL: &[&Rule] = &[$(&$name::RULE,)*];
    };
}

rules! {
    action_member_clash,
    blank_text,
    caption_clash,
    caption_pair,
    dynamic_name,
    echo,
    empty_text,
    invalid_case,
    invalid_screen_id,
    list_too_long,
    list_too_short,
    misplaced_component,
    misplaced_success,
    missing_property,
    missing_version,
    not_a_binding,
    not_a_choice,
    not_an_object,
    not_json,
    number_too_large,
    number_too_small,
    pattern_needs_hint,
    removed_property,
    too_large,
    unknown_component,
    unknown_property,
    unsupported_version,
    wrong_constant,
    wrong_format,
    wrong_type,
}

/// A number as JSON, whole ones without a point.
pub(in crate::check) fn number(n: f64) -> serde_json::Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
    if n.fract() == 0.0 && n.abs() < 1e9 { (n as i64).into() } else { n.into() }
}
