//! What people write, and what the business does about it.

use serde_json::{Value, json};

use super::{Side, StoredMessage};
use crate::account::Account;
use crate::people::digits;
use crate::refusal::Refusal;

impl Account {
    /// Somebody writes; gives the message's id. `content` has the type and what belongs to it.
    pub(crate) fn receive(
        &mut self,
        number: &str,
        content: Value,
        answered: Option<&str>,
        from_ad: bool,
        now: i64,
    ) -> Result<String, Refusal> {
        let id = self.next_message();
        let own = digits(&self.phone_number.display_phone_number);
        let person = self.person_mut(number)?;
        // No page says that a reaction opens the window; it is taken not to.
        if content.get("type").and_then(Value::as_str) != Some("reaction") {
            person.last_wrote = Some(now);
        }
        if from_ad {
            person.came_from_ad = Some(now);
        }
        let person = person.clone();
        let mut message = json!({"from": person.number, "from_user_id": person.user_id, "id": id,
            "timestamp": now.to_string()});
        if let (Some(message), Value::Object(content)) = (message.as_object_mut(), content) {
            message.extend(content);
            if let Some(answered) = answered {
                message.insert("context".to_owned(), json!({"from": own, "id": answered}));
            }
            if from_ad {
                message.insert("referral".to_owned(), json!({"source_type": "ad", "source_id": "practice"}));
            }
        }
        let mut told = self.told_of(&person);
        if let Some(told) = told.as_object_mut() {
            told.insert("messages".to_owned(), json!([message]));
        }
        self.webhooks.push(&self.waba.id, "messages", &told, None);
        self.keep_message(StoredMessage {
            id: id.clone(),
            from: Side::Person,
            phone: person.number,
            at: now,
            payload: message,
            shown: None,
            template: None,
            kind: None,
            mark: None,
            statuses: Vec::new(),
            waits_until: now,
            is_read: false,
            pricing: None,
            charge: None,
        });
        Ok(id)
    }

    /// Marks a message of a person as read, and those before it.
    pub(super) fn mark_read(&mut self, id: &str) -> Result<Value, Refusal> {
        let Some(message) = self.message(id).filter(|message| message.from == Side::Person) else {
            return Err(Refusal::parameter("There is no such message from a person."));
        };
        let (phone, at) = (message.phone.clone(), message.at);
        for message in &mut self.messages {
            if message.from == Side::Person && message.phone == phone && message.at <= at {
                message.is_read = true;
            }
        }
        Ok(json!({"success": true}))
    }
}
