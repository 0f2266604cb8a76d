use flows::answers::{self, Asked};

use crate::App;
use crate::wire::Error;

/// What the Flow can ask the business's system, with the sample answers that are kept. While the text cannot
/// be read it is the last one that could.
pub fn list(app: &App, flow: &str) -> Result<Vec<Asked>, Error> {
    app.flow(flow, |open| {
        let document = open.document();
        Ok(answers::list(document.shown(), document.notes()))
    })
}
