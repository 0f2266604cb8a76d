//! What belongs together: journeys that call each other, the templates they send, the Flows they open.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Journey, JourneyName, TemplateUse};
use crate::check::DocumentKind;
use crate::facts::{self, template_words};
use crate::json::Tree;
use crate::template::{ButtonType, Category, Template, variables};

/// Journeys of one business, with what is known of what they use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Project {
    /// The journeys by name. Projects that have the same one share it.
    pub journeys: BTreeMap<JourneyName, Arc<Journey>>,
    /// The templates by Meta's name, then by language.
    pub templates: BTreeMap<String, BTreeMap<String, TemplateKnown>>,
    /// Names of the Flows there are.
    pub flows: Vec<String>,
    /// Those of them that are not published.
    pub drafts: BTreeSet<String>,
    /// The account they are for, when what it may do is known; else it counts as a new one.
    pub account: Option<AccountKnown>,
}

/// An account that journeys are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountKnown {
    /// What its owner calls it.
    pub name: String,
    /// How many people it may write to first.
    pub limit: MessagingLimit,
}

/// How many people a business may write to who did not write themselves, within the hours that Meta counts them in. The lower
/// one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum MessagingLimit {
    /// So many.
    People(u32),
    /// As many as it likes.
    Unlimited,
}

impl MessagingLimit {
    /// By Meta's word, such as `TIER_2K`. `None` when Meta has set none yet, or tells nowhere how many people the word means.
    pub fn of(tier: &str) -> Option<Self> {
        let known = facts::account().messaging_limits.iter().find(|known| known.tier == tier)?;
        Some(known.people.map_or(Self::Unlimited, Self::People))
    }
}

/// A template as it stands at Meta and in the workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateKnown {
    /// What it is filed under.
    pub category: Category,
    /// Whether Meta lets it be sent.
    pub status: TemplateStatus,
    /// Names of its variables, in order.
    pub variables: Vec<String>,
    /// Words of its quick replies, which are what comes back.
    pub quick_replies: Vec<String>,
    /// Its words say how to stop such messages, or one of its quick replies does.
    pub offers_stop: bool,
}

/// Whether Meta lets a template be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateStatus {
    /// It was not sent in.
    Draft,
    /// Meta looks at it.
    Pending,
    /// It may be sent.
    Approved,
    /// Meta said no, paused it or switched it off.
    Refused,
}

impl TemplateKnown {
    /// What the payload that creates a template tells. `None` when it has no category.
    pub fn of(template: &Template<'_>, status: TemplateStatus) -> Option<Self> {
        let mut names: Vec<String> = Vec::new();
        let texts = template.components.iter().filter_map(|part| part.node.get("text")?.as_str());
        for text in texts {
            for variable in variables(&text).list {
                let name = variable.name.to_string();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        let replies = template.buttons.iter().filter(|button| button.kind == ButtonType::QuickReply);
        let words = replies.filter_map(|button| button.node.get("text")?.as_str());
        let quick_replies: Vec<String> = words.map(Into::into).collect();
        let language = template.language.as_deref().unwrap_or_default();
        let texts = template.components.iter().filter_map(|part| part.node.get("text")?.as_str());
        let mut said = texts.map(|text| text.to_lowercase());
        let mut tapped = quick_replies.iter().map(|text| text.to_lowercase());
        let stops = |text: String| template_words::stop(language, &text).is_some();
        Some(Self {
            category: template.category?,
            status,
            variables: names,
            offers_stop: said.any(stops) || tapped.any(stops),
            quick_replies,
        })
    }
}

impl Project {
    /// Takes in what a text is: a journey or a Flow by this name, a template by its own, as one that Meta lets out.
    /// Messages are left out. Gives what it is.
    pub fn add(&mut self, name: &str, tree: &Tree) -> DocumentKind {
        let kind = DocumentKind::of(tree);
        match kind {
            DocumentKind::Journey => {
                self.journeys.insert(name.into(), Journey::read(tree).into());
            }
            DocumentKind::Template => {
                let template = Template::of(tree);
                if let Some(known) = TemplateKnown::of(&template, TemplateStatus::Approved) {
                    let language = template.language.map(Into::into).unwrap_or_default();
                    let name = template.name.map(Into::into).unwrap_or_default();
                    self.templates.entry(name).or_default().insert(language, known);
                }
            }
            DocumentKind::Flow => self.flows.push(name.to_owned()),
            DocumentKind::Message => {}
        }
        kind
    }

    /// A project of one journey.
    pub fn of(name: &str, journey: Journey) -> Self {
        Self { journeys: [(JourneyName(name.to_owned()), journey.into())].into(), ..Self::default() }
    }

    /// What is known of the template that a node uses, in the language it is sent in.
    pub fn template(&self, used: &TemplateUse, language: &str) -> Option<&TemplateKnown> {
        let languages = self.templates.get(&used.name)?;
        languages.get(used.language.as_deref().unwrap_or(language)).or_else(|| {
            // Only one language is known and none was asked for.
            (used.language.is_none() && languages.len() == 1).then(|| languages.values().next()).flatten()
        })
    }

    /// What a template is filed under. One that is not known counts as marketing: the strictest.
    pub fn category(&self, used: &TemplateUse, language: &str) -> Category {
        self.template(used, language).map_or(Category::Marketing, |known| known.category)
    }
}
