//! What people write, and what the business does about it.

use cloud::models::webhook::{Context, Message, MessageKind, Messaging, Referral};
use serde::Deserialize;
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
        content: &Value,
        answered: Option<&str>,
        from_ad: bool,
        now: i64,
    ) -> Result<String, Refusal> {
        let content =
            Message::deserialize(content).map_err(|_| Refusal::parameter("A message is a JSON object."))?;
        let id = self.next_message();
        let own = digits(&self.phone_number.display_phone_number);
        let person = self.person_mut(number)?;
        // No page says that a reaction opens the window; it is taken not to.
        if content.kind != Some(MessageKind::Reaction) {
            person.last_wrote = Some(now);
        }
        if from_ad {
            person.came_from_ad = Some(now);
        }
        let person = person.clone();
        let mut message = Message {
            from: Some(person.number.clone()),
            from_user_id: Some(person.user_id.clone()),
            id: Some(id.clone()),
            timestamp: Some(now.to_string().into()),
            ..content
        };
        if let Some(answered) = answered {
            message.context =
                Some(Context { from: Some(own), id: Some(answered.to_owned()), ..Context::default() });
        }
        if from_ad {
            message.referral = Some(Referral {
                source_type: Some("ad".to_owned()),
                source_id: Some("practice".to_owned()),
                ..Referral::default()
            });
        }
        let payload = serde_json::to_value(&message).unwrap_or_default();
        let told = Messaging { messages: Some(vec![message]), ..self.told_of(&person) };
        self.tell("messages", told);
        self.keep_message(StoredMessage {
            id: id.clone(),
            from: Side::Person,
            phone: person.number,
            at: now,
            payload,
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
