use std::borrow::Cow;

use flows::check::DocumentKind;
use flows::json::Tree;
use flows::template::{Category, ComponentType, Template, variables, wordings};

use crate::App;
use crate::wire::{Error, Family, MessageCard, TemplateLanguage, WordingRow};

/// The languages that a template has here, this one first, with every text beside that of this one; and other templates
/// that Meta would take for the same. A message has none of them.
pub fn family(app: &App, message: &str) -> Result<Family, Error> {
    let text = super::text(app, message)?;
    let tree = Tree::parse(text);
    let own = Template::of(&tree);
    let (Some(name), Some(language)) = (own.name.as_deref(), own.language.as_deref()) else {
        return Ok(Family::default());
    };
    let words = wordings(&own);
    let cards = super::list(app)?;
    let templates = || cards.iter().filter(|card| card.kind == DocumentKind::Template);
    let Some(this) = templates().find(|card| card.id == message) else { return Ok(Family::default()) };
    let mut named: Vec<&MessageCard> =
        templates().filter(|card| card.id != message && card.remote_name.as_deref() == Some(name)).collect();
    named.sort_by(|a, b| (&a.language, &a.id).cmp(&(&b.language, &b.id)));
    let is_clash = |card: &&&MessageCard| card.language.as_deref() == Some(language);
    let clashes = named.iter().filter(is_clash).map(|card| card.name.clone()).collect();
    let others = named.iter().filter(|card| !is_clash(card));
    let languages = std::iter::once(&this).chain(others).map(|card| {
        let (revision, texts) = app.message(&card.id, |open| {
            let theirs = wordings(&Template::of(open.document().tree()));
            let text = |row: &flows::template::Wording| {
                theirs.iter().find(|wording| wording.at == row.at).map(|wording| wording.text.clone())
            };
            Ok((open.revision(), words.iter().map(text).collect::<Vec<_>>()))
        })?;
        let is_left = |(row, text): (&flows::template::Wording, &Option<String>)| {
            let is_same = card.id != message && has_letters(&row.text) && text.as_deref() == Some(&row.text);
            text.as_deref().is_none_or(|text| text.trim().is_empty()) || is_same
        };
        let left = words.iter().zip(&texts).filter(|pair| is_left(*pair)).count();
        Ok(TemplateLanguage {
            message: card.id.clone(),
            revision,
            language: card.language.clone().unwrap_or_default(),
            texts,
            left: u32::try_from(left).unwrap_or(u32::MAX),
            blocked: card.blocked,
            live: card.live,
        })
    });
    let languages = languages.collect::<Result<Vec<_>, Error>>()?;
    let twins = twins(app, &own, this, templates())?;
    let rows = words.into_iter().map(|wording| WordingRow {
        at: wording.at,
        kind: wording.kind,
        card: wording.card.and_then(|card| u32::try_from(card).ok()),
    });
    Ok(Family { rows: rows.collect(), languages, clashes, twins })
}

/// Whether there is anything to translate.
fn has_letters(text: &str) -> bool {
    let (mut rest, mut end) = (String::new(), 0);
    for variable in variables(text).list {
        rest.push_str(text.get(end..variable.at.start).unwrap_or_default());
        end = variable.at.end;
    }
    rest.push_str(text.get(end..).unwrap_or_default());
    rest.chars().any(char::is_alphabetic)
}

/// Names of templates with the same text and small print in the same language, which Meta refuses as duplicates. Those
/// for codes may be the same.
fn twins<'c>(
    app: &App,
    own: &Template<'_>,
    this: &MessageCard,
    templates: impl Iterator<Item = &'c MessageCard>,
) -> Result<Vec<String>, Error> {
    let words = said(own);
    if own.category == Some(Category::Authentication) || words.0.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    // The beginning of the text stands in the list already; few are opened.
    let alike = templates.filter(|card| {
        card.id != this.id
            && card.language == this.language
            && card.words == this.words
            && card.remote_name != this.remote_name
    });
    for card in alike {
        let is_same =
            app.message(&card.id, |open| Ok(said(&Template::of(open.document().tree())) == words))?;
        if is_same {
            found.push(card.name.clone());
        }
    }
    Ok(found)
}

/// The text and the small print.
fn said(template: &Template<'_>) -> (String, String) {
    let text = |kind| {
        let part = template.main(kind).next();
        part.and_then(|part| part.node.get("text")?.as_str()).map(Cow::into_owned).unwrap_or_default()
    };
    (text(ComponentType::Body), text(ComponentType::Footer))
}
