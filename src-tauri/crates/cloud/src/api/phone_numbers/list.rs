use super::FIELDS;
use crate::models::{PhoneNumber, WabaId};
use crate::{Error, Graph};

impl Graph {
    /// Every phone number of the account.
    pub async fn phone_numbers(&self, waba: &WabaId) -> Result<Vec<PhoneNumber>, Error> {
        self.read_pages(&[waba.as_str(), "phone_numbers"], &[("fields", FIELDS)]).await
    }
}
