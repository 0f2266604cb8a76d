use std::collections::{BTreeMap, BTreeSet};

use flows::check::DocumentKind;
use flows::edit::Document;
use flows::gallery;
use flows::journey::{Journey, Needs};
use flows::json::{Pointer, Tree};

use super::tests::KEPT;
use crate::wire::{Code, Error};
use crate::{App, flow, message};

/// Makes a journey of a starter, in the language nearest to the wish, and with it the templates it sends and the Flows it
/// opens that are not here yet, and its tests. Gives the journey's id.
pub fn use_starter(app: &App, starter: &str, language: &str) -> Result<String, Error> {
    let gone = || Error::new(Code::NotFound, "This example is not in the gallery.");
    let starters = gallery::journey_starters();
    let starter = starters.iter().find(|known| known.id == starter).ok_or_else(gone)?;
    let words = starter.words(language).ok_or_else(gone)?;
    let mut sources = starter.sources();
    let english = sources.next().ok_or_else(gone)?;
    let (_, source) = sources.find(|(tag, _)| *tag == language).unwrap_or(english);
    let needs = Journey::read(&Tree::parse(source)).needs();
    templates(app, &needs)?;
    let text = flows_of(app, &needs, source, language)?;
    // Its runs are of the English text, word by word.
    let is_english = source == english.1;
    let mut notes = gallery::made_of(starter.id);
    let kept = starter.tests.iter().filter(|_| is_english).zip(1..);
    notes.extend(kept.filter_map(|(case, number)| {
        let at = Pointer(format!("/{KEPT}/{number}"));
        Some((at, serde_json::to_value(case).ok()?))
    }));
    super::create::put_document(app, &Document::new(&words.title, text, BTreeMap::new()).with_notes(notes))
}

/// Adds the templates that a journey sends.
fn templates(app: &App, needs: &Needs) -> Result<(), Error> {
    let here: BTreeSet<(String, String)> = message::list(app)?
        .into_iter()
        .filter(|card| card.kind == DocumentKind::Template)
        .filter_map(|card| Some((card.remote_name?, card.language?)))
        .collect();
    for starter in gallery::template_starters() {
        for tag in starter.languages() {
            let tree = Tree::parse(starter.source(tag));
            let name = flows::template::Template::of(&tree).name.map(std::borrow::Cow::into_owned);
            let key = (name.unwrap_or_default(), tag.to_owned());
            if needs.templates.contains(&key) && !here.contains(&key) {
                message::use_starter(app, starter.id, tag, "en")?;
            }
        }
    }
    Ok(())
}

/// Adds the Flows that a journey opens. Gives its text with their names as they are here.
fn flows_of(app: &App, needs: &Needs, source: &str, language: &str) -> Result<String, Error> {
    let here: BTreeSet<String> = flow::list(app)?.into_iter().map(|card| card.name).collect();
    let mut text = source.to_owned();
    for id in &needs.flows {
        let Some(starter) = gallery::starter(id) else { continue };
        let Some((words, flow)) = starter.words(language).zip(starter.source(language)) else { continue };
        if !here.contains(&words.title) {
            flow::make(app, &words.title, flow)?;
        }
        let quoted = |name: &str| serde_json::Value::from(name).to_string();
        let named = |name: &str| format!("\"flow_name\": {}", quoted(name));
        text = text.replace(&named(id), &named(&words.title));
    }
    Ok(text)
}
