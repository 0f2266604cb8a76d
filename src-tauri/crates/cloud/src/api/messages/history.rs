use crate::models::{DeliveryEvent, MessageHistory, Page, PhoneNumberId};
use crate::{Error, Graph};

/// What is asked of each message.
const FIELDS: &str = "id,message_id,events{delivery_status,timestamp,error_description}";

impl Graph {
    /// How far a message has got, for who hears no webhooks. Meta's description has it; whether an account may ask is not
    /// known before it has tried.
    pub async fn message_history(
        &self,
        number: &PhoneNumberId,
        message: &str,
    ) -> Result<Vec<DeliveryEvent>, Error> {
        let query = [("message_id", message), ("fields", FIELDS)];
        let page: Page<MessageHistory> = self.read(&[number.as_str(), "message_history"], &query).await?;
        let own = page.data.into_iter().filter(|known| known.message_id == message);
        Ok(own.flat_map(|known| known.events.data).collect())
    }
}
