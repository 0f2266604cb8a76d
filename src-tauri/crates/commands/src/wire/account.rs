use flows::journey::MessagingLimit;
use serde::{Deserialize, Serialize};

/// An account Flows are published to. Never carries the token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// `practice`, or an id of ours.
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// WhatsApp Business Account id.
    pub waba_id: String,
    /// Phone number id.
    pub phone_number_id: String,
    /// Phone number as people write it.
    pub display_phone_number: Option<String>,
    /// How many people it may write to first in 24 hours, as Meta said last; none: it did not say.
    pub messaging_limit: Option<MessagingLimit>,
    /// The built-in practice account.
    pub practice: bool,
    /// A token is at hand (in the keychain or for this session).
    pub has_token: bool,
    /// Last four characters of it.
    pub last4: Option<String>,
    /// The token is kept for this session only, because there is no keychain.
    pub session_only: bool,
}

/// What it takes to connect an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectAccount {
    /// What the user calls it.
    pub name: String,
    /// WhatsApp Business Account id.
    pub waba_id: String,
    /// Phone number id.
    pub phone_number_id: String,
    /// Access token. Goes to the keychain at once and never comes back.
    pub token: String,
    /// Base URL with version; none takes Meta's.
    pub base_url: Option<String>,
}
