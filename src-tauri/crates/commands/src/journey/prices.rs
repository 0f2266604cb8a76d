use flows::mirror::{MarketPrices, market_prices};

use super::run::today;
use crate::wire::Error;
use crate::{App, rates};

/// What messages cost in a country, by the rates of today.
pub fn prices(app: &App, country: &str) -> Result<MarketPrices, Error> {
    let cards = rates::all(app)?;
    Ok(market_prices(country, today(app), &cards))
}
