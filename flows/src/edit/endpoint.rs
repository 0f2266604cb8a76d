//! Whether the Flow asks the business's own system.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::error::EditError;
use super::view::{Action, ScreenNode, screen_actions, screens, text_of};
use super::{connect, routing};
use crate::facts::{self, Version};
use crate::json::{Node, Pointer, Tree};

/// Parts that can lead to another screen.
const LEADING: [&str; 4] = ["Footer", "EmbeddedLink", "OptIn", "NavigationList"];

/// Lets the Flow ask a system, or not any more.
pub(super) fn set(draft: &mut Draft<'_>, asks: bool) -> Result<(), EditError> {
    if asks { begin(draft) } else { end(draft) }
}

/// What Meta wants of a Flow with an endpoint: the version it speaks, and the ways the system may choose from.
fn begin(draft: &mut Draft<'_>) -> Result<(), EditError> {
    let root = Pointer::root();
    if draft.tree().root().get("data_api_version").is_none() {
        draft.set(&root, "data_api_version", &json!(data_api_version(draft.tree())))?;
    }
    if routing::model(draft.tree()).is_none() {
        let model = ways(draft.tree());
        draft.set(&root, "routing_model", &Value::Object(model))?;
    }
    Ok(())
}

/// The one that goes with the Flow's version.
fn data_api_version(tree: &Tree) -> &'static str {
    let versions = facts::versions();
    let own = tree.root().get("version").and_then(Node::as_str).and_then(|text| text.parse::<Version>().ok());
    let of = |version| versions.get(version).and_then(|facts| facts.data_api.first());
    own.and_then(of).or_else(|| of(versions.recommended)).map(String::as_str).unwrap_or_default()
}

/// Every screen with those its parts lead to.
fn ways(tree: &Tree) -> Map<String, Value> {
    let all = screens(tree);
    let ids: BTreeSet<String> = all.iter().map(|screen| screen.id()).collect();
    let targets = |screen: ScreenNode<'_>| {
        let mut seen = BTreeSet::from([screen.id()]);
        let targets = screen_actions(screen).into_iter().filter_map(|action| action.target());
        targets.filter(|to| ids.contains(to) && seen.insert(to.clone())).map(Value::from).collect()
    };
    let named = all.iter().filter(|screen| !screen.id().is_empty());
    named.map(|screen| (screen.id(), Value::Array(targets(*screen)))).collect()
}

/// What becomes of a part that asked the system.
enum After {
    /// It leads to the only screen the system could choose.
    Lead { screen: Pointer, holder: Pointer, to: String },
    /// It ends the form.
    Complete { holder: Pointer, key: &'static str, payload: Value },
    /// Nothing happens any more.
    Nothing { holder: Pointer, key: &'static str },
}

/// Where the system had no choice, parts do the same without it. A button with several ways stays, so that the
/// owner chooses; the checks name it.
fn end(draft: &mut Draft<'_>) -> Result<(), EditError> {
    let routes = routing::routes(draft.tree());
    let mut changes = Vec::new();
    let mut refreshed = Vec::new();
    for screen in screens(draft.tree()) {
        if screen.node.get("refresh_on_back").is_some() {
            refreshed.push(screen.pointer());
        }
        let asking = screen_actions(screen).into_iter().filter(|action| action.is("data_exchange"));
        changes.extend(asking.filter_map(|action| after(draft.tree(), screen, &action, &routes)));
    }
    draft.unset(&Pointer::root(), "data_api_version")?;
    for at in refreshed {
        draft.unset(&at, "refresh_on_back")?;
    }
    for change in changes {
        match change {
            After::Lead { screen, holder, to } => connect::lead(draft, &screen, &holder, &to)?,
            After::Complete { holder, key, payload } => {
                draft.set(&holder, key, &json!({"name": "complete", "payload": payload}))?;
            }
            After::Nothing { holder, key } => draft.unset(&holder, key)?,
        }
    }
    Ok(())
}

fn after(
    tree: &Tree,
    screen: ScreenNode<'_>,
    action: &Action<'_>,
    routes: &[(String, String)],
) -> Option<After> {
    let (holder, key) = (action.at.clone(), action.key);
    if key != "on-click-action" {
        return Some(After::Nothing { holder, key });
    }
    let kind = text_of(action.holder, "type");
    if kind == "Footer" && screen.is_terminal() {
        let sent = action.payload().map(Node::to_value);
        let payload = sent.unwrap_or_else(|| Value::Object(connect::answers(tree, screen)));
        return Some(After::Complete { holder, key, payload });
    }
    let id = screen.id();
    let mut ways = routes.iter().filter(|(from, to)| *from == id && *to != id).map(|(_, to)| to);
    let (Some(to), None) = (ways.next(), ways.next()) else { return None };
    let can_lead = LEADING.contains(&kind.as_str()) && super::draft::only_screen(tree, to).is_ok();
    can_lead.then(|| After::Lead { screen: screen.pointer(), holder, to: to.clone() })
}
