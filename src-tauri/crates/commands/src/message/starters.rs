use flows::chat;
use flows::gallery;
use flows::json::Tree;

use crate::App;
use crate::wire::{Error, MessageStarter};

/// Finished templates to start from, in the words of a language of the app; each shows itself in the language nearest to it.
pub fn starters(_app: &App, locale: &str) -> Result<Vec<MessageStarter>, Error> {
    let starters = gallery::template_starters().into_iter().filter_map(|starter| {
        let words = starter.words(locale)?;
        Some(MessageStarter {
            id: starter.id.to_owned(),
            title: words.title.clone(),
            about: words.about.clone(),
            stage: starter.stage,
            trades: starter.trades.clone(),
            category: starter.category.name().to_owned(),
            languages: starter.languages().map(str::to_owned).collect(),
            chat: chat::of_template(&Tree::parse(starter.source(locale)), &[]),
        })
    });
    Ok(starters.collect())
}
