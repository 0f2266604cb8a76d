use flows::diff::{Difference, version_differences};

use crate::App;
use crate::wire::Error;

/// What bringing a version back would change: from what is here to what was kept.
pub fn compare_version(app: &App, message: &str, version: &str) -> Result<Vec<Difference>, Error> {
    let (_, kept) = app.store(|workspace| workspace.version(message, version))?;
    app.message(message, |open| Ok(version_differences(open.kind(), open.document().text(), &kept)))
}
