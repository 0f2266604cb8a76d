use flows::facts;
use serde_json::json;

use crate::App;
use crate::wire::{Code, Error};

/// Makes a Flow with one screen. Gives its id.
pub fn create(app: &App, name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(Code::InvalidEdit, "Give the Flow a name first."));
    }
    let blank = json!({
        "version": facts::versions().recommended.to_string(),
        "screens": [{
            "id": "FIRST",
            "title": name,
            "terminal": true,
            "layout": {
                "type": "SingleColumnLayout",
                "children": [{
                    "type": "Footer",
                    "label": "Send",
                    "on-click-action": { "name": "complete", "payload": {} },
                }],
            },
        }],
    });
    super::make(app, name, &format!("{blank:#}\n"))
}
