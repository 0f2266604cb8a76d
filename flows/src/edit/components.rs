//! Adding a component: sensible words, a free name, the right place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::connect::{self, continue_label, end_here};
use super::draft::{Draft, only_screen};
use super::error::EditError;
use super::fields;
use super::view::{Field, ScreenNode, ValueType, screen_of, screens, text_of};
use crate::facts::ComponentKind;
use crate::json::{Kind, Node, Pointer, Span, TextEdit, Tree};

/// A new component of each type, from `new_components.json`.
pub(super) fn template(component: &str) -> Option<Value> {
    static TEMPLATES: LazyLock<BTreeMap<String, Value>> =
        LazyLock::new(|| serde_json::from_str(include_str!("new_components.json")).unwrap_or_default());
    TEMPLATES.get(component).cloned()
}

/// Adds a new component.
pub(super) fn add(
    draft: &mut Draft<'_>,
    parent: &Pointer,
    index: u32,
    component: &str,
) -> Result<(), EditError> {
    let mut value = template(component).ok_or_else(|| EditError::UnknownComponent(component.to_owned()))?;
    draft.at(parent)?;
    let screen = screen_of(draft.tree(), parent).ok_or_else(|| EditError::Gone { at: parent.clone() })?;
    let screen_pointer = screen.pointer();
    match component {
        "If" => fill_if(draft, screen, &mut value)?,
        "Switch" => fill_switch(draft, screen, &mut value)?,
        _ => {}
    }
    let mut taken = screen.fields().into_iter().map(|field| field.name).collect();
    fields::rename_inside(&mut value, &mut taken);
    let has_parts = draft.at(parent)?.items().next().is_some();
    let at = if component == "Form" && has_parts && *parent == screen.children_pointer() {
        let at = parent.clone().index(0);
        wrap_in_form(draft, parent, &value)?;
        at
    } else {
        let (list, index) = place(draft, parent, index as usize, component)?;
        if let ("Footer", Some(members)) = (component, value.as_object_mut()) {
            members.insert("label".to_owned(), Value::from(continue_label(draft.tree())));
        }
        draft.insert(&list, index, &[value])?;
        list.index(index)
    };
    match component {
        "Footer" => lead_footer(draft, &screen_pointer, &at)?,
        "NavigationList" => {
            let here = screen_of(draft.tree(), &screen_pointer);
            if let Some(next) = here.and_then(|here| following(draft.tree(), here)) {
                connect::lead(draft, &screen_pointer, &at, &next)?;
            }
        }
        _ => {}
    }
    draft.focus = Some(at);
    draft.focus_back.get_or_insert_with(|| parent.clone());
    Ok(())
}

/// Where a component goes that is dropped at `index` of `parent`: at the end it stands before the Footer,
/// and a question goes into the screen's Form when there is one.
pub(super) fn place(
    draft: &Draft<'_>,
    parent: &Pointer,
    index: usize,
    component: &str,
) -> Result<(Pointer, usize), EditError> {
    let list = draft.at(parent)?;
    if list.kind() != Kind::Array {
        return Err(crate::json::EditError::NotAnArray.into());
    }
    let count = list.items().count();
    let is_input = ComponentKind::from_name(component).is_some_and(ComponentKind::is_input);
    let is_layout =
        screen_of(draft.tree(), parent).is_some_and(|screen| screen.children_pointer() == *parent);
    let form =
        list.items().position(|item| text_of(item, "type") == "Form").filter(|_| is_layout && is_input);
    if let Some(form) = form {
        let children = parent.clone().index(form).key("children");
        if let Some(inner) = draft.tree().at(&children).filter(|inner| inner.kind() == Kind::Array) {
            let end = before_footer(inner, component);
            return Ok((children, if index <= form && index < count { 0 } else { end }));
        }
    }
    let index = if index < count { index } else { before_footer(list, component) };
    Ok((parent.clone(), index))
}

/// The end of a list, before the Footer (or the branches that hold it).
fn before_footer(list: Node<'_>, component: &str) -> usize {
    let count = list.items().count();
    let holds_footer = |item: Node<'_>| {
        super::view::parts_from(item, &Pointer::root()).iter().any(|part| part.kind() == "Footer")
    };
    match list.items().last() {
        Some(end) if component != "Footer" && text_of(end, "type") != "Form" && holds_footer(end) => {
            count - 1
        }
        _ => count,
    }
}

/// The next screen in the file that does not itself lead here.
fn following(tree: &Tree, here: ScreenNode<'_>) -> Option<String> {
    let id = here.id();
    let next = screens(tree).into_iter().find(|other| other.index > here.index)?;
    let next_id = next.id();
    let returns =
        super::view::screen_actions(next).iter().any(|a| a.target().as_deref() == Some(id.as_str()));
    let usable = !returns && only_screen(tree, &next_id).is_ok() && next_id != id;
    usable.then_some(next_id)
}

/// A new Footer goes on to the next screen; on the last one, and on an end, it sends the answers.
fn lead_footer(draft: &mut Draft<'_>, screen: &Pointer, footer: &Pointer) -> Result<(), EditError> {
    let Some(here) = screen_of(draft.tree(), screen) else { return Ok(()) };
    let id = here.id();
    let next = if here.is_terminal() { None } else { following(draft.tree(), here) };
    match next {
        Some(next) => connect::lead(draft, screen, footer, &next),
        None if draft.screen(&id).is_ok() => match end_here(draft, &id, None) {
            Err(EditError::ListCannotEnd) => Ok(()),
            other => other,
        },
        None => Ok(()),
    }
}

/// An answer an If or Switch can look at, and how to write it from this screen.
fn known_answer<'t>(
    draft: &'t Draft<'_>,
    screen: ScreenNode<'t>,
    fits: impl Fn(&Field<'_>) -> bool,
) -> Option<(String, Field<'t>)> {
    let own = screen.fields().into_iter().find(|field| fits(field) && bindable(field));
    if let Some(field) = own {
        return Some((format!("${{form.{}}}", field.name), field));
    }
    let earlier = connect::answers(draft.tree(), screen);
    for other in screens(draft.tree()).into_iter().filter(|other| other.index != screen.index) {
        let id = other.id();
        for field in other.fields().into_iter().filter(|field| fits(field) && bindable(field)) {
            let binding = format!("${{screen.{id}.form.{}}}", field.name);
            if earlier.values().any(|known| *known == binding) {
                return Some((binding, field));
            }
        }
    }
    None
}

fn bindable(field: &Field<'_>) -> bool {
    super::names::is_field_name(&field.name)
}

/// Ids of the options that stand in the file.
fn option_ids(node: Node<'_>) -> Vec<String> {
    let items = node.get("data-source").into_iter().flat_map(Node::items);
    items.map(|item| text_of(item, "id")).filter(|id| !id.is_empty()).collect()
}

fn fill_if(draft: &Draft<'_>, screen: ScreenNode<'_>, value: &mut Value) -> Result<(), EditError> {
    let fits = |field: &Field<'_>| matches!(field.value, ValueType::Text | ValueType::Truth);
    let with_options = |field: &Field<'_>| fits(field) && !option_ids(field.node).is_empty();
    let (binding, field) = known_answer(draft, screen, with_options)
        .or_else(|| known_answer(draft, screen, fits))
        .ok_or(EditError::NoAnswerYet)?;
    let first = option_ids(field.node).into_iter().next().filter(|id| !id.contains('\''));
    let condition = match (field.value, first) {
        (ValueType::Truth, _) => binding,
        (_, Some(id)) => format!("{binding} == '{id}'"),
        (_, None) => format!("{binding} != ''"),
    };
    if let Some(members) = value.as_object_mut() {
        let then = members.shift_remove("then").unwrap_or_default();
        members.insert("condition".to_owned(), Value::from(condition));
        members.insert("then".to_owned(), then);
    }
    Ok(())
}

fn fill_switch(draft: &Draft<'_>, screen: ScreenNode<'_>, value: &mut Value) -> Result<(), EditError> {
    let fits = |field: &Field<'_>| field.value == ValueType::Text;
    let with_options = |field: &Field<'_>| fits(field) && !option_ids(field.node).is_empty();
    let (binding, field) = known_answer(draft, screen, with_options)
        .or_else(|| known_answer(draft, screen, fits))
        .ok_or(EditError::NoAnswerYet)?;
    let mut cases = Map::new();
    for id in option_ids(field.node).into_iter().filter(|id| is_case_key(id)) {
        let text = format!("Shown for '{id}'");
        cases.insert(id, json!([{"type": "TextBody", "text": text}]));
    }
    cases.insert("default".to_owned(), json!([{"type": "TextBody", "text": "Shown for every other answer"}]));
    if let Some(members) = value.as_object_mut() {
        members.insert("value".to_owned(), Value::from(binding));
        members.insert("cases".to_owned(), Value::Object(cases));
    }
    Ok(())
}

/// Meta's pattern for case keys: `^[a-zA-Z][a-zA-Z0-9-_]*$`.
fn is_case_key(key: &str) -> bool {
    key.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Puts a Form around everything on the screen: questions may not stand beside one. The text of what is
/// inside stays, only its lines are indented.
fn wrap_in_form(draft: &mut Draft<'_>, children: &Pointer, form: &Value) -> Result<(), EditError> {
    let list = draft.at(children)?;
    let spans: Vec<Span> = list.items().map(Node::span).collect();
    let (Some(start), Some(end)) = (spans.first().map(|s| s.start), spans.last().map(|s| s.end)) else {
        return Ok(());
    };
    let name = form.get("name").cloned().unwrap_or_default();
    let text = draft.tree().text();
    let before = text.get(list.span().start as usize + 1..start as usize).unwrap_or_default();
    let line = before.rfind('\n').and_then(|at| before.get(at + 1..));
    let mut edits = Vec::new();
    if let Some(indent) = line {
        let break_line = if before.contains("\r\n") { "\r\n" } else { "\n" };
        let unit = if indent.starts_with('\t') { "\t" } else { "  " };
        let (one, two) = (format!("{indent}{unit}"), format!("{indent}{unit}{unit}"));
        let opening = format!(
            "{{{break_line}{one}\"type\": \"Form\",{break_line}{one}\"name\": {name},{break_line}{one}\"children\": [{break_line}{two}"
        );
        edits.push(TextEdit { span: Span::new(start, start), text: opening });
        let inside = text.get(start as usize..end as usize).unwrap_or_default();
        for (at, _) in inside.match_indices('\n') {
            let offset = start + u32::try_from(at + 1).unwrap_or(0);
            edits.push(TextEdit { span: Span::new(offset, offset), text: format!("{unit}{unit}") });
        }
        let closing = format!("{break_line}{one}]{break_line}{indent}}}");
        edits.push(TextEdit { span: Span::new(end, end), text: closing });
    } else {
        let opening = format!("{{\"type\":\"Form\",\"name\":{name},\"children\":[");
        edits.push(TextEdit { span: Span::new(start, start), text: opening });
        edits.push(TextEdit { span: Span::new(end, end), text: "]}".to_owned() });
    }
    draft.commit(edits);
    Ok(())
}
