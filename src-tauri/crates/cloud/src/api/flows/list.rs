use crate::models::{Flow, WabaId};
use crate::{Error, Graph};

impl Graph {
    /// Every Flow of the account, with id, name, status, categories and validation errors.
    pub async fn flows(&self, waba: &WabaId) -> Result<Vec<Flow>, Error> {
        self.read_pages(&[waba.as_str(), "flows"], &[]).await
    }
}
