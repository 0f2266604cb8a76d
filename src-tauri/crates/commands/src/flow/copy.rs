use flows::json::Pointer;

use crate::App;
use crate::wire::Error;

/// Text for the clipboard that `Edit::Paste` understands.
pub fn copy(app: &App, flow: &str, items: &[Pointer], screens: &[String]) -> Result<String, Error> {
    app.flow(flow, |open| Ok(flows::edit::copy(open.document(), items, screens)))
}
