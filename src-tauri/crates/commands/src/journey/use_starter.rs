use std::collections::{BTreeMap, BTreeSet};

use flows::check::DocumentKind;
use flows::edit::Document;
use flows::gallery;
use flows::journey::{Journey, Reach};
use flows::json::Tree;

use crate::wire::{Code, Error};
use crate::{App, flow, message};

/// Makes a journey of a starter, in the language nearest to the wish, and with it the templates it sends and the Flows it
/// opens that are not here yet. Gives the journey's id.
pub fn use_starter(app: &App, starter: &str, language: &str) -> Result<String, Error> {
    let gone = || Error::new(Code::NotFound, "This example is not in the gallery.");
    let starters = gallery::journey_starters();
    let starter = starters.iter().find(|known| known.id == starter).ok_or_else(gone)?;
    let words = starter.words(language).ok_or_else(gone)?;
    let mut sources = starter.sources();
    let english = sources.next().ok_or_else(gone)?;
    let (_, source) = sources.find(|(tag, _)| *tag == language).unwrap_or(english);
    let journey = Journey::read(&Tree::parse(source));
    templates(app, &journey)?;
    let text = flows_of(app, &journey, source, language)?;
    let document = Document::new(words.title.clone(), text, BTreeMap::new());
    super::create::put_document(app, &document.with_notes(gallery::made_of(starter.id)))
}

/// Adds the templates that a journey sends.
fn templates(app: &App, journey: &Journey) -> Result<(), Error> {
    let here: BTreeSet<(String, String)> = message::list(app)?
        .into_iter()
        .filter(|card| card.kind == DocumentKind::Template)
        .filter_map(|card| Some((card.remote_name?, card.language?)))
        .collect();
    let mut wanted = BTreeSet::new();
    for sent in journey.nodes.iter().flat_map(|node| node.body.sends()) {
        let used = match sent.reach {
            Reach::Template(used) => used,
            Reach::InWindow(Some(instead)) => instead,
            Reach::InWindow(None) => continue,
        };
        let language = used.language.as_ref().unwrap_or(&journey.settings.language);
        wanted.insert((used.name.clone(), language.clone()));
    }
    for starter in gallery::template_starters() {
        for tag in starter.languages() {
            let tree = Tree::parse(starter.source(tag));
            let name = flows::template::Template::of(&tree).name.map(std::borrow::Cow::into_owned);
            let key = (name.unwrap_or_default(), tag.to_owned());
            if wanted.contains(&key) && !here.contains(&key) {
                message::use_starter(app, starter.id, tag, "en")?;
            }
        }
    }
    Ok(())
}

/// Adds the Flows that a journey opens. Gives its text with their names as they are here.
fn flows_of(app: &App, journey: &Journey, source: &str, language: &str) -> Result<String, Error> {
    let here: BTreeSet<String> = flow::list(app)?.into_iter().map(|card| card.name).collect();
    let mut text = source.to_owned();
    let mut done = BTreeSet::new();
    for sent in journey.nodes.iter().flat_map(|node| node.body.sends()) {
        let parameters = sent.payload.and_then(|payload| payload.0.pointer("/interactive/action/parameters"));
        let Some(id) = parameters.and_then(|it| it.get("flow_name")?.as_str()).map(str::to_owned) else {
            continue;
        };
        let Some(starter) = gallery::starter(&id).filter(|_| done.insert(id.clone())) else { continue };
        let Some((words, flow)) = starter.words(language).zip(starter.source(language)) else { continue };
        if !here.contains(&words.title) {
            flow::make(app, &words.title, flow)?;
        }
        let quoted = |name: &str| serde_json::Value::from(name).to_string();
        let named = |name: &str| format!("\"flow_name\": {}", quoted(name));
        text = text.replace(&named(&id), &named(&words.title));
    }
    Ok(text)
}
