use outbound::Body;
use serde::Serialize;

use crate::graph::json;
use crate::models::{Created, WabaId};
use crate::{Error, Graph, Repeat};

/// What a new Flow is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreateFlow<'a> {
    /// Unique within the account.
    pub name: &'a str,
    /// At least one.
    pub categories: &'a [&'a str],
    /// Where its data comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<&'a str>,
}

impl Graph {
    /// Makes an empty draft. Not repeated when it may have happened: look for the name first.
    pub async fn create_flow(&self, waba: &WabaId, new: &CreateFlow<'_>) -> Result<Created, Error> {
        let body: Body = json(new)?;
        self.write(&[waba.as_str(), "flows"], body, Repeat::Unsafe).await
    }
}
