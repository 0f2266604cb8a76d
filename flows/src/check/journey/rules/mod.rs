//! The rules about journeys, one file each. A rule's documentation is what `waymark explain` prints.

use crate::check::rule::Rule;

macro_rules! rules {
    ($($name:ident,)*) => {
        $(mod $name;)*

        /// Every rule, by file name.
        pub(in crate::check) static ALL: &[&Rule] = &[$(&$name::RULE,)*];
    };
}

rules! {
    journey_answer_unheard,
    journey_any_message_again,
    journey_any_message_twice,
    journey_broadcast_unanswerable,
    journey_category_against_stage,
    journey_choice_twice,
    journey_consent_missing,
    journey_elsewhere_missing,
    journey_first_reply_silent,
    journey_flow_not_published,
    journey_id_wrong,
    journey_kind_unknown,
    journey_loop_too_often,
    journey_loop_without_wait,
    journey_opt_out_missing,
    journey_part_unread,
    journey_question_closed,
    journey_quiet_hours_missing,
    journey_split_unweighed,
    journey_start_led_to,
    journey_start_missing,
    journey_step_unreached,
    journey_template_filled_wrong,
    journey_template_not_approved,
    journey_template_unknown,
    journey_text_empty,
    journey_too_many_marketing,
    journey_too_many_people,
    journey_us_numbers,
    journey_value_unfit,
    journey_value_unknown,
    journey_waits_for_ever,
    journey_way_lost,
    journey_way_open,
    journey_way_unknown,
    journey_window_closed,
}

/// The most letters of a headline.
const HEADLINE: usize = 80;

/// A headline that is not too long.
fn shorten(headline: &str) -> String {
    if headline.chars().count() <= HEADLINE {
        return headline.to_owned();
    }
    headline.chars().take(HEADLINE - 1).chain(['\u{2026}']).collect()
}
