use flows::chat;
use flows::gallery;
use flows::journey::{Journey, Stage};
use flows::json::Tree;
use flows::mirror;

use crate::App;
use crate::wire::{Error, JourneyStarter};

/// Finished journeys to start from, in the words of a language of the app.
pub fn starters(_app: &App, locale: &str) -> Result<Vec<JourneyStarter>, Error> {
    let starters = gallery::journey_starters().into_iter().filter_map(|starter| {
        let words = starter.words(locale)?.clone();
        let (_, source) = starter.sources().next()?;
        let tree = Tree::parse(source);
        let journey = Journey::read(&tree);
        let mut stages: Vec<Stage> = journey.nodes.iter().filter_map(|node| node.stage).collect();
        stages.sort_unstable();
        stages.dedup();
        let first =
            journey.nodes.iter().find_map(|node| node.body.sends().into_iter().find_map(|it| it.payload));
        let hello = first.map(|payload| {
            chat::of_step(&Tree::parse(payload.0.to_string()), &|name| mirror::sample(&journey, name))
        });
        Some(JourneyStarter {
            id: starter.id.to_owned(),
            title: words.title,
            about: words.about,
            trades: starter.trades.clone(),
            steps: u32::try_from(journey.nodes.len()).unwrap_or(u32::MAX),
            stages,
            chat: hello,
        })
    });
    Ok(starters.collect())
}
