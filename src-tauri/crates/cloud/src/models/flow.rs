use serde::{Deserialize, Serialize};

use super::words::words;
use super::{FlowId, ValidationError};

/// A Flow as the API describes it. Which fields are there depends on what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// Its id.
    pub id: FlowId,
    /// Unique within the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<FlowStatus>,
    /// For example `APPOINTMENT_BOOKING`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    /// What keeps it from being published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation_errors: Option<Vec<ValidationError>>,
    /// `version` of its Flow JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json_version: Option<String>,
    /// `data_api_version` of its Flow JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_api_version: Option<String>,
    /// Where its data comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint_uri: Option<String>,
    /// Link to Meta's own preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Preview>,
}

words! {
    /// Where a Flow stands.
    FlowStatus {
        /// Being worked on. Can be changed and deleted.
        Draft = "DRAFT",
        /// Can be sent.
        Published = "PUBLISHED",
        /// Ended for good. Cannot be sent or opened.
        Deprecated = "DEPRECATED",
        /// Its endpoint is unwell: neither sent nor opened.
        Blocked = "BLOCKED",
        /// Its endpoint is unwell: few messages an hour.
        Throttled = "THROTTLED",
    }
}

/// Link to Meta's own preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Anybody who has it can open it.
    pub preview_url: String,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// A file of a Flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// `flow.json`
    pub name: String,
    /// `FLOW_JSON`
    pub asset_type: String,
    /// Where it can be downloaded, for a while.
    pub download_url: String,
}

/// Answer to a creation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// Id of the new Flow.
    pub id: FlowId,
    /// When Flow JSON came along: what keeps it from being published.
    #[serde(default)]
    pub validation_errors: Vec<ValidationError>,
}

/// Answer to a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Success {
    /// It was done.
    pub success: bool,
    /// When Flow JSON was uploaded: what keeps it from being published.
    #[serde(default)]
    pub validation_errors: Vec<ValidationError>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_we_do_not_know_is_kept() {
        let read = |text: &str| serde_json::from_str::<FlowStatus>(text).unwrap();
        assert_eq!(read("\"PUBLISHED\""), FlowStatus::Published);
        assert_eq!(read("\"FROZEN\""), FlowStatus::Other("FROZEN".to_owned()));
        assert_eq!(serde_json::to_string(&FlowStatus::Throttled).unwrap(), "\"THROTTLED\"");
    }
}
