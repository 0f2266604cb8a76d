//! What lies beside a journey in the workspace: templates, Flows and other journeys, and the account it is for.

use std::collections::BTreeMap;

use flows::check::DocumentKind;
use flows::journey::{AccountKnown, TemplateStatus};
use flows::json::Tree;
use flows::mirror::Beside;
use flows::template::Template;

use crate::App;
use crate::account;
use crate::journaled::Journaled;
use crate::wire::Error;

/// Tells whether something beside a journey changed: every document with its revision and where it stands, and what its
/// account may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Print {
    known: Vec<Known>,
    account: Option<AccountKnown>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    id: String,
    kind: DocumentKind,
    name: String,
    revision: u32,
    status: Option<String>,
}

/// What is in the workspace, without one journey that is there itself.
pub(crate) fn print(app: &App, except: Option<&str>) -> Result<Print, Error> {
    app.store(|workspace| {
        let mut newest = BTreeMap::new();
        for live in workspace.all_live()? {
            let at = newest.get(&live.document).map_or(i64::MIN, |(at, _): &(i64, String)| *at);
            if live.at >= at {
                newest.insert(live.document, (live.at, live.status));
            }
        }
        let mut known = Vec::new();
        for kind in [DocumentKind::Template, DocumentKind::Flow, DocumentKind::Journey] {
            let documents = workspace.documents(kind.name())?;
            known.extend(documents.into_iter().filter(|document| Some(document.id.as_str()) != except).map(
                |document| {
                    let status = newest.get(&document.id).map(|(_, status)| status.clone());
                    Known { id: document.id, kind, name: document.name, revision: document.revision, status }
                },
            ));
        }
        // The list is by time; what is read is not.
        known.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Print { known, account: account::lowest(workspace.accounts()?) })
    })
}

/// Reads it.
pub(crate) fn read(app: &App, print: &Print) -> Result<Beside, Error> {
    read_with(app, print, |_, _, _| ())
}

/// Reads it, and shows each journey on the way: its id, its name and its text.
pub(crate) fn read_with<'p>(
    app: &App,
    print: &'p Print,
    mut journey: impl FnMut(&'p str, &'p str, &Tree),
) -> Result<Beside, Error> {
    let mut beside = Beside::default();
    beside.project.account.clone_from(&print.account);
    for known in &print.known {
        if known.kind == DocumentKind::Flow {
            beside.project.flows.push(known.name.clone());
            continue;
        }
        let journaled = Journaled::read(app, &known.id)?;
        let tree = Tree::parse(journaled.document().shown().text());
        if known.kind == DocumentKind::Journey {
            journey(&known.id, &known.name, &tree);
        }
        let named = (known.kind == DocumentKind::Template).then(|| named(&tree)).flatten();
        beside.add(&known.name, tree);
        if let Some((name, language)) = named
            && let Some(template) =
                beside.project.templates.get_mut(&name).and_then(|languages| languages.get_mut(&language))
        {
            template.status = status(known.status.as_deref());
        }
    }
    Ok(beside)
}

fn named(tree: &Tree) -> Option<(String, String)> {
    let template = Template::of(tree);
    Some((template.name?.into_owned(), template.language.unwrap_or_default().into_owned()))
}

/// From Meta's word for where a template stands; none: it was never sent in.
fn status(word: Option<&str>) -> TemplateStatus {
    match word {
        None | Some("DELETED") => TemplateStatus::Draft,
        Some("APPROVED") => TemplateStatus::Approved,
        Some("REJECTED" | "PAUSED" | "DISABLED" | "LIMIT_EXCEEDED") => TemplateStatus::Refused,
        Some(_) => TemplateStatus::Pending,
    }
}
