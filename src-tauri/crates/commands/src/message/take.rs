use cloud::models::TemplateId;
use flows::check::DocumentKind;
use serde_json::{Map, Value, json};

use super::put;
use crate::App;
use crate::account::{self, failed};
use crate::publish::{Books, Said, word};
use crate::wire::{Code, Error};

/// Takes a template that an account has into the workspace, as it is there. Gives its id here; one that is here already is
/// not taken twice.
pub async fn take(app: &App, account: &str, template: &str) -> Result<String, Error> {
    let connection = account::open(app, account).await?;
    if let Some(known) = here(app, &connection.id, template)? {
        return Ok(known);
    }
    let gone = || Error::new(Code::NotFound, "The account does not know this template any more.");
    let id = TemplateId::new(template.to_owned()).map_err(|_| gone())?;
    let told =
        connection.graph.template(&id, None).await.map_err(|error| failed(&error, &connection.side))?;
    let name = told.name.clone().ok_or_else(gone)?;
    let members = [
        ("name", Some(json!(name))),
        ("language", told.language.as_ref().map(|language| json!(language))),
        ("category", told.category.as_ref().map(|category| json!(category))),
        ("parameter_format", told.parameter_format.as_ref().map(|format| json!(format))),
        ("message_send_ttl_seconds", told.message_send_ttl_seconds.map(|seconds| json!(seconds))),
        ("components", told.components.clone()),
    ];
    let payload: Map<String, Value> =
        members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    let text = format!("{:#}\n", Value::Object(payload));
    let message = put(app, DocumentKind::Template, &title(&name), &text)?;
    let status = told.status.as_ref().and_then(word).unwrap_or_default();
    let books = Books { app, account: &connection.id };
    books.note_template(&message, template, Some(&text), &status, &Said::of(&told).written())?;
    Ok(message)
}

/// The template of the workspace that is this one.
fn here(app: &App, account: &str, template: &str) -> Result<Option<String>, Error> {
    app.store(|workspace| {
        let documents = workspace.documents(DocumentKind::Template.name())?;
        let mut live = workspace.all_live()?;
        live.retain(|live| live.account == account && live.remote_id == template);
        let is_there = |id: &str| documents.iter().any(|document| document.id == id);
        Ok(live.into_iter().map(|live| live.document).find(|id| is_there(id)))
    })
}

/// `order_on_its_way` as people write it: `Order on its way`.
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let words = words.trim();
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}
