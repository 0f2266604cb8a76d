use crate::models::{Waba, WabaId};
use crate::{Error, Graph};

impl Graph {
    /// The account.
    pub async fn waba(&self, waba: &WabaId) -> Result<Waba, Error> {
        self.read(&[waba.as_str()], &[("fields", "id,name,currency,timezone_id")]).await
    }
}
