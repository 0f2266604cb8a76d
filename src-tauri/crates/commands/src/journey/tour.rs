use flows::gallery;
use flows::journey::Journey;

use crate::App;
use crate::wire::{Error, JourneyTour, TourStop};

/// The first tour through a journey that was made of a starter, in the words of a language of the app. Stops at steps that
/// are gone are left out; without any there is no tour.
pub fn tour(app: &App, journey: &str, locale: &str) -> Result<Option<JourneyTour>, Error> {
    app.journey(journey, |open| {
        let document = open.document();
        let Some(starter) = gallery::origin(document.notes()) else { return Ok(None) };
        let here = Journey::read(document.shown());
        let stops = starter.tour.iter().filter(|stop| here.nodes.iter().any(|node| node.id == stop.node));
        let stops: Vec<_> = stops
            .map(|stop| TourStop { step: stop.node.to_string(), text: stop.text(locale).to_owned() })
            .collect();
        Ok((!stops.is_empty()).then(|| JourneyTour { starter: starter.id.to_owned(), stops }))
    })
}
