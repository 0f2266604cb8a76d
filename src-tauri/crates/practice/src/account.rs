//! What the account holds and what may be done with it. Pure: HTTP, files and the clock are elsewhere.

use cloud::facts;
use cloud::models::{
    FlowId, FlowStatus, MessagingLimit, PhoneNumber, PhoneNumberId, QrCode, ValidationError, Waba, WabaId,
};
use serde::{Deserialize, Serialize};

use crate::agenda::Agenda;
use crate::media::{StoredMedia, UploadSession};
use crate::messages::{StoredMessage, Tally};
use crate::people::People;
use crate::refusal::{Refusal, Trouble};
use crate::templates::{BlockedName, StoredTemplate};
use crate::webhooks::Webhooks;

/// Versions of a published Flow that stay alive. Source: Flow lifecycle, changelog of November 2024.
const KEPT_VERSIONS: usize = 5;

/// Everything the account holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The business account.
    pub waba: Waba,
    /// Its one phone number.
    pub phone_number: PhoneNumber,
    /// Its Flows, oldest first.
    pub flows: Vec<StoredFlow>,
    /// How fast things happen here.
    #[serde(default)]
    pub pace: Pace,
    /// Seconds by which its clock is ahead of the computer's.
    #[serde(default)]
    pub ahead: i64,
    /// Its message templates, oldest first.
    #[serde(default)]
    pub templates: Vec<StoredTemplate>,
    /// Names of deleted templates that are not taken yet.
    #[serde(default)]
    pub blocked_names: Vec<BlockedName>,
    /// Times of the last hour's creations of templates.
    #[serde(default)]
    pub(crate) creations: Vec<i64>,
    /// Files for messages.
    #[serde(default)]
    pub media: Vec<StoredMedia>,
    /// Sample files that are being uploaded.
    #[serde(default)]
    pub(crate) uploads: Vec<UploadSession>,
    /// Handles of sample files.
    #[serde(default)]
    pub(crate) handles: Vec<String>,
    /// Its QR codes, oldest first.
    #[serde(default)]
    pub qr_codes: Vec<QrCode>,
    /// Who has written or was written to.
    #[serde(default)]
    pub people: People,
    /// What was written, oldest first.
    #[serde(default)]
    pub messages: Vec<StoredMessage>,
    /// What was delivered this month.
    #[serde(default)]
    pub(crate) tally: Tally,
    /// What will happen.
    #[serde(default)]
    pub(crate) agenda: Agenda,
    /// What Meta would post to the business.
    #[serde(default)]
    pub webhooks: Webhooks,
    /// Number the next Flow's id is made from.
    next: u64,
}

/// How fast things happen here, and what the account is. Times in seconds by its own clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    /// How long a review takes.
    pub review_seconds: i64,
    /// From sent to delivered.
    pub deliver_seconds: i64,
    /// From delivered to read.
    pub read_seconds: i64,
    /// The business is verified, and may have more templates.
    pub is_verified: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self { review_seconds: 8, deliver_seconds: 1, read_seconds: 5, is_verified: false }
    }
}

impl Pace {
    /// Everything at once.
    pub fn instant() -> Self {
        Self { review_seconds: 0, deliver_seconds: 0, read_seconds: 0, ..Self::default() }
    }
}

/// A Flow as the account keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFlow {
    /// Its id.
    pub id: FlowId,
    /// Unique within the account.
    pub name: String,
    /// Where it stands.
    pub status: FlowStatus,
    /// At least one.
    pub categories: Vec<String>,
    /// Where its data comes from.
    pub endpoint_uri: Option<String>,
    /// The Flow JSON being worked on, byte for byte.
    pub text: Option<String>,
    /// What keeps it from being published.
    pub validation_errors: Vec<ValidationError>,
    /// Published texts that are alive, newest first.
    pub published: Vec<String>,
    /// Last change, seconds since 1970.
    pub updated_at: i64,
}

/// What a new Flow is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewFlow {
    /// Required.
    pub name: Option<String>,
    /// Required, at least one.
    pub categories: Option<Vec<String>>,
    /// Flow JSON to begin with.
    pub text: Option<String>,
    /// Publish at once.
    pub publish: bool,
    /// Take the Flow JSON from this one.
    pub clone_of: Option<String>,
    /// Where its data comes from.
    pub endpoint_uri: Option<String>,
}

/// A change to what is around the Flow JSON; none leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// New name.
    pub name: Option<String>,
    /// New categories.
    pub categories: Option<Vec<String>>,
    /// New endpoint.
    pub endpoint_uri: Option<String>,
}

/// How the account behaves where Meta's own pages disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// A published Flow cannot be changed (139001). Otherwise a change takes it back to draft while what was
    /// published stays alive.
    pub published_is_final: bool,
}

/// Checks Flow JSON.
pub(crate) type Validate = fn(&str) -> Vec<ValidationError>;

/// The messaging limit of an account that nobody has used.
const NEW: MessagingLimit = MessagingLimit::Tier250;

impl Account {
    /// An empty account. `seed` makes its ids differ from another's.
    pub(crate) fn new(seed: u64) -> Result<Self, cloud::models::InvalidId> {
        let digits = |lead: u64, shift: u32| format!("{lead}{:014}", (seed >> shift) % 100_000_000_000_000);
        Ok(Self {
            waba: Waba {
                id: WabaId::new(digits(1, 0))?,
                name: "Practice account".to_owned(),
                currency: Some("USD".to_owned()),
                timezone_id: Some("1".to_owned()),
            },
            phone_number: PhoneNumber {
                id: PhoneNumberId::new(digits(2, 8))?,
                display_phone_number: "+1 555-010-0199".to_owned(),
                verified_name: Some("Practice account".to_owned()),
                quality_rating: Some("GREEN".to_owned()),
                status: Some("CONNECTED".to_owned()),
                whatsapp_business_manager_messaging_limit: Some(NEW),
            },
            flows: Vec::new(),
            pace: Pace::default(),
            ahead: 0,
            templates: Vec::new(),
            blocked_names: Vec::new(),
            creations: Vec::new(),
            media: Vec::new(),
            uploads: Vec::new(),
            handles: Vec::new(),
            qr_codes: Vec::new(),
            people: People::new(),
            messages: Vec::new(),
            tally: Tally::default(),
            agenda: Agenda::default(),
            webhooks: Webhooks::default(),
            next: (seed >> 16) % 1_000_000_000 * 1_000,
        })
    }

    /// What a file from before lacks.
    pub(crate) fn complete(mut self) -> Self {
        self.phone_number.whatsapp_business_manager_messaging_limit.get_or_insert(NEW);
        self
    }

    /// The Flow with this id.
    pub fn flow(&self, id: &str) -> Result<&StoredFlow, Refusal> {
        self.flows.iter().find(|flow| flow.id.as_str() == id).ok_or_else(|| Refusal::no_object(id))
    }

    fn flow_mut(&mut self, id: &str) -> Result<&mut StoredFlow, Refusal> {
        self.flows.iter_mut().find(|flow| flow.id.as_str() == id).ok_or_else(|| Refusal::no_object(id))
    }

    fn name_is_free(&self, name: &str, except: Option<&str>) -> Result<(), Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::of(Trouble::Parameter, "The Flow needs a name."));
        }
        let taken = self.flows.iter().any(|flow| flow.name == name && Some(flow.id.as_str()) != except);
        if taken {
            Err(Refusal::of(Trouble::NameTaken, "Another Flow of this account has this name."))
        } else {
            Ok(())
        }
    }

    pub(crate) fn create(
        &mut self,
        new: NewFlow,
        now: i64,
        validate: Validate,
    ) -> Result<&StoredFlow, Refusal> {
        let name = new.name.unwrap_or_default();
        self.name_is_free(&name, None)?;
        let categories = known_categories(new.categories.unwrap_or_default())?;
        let endpoint_uri = new.endpoint_uri.map(endpoint).transpose()?;
        let cloned = match &new.clone_of {
            Some(id) => self.flow(id)?.text.clone(),
            None => None,
        };
        let text = new.text.or(cloned);
        let id = self.next_id()?;
        let mut flow = StoredFlow {
            id,
            name,
            status: FlowStatus::Draft,
            categories,
            endpoint_uri,
            validation_errors: text.as_deref().map(validate).unwrap_or_default(),
            text,
            published: Vec::new(),
            updated_at: now,
        };
        if new.publish && flow.text.is_some() && flow.validation_errors.is_empty() {
            flow.publish(now)?;
        }
        self.flows.push(flow);
        self.flows.last().ok_or_else(Refusal::internal)
    }

    fn next_id(&mut self) -> Result<FlowId, Refusal> {
        FlowId::new(self.next_number('3')).map_err(|_| Refusal::internal())
    }

    /// A number that nothing else here has; the digit tells what it is for.
    pub(crate) fn next_number(&mut self, lead: char) -> String {
        self.next += 1;
        format!("{lead}{:014}", self.next)
    }

    pub(crate) fn change(&mut self, id: &str, change: Change, now: i64, rules: Rules) -> Result<(), Refusal> {
        self.flow(id)?.may_change(rules)?;
        if let Some(name) = &change.name {
            self.name_is_free(name, Some(id))?;
        }
        let categories = change.categories.map(known_categories).transpose()?;
        let endpoint_uri = change.endpoint_uri.map(endpoint).transpose()?;
        let flow = self.flow_mut(id)?;
        flow.name = change.name.unwrap_or_else(|| flow.name.clone());
        flow.categories = categories.unwrap_or_else(|| flow.categories.clone());
        flow.endpoint_uri = endpoint_uri.or_else(|| flow.endpoint_uri.clone());
        flow.status = FlowStatus::Draft;
        flow.updated_at = now;
        Ok(())
    }

    pub(crate) fn upload(
        &mut self,
        id: &str,
        text: String,
        now: i64,
        rules: Rules,
        validate: Validate,
    ) -> Result<Vec<ValidationError>, Refusal> {
        let limit = facts::graph_api().map_or(0, |facts| facts.flow_json_max_bytes);
        if text.len() > limit {
            return Err(Refusal::of(Trouble::Parameter, format!("The file is larger than {limit} bytes.")));
        }
        let flow = self.flow_mut(id)?;
        flow.may_change(rules)?;
        flow.validation_errors = validate(&text);
        flow.text = Some(text);
        flow.status = FlowStatus::Draft;
        flow.updated_at = now;
        Ok(flow.validation_errors.clone())
    }

    pub(crate) fn publish(&mut self, id: &str, now: i64) -> Result<(), Refusal> {
        self.flow_mut(id)?.publish(now)
    }

    pub(crate) fn deprecate(&mut self, id: &str, now: i64) -> Result<(), Refusal> {
        let flow = self.flow_mut(id)?;
        match flow.status {
            FlowStatus::Published | FlowStatus::Throttled | FlowStatus::Blocked => {
                flow.status = FlowStatus::Deprecated;
                flow.updated_at = now;
                Ok(())
            }
            FlowStatus::Deprecated => Err(Refusal::of(Trouble::Deprecate, "The Flow has ended already.")),
            FlowStatus::Draft | FlowStatus::Other(_) => {
                Err(Refusal::of(Trouble::Deprecate, "The Flow is not published."))
            }
        }
    }

    pub(crate) fn delete(&mut self, id: &str) -> Result<(), Refusal> {
        let flow = self.flow(id)?;
        if flow.status != FlowStatus::Draft || !flow.published.is_empty() {
            return Err(Refusal::of(Trouble::Delete, "Only a Flow that was never published can be deleted."));
        }
        self.flows.retain(|flow| flow.id.as_str() != id);
        Ok(())
    }
}

impl StoredFlow {
    fn may_change(&self, rules: Rules) -> Result<(), Refusal> {
        match self.status {
            FlowStatus::Draft => Ok(()),
            FlowStatus::Deprecated => Err(Refusal::of(Trouble::Update, "The Flow has ended.")),
            _ if rules.published_is_final => Err(Refusal::of(Trouble::Update, "The Flow is published.")),
            _ => Ok(()),
        }
    }

    fn publish(&mut self, now: i64) -> Result<(), Refusal> {
        let refused = |why: &str| Err(Refusal::of(Trouble::Publish, why));
        if self.status != FlowStatus::Draft {
            return refused("The Flow is not a draft.");
        }
        let Some(text) = self.text.clone() else { return refused("The Flow has no Flow JSON.") };
        if !self.validation_errors.is_empty() {
            return refused("The Flow has validation errors.");
        }
        if self.data_api_version().is_some() && self.endpoint_uri.is_none() {
            return refused("The Flow asks an endpoint and has no endpoint_uri.");
        }
        self.status = FlowStatus::Published;
        self.updated_at = now;
        self.published.insert(0, text);
        self.published.truncate(KEPT_VERSIONS);
        Ok(())
    }

    /// `version` of its Flow JSON, when that can be read.
    pub fn json_version(&self) -> Option<String> {
        self.member("version")
    }

    /// `data_api_version` of its Flow JSON, when that can be read.
    pub fn data_api_version(&self) -> Option<String> {
        self.member("data_api_version")
    }

    fn member(&self, key: &str) -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(self.text.as_deref()?).ok()?;
        Some(value.get(key)?.as_str()?.to_owned())
    }
}

fn known_categories(categories: Vec<String>) -> Result<Vec<String>, Refusal> {
    let known = facts::graph_api().map(|facts| facts.flow_categories.as_slice()).unwrap_or_default();
    match categories.iter().find(|category| !known.contains(category)) {
        Some(_) => {
            Err(Refusal::of(Trouble::Parameter, format!("categories must be among {}.", known.join(", "))))
        }
        None if categories.is_empty() => {
            Err(Refusal::of(Trouble::Parameter, "The Flow needs at least one category."))
        }
        None => Ok(categories),
    }
}

fn endpoint(uri: String) -> Result<String, Refusal> {
    match url::Url::parse(&uri) {
        Ok(url) if url.scheme() == "https" && url.host().is_some() => Ok(uri),
        _ => Err(Refusal::of(Trouble::Parameter, "endpoint_uri must be an https address.")),
    }
}
