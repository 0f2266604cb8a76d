use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How the app looks and speaks. Kept beside the window's place, not in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// BCP 47 tag; none follows the system.
    pub locale: Option<String>,
    /// Country most customers live in, ISO 3166-1 alpha-2: prices are told for it. None follows the system.
    pub country: Option<String>,
    /// Size of text, in percent.
    pub text_size: u16,
    /// Sizes (px; 0 is closed) and choices of panels, by name. The page alone knows the names.
    pub panels: BTreeMap<String, u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, locale: None, country: None, text_size: 100, panels: BTreeMap::new() }
    }
}

impl Settings {
    /// Settings as stored by this or another version: what is missing or unreadable takes its default.
    pub fn from_stored(stored: &Value) -> Self {
        fn take<T: DeserializeOwned>(into: &mut T, stored: &Value, key: &str) {
            if let Some(value) = stored.get(key).and_then(|value| T::deserialize(value).ok()) {
                *into = value;
            }
        }
        let mut settings = Self::default();
        take(&mut settings.theme, stored, "theme");
        take(&mut settings.locale, stored, "locale");
        take(&mut settings.country, stored, "country");
        take(&mut settings.text_size, stored, "textSize");
        take(&mut settings.panels, stored, "panels");
        settings
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}
