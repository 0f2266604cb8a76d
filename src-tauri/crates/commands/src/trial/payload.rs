//! What is sent: the message of the workspace, or the one that sends its template, to somebody.

use flows::chat::SampleValue;
use flows::check::{DocumentKind, Severity, check_message};
use flows::json::{Node, Tree, apply_edits, edits};
use flows::message::Message;
use flows::sending::{Blank, fill};
use flows::template::media_name;
use serde_json::{Value, json};

use super::number;
use crate::account::Connection;
use crate::publish::Books;
use crate::wire::{Error, TrialProblem};
use crate::{App, message};

/// An offer that ends does so a day after its trial.
const OFFER_LASTS: i64 = 24 * 60 * 60 * 1000;

/// Meta's word for a template that may be sent.
const APPROVED: &str = "APPROVED";

/// A payload and what is in its way.
pub(super) struct Payload {
    pub(super) text: String,
    pub(super) to: Option<String>,
    pub(super) blanks: Vec<Blank>,
    pub(super) problems: Vec<TrialProblem>,
    /// The template that it fills in.
    pub(super) template: Option<Tree>,
}

/// Makes it. `last_heard` is the last message that the person wrote, which an answer or a reaction is to.
pub(super) fn make(
    app: &App,
    connection: &Connection,
    document: &str,
    typed: &str,
    values: &[SampleValue],
    last_heard: Option<&str>,
) -> Result<Payload, Error> {
    let country = app.host().settings().country;
    let to = number::e164(typed, country.as_deref());
    let mut problems = Vec::new();
    if to.is_none() {
        problems.push(TrialProblem::NoNumber);
    }
    let kind = app.message(document, |open| Ok(open.kind()))?;
    let (mut blanks, mut template) = (Vec::new(), None);
    let text = if kind == DocumentKind::Template {
        let live = Books { app, account: &connection.id }.live(document)?;
        match &live {
            None => problems.push(TrialProblem::NotSentIn),
            Some(live) if live.status != APPROVED => {
                problems.push(TrialProblem::NotApproved { status: live.status.clone() });
            }
            Some(_) => {}
        }
        // Meta fills in the text that it has.
        let own = || message::text(app, document);
        let text = live.and_then(|live| live.text).map_or_else(own, Ok)?;
        let tree = Tree::parse(text);
        let filled = fill(&tree, values, app.host().now() + OFFER_LASTS);
        template = Some(tree);
        if filled.missing().next().is_some() {
            problems.push(TrialProblem::ValuesMissing);
        }
        blanks = filled.blanks;
        let message = json!({"messaging_product": "whatsapp", "recipient_type": "individual",
            "to": to.as_deref().unwrap_or_default(), "type": "template", "template": filled.template});
        Tree::parse(message.to_string()).pretty()
    } else {
        addressed(&message::text(app, document)?, to.as_deref().unwrap_or_default(), last_heard)
    };
    let tree = Tree::parse(text);
    if Message::of(&tree).is_receipt {
        problems.push(TrialProblem::NoMessage);
    }
    // Of what is missing is told already.
    if problems.is_empty() {
        let found = check_message(&tree).into_iter().filter(|found| found.severity == Severity::Blocked);
        problems.extend(found.map(|found| TrialProblem::Refused { words: found.headline }));
    }
    Ok(Payload { text: tree.into_text(), to, blanks, problems, template })
}

/// A message of the workspace, for one person.
fn addressed(text: &str, to: &str, last_heard: Option<&str>) -> String {
    let text = set(text, &["messaging_product"], &json!("whatsapp"));
    let text = set(&text, &["to"], &json!(to));
    let text = without(&text, "recipient");
    let text = without(&text, "recipient_type");
    let Some(heard) = last_heard else { return without(&text, "context") };
    let is_there = |text: &str, path: &[&str]| node(Tree::parse(text).root(), path).is_some();
    let mut text = text;
    for path in [["context", "message_id"], ["reaction", "message_id"]] {
        if is_there(&text, &path) {
            text = set(&text, &path, &json!(heard));
        }
    }
    text
}

fn node<'t>(root: Node<'t>, path: &[&str]) -> Option<Node<'t>> {
    path.iter().try_fold(root, |node, key| node.get(key))
}

/// A text with a member set; one that cannot be set is left as it is.
pub(super) fn set(text: &str, path: &[&str], value: &Value) -> String {
    let tree = Tree::parse(text);
    let Some((key, holder)) = path.split_last() else { return text.to_owned() };
    let changes = node(tree.root(), holder).and_then(|holder| edits::set_member(holder, key, value).ok());
    apply_edits(text, &changes.unwrap_or_default())
}

fn without(text: &str, key: &str) -> String {
    let tree = Tree::parse(text);
    apply_edits(text, &edits::remove_member(tree.root(), key).unwrap_or_default())
}

/// Ids that stand for files of this workspace.
pub(super) fn own_files(tree: &Tree) -> Vec<Node<'_>> {
    let (mut found, mut open) = (Vec::new(), vec![tree.root()]);
    while let Some(node) = open.pop() {
        open.extend(node.items());
        for member in node.members() {
            let is_file =
                member.key() == "id" && member.value.as_str().is_some_and(|id| media_name(&id).is_some());
            if is_file {
                found.push(member.value);
            } else {
                open.push(member.value);
            }
        }
    }
    found.sort_by_key(|node| node.span());
    found
}
