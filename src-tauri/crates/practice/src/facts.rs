//! What Meta lets an account do, from the dated file in `facts/`.

use std::sync::LazyLock;

use serde::Deserialize;

/// Seconds of an hour.
pub(crate) const HOUR: i64 = 3600;
/// Seconds of a day.
pub(crate) const DAY: i64 = 24 * HOUR;

/// What an account may do.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Facts {
    /// Templates one call may delete.
    pub(crate) deleted_at_once: usize,
    /// Hours of the first, second, ... pause of a template; after the last it is disabled.
    pub(crate) pause_hours: Vec<i64>,
    /// Hours between the notice of another category and the change.
    pub(crate) category_notice_hours: i64,
    /// Messages that both templates of a comparison must have sent.
    pub(crate) compared_sends: u64,
    /// Days a comparison may look back.
    pub(crate) compared_days: Vec<i64>,
    /// Hours for which a person's message opens the window.
    pub(crate) window_hours: i64,
    /// Hours for an answer to a message that came from an ad.
    pub(crate) ad_answer_hours: i64,
    /// Hours for which such an answer makes everything free.
    pub(crate) ad_window_hours: i64,
    /// Days for which a message can be reacted to.
    pub(crate) reaction_days: i64,
    /// Days a message waits for the phone.
    pub(crate) life_days: i64,
    /// Seconds a one-time code does.
    pub(crate) authentication_life_seconds: i64,
    /// Seconds between two messages to one person.
    pub(crate) pair_seconds: i64,
    /// Messages that may be sent ahead of that.
    pub(crate) pair_burst: i64,
    /// Days an uploaded file is kept.
    pub(crate) media_days: i64,
    /// Minutes its address can be used.
    pub(crate) media_url_minutes: i64,
    /// Media types of sample files for headers.
    pub(crate) header_types: Vec<String>,
    /// Countries whose numbers get no marketing templates.
    pub(crate) no_marketing_countries: Vec<String>,
    /// Most letters of a one-time code.
    pub(crate) authentication_code_length: usize,
}

/// Nothing is allowed when the file cannot be read, which a test rules out.
pub(crate) fn facts() -> &'static Facts {
    static FACTS: LazyLock<Facts> =
        LazyLock::new(|| serde_json::from_str(include_str!("../facts/account.json")).unwrap_or_default());
    &FACTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        assert_eq!(facts().pause_hours, [3, 6]);
    }
}
