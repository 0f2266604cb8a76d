//! The rules about messages, one file each. A rule's documentation is what `waymark explain` prints.

use serde_json::Value;

use crate::check::findings::{Findings, Spot};
use crate::check::message::{MessageContext, check_message};
use crate::check::rule::Rule;
use crate::check::{Fix, Severity, mend};
use crate::facts;
use crate::json::{Kind, Node, Tree};
use crate::message::{Interactive, InteractiveType, MessageType};

macro_rules! rules {
    ($($name:ident,)*) => {
        $(mod $name;)*

        /// Every rule, by file name.
        pub(in crate::check) static ALL: &[&Rule] = &[$(&$name::RULE,)*];
    };
}

rules! {
    message_birthday_wrong,
    message_caption_misplaced,
    message_card_index,
    message_card_text_lines,
    message_card_wrong,
    message_cards_differ,
    message_contact_name_bare,
    message_content_left_over,
    message_content_missing,
    message_count_wrong,
    message_flow_form,
    message_flow_label,
    message_flow_payload,
    message_footer_misplaced,
    message_header_wrong,
    message_key_twice,
    message_link_wrong,
    message_location_wrong,
    message_media_kind,
    message_media_source,
    message_number_range,
    message_products_too_many,
    message_reaction_not_emoji,
    message_recipient_missing,
    message_recipient_no_plus,
    message_recipient_twice,
    message_recipient_wrong,
    message_rows_too_many,
    message_same_id,
    message_same_label,
    message_section_title,
    message_template_filled_too_long,
    message_template_language,
    message_template_names,
    message_template_value,
    message_text_too_long,
    message_type_missing,
    message_type_unknown,
    message_value_empty,
    message_value_missing,
    message_value_type,
    message_value_unknown,
    message_voice_format,
}

/// Whether it is a phone number as Meta reads it: `+`, digits, spaces, `-`, `(` and `)`.
fn is_phone_number(text: &str) -> bool {
    let text = text.trim();
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    (1..=facts::message().limits.phone_digits).contains(&digits)
        && rest.chars().all(|letter| letter.is_ascii_digit() || " -()".contains(letter))
}

/// The end of a file's name in a link, in small letters.
fn ending(link: &str) -> Option<String> {
    let path = link.split(['?', '#']).next()?.split_once("://")?.1;
    let (_, name) = path.rsplit_once('/')?;
    let (_, ending) = name.rsplit_once('.')?;
    Some(ending.to_ascii_lowercase())
}

/// What the button of a message with a form is told.
fn flow_parameters<'t>(cx: &MessageContext<'t>) -> Option<Node<'t>> {
    let interactive = cx.message.interactive.as_ref().filter(|it| it.kind == InteractiveType::Flow)?;
    interactive.parameters().filter(|parameters| parameters.kind() == Kind::Object)
}

/// For a message whose kind does not fit what it holds: the kind that does, when there is one, and the message can be
/// sent like that.
fn name_kind(root: Node<'_>, kinds: &[MessageType]) -> Vec<Fix> {
    let [kind] = kinds else { return Vec::new() };
    let mut value = root.to_value();
    let Value::Object(members) = &mut value else { return Vec::new() };
    members.insert("type".to_owned(), kind.name().into());
    let refused = |tree: &Tree| {
        check_message(tree).into_iter().filter(|finding| finding.severity == Severity::Blocked).count()
    };
    if refused(&Tree::parse(value.to_string())) > 0 {
        return Vec::new();
    }
    let words = facts::message().variant("message", kind.name()).map_or("", |variant| &variant.words);
    vec![mend::fix(format!("Send {words}"), mend::set(root, "type", kind.name().into()))]
}

/// Tells when the sections together hold too much of something, and offers to keep the first ones.
fn too_many_in_all<'t>(
    rule: &Rule,
    interactive: &Interactive<'t>,
    key: &str,
    most: usize,
    out: &mut Findings<'t>,
) {
    let mut count = 0;
    let mut first = None;
    let mut surplus = Vec::new();
    for section in interactive.sections() {
        let before = count;
        let mut over = Vec::new();
        for item in section.get(key).into_iter().flat_map(Node::items) {
            count += 1;
            if count > most {
                over.push(item);
            }
        }
        first = first.or(over.first().copied());
        // A section cannot stay without anything in it.
        if before >= most && !over.is_empty() {
            surplus.push(section);
        } else {
            surplus.extend(over);
        }
    }
    if let Some(first) = first {
        let headline = format!("{count} in all sections together; {most} are allowed");
        let surplus = mend::remove_items(surplus.into_iter(), "Keep the first ones");
        out.add(rule, "", headline, &[Spot::value(first)]).mended_by(surplus.into_iter().collect());
    }
}
