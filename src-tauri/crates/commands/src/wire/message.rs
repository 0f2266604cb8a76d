use flows::chat::ChatView;
use flows::check::DocumentKind;
use flows::gallery::Stage;
use flows::json::Pointer;
use flows::template::WordingKind;
use serde::{Deserialize, Serialize};

use super::{Error, LiveState};

/// A template or a message in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageCard {
    /// Id in this workspace.
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Its name in this workspace.
    pub name: String,
    /// Last edit, milliseconds since 1970 (UTC), as a decimal string.
    pub edited_at: String,
    /// Number of blocked findings.
    pub blocked: u32,
    /// A template's name at Meta.
    pub remote_name: Option<String>,
    /// Meta's name of a template's category.
    pub category: Option<String>,
    /// A template's language, Meta's code.
    pub language: Option<String>,
    /// Meta's name of what a message is, for example `text`, `list`.
    pub sort: Option<String>,
    /// How its text begins.
    pub words: String,
    /// Where it stands.
    pub live: LiveState,
}

/// Where a template stands in an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The account.
    pub account: String,
    /// Meta's word for its state, for example `PENDING`, `APPROVED`, `REJECTED`.
    pub status: String,
    /// What Meta filed it under, when it says so.
    pub category: Option<String>,
    /// The category that Meta will file it under instead, when it says so.
    pub correct_category: Option<String>,
    /// Meta's word for why it was rejected.
    pub reason: Option<String>,
    /// What Meta says about that, when it says more.
    pub said: Option<String>,
    /// Meta's word for how people take it, for example `GREEN`, when it says so.
    pub quality: Option<String>,
    /// Whether what is here is what was sent in.
    pub is_current: bool,
    /// When that was known, milliseconds since 1970 (UTC), as a decimal string. Of one that is gone: when it was there
    /// for the last time.
    pub at: String,
}

/// Where all templates of an account stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Following {
    /// The account.
    pub account: String,
    /// When the account answered, milliseconds since 1970 (UTC), as a decimal string; none when it did not.
    pub asked_at: Option<String>,
    /// Why the account could not be asked, or not to the end: what is missing is told as it was last known.
    pub trouble: Option<Error>,
    /// Templates of this workspace that were ever sent in there.
    pub standings: Vec<Followed>,
    /// Templates that the account has and this workspace does not.
    pub others: Vec<OtherTemplate>,
}

/// Where one template of this workspace stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Followed {
    /// Its id in this workspace.
    pub message: String,
    /// Where it stands.
    pub standing: Standing,
}

/// A template that only an account has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OtherTemplate {
    /// Its id there.
    pub id: String,
    /// Its name there.
    pub name: String,
    /// Its language, Meta's code.
    pub language: String,
    /// Meta's word for its state.
    pub status: String,
    /// What it is filed under.
    pub category: Option<String>,
    /// How people take it.
    pub quality: Option<String>,
}

/// A text of a template or a message that is kept to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageVersion {
    /// Its id.
    pub id: String,
    /// What people call it; none while it goes by where it was sent.
    pub name: Option<String>,
    /// Where it was sent; none for one that was kept by hand.
    pub sent_to: Option<SentTo>,
    /// When it was kept, milliseconds since 1970 (UTC), as a decimal string.
    pub at: String,
    /// Whether what is here is the same, letter by letter.
    pub is_here: bool,
}

/// Where a version was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SentTo {
    /// To the practice account.
    pub practice: bool,
    /// The account's name, while it is known here.
    pub account: Option<String>,
}

/// A finished template to start from.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageStarter {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence on what it is for.
    pub about: String,
    /// Its goal.
    pub stage: Stage,
    /// Trades it is made for, for example `salon`.
    pub trades: Vec<String>,
    /// Meta's name of what it is sent for.
    pub category: String,
    /// Meta's codes of the languages it comes in.
    pub languages: Vec<String>,
    /// What the phone shows.
    pub chat: ChatView,
}

/// A template in all its languages, and what Meta would take for the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Family {
    /// Every text of the original, in the order people read them, then those that this template alone has.
    pub rows: Vec<WordingRow>,
    /// How many of the rows are of the original: coverage is counted of them.
    pub counted: u32,
    /// Templates of its name in their languages, the original first. Empty for what is no template.
    pub languages: Vec<TemplateLanguage>,
    /// Names here of other templates with the same name and language: Meta keeps one.
    pub clashes: Vec<String>,
    /// Names here of other templates with the same text and small print: Meta refuses duplicates.
    pub twins: Vec<String>,
}

/// A text that every language has in the same place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WordingRow {
    /// The string in the payload.
    pub at: Pointer,
    /// What it is.
    pub kind: WordingKind,
    /// The card it stands on, from 0.
    pub card: Option<u32>,
}

/// A template in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TemplateLanguage {
    /// Its id in this workspace.
    pub message: String,
    /// The revision that the texts are of.
    pub revision: u32,
    /// Meta's code.
    pub language: String,
    /// Whether the template was first written in it.
    pub is_original: bool,
    /// Its texts, one for each row; `None` where it has no such part.
    pub texts: Vec<Option<String>>,
    /// How many of those that are counted are to be written: empty, missing, or still those of the original.
    pub left: u32,
    /// Number of blocked findings.
    pub blocked: u32,
    /// Where it stands.
    pub live: LiveState,
}

/// A price list that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RatesTaken {
    /// The file.
    pub source: String,
    /// First day it holds for, ISO.
    pub valid_from: String,
    /// Markets it has rates for.
    pub markets: u32,
    /// What in it was not understood, each a sentence.
    pub notes: Vec<String>,
}
