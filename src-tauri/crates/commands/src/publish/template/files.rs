use std::collections::BTreeMap;

use cloud::File;
use cloud::models::AppId;
use flows::json::{Node, TextEdit, Tree, apply_edits, edits};
use flows::template::{ComponentType, Template, media_name};

use crate::App;
use crate::account::{Connection, failed};
use crate::message::FileType;
use crate::wire::{Code, Error};

/// A payload with handles in place of the names of files of this workspace.
pub(super) struct Payload {
    pub(super) text: String,
    /// Files whose handle was remembered and not given just now.
    pub(super) remembered: Vec<String>,
}

/// Names of the workspace's files that a payload shows, each once.
pub(super) fn media_names(text: &str) -> Vec<String> {
    let tree = Tree::parse(text);
    let nodes = handle_nodes(&Template::of(&tree));
    let names = nodes.into_iter().filter_map(|node| media_name(&node.as_str()?).map(str::to_owned));
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.dedup();
    names
}

/// Uploads what the account has not got yet and puts the handles in. Meta does not say how long a handle can be used, so
/// one is remembered until a payload with it is refused.
pub(super) async fn with_handles(app: &App, connection: &Connection, text: &str) -> Result<Payload, Error> {
    let mut handles: BTreeMap<String, String> = BTreeMap::new();
    let mut remembered = Vec::new();
    let mut owner: Option<AppId> = None;
    for name in media_names(text) {
        if let Some(handle) = app.store(|workspace| workspace.handle(&connection.id, &name))? {
            remembered.push(name.clone());
            handles.insert(name, handle);
            continue;
        }
        let id = match owner.take() {
            Some(id) => id,
            None => app_id(connection).await?,
        };
        let bytes = app.store(|workspace| workspace.media(&name))?;
        let media_type = FileType::of(&bytes).map_or("application/octet-stream", |kind| kind.mime);
        let file = File { name: &name, media_type, bytes: bytes.into() };
        let handle = connection.graph.header_handle(&id, &file).await;
        let handle = handle.map_err(|error| failed(&error, &connection.side))?;
        let now = app.host().now();
        app.store(|workspace| workspace.put_handle(&connection.id, &name, &handle, now))?;
        handles.insert(name, handle);
        owner = Some(id);
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
    Ok(Payload { text: apply_edits(text, &changes), remembered })
}

/// The app that the token belongs to: handles are its.
async fn app_id(connection: &Connection) -> Result<AppId, Error> {
    let side = &connection.side;
    let token = connection.graph.debug_token().await.map_err(|error| failed(&error, side))?;
    AppId::new(token.app_id).map_err(|_| {
        let name = side.name();
        Error::new(Code::BadAnswer, format!("{name} did not say which app the access token belongs to."))
    })
}

/// The handles of all headers, in the order of the text.
fn handle_nodes<'t>(template: &Template<'t>) -> Vec<Node<'t>> {
    let headers = template.components.iter().filter(|part| part.kind == ComponentType::Header);
    let handles = headers.filter_map(|part| part.node.get("example")?.get("header_handle"));
    let mut nodes: Vec<Node<'t>> = handles.flat_map(Node::items).collect();
    nodes.sort_by_key(|node| node.span());
    nodes
}
