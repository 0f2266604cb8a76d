use std::collections::BTreeSet;

use flows::edit::Document;

use crate::App;
use crate::flow::free_name;
use crate::wire::Error;

/// Makes a copy, with its cards where they stand. Gives the copy's id.
pub fn duplicate(app: &App, journey: &str) -> Result<String, Error> {
    let taken: BTreeSet<String> = super::list(app)?.into_iter().map(|card| card.name).collect();
    let copy = app.journey(journey, |open| {
        let original = open.document();
        let name = free_name(original.name(), &taken);
        let copy = Document::new(name, original.text(), original.positions().clone());
        Ok(copy.with_notes(original.notes().clone()))
    })?;
    super::create::put_document(app, &copy)
}
