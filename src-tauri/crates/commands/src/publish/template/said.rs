use cloud::models::{RejectedReason, Template};
use serde::{Deserialize, Serialize};
use store::Live;

use crate::wire::Standing;

/// Meta's word for one that is deleted, also used for one that is found to be gone.
pub(crate) const GONE: &str = "DELETED";

/// What the books keep of what Meta says of a template, beside its state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Said {
    pub(crate) category: Option<String>,
    pub(crate) correct_category: Option<String>,
    pub(crate) reason: Option<String>,
    /// What is wrong with it and what to do, in Meta's words.
    #[serde(rename = "said")]
    pub(crate) advice: Option<String>,
    pub(crate) quality: Option<String>,
    /// Of one that is gone: its state before.
    pub(crate) before: Option<String>,
}

impl Said {
    /// What an account tells of a template.
    pub(crate) fn of(template: &Template) -> Self {
        let reason = template.rejected_reason.as_ref().filter(|reason| **reason != RejectedReason::None);
        let info = template.rest.get("rejection_info");
        let line = |key: &str| info.and_then(|info| info.get(key)?.as_str()).map(str::to_owned);
        let advice: Vec<String> = [line("reason"), line("recommendation")].into_iter().flatten().collect();
        Self {
            category: template.category.as_ref().and_then(word),
            correct_category: template.correct_category.as_ref().and_then(word),
            reason: reason.and_then(word),
            advice: Some(advice.join(" ")).filter(|advice| !advice.is_empty()),
            quality: template.quality_score.as_ref().and_then(|quality| word(&quality.score)),
            before: None,
        }
    }

    /// As the books have it.
    pub(crate) fn read(live: &Live) -> Self {
        serde_json::from_str(&live.detail).unwrap_or_default()
    }

    /// For the books.
    pub(crate) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the books know, as the page shows it.
    pub(crate) fn standing(live: &Live, is_current: bool) -> Standing {
        let said = Self::read(live);
        Standing {
            account: live.account.clone(),
            status: live.status.clone(),
            category: said.category,
            correct_category: said.correct_category,
            reason: said.reason,
            said: said.advice,
            quality: said.quality,
            is_current,
            at: live.at.to_string(),
        }
    }
}

/// Meta's word for a value of one of its lists.
pub(crate) fn word<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
