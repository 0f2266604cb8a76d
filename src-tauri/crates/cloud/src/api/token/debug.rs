use serde::Deserialize;

use crate::models::DebugToken;
use crate::{Error, Graph};

#[derive(Deserialize)]
struct Reply {
    data: DebugToken,
}

impl Graph {
    /// What this client's own token may do. The API takes the token as a query pair; neither the audit line
    /// nor an error ever shows a query.
    pub async fn debug_token(&self) -> Result<DebugToken, Error> {
        let reply: Reply = self.read(&["debug_token"], &[("input_token", self.token().expose())]).await?;
        Ok(reply.data)
    }
}
