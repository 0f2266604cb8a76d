//! What WhatsApp itself says and does around a message.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::load;
use super::template_words::base;

/// How WhatsApp shows messages, from `facts/chat.json`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChatFacts {
    /// Letters of a text that show before "Read more".
    pub letters_before_more: usize,
    /// Buttons that show when there are too many to show all; "See all options" has the rest.
    pub buttons_before_all: u32,
    /// Stands in for a one-time code.
    pub sample_code: String,
    /// Stands in for the time that an offer still lasts, in minutes.
    pub sample_offer_minutes: u32,
    /// The words of authentication templates, by language.
    authentication: BTreeMap<String, AuthenticationWords>,
}

/// What WhatsApp says in a template with a one-time code.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct AuthenticationWords {
    /// The text, with the code as `{{1}}`.
    pub body: String,
    /// Follows the text when the template asks for it.
    pub security: String,
    /// The small print, with `{minutes}`.
    pub expiry: String,
    /// On the button that copies the code.
    pub copy: String,
    /// On the button that hands the code to an app.
    pub autofill: String,
}

impl ChatFacts {
    /// Words of authentication templates in a language (Meta's code), and whether they are in that language; else they are English.
    pub fn authentication(&self, language: &str) -> (&AuthenticationWords, bool) {
        static NONE: LazyLock<AuthenticationWords> = LazyLock::new(AuthenticationWords::default);
        let all = &self.authentication;
        match all.get(base(language)) {
            Some(words) => (words, true),
            None => (all.get("en").unwrap_or(&NONE), false),
        }
    }
}

/// How WhatsApp shows messages.
pub fn chat() -> &'static ChatFacts {
    static CHAT: LazyLock<ChatFacts> = LazyLock::new(|| load(include_str!("../../facts/chat.json")));
    &CHAT
}
