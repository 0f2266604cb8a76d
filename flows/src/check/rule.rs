//! What a rule is, and the words that explain it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::Severity;
use super::context::{FlowContext, ScreenContext};
use super::findings::Findings;
use super::journey::{self, JourneyContext};
use super::message::{self, MessageContext};
use super::rules;
use super::template::{self, TemplateContext};
use crate::facts;
use crate::flow::Version;
use crate::journey::is_journey;
use crate::json::Tree;
use crate::message::is_message;
use crate::template::is_template;

/// A rule. Lives in a file of its own under `rules/`; the file's own documentation explains it.
pub(super) struct Rule {
    /// Stable kebab-case id: the pattern it finds.
    pub(super) id: &'static str,
    /// How much its findings matter.
    pub(super) severity: Severity,
    /// Meta's codes for it; empty when Meta has none.
    pub(super) codes: &'static [&'static str],
    /// The checks of Meta's validator that it follows, by Meta's names: it is looked for in the versions that run
    /// one of them. Empty: in every version.
    pub(super) checks: &'static [&'static str],
    /// The rule's source file, whose documentation is the explanation.
    pub(super) source: &'static str,
    /// How it is looked for.
    pub(super) run: Run,
}

impl Rule {
    /// Whether it is looked for in this version.
    pub(super) fn applies(&self, version: Version) -> bool {
        self.checks.is_empty() || facts::check_runs(self.checks, version)
    }
}

/// The rules that are looked for in a version.
pub(super) fn rules_of(version: Version) -> &'static [&'static Rule] {
    static RULES: LazyLock<BTreeMap<Version, Vec<&'static Rule>>> = LazyLock::new(|| {
        let of = |version| rules::ALL.iter().copied().filter(|rule| rule.applies(version)).collect();
        facts::versions().versions.iter().map(|known| (known.version, of(known.version))).collect()
    });
    RULES.get(&version).map_or(&[], Vec::as_slice)
}

/// How a rule is looked for.
pub(super) enum Run {
    /// While the text, the version or the schema is held against the values.
    Schema,
    /// On each screen by itself. Other screens may be asked through the context only.
    Screen(for<'c, 't> fn(&'c ScreenContext<'c, 't>, &mut Findings<'t>)),
    /// On a message template.
    Template(for<'c, 't> fn(&TemplateContext<'c, 't>, &mut Findings<'t>)),
    /// On a message as it is sent.
    Message(for<'t> fn(&MessageContext<'t>, &mut Findings<'t>)),
    /// On a journey.
    Journey(for<'t> fn(&JourneyContext<'t>, &mut Findings<'t>)),
    /// Over all screens. Must be cheap: it runs after every edit.
    Flow(for<'c, 't> fn(&'c FlowContext<'c, 't>, &mut Findings<'t>)),
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// WhatsApp Flow JSON.
    Flow,
    /// A message template.
    Template,
    /// A message as it is sent.
    Message,
    /// A journey.
    Journey,
}

impl DocumentKind {
    /// What it is called in the workspace.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Template => "template",
            Self::Message => "message",
            Self::Journey => "journey",
        }
    }

    /// By that word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Flow, Self::Template, Self::Message, Self::Journey]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// What a text is. One that cannot be told is a Flow.
    pub fn of(tree: &Tree) -> Self {
        let root = tree.root();
        if is_journey(root) {
            Self::Journey
        } else if is_template(root) {
            Self::Template
        } else if is_message(root) {
            Self::Message
        } else {
            Self::Flow
        }
    }
}

impl Rule {
    /// What it looks at.
    pub(super) fn about(&self) -> DocumentKind {
        match self.run {
            Run::Template(_) => DocumentKind::Template,
            Run::Message(_) => DocumentKind::Message,
            Run::Journey(_) => DocumentKind::Journey,
            Run::Schema | Run::Screen(_) | Run::Flow(_) => DocumentKind::Flow,
        }
    }
}

/// Every rule: those of Flows, then those of templates, of messages and of journeys.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().chain(template::ALL).chain(message::ALL).chain(journey::ALL).copied()
}

/// What a rule is about, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RuleText {
    /// Its id.
    pub id: String,
    /// What it looks at.
    pub about: DocumentKind,
    /// How much its findings matter.
    pub severity: Severity,
    /// Meta's codes for it.
    pub codes: Vec<String>,
    /// What it finds.
    pub what: String,
    /// Why that matters.
    pub why: String,
    /// What it looks like.
    pub example: String,
    /// How to mend it.
    pub fix: String,
}

/// Explains a rule by its id.
pub fn explain(rule: &str) -> Option<&'static RuleText> {
    TEXTS.get(rule)
}

/// Ids of all rules, sorted.
pub fn rule_ids() -> impl Iterator<Item = &'static str> {
    TEXTS.keys().copied()
}

/// Whether a finding of this rule ends the check: what lies behind it is not looked at.
pub fn stops(rule: &str) -> bool {
    rules::ALL.iter().any(|known| known.id == rule && matches!(known.run, Run::Schema))
}

static TEXTS: LazyLock<BTreeMap<&'static str, RuleText>> =
    LazyLock::new(|| all().map(|rule| (rule.id, text(rule))).collect());

/// Reads the documentation at the top of the rule's file: what it finds, then `# Why`, `# Example`, `# Fix`.
fn text(rule: &Rule) -> RuleText {
    let lines = rule.source.lines().map_while(|line| line.strip_prefix("//!"));
    let mut parts = [String::new(), String::new(), String::new(), String::new()];
    let mut at = 0;
    for line in lines {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line {
            "# Why" => at = 1,
            "# Example" => at = 2,
            "# Fix" => at = 3,
            _ => {
                if let Some(part) = parts.get_mut(at) {
                    // Prose is wrapped in the file and flows here; an example keeps its lines.
                    let glue = if at == 2 || part.is_empty() || line.is_empty() { "\n" } else { " " };
                    part.push_str(glue);
                    part.push_str(line);
                }
            }
        }
    }
    let [what, why, example, fix] = parts.map(|part| part.trim().to_owned());
    RuleText {
        id: rule.id.to_owned(),
        about: rule.about(),
        severity: rule.severity,
        codes: rule.codes.iter().map(|code| (*code).to_owned()).collect(),
        what,
        why,
        example,
        fix,
    }
}
