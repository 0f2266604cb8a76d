//! The rules, one file each. A rule's documentation is what `waymark explain` prints.

use super::context::{FlowContext, ScreenContext};
use super::rule::Rule;
use crate::expr::Type;
use crate::flow::{Action, Screen};
use crate::json::Node;

macro_rules! rules {
    ($($name:ident,)*) => {
        $(pub(in crate::check) mod $name;)*

        /// Every rule, by file name.
        pub(super) static ALL: &[&Rule] = &[$(&$name::RULE,)*];
    };
}

rules! {
    action_member_clash,
    backward_route,
    binding_in_words,
    binding_type_wrong,
    binding_unresolved,
    blank_row_id,
    blank_text,
    byte_order_mark,
    calendar_mode,
    caption_clash,
    caption_pair,
    carousel_limits,
    complete_on_non_terminal,
    component_too_new,
    condition_wrong,
    crowded_screen,
    data_wrong,
    date_not_read,
    date_wrong,
    duplicate_field_name,
    duplicate_key,
    duplicate_option_id,
    duplicate_screen_id,
    dynamic_name,
    echo,
    empty_switch,
    empty_text,
    empty_then,
    endpoint_without_routes,
    example_wrong,
    exchange_without_endpoint,
    expression_wrong,
    footer_in_one_branch,
    if_too_deep,
    image_and_color,
    init_value_unfit,
    init_value_wrong,
    input_outside_form,
    insecure_link,
    invalid_case,
    invalid_screen_id,
    list_too_long,
    list_too_short,
    literal_condition,
    meta_property,
    min_above_max,
    min_above_usual_max,
    misplaced_component,
    misplaced_success,
    missing_navigate_payload,
    missing_property,
    missing_version,
    navigate_to_itself,
    navigation_list_action,
    navigation_list_badges,
    navigation_list_end,
    navigation_list_media_size,
    navigation_list_on_terminal,
    navigation_list_placement,
    no_entry_screen,
    no_successful_terminal,
    no_terminal_screen,
    not_a_binding,
    not_a_choice,
    not_an_object,
    not_json,
    number_too_large,
    number_too_small,
    old_version,
    option_count,
    pattern_needs_hint,
    payload_data_wrong,
    payload_expression_wrong,
    payload_key_missing,
    payload_key_unknown,
    payload_reference_unknown,
    payload_value_wrong,
    photos_cannot_travel,
    picker_in_init_values,
    picture_not_shown,
    picture_not_stored,
    refresh_without_endpoint,
    removed_property,
    required_but_disabled,
    required_but_hidden,
    reserved_screen_id,
    rich_text_interpolation,
    rich_text_list_binding,
    rich_text_placement,
    route_missing_for_action,
    route_to_itself,
    screen_missing_in_routes,
    select_action_twice,
    sensitive_field_unknown,
    terminal_footer_action,
    terminal_without_footer,
    text_too_long,
    too_large,
    too_many_branches,
    too_many_carousels,
    too_many_components,
    too_many_files,
    too_many_of_a_kind,
    too_many_pickers,
    too_many_screens,
    unconnected_screen,
    unknown_component,
    unknown_next_screen,
    unknown_property,
    unknown_screen_in_routes,
    unsupported_version,
    update_key_unknown,
    update_to_itself,
    update_value_wrong,
    wrong_constant,
    wrong_format,
    wrong_type,
}

/// A number as JSON, whole ones without a point.
pub(in crate::check) fn number(n: f64) -> serde_json::Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
    if n.fract() == 0.0 && n.abs() < 1e9 { (n as i64).into() } else { n.into() }
}

/// Every type an expression can have, where any will do.
const ANY_TYPE: &[Type] = &[
    Type::String,
    Type::Number,
    Type::Integer,
    Type::Boolean,
    Type::Array,
    Type::Object,
    Type::Null,
    Type::Unknown,
];

/// Actions of components that go to another screen that exists, with that screen. Those of list items are
/// not looked at by Meta.
fn ways<'c, 't>(cx: &'c ScreenContext<'c, 't>) -> impl Iterator<Item = (&'c Action<'t>, &'c Screen<'t>)> {
    cx.actions.iter().filter(|action| action.item.is_none()).filter_map(|action| {
        let target = action.target()?.as_str()?;
        Some((action, cx.other(&target)?.0))
    })
}

/// Payloads of `update_data` actions.
fn updates<'c, 't>(cx: &'c ScreenContext<'c, 't>) -> impl Iterator<Item = Node<'t>> + use<'c, 't> {
    cx.actions.iter().filter(|action| action.is("update_data")).filter_map(Action::payload)
}

/// A data model's type in plain words.
fn in_words(kind: &str) -> &'static str {
    match kind {
        "string" => "a text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "yes or no",
        "array" => "a list",
        _ => "a group of values",
    }
}

/// Ids of the screens that a screen's actions lead to, each once, without itself and unknown ones: what the
/// routing model should list.
fn ways_of<'c>(cx: &FlowContext<'c, '_>, index: usize) -> Vec<&'c str> {
    let own = cx.flow.screens.get(index).map(|screen| screen.id.as_ref());
    let targets = cx.outlines.get(index).into_iter().flat_map(|outline| &outline.targets).map(String::as_str);
    targets.filter(|target| Some(*target) != own && cx.flow.screen(target).is_some()).collect()
}

/// Whether `required` is written as true, of a range of days for either side.
fn asks(required: Node<'_>) -> bool {
    let sides = ["start-date", "end-date"].iter().filter_map(|side| required.get(side));
    std::iter::once(required).chain(sides).any(|node| node.as_bool() == Some(true))
}
