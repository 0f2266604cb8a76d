use flows::facts;
use flows::migrate::{MigrateError, Migration, migrate};

use crate::App;
use crate::wire::{Code, Error};

/// What changes on the way to the recommended version. Nothing is changed yet: the page sends the edit back.
pub fn migration(app: &App, flow: &str) -> Result<Migration, Error> {
    app.flow(flow, |open| {
        let to = facts::versions().recommended;
        migrate(open.document().text(), to)
            .map_err(|error: MigrateError| Error::new(Code::InvalidEdit, error.to_string()))
    })
}
