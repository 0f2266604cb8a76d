//! A message is accepted or refused.

use cloud::models::{FlowStatus, TemplateCategory};
use flows::check::{Severity, check_message};
use flows::json::{Node, Tree};
use flows::message::{Message, MessageType};
use serde_json::{Map, Value, json};

use super::{Delivery, Kind, Side, StoredMessage, template};
use crate::account::Account;
use crate::agenda::Task;
use crate::facts::{DAY, HOUR, facts};
use crate::people::{Person, digits};
use crate::refusal::Refusal;
use crate::templates::{text_of, walk};

/// Meta's codes of messages that are refused here.
mod code {
    pub(super) const BLOCKED_BY_YOU: i64 = 130_403;
    pub(super) const VALUE: i64 = 131_009;
    pub(super) const GROUP: i64 = 131_020;
    pub(super) const TO_ITSELF: i64 = 131_021;
    pub(super) const NOT_ON_WHATSAPP: i64 = 131_026;
    pub(super) const WINDOW: i64 = 131_047;
    pub(super) const CAPPED: i64 = 131_049;
    pub(super) const STOPPED: i64 = 131_050;
    pub(super) const TYPE: i64 = 131_051;
    pub(super) const MEDIA: i64 = 131_053;
    pub(super) const PACE: i64 = 131_056;
    pub(super) const NOT_TO_USER_ID: i64 = 131_062;
    pub(super) const FLOW_BLOCKED: i64 = 132_068;
}

/// What kind of file an object of this name is.
const MEDIA_MEMBERS: [&str; 5] = ["image", "video", "audio", "document", "sticker"];

impl Account {
    /// Accepts a message, or a receipt for one. `text` is the payload as it came.
    pub(crate) fn send(&mut self, text: &str, now: i64) -> Result<Value, Refusal> {
        let tree = Tree::parse(text);
        let found = check_message(&tree);
        if let Some(finding) = found.iter().find(|finding| finding.severity == Severity::Blocked) {
            return Err(Refusal::finding(finding));
        }
        let message = Message::of(&tree);
        if message.is_receipt {
            let id = message.root.get("message_id").and_then(Node::as_str).unwrap_or_default();
            return self.mark_read(&id);
        }
        if message.kind == MessageType::Other {
            return Err(Refusal::code(code::TYPE, "Messages of this type are not supported."));
        }
        let payload: Value =
            serde_json::from_str(text).map_err(|_| Refusal::parameter("This is not JSON."))?;
        let person = self.recipient(&message)?.clone();
        self.may_name(&payload, now)?;
        let (kind, shown, template) = if message.kind == MessageType::Template {
            let (template, shown) = self.template_filled(&payload, message.to.is_none())?;
            (kind_of(&template.category), Some(shown), Some(template))
        } else {
            self.may_be_free_form(&message, &person, now)?;
            let is_reaction = message.kind == MessageType::Reaction;
            (if is_reaction { Kind::Reaction } else { Kind::Service }, None, None)
        };
        self.keeps_pace(&person.number, now)?;
        let id = self.next_message();
        let mut answer = json!({"id": id});
        if let (Some(_), Some(answer)) = (&template, answer.as_object_mut()) {
            answer.insert("message_status".to_owned(), json!("accepted"));
        }
        let life = template::life(template.as_ref(), kind);
        let template = template.map(|template| template.id);
        if let Some(template) = template.as_ref().and_then(|id| self.template_mut(id.as_str()).ok()) {
            template.sends += 1;
        }
        self.keep_message(StoredMessage {
            id: id.clone(),
            from: Side::Business,
            phone: person.number.clone(),
            at: now,
            shown,
            template,
            kind: Some(kind),
            mark: message.mark.as_deref().map(str::to_owned),
            statuses: Vec::new(),
            waits_until: now + life,
            is_read: false,
            pricing: None,
            charge: None,
            payload,
        });
        self.answer_ad(&person.number, now);
        self.plan(&id, kind, &person, now);
        let contact = contact(&message, &person);
        Ok(json!({"messaging_product": "whatsapp", "contacts": [contact], "messages": [answer]}))
    }

    /// Whom it goes to; made when nobody had the number.
    fn recipient(&mut self, message: &Message<'_>) -> Result<&Person, Refusal> {
        if message.is_to_group {
            return Err(Refusal::code(code::GROUP, "The practice account has no groups."));
        }
        let own = digits(&self.phone_number.display_phone_number);
        let person = match (&message.to, &message.recipient) {
            (Some(to), _) => self.person_mut(to)?,
            (None, Some(user)) => {
                let known = self.people.values_mut().find(|person| person.user_id == user.as_ref());
                known.ok_or_else(|| Refusal::code(code::NOT_ON_WHATSAPP, "Nobody has this id."))?
            }
            (None, None) => return Err(Refusal::parameter("It goes to nobody.")),
        };
        if person.number == own {
            return Err(Refusal::code(code::TO_ITSELF, "The business cannot write to itself."));
        }
        if person.is_blocked {
            return Err(Refusal::code(code::BLOCKED_BY_YOU, "The business has blocked this person."));
        }
        Ok(person)
    }

    /// What is no template goes out only while the window is open.
    fn may_be_free_form(&self, message: &Message<'_>, person: &Person, now: i64) -> Result<(), Refusal> {
        if !person.is_window_open(now) {
            return Err(Refusal::code(
                code::WINDOW,
                "More than 24 hours have passed since this person last wrote: send a template.",
            ));
        }
        if message.kind == MessageType::Reaction {
            let target = message.content.and_then(|content| content.get("message_id")?.as_str());
            let target = target.and_then(|id| self.message(&id));
            let oldest = now - facts().reaction_days * DAY;
            if target.is_none_or(|target| target.phone != person.number || target.at < oldest) {
                return Err(Refusal::code(code::VALUE, "There is no such message to react to."));
            }
        }
        Ok(())
    }

    /// Files and Flows that a message names must be the account's.
    fn may_name(&self, payload: &Value, now: i64) -> Result<(), Refusal> {
        let mut wrong = None;
        walk(payload, &mut |object: &Map<String, Value>| {
            for kind in MEDIA_MEMBERS {
                let id = object.get(kind).and_then(|media| media.get("id")).and_then(text_of);
                let Some(id) = id else { continue };
                match self.media(&id, now) {
                    Err(_) => wrong = Some((code::VALUE, format!("There is no file with the id {id}."))),
                    Ok(media) if !media.is(kind) => {
                        wrong = Some((code::MEDIA, format!("The file {id} is no {kind}.")));
                    }
                    Ok(_) => {}
                }
            }
            if object.get("name").and_then(Value::as_str) == Some("flow")
                && let Some(parameters) = object.get("parameters")
                && let Err(why) = self.flow_can_be_sent(parameters)
            {
                wrong = Some(why);
            }
        });
        wrong.map_or(Ok(()), |(code, why)| Err(Refusal::code(code, why)))
    }

    fn flow_can_be_sent(&self, parameters: &Value) -> Result<(), (i64, String)> {
        let id = parameters.get("flow_id").and_then(text_of);
        let name = parameters.get("flow_name").and_then(Value::as_str);
        let flow = self.flows.iter().find(|flow| {
            id.as_deref() == Some(flow.id.as_str()) || name.is_some_and(|name| flow.name == name)
        });
        let Some(flow) = flow else { return Err((code::VALUE, "This account has no such Flow.".to_owned())) };
        let is_draft = parameters.get("mode").and_then(Value::as_str) == Some("draft");
        match flow.status {
            FlowStatus::Blocked => Err((code::FLOW_BLOCKED, "The Flow is blocked.".to_owned())),
            FlowStatus::Draft if !is_draft && flow.published.is_empty() => {
                Err((code::VALUE, "The Flow is a draft: publish it, or send it as a draft.".to_owned()))
            }
            FlowStatus::Deprecated => Err((code::VALUE, "The Flow has ended.".to_owned())),
            _ => Ok(()),
        }
    }

    /// One message in some seconds to each person, with a credit for bursts.
    fn keeps_pace(&mut self, number: &str, now: i64) -> Result<(), Refusal> {
        let (seconds, burst) = (facts().pair_seconds, facts().pair_burst);
        let person = self.person_mut(number)?;
        let next = person.pace.max(now) + seconds;
        if next - now > seconds * burst {
            return Err(Refusal::code(code::PACE, "Too many messages to this person in a short time."));
        }
        person.pace = next;
        Ok(())
    }

    /// An answer to somebody who came from an ad makes everything free for a while.
    fn answer_ad(&mut self, number: &str, now: i64) {
        let facts = facts();
        let Some(person) = self.people.get_mut(number) else { return };
        if let Some(came) = person.came_from_ad.take()
            && now < came + facts.ad_answer_hours * HOUR
        {
            person.ad_window_until = Some(now + facts.ad_window_hours * HOUR);
        }
    }

    /// What will become of it.
    fn plan(&mut self, id: &str, kind: Kind, person: &Person, now: i64) {
        let failure = match kind {
            _ if person.is_away => Some(code::NOT_ON_WHATSAPP),
            Kind::Marketing if person.has_stopped_marketing => Some(code::STOPPED),
            Kind::Marketing if person.is_capped || person.gets_no_marketing() => Some(code::CAPPED),
            _ => None,
        };
        let to = failure.map_or(Delivery::Sent, |code| Delivery::Failed { code });
        self.agenda.add(now, Task::Deliver { message: id.to_owned(), to });
    }
}

fn kind_of(category: &TemplateCategory) -> Kind {
    match category {
        TemplateCategory::Utility => Kind::Utility,
        TemplateCategory::Authentication => Kind::Authentication,
        TemplateCategory::Marketing | TemplateCategory::Other(_) => Kind::Marketing,
    }
}

/// Whom it goes to, as the answer says it: a number only where the business knows it.
fn contact(message: &Message<'_>, person: &Person) -> Value {
    match &message.to {
        Some(to) => json!({"input": to, "wa_id": person.number}),
        None => json!({"input": message.recipient, "user_id": person.user_id}),
    }
}

/// Templates for codes go to numbers only.
pub(super) fn not_to_user_id() -> Refusal {
    Refusal::code(code::NOT_TO_USER_ID, "Codes are sent to phone numbers only.")
}
