//! The rules about templates, one file each. A rule's documentation is what `waymark explain` prints.

mod samples;

use crate::check::findings::capital;
use crate::check::rule::Rule;
use crate::facts::template_words;
use crate::json::Node;
use crate::template::{ComponentType, Variables};

macro_rules! rules {
    ($($name:ident,)*) => {
        $(mod $name;)*

        /// Every rule, by file name.
        pub(in crate::check) static ALL: &[&Rule] = &[$(&$name::RULE,)*];
    };
}

rules! {
    template_app_wrong,
    template_asks_secrets,
    template_authentication_parts,
    template_blank_lines,
    template_body_missing,
    template_button_alone,
    template_button_order,
    template_card_count,
    template_card_wrong,
    template_cards_differ,
    template_category_likely_other,
    template_category_may_be_utility,
    template_filled_too_long,
    template_flow_button,
    template_footer_variable,
    template_handle_wrong,
    template_header_category,
    template_header_wrong,
    template_key_twice,
    template_language_unknown,
    template_link_to_whatsapp,
    template_link_wrong,
    template_name_wrong,
    template_no_opt_out,
    template_not_on_desktop,
    template_number_range,
    template_offer_buttons,
    template_only_variables,
    template_part_misplaced,
    template_part_twice,
    template_part_unknown,
    template_part_without_kind,
    template_phone_wrong,
    template_same_label,
    template_sample_missing,
    template_text_too_long,
    template_too_many_buttons,
    template_too_many_variables,
    template_value_empty,
    template_value_missing,
    template_value_type,
    template_value_unknown,
    template_variable_at_edge,
    template_variable_format,
    template_variable_name,
    template_variable_near_end,
    template_variable_numbering,
    template_variable_twice,
    template_variables_side_by_side,
}

/// Meta's subcode for a wrong header, text or footer.
fn format_code(node: Node<'_>) -> Option<&'static str> {
    match ComponentType::of(node) {
        ComponentType::Header => Some("2388047"),
        ComponentType::Body => Some("2388072"),
        ComponentType::Footer => Some("2388073"),
        _ => None,
    }
}

/// A text without its variables, a space in place of each.
fn without_variables(text: &str, variables: &Variables<'_>) -> String {
    let mut words = String::new();
    let mut from = 0;
    for variable in &variables.list {
        words.push_str(text.get(from..variable.at.start).unwrap_or_default());
        words.push(' ');
        from = variable.at.end;
    }
    words.push_str(text.get(from..).unwrap_or_default());
    words
}

/// Languages that put no spaces between words.
const WITHOUT_SPACES: [&str; 4] = ["zh", "ja", "th", "lo"];

/// Words with a letter or a digit. Where a language has no spaces, two letters count as a word.
fn count_words(text: &str, language: Option<&str>) -> usize {
    if WITHOUT_SPACES.contains(&template_words::base(language.unwrap_or_default())) {
        return text.chars().filter(|c| c.is_alphanumeric()).count() / 2;
    }
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
