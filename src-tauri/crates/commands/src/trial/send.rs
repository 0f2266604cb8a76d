use std::collections::{BTreeMap, BTreeSet};

use cloud::models::MediaId;
use cloud::{File, Outcome};
use flows::chat::SampleValue;
use flows::json::{Node, TextEdit, Tree, apply_edits, edits};
use flows::template::media_name;
use serde_json::json;
use store::IntentState;

use super::{payload, prepare};
use crate::App;
use crate::account::{self, Connection, PRACTICE, explained, failed};
use crate::message::FileType;
use crate::publish::{Books, Step};
use crate::wire::{Code, Error, TrialProblem};

/// Sends a message on trial, after its files. Gives the id under which it is followed. It is never sent twice: when no
/// answer came, it is looked for by its mark.
pub async fn send(
    app: &App,
    message: &str,
    account: &str,
    to: &str,
    values: &[SampleValue],
) -> Result<String, Error> {
    let trial = prepare(app, message, account, to, values).await?;
    if let Some(problem) = trial.problems.first() {
        return Err(in_the_way(problem));
    }
    let connection = account::open(app, account).await?;
    let mark = format!("trial-{}", app.store(|workspace| workspace.new_id())?);
    let text = payload::set(&trial.body, &["biz_opaque_callback_data"], &json!(mark));
    let text = with_files(app, &connection, text).await?;
    let books = Books { app, account: &connection.id };
    let intent = books.begin(message, Step::Send, &mark)?;
    match connection.graph.send_message(&connection.number, &text).await {
        Outcome::Accepted(sent) => {
            let id = sent.id().unwrap_or_default().to_owned();
            books.settle(&intent, IntentState::Done, Some(&id))?;
            Ok(id)
        }
        Outcome::Refused(error) => {
            books.settle(&intent, IntentState::Failed, None)?;
            Err(explained(&error, &connection.side))
        }
        Outcome::Unknown(error) => {
            let found = marked(app, &connection, &mark).await?;
            let state = if found.is_some() { IntentState::Done } else { IntentState::Unknown };
            books.settle(&intent, state, found.as_deref())?;
            found.ok_or_else(|| {
                let said = failed(&error, &connection.side);
                let sentence = "No answer came, so the message may be on its way. It is not sent again: look at the phone.";
                Error { sentence: sentence.to_owned(), ..said }
            })
        }
    }
}

/// Problems the page should have shown.
fn in_the_way(problem: &TrialProblem) -> Error {
    let words = match problem {
        TrialProblem::NoNumber => "Give the phone number it goes to, with its country code.",
        TrialProblem::NotSentIn => "Send the template in for review first.",
        TrialProblem::NotApproved { .. } => {
            "Meta has not approved this template. Only an approved one can be sent."
        }
        TrialProblem::ValuesMissing => "Fill in every value first.",
        TrialProblem::WindowClosed => {
            "This person has not written within the last 24 hours. Only a template may be sent now."
        }
        TrialProblem::NoMessage => "A receipt is no message that could be sent on trial.",
        TrialProblem::Refused { words } => {
            return Error::new(Code::Refused, format!("Put this right first: {words}."));
        }
    };
    Error::new(Code::Refused, words)
}

/// The payload with the ids of uploaded files in place of the names of files of this workspace.
async fn with_files(app: &App, connection: &Connection, text: String) -> Result<String, Error> {
    let tree = Tree::parse(text);
    let mut ids: BTreeMap<String, MediaId> = BTreeMap::new();
    let name_in = |node: Node<'_>| node.as_str().and_then(|id| media_name(&id).map(str::to_owned));
    let wanted: BTreeSet<String> = payload::own_files(&tree).into_iter().filter_map(name_in).collect();
    for name in wanted {
        let bytes = app.store(|workspace| workspace.media(&name))?;
        let media_type = FileType::of(&bytes).map_or("application/octet-stream", |kind| kind.mime);
        let file = File { name: &name, media_type, bytes: bytes.into() };
        let uploaded = connection.graph.upload_media(&connection.number, &file).await;
        ids.insert(name, uploaded.map_err(|error| failed(&error, &connection.side))?.id);
    }
    let changes: Vec<TextEdit> = payload::own_files(&tree)
        .into_iter()
        .filter_map(|node| Some(edits::replace_value(node, &json!(ids.get(&name_in(node)?)?.as_str()))))
        .flatten()
        .collect();
    Ok(apply_edits(tree.text(), &changes))
}

/// The message that carries this mark, where that can be looked up.
async fn marked(app: &App, connection: &Connection, mark: &str) -> Result<Option<String>, Error> {
    if connection.id != PRACTICE {
        return Ok(None);
    }
    let running = app.accounts().practice(app).await?;
    let account = running.account().map_err(|error| super::phone::unwell(&error))?;
    let own = account.messages.iter().find(|message| message.mark.as_deref() == Some(mark));
    Ok(own.map(|message| message.id.clone()))
}
