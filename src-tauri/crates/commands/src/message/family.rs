use std::borrow::Cow;

use flows::check::DocumentKind;
use flows::json::Tree;
use flows::template::{Category, ComponentType, Template, Wording, variables, wordings};

use crate::App;
use crate::wire::{Error, Family, MessageCard, TemplateLanguage, WordingRow};

/// The languages that a template has here, the one it was first written in first, with every text beside that of the
/// original; and other templates that Meta would take for the same. A message has none of them.
///
/// How much of a language is there is counted from the original, so it is the same whichever language is open. The
/// original is the oldest template of the name.
pub fn family(app: &App, message: &str) -> Result<Family, Error> {
    let text = super::text(app, message)?;
    let tree = Tree::parse(text);
    let own = Template::of(&tree);
    let (Some(name), Some(language)) = (own.name.as_deref(), own.language.as_deref()) else {
        return Ok(Family::default());
    };
    let cards = super::list(app)?;
    let templates = || cards.iter().filter(|card| card.kind == DocumentKind::Template);
    let Some(this) = templates().find(|card| card.id == message) else { return Ok(Family::default()) };
    let is_clash = |card: &&MessageCard| card.language.as_deref() == Some(language);
    let named = || templates().filter(|card| card.id != message && card.remote_name.as_deref() == Some(name));
    let clashes = named().filter(is_clash).map(|card| card.name.clone()).collect();
    let twins = twins(app, &own, this, templates())?;

    let mut members = Vec::new();
    for card in std::iter::once(this).chain(named().filter(|card| !is_clash(card))) {
        members.push(Member::read(app, card)?);
    }
    let oldest = members.iter().min_by_key(|member| (member.created_at, &member.card.id));
    let oldest = oldest.map(|member| member.card.id.clone()).unwrap_or_default();
    members.sort_by_key(|member| (member.card.id != oldest, &member.card.language, &member.card.id));
    let Some(original) = members.first() else { return Ok(Family::default()) };
    let counted = original.words.len();
    // Texts that the open one alone has come last: they can be written and are not counted.
    let extra = members.iter().find(|member| member.card.id == message).into_iter();
    let extra = extra.flat_map(|member| &member.words).filter(|wording| original.text(wording).is_none());
    let rows: Vec<&Wording> = original.words.iter().chain(extra).collect();
    let languages = members.iter().map(|member| member.told(&rows, original)).collect();
    let rows = rows.iter().map(|wording| WordingRow {
        at: wording.at.clone(),
        kind: wording.kind,
        card: wording.card.and_then(|card| u32::try_from(card).ok()),
    });
    let counted = u32::try_from(counted).unwrap_or(u32::MAX);
    Ok(Family { rows: rows.collect(), counted, languages, clashes, twins })
}

/// The template that was written first of those that are the same one in different languages.
pub(super) fn original(app: &App, message: &str) -> Result<String, Error> {
    let family = family(app, message)?;
    Ok(family.languages.into_iter().next().map_or_else(|| message.to_owned(), |first| first.message))
}

/// One language of a template.
struct Member<'c> {
    card: &'c MessageCard,
    created_at: i64,
    revision: u32,
    words: Vec<Wording>,
}

impl<'c> Member<'c> {
    fn read(app: &App, card: &'c MessageCard) -> Result<Self, Error> {
        let created_at = app.store(|workspace| workspace.document(&card.id))?.created_at;
        let (revision, words) = app.message(&card.id, |open| {
            Ok((open.revision(), wordings(&Template::of(open.document().tree()))))
        })?;
        Ok(Self { card, created_at, revision, words })
    }

    /// What it says in the place of a text.
    fn text(&self, row: &Wording) -> Option<&str> {
        self.words.iter().find(|own| own.at == row.at).map(|own| own.text.as_str())
    }

    fn told(&self, rows: &[&Wording], original: &Self) -> TemplateLanguage {
        let is_original = self.card.id == original.card.id;
        let is_left = |row: &&Wording| match self.text(row) {
            Some(text) if text.trim().is_empty() => true,
            Some(text) => !is_original && text == row.text && has_letters(text),
            None => true,
        };
        let left = original.words.iter().filter(is_left).count();
        TemplateLanguage {
            message: self.card.id.clone(),
            revision: self.revision,
            language: self.card.language.clone().unwrap_or_default(),
            is_original,
            texts: rows.iter().map(|row| self.text(row).map(str::to_owned)).collect(),
            left: u32::try_from(left).unwrap_or(u32::MAX),
            blocked: self.card.blocked,
            live: self.card.live,
        }
    }
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
