use std::collections::{BTreeMap, BTreeSet};

use cloud::TemplateFilter;
use cloud::models::Template;
use flows::check::DocumentKind;
use store::{Document, Live};

use crate::App;
use crate::account::{self, Connection, failed};
use crate::open_message::Summary;
use crate::publish::{Books, GONE, Key, Said, word};
use crate::wire::{Error, Followed, Following, OtherTemplate};

/// What of each template is asked for: where it stands, and not what it says.
const FIELDS: &str = "id,name,language,status,category,correct_category,quality_score,rejected_reason";

/// Where all templates of an account stand: the account is asked once, for all of them, and what it says is written down.
/// What it does not have any more is kept and marked as gone. When it cannot be asked, or not to the end, what came is
/// written down, nothing is taken for gone, and `trouble` says so.
pub async fn follow(app: &App, account: &str) -> Result<Following, Error> {
    let begun = app.host().now();
    let connection = match account::open(app, account).await {
        Ok(connection) => connection,
        Err(error) => return told(app, account, None, Some(error), Vec::new()),
    };
    let filter = TemplateFilter { fields: Some(FIELDS), ..TemplateFilter::default() };
    let listing = match connection.graph.templates(&connection.waba, &filter).await {
        Ok(listing) => listing,
        Err(error) => {
            let error = failed(&error, &connection.side);
            return told(app, &connection.id, None, Some(error), Vec::new());
        }
    };
    let trouble = listing.broken.as_ref().map(|error| failed(error, &connection.side));
    let others = write(app, &connection, &listing.items, trouble.is_none(), begun)?;
    told(app, &connection.id, Some(app.host().now()), trouble, others)
}

/// Writes down what the account says. Gives what only the account has.
fn write(
    app: &App,
    connection: &Connection,
    all: &[Template],
    is_whole: bool,
    begun: i64,
) -> Result<Vec<OtherTemplate>, Error> {
    let here = Here::read(app, &connection.id)?;
    let now = app.host().now();
    let mut states = Vec::new();
    let mut seen = BTreeSet::new();
    let mut others = Vec::new();
    let books = Books { app, account: &connection.id };
    for template in all {
        let state = template.status.as_ref().and_then(word).unwrap_or_default();
        let detail = Said::of(template).written();
        let known: Vec<&Live> =
            here.live.iter().filter(|live| live.remote_id == template.id.as_str()).collect();
        if !known.is_empty() {
            seen.insert(template.id.as_str());
            states.extend(known.into_iter().map(|live| Live {
                status: state.clone(),
                detail: detail.clone(),
                at: now,
                ..live.clone()
            }));
        } else if let Some(message) = here.unsent.get(&Key::told(template)) {
            // Sent in elsewhere, or by a call whose answer was lost.
            books.note_template(message, template.id.as_str(), None, &state, &detail)?;
        } else {
            others.push(other(template, state));
        }
    }
    if is_whole {
        // What was sent in while the account was asked may not have been told.
        let gone =
            |live: &&Live| live.at < begun && live.status != GONE && !seen.contains(live.remote_id.as_str());
        states.extend(here.live.iter().filter(gone).map(|live| {
            let said = Said { before: Some(live.status.clone()), ..Said::read(live) };
            Live { status: GONE.to_owned(), detail: said.written(), ..live.clone() }
        }));
    }
    app.store(|workspace| workspace.put_states(&states))?;
    Ok(others)
}

fn other(template: &Template, status: String) -> OtherTemplate {
    let Key { name, language } = Key::told(template);
    let said = Said::of(template);
    OtherTemplate {
        id: template.id.to_string(),
        name,
        language,
        status,
        category: said.category,
        quality: said.quality,
    }
}

/// Templates of this workspace, as an account is concerned with them.
struct Here {
    documents: BTreeMap<String, Document>,
    /// Of documents that are there, without texts.
    live: Vec<Live>,
    /// Those that were never sent in, by what the account would know them by.
    unsent: BTreeMap<Key, String>,
}

impl Here {
    fn read(app: &App, account: &str) -> Result<Self, Error> {
        app.store(|workspace| {
            let documents = workspace.documents(DocumentKind::Template.name())?;
            let documents: BTreeMap<String, Document> =
                documents.into_iter().map(|document| (document.id.clone(), document)).collect();
            let mut live = workspace.all_live()?;
            live.retain(|live| live.account == account && documents.contains_key(&live.document));
            let sent: BTreeSet<&str> = live.iter().map(|live| live.document.as_str()).collect();
            let unsent = documents.values().filter(|document| !sent.contains(document.id.as_str()));
            let unsent = unsent.filter_map(|document| Some((key(document)?, document.id.clone()))).collect();
            Ok(Self { documents, live, unsent })
        })
    }
}

fn key(document: &Document) -> Option<Key> {
    let summary: Summary = serde_json::from_str(&document.card.summary).unwrap_or_default();
    Some(Key { name: summary.name?, language: summary.language? })
}

/// What the books say now.
fn told(
    app: &App,
    account: &str,
    asked_at: Option<i64>,
    trouble: Option<Error>,
    others: Vec<OtherTemplate>,
) -> Result<Following, Error> {
    let here = Here::read(app, account)?;
    let standings = here.live.iter().filter_map(|live| {
        let document = here.documents.get(&live.document)?;
        let is_current = live.text_hash == Some(document.text_hash);
        Some(Followed { message: live.document.clone(), standing: Said::standing(live, is_current) })
    });
    Ok(Following {
        account: account.to_owned(),
        asked_at: asked_at.map(|at| at.to_string()),
        trouble,
        standings: standings.collect(),
        others,
    })
}
