use std::borrow::Cow;

use flows::check::{Diagnostic, Severity, check_template};
use flows::json::{Node, Tree};
use flows::template::{ButtonType, Template};

use crate::App;
use crate::wire::Error;

/// A template to send in, as it stands when the plan is made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LocalTemplate {
    /// Its id in the workspace.
    pub(crate) message: String,
    /// Its name in the workspace.
    pub(crate) name: String,
    /// What the account knows it by.
    pub(crate) key: Key,
    /// Its category in Meta's word; empty when it has none.
    pub(crate) category: String,
    /// Its payload, exactly.
    pub(crate) text: String,
    /// What would be refused.
    pub(crate) blocked: Vec<Diagnostic>,
    /// Flows that its buttons open.
    pub(crate) opens: Vec<Opens>,
}

/// Name and language, by which an account knows a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Its name at Meta.
    pub(crate) name: String,
    /// Meta's code.
    pub(crate) language: String,
}

/// A Flow that a button opens, as the button names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Opens {
    /// By its id at Meta.
    Id(String),
    /// By its name.
    Name(String),
}

impl Key {
    /// Of a payload.
    pub(crate) fn of(text: &str) -> Self {
        let tree = Tree::parse(text);
        let template = Template::of(&tree);
        let own = |text: Option<Cow<'_, str>>| text.map(Into::into).unwrap_or_default();
        Self { name: own(template.name.clone()), language: own(template.language.clone()) }
    }

    /// Of what an account tells.
    pub(crate) fn told(template: &cloud::models::Template) -> Self {
        Self {
            name: template.name.clone().unwrap_or_default(),
            language: template.language.clone().unwrap_or_default(),
        }
    }
}

impl LocalTemplate {
    /// A template of the workspace.
    pub(crate) fn of_workspace(app: &App, message: &str) -> Result<Self, Error> {
        let (name, text) = app.message(message, |open| {
            Ok((open.document().name().to_owned(), open.document().text().to_owned()))
        })?;
        Ok(Self::new(message.to_owned(), name, text))
    }

    pub(super) fn new(message: String, name: String, text: String) -> Self {
        let tree = Tree::parse(text.as_str());
        let blocked = check_template(&tree)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Blocked)
            .collect();
        Self {
            message,
            name,
            key: Key::of(&text),
            category: category(&text),
            blocked,
            opens: opens(&tree),
            text,
        }
    }
}

/// Meta's word for the category of a payload; empty when it has none.
pub(super) fn category(text: &str) -> String {
    let tree = Tree::parse(text);
    Template::of(&tree).category.map(|category| category.name().to_owned()).unwrap_or_default()
}

fn opens(tree: &Tree) -> Vec<Opens> {
    let text = |node: Node<'_>| match node.as_str() {
        Some(text) => text.into_owned(),
        None => node.to_value().to_string(),
    };
    let template = Template::of(tree);
    let flows = template.buttons.iter().filter(|button| button.kind == ButtonType::Flow);
    let mut found: Vec<Opens> = flows
        .filter_map(|button| {
            let id = button.node.get("flow_id").map(text).map(Opens::Id);
            id.or_else(|| button.node.get("flow_name").map(text).map(Opens::Name))
        })
        .collect();
    found.dedup();
    found
}
