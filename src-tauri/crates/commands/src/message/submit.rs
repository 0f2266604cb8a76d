use std::collections::BTreeMap;

use cloud::models::{AppId, TemplateId};
use cloud::{File, TemplateFilter};
use flows::check::{Severity, check_template};
use flows::json::{Node, TextEdit, Tree, apply_edits, edits};
use flows::template::{ComponentType, Template, media_name};
use store::{IntentState, Live};

use super::file_type::FileType;
use super::standing::{Answered, told, word};
use crate::account::{self, Connection, explained, failed};
use crate::publish::{Books, Step};
use crate::wire::{Code, Error, Standing};
use crate::{App, message};

/// Sends a template in for review, or its changes when the account has it already. It is never sent twice: when no answer
/// came, the account is asked whether it has it. Files above the text are uploaded first.
pub async fn submit(app: &App, message: &str, account: &str) -> Result<Standing, Error> {
    let text = message::text(app, message)?;
    refuse(&text)?;
    let connection = account::open(app, account).await?;
    let books = Books { app, account: &connection.id };
    let name = key(&text);
    let known = match books.live(message)? {
        // Name and language cannot be changed: with another one it is another template.
        Some(live) if live.text.as_deref().is_none_or(|sent| key(sent) == name) => Some(live),
        // What was in doubt may be there.
        _ if !books.doubts(message)?.is_empty() => find(app, &connection, message, &name, None).await?,
        _ => None,
    };
    let payload = with_handles(app, &connection, &text).await?;
    let step = if known.is_some() { Step::Upload } else { Step::Create };
    let intent = books.begin(message, step, &name.0)?;
    let answer = if let Some(live) = &known {
        let id = TemplateId::new(live.remote_id.clone()).map_err(|_| gone())?;
        let outcome = connection.graph.edit_template(&id, &changes(&payload)).await;
        outcome.into_result().map(|_| live.remote_id.clone())
    } else {
        let outcome = connection.graph.create_template(&connection.waba, &payload).await;
        outcome.into_result().map(|made| made.id.to_string())
    };
    let live = match answer {
        Ok(remote) => {
            books.settle(&intent, IntentState::Done, Some(&remote))?;
            let sent = note(app, &connection, message, &remote, Some(&text), PENDING, "")?;
            // What Meta says of it is good to know and can be asked for later.
            find(app, &connection, message, &name, Some(&text)).await.ok().flatten().unwrap_or(sent)
        }
        Err(error) if error.may_have_acted() => {
            books.settle(&intent, IntentState::Unknown, None)?;
            // A change may be asked for again, it says the same; a new template must not be.
            let found = match known {
                None => find(app, &connection, message, &name, Some(&text)).await?,
                Some(_) => None,
            };
            let live = found.ok_or_else(|| failed(&error, &connection.side))?;
            books.settle(&intent, IntentState::Done, Some(&live.remote_id))?;
            live
        }
        Err(error) => {
            books.settle(&intent, IntentState::Failed, None)?;
            return Err(explained(&error, &connection.side));
        }
    };
    told(app, message, &live)
}

/// Meta's word for a template it looks at.
const PENDING: &str = "PENDING";

/// Whatever Meta would refuse is told before anything is asked.
fn refuse(text: &str) -> Result<(), Error> {
    let found = check_template(&Tree::parse(text));
    match found.iter().find(|finding| finding.severity == Severity::Blocked) {
        Some(finding) => {
            Err(Error::new(Code::Refused, format!("Put this right first: {}.", finding.headline)))
        }
        None => Ok(()),
    }
}

/// Name and language, by which an account knows a template.
fn key(text: &str) -> (String, String) {
    let tree = Tree::parse(text);
    let template = Template::of(&tree);
    let own = |text: Option<std::borrow::Cow<'_, str>>| text.map(Into::into).unwrap_or_default();
    (own(template.name.clone()), own(template.language.clone()))
}

/// The template of this name and language that the account has, written down.
async fn find(
    app: &App,
    connection: &Connection,
    message: &str,
    (name, language): &(String, String),
    text: Option<&str>,
) -> Result<Option<Live>, Error> {
    let filter = TemplateFilter { name: Some(name), language: Some(language), ..TemplateFilter::default() };
    let listing = connection.graph.templates(&connection.waba, &filter).await;
    let listing = listing.map_err(|error| failed(&error, &connection.side))?;
    let same = |known: &&cloud::models::Template| {
        known.name.as_ref() == Some(name) && known.language.as_ref() == Some(language)
    };
    let Some(template) = listing.items.iter().find(same) else { return Ok(None) };
    let status = template.status.as_ref().and_then(word).unwrap_or_default();
    let detail = Answered::of(template).written();
    note(app, connection, message, template.id.as_str(), text, &status, &detail).map(Some)
}

fn note(
    app: &App,
    connection: &Connection,
    message: &str,
    remote: &str,
    text: Option<&str>,
    status: &str,
    detail: &str,
) -> Result<Live, Error> {
    let live = Live {
        document: message.to_owned(),
        account: connection.id.clone(),
        remote_id: remote.to_owned(),
        status: status.to_owned(),
        text: text.map(str::to_owned),
        text_hash: None,
        detail: detail.to_owned(),
        at: app.host().now(),
    };
    app.store(|workspace| workspace.put_live(&live))?;
    Ok(live)
}

/// The payload with the handles of uploaded files in place of the names of files of this workspace.
async fn with_handles(app: &App, connection: &Connection, text: &str) -> Result<String, Error> {
    let names = media_names(text);
    if names.is_empty() {
        return Ok(text.to_owned());
    }
    let side = &connection.side;
    let token = connection.graph.debug_token().await.map_err(|error| failed(&error, side))?;
    let app_id = AppId::new(token.app_id).map_err(|_| {
        Error::new(
            Code::BadAnswer,
            format!("{} did not say which app the access token belongs to.", side.name()),
        )
    })?;
    let mut handles = BTreeMap::new();
    for name in names {
        let bytes = app.store(|workspace| workspace.media(&name))?;
        let media_type = FileType::of(&bytes).map_or("application/octet-stream", |kind| kind.mime);
        let file = File { name: &name, media_type, bytes: bytes.into() };
        let handle = connection.graph.header_handle(&app_id, &file).await;
        let handle = handle.map_err(|error| failed(&error, side))?;
        handles.insert(name, handle);
    }
    let tree = Tree::parse(text);
    let changes: Vec<TextEdit> = handle_nodes(&Template::of(&tree))
        .into_iter()
        .filter_map(|node| {
            let handle = handles.get(media_name(&node.as_str()?)?)?;
            Some(edits::replace_value(node, &handle.as_str().into()))
        })
        .flatten()
        .collect();
    Ok(apply_edits(text, &changes))
}

/// What Meta lets one change of a template.
const CHANGEABLE: [&str; 3] = ["category", "components", "message_send_ttl_seconds"];

/// The part of a payload that changes a template that is there.
fn changes(payload: &str) -> String {
    let tree = Tree::parse(payload);
    let root = tree.root();
    let kept = CHANGEABLE.into_iter().filter_map(|key| Some((key.to_owned(), root.get(key)?.to_value())));
    serde_json::Value::Object(kept.collect()).to_string()
}

fn media_names(text: &str) -> Vec<String> {
    let tree = Tree::parse(text);
    let nodes = handle_nodes(&Template::of(&tree));
    let names = nodes.into_iter().filter_map(|node| media_name(&node.as_str()?).map(str::to_owned));
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names
}

/// The handles of all headers, in the order of the text.
fn handle_nodes<'t>(template: &Template<'t>) -> Vec<Node<'t>> {
    let headers = template.components.iter().filter(|part| part.kind == ComponentType::Header);
    let handles = headers.filter_map(|part| part.node.get("example")?.get("header_handle"));
    let mut nodes: Vec<Node<'t>> = handles.flat_map(Node::items).collect();
    nodes.sort_by_key(|node| node.span());
    nodes
}

fn gone() -> Error {
    Error::new(Code::NotFound, "The account does not know this template any more. Send it in as a new one.")
}
