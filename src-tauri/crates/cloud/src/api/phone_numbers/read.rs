use super::FIELDS;
use crate::models::{PhoneNumber, PhoneNumberId};
use crate::{Error, Graph};

impl Graph {
    /// One phone number.
    pub async fn phone_number(&self, number: &PhoneNumberId) -> Result<PhoneNumber, Error> {
        self.read(&[number.as_str()], &[("fields", FIELDS)]).await
    }
}
