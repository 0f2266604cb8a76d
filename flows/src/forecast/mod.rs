//! What a journey is expected to cost in a month, for so many customers, by dated rates.
//!
//! Nobody knows how people will answer, so what is assumed is said and can be changed ([`Assumed`]):
//!
//! - By each start so many people come in. As long as nobody says how many: every customer writes once, by one of the
//!   starts that people write by, each equally often; every other start (an order, a date) happens once for each, or for
//!   the people a day that it says: on each of [`DAYS`], of a schedule on its days, started by hand once.
//! - Of those that something is waited for, `answering` percent do it, at once, by each of the answers equally often. An
//!   answer that was not asked for is not given. An event that is waited for comes when half of the time is over.
//! - Each case of a branch and each answer of a list of questions is equally likely; a split goes by its weights. Other
//!   systems answer. Everybody agreed to marketing, and everything is delivered.
//!
//! How many messages of which price go out is then counted along all ways at once: not by trying, but by the shares of
//! people that are under way, with the time since they last wrote and since they came from an ad ([`walk`]). The low and
//! the high estimate are the cheapest and the dearest of the same with fewer and more answers ([`SPREAD`]).

mod estimate;
mod shares;
mod walk;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cost;
use crate::facts::{Micros, RateCard};
use crate::journey::{Body, JourneyName, Project, Role, Stage};

use estimate::estimate;

/// How many points of a hundred fewer or more answer in the other two estimates. Ours.
pub const SPREAD: u32 = 25;

/// How many points of a hundred answer as long as nobody says. Ours.
pub const ANSWERING: u32 = 60;

/// Days of a month. Ours.
pub const DAYS: u32 = 30;

/// What is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Assumed {
    /// Customers in a month.
    pub customers: u32,
    /// Of a hundred people that something is waited for, so many do it.
    pub answering: u32,
    /// ISO 3166-1 alpha-2 of the country that their numbers are of.
    pub country: String,
    /// How many people come in by a start in a month, by its key, where that is not as it is by itself.
    pub starts: BTreeMap<String, u32>,
}

/// What a month is expected to cost. Amounts are in units of the currency: `12.5`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// What it is worked out with.
    pub assumed: Assumed,
    /// What is expected; none: a rate is not known.
    pub amount: Option<String>,
    /// The cheapest of the three estimates.
    pub low: Option<String>,
    /// The dearest.
    pub high: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The first day the rates hold for, ISO.
    pub valid_from: Option<String>,
    /// The rates do not come from Meta's own file.
    pub illustrative: bool,
    /// Why an amount is not known, as a sentence.
    pub why: Option<String>,
    /// Messages that are not templates, of which a month has some free.
    pub service: u32,
    /// How many of those are free in a month; none: all or none of them are.
    pub free_tier: Option<u32>,
    /// All stages in their order, then what belongs to none if anything does.
    pub stages: Vec<StageCost>,
    /// By what messages are filed under, in Meta's word; only those that go out.
    pub categories: Vec<CategoryCost>,
    /// The starts, in the order of the text.
    pub starts: Vec<StartPeople>,
    /// Some people go round in it without end; what comes after a year is left out.
    pub endless: bool,
}

/// What the messages of one stage cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct StageCost {
    /// None: in no lane.
    pub stage: Option<Stage>,
    /// How many go out.
    pub messages: u32,
    /// What they cost; none: a rate is not known.
    pub amount: Option<String>,
}

/// What the messages of one category cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct CategoryCost {
    /// `MARKETING`, `UTILITY`, `AUTHENTICATION` or `SERVICE`.
    pub category: String,
    /// How many go out.
    pub messages: u32,
    /// How many of them cost nothing.
    pub free: u32,
    /// What they cost; none: a rate is not known.
    pub amount: Option<String>,
}

/// How many people come in by a start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct StartPeople {
    /// Its key.
    pub key: String,
    /// What its owner calls it.
    pub title: String,
    /// Its kind, as written.
    pub kind: String,
    /// How many, in a month.
    pub people: u32,
}

/// Works it out. `None` when the project has no such journey.
pub fn forecast(
    project: &Project,
    name: &JourneyName,
    assumed: &Assumed,
    on: Date,
    cards: &[RateCard],
) -> Option<Forecast> {
    let journey = project.journeys.get(name)?;
    let assumed = Assumed { answering: assumed.answering.min(100), ..assumed.clone() };
    let starts: Vec<StartPeople> = starts(journey, &assumed);
    let card = cost::card_on(cards, on);
    let with = |answering: u32| {
        let walked = walk::walk(project, name, &starts, answering);
        estimate(&walked, &assumed.country, on, card)
    };
    let likely = with(assumed.answering);
    let others = [assumed.answering.saturating_sub(SPREAD), (assumed.answering + SPREAD).min(100)].map(with);
    let all: Option<Vec<Micros>> = std::iter::once(&likely).chain(&others).map(|it| it.amount).collect();
    let all = all.unwrap_or_default();
    Some(Forecast {
        assumed,
        amount: likely.amount.map(|amount| amount.to_string()),
        low: all.iter().min().map(ToString::to_string),
        high: all.iter().max().map(ToString::to_string),
        currency: likely.currency,
        valid_from: card.map(|card| card.valid_from.to_string()),
        illustrative: card.is_some_and(|card| card.illustrative),
        why: likely.why,
        service: likely.service,
        free_tier: likely.free_tier,
        stages: likely.stages,
        categories: likely.categories,
        starts,
        endless: likely.endless,
    })
}

fn starts(journey: &crate::journey::Journey, assumed: &Assumed) -> Vec<StartPeople> {
    let all = || {
        let keyed = journey.keys().into_iter().zip(&journey.nodes);
        keyed.filter(|(_, node)| node.body.role() == Role::Trigger && !node.off)
    };
    let writing = u32::try_from(all().filter(|(_, node)| shares::is_written(&node.body)).count());
    let writing = writing.unwrap_or(u32::MAX).max(1);
    let (each, mut over) = (assumed.customers / writing, assumed.customers % writing);
    all()
        .map(|(key, node)| {
            let by_itself = if shares::is_written(&node.body) {
                let one_more = u32::from(over > 0);
                over -= one_more;
                each + one_more
            } else {
                in_a_month(&node.body).unwrap_or(assumed.customers)
            };
            StartPeople {
                people: assumed.starts.get(&key).copied().unwrap_or(by_itself),
                title: node.title.clone(),
                kind: node.body.kind().to_owned(),
                key,
            }
        })
        .collect()
}

/// How many people come in by a start in a month, where it says how many do on a day.
fn in_a_month(body: &Body) -> Option<u32> {
    let people = body.people()?;
    let of_the_week = |days: usize| u32::try_from(days).unwrap_or(7) * DAYS / 7;
    let days = match body {
        Body::Manual(_) => 1,
        Body::Schedule(schedule) if !schedule.on.is_empty() => of_the_week(schedule.on.len()),
        _ => DAYS,
    };
    Some(people.saturating_mul(days))
}

#[cfg(test)]
mod tests;
