use serde::{Deserialize, Serialize};

use super::PhoneNumberId;
use super::words::words;

words! {
    /// How many people a business may write to first in 24 hours, over all its numbers: those who did not write themselves.
    /// How many each tier is stands in `flows::facts`.
    MessagingLimit {
        /// Named by Meta beside the others; what it is is not told.
        Tier50 = "TIER_50",
        /// Of a new business.
        Tier250 = "TIER_250",
        /// 2,000.
        Tier2K = "TIER_2K",
        /// 10,000.
        Tier10K = "TIER_10K",
        /// 100,000.
        Tier100K = "TIER_100K",
        /// As many as it likes.
        Unlimited = "TIER_UNLIMITED",
        /// Meta has not said yet.
        NotSet = "TIER_NOT_SET",
    }
}

/// A business phone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneNumber {
    /// Its id, not the number.
    pub id: PhoneNumberId,
    /// The number as people write it.
    #[serde(default)]
    pub display_phone_number: String,
    /// The name customers see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_name: Option<String>,
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_rating: Option<String>,
    /// For example `CONNECTED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// That of the business it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_manager_messaging_limit: Option<MessagingLimit>,
}
