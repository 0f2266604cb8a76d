use serde::Serialize;

use crate::graph::json;
use crate::models::{FlowId, Success};
use crate::{Error, Graph, Repeat};

/// What to change of a Flow besides its text; none leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct UpdateFlow<'a> {
    /// Unique within the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// At least one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<&'a [&'a str]>,
    /// Where its data comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<&'a str>,
}

impl Graph {
    /// Changes name, categories or endpoint.
    pub async fn update_flow(&self, flow: &FlowId, change: &UpdateFlow<'_>) -> Result<Success, Error> {
        self.write(&[flow.as_str()], json(change)?, Repeat::Safe).await
    }
}
