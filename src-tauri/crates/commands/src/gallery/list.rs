use flows::gallery;

use crate::App;
use crate::wire::{Error, Starter};

/// The starters, in the asked language where they have it.
pub fn list(_app: &App, locale: &str) -> Result<Vec<Starter>, Error> {
    Ok(gallery::starters().iter().filter_map(|starter| card(starter, locale)).collect())
}

fn card(starter: &gallery::Starter, locale: &str) -> Option<Starter> {
    let words = starter.words(locale)?.clone();
    Some(Starter {
        id: starter.id.to_owned(),
        trade: starter.trade.clone(),
        stage: starter.stage,
        title: words.title,
        summary: words.summary,
        screens: starter.screens,
        questions: starter.questions,
        languages: starter.languages.clone(),
        chat: words.chat,
        keywords: words.keywords,
    })
}
