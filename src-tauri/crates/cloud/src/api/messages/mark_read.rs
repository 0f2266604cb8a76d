use serde_json::json;

use crate::graph::json;
use crate::models::{PhoneNumberId, Success};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Marks a message that came in as read, and those before it; `typing` also shows that an answer is being
    /// written. Doing it twice comes to the same.
    pub async fn mark_read(
        &self,
        number: &PhoneNumberId,
        message: &str,
        typing: bool,
    ) -> Result<Success, Error> {
        let mut receipt = json!({"messaging_product": "whatsapp", "status": "read", "message_id": message});
        if let (true, Some(receipt)) = (typing, receipt.as_object_mut()) {
            receipt.insert("typing_indicator".to_owned(), json!({"type": "text"}));
        }
        self.write(&[number.as_str(), "messages"], json(&receipt)?, Repeat::Safe).await
    }
}
