use flows::check::{Diagnostic, Severity, check};
use flows::json::Tree;

use crate::App;
use crate::wire::Error;

/// A Flow to publish, as it stands when the plan is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// What it goes by in the books: its id in the workspace, or `file:` and its name.
    pub flow: String,
    /// Its name, here and at Meta.
    pub name: String,
    /// Its text, exactly.
    pub text: String,
    /// Number of screens.
    pub screens: u32,
    /// What would be refused.
    pub blocked: Vec<Diagnostic>,
}

impl Local {
    /// A text that is not in the workspace.
    pub fn of_file(name: &str, text: String) -> Self {
        Self::new(format!("file:{name}"), name.to_owned(), text)
    }

    /// A Flow of the workspace.
    pub(crate) fn of_workspace(app: &App, flow: &str) -> Result<Self, Error> {
        app.flow(flow, |open| {
            let document = open.document();
            Ok(Self::new(flow.to_owned(), document.name().to_owned(), document.text().to_owned()))
        })
    }

    fn new(flow: String, name: String, text: String) -> Self {
        let tree = Tree::parse(text.as_str());
        let screens = tree.root().get("screens").map_or(0, |screens| screens.items().count());
        let blocked =
            check(&tree).into_iter().filter(|finding| finding.severity == Severity::Blocked).collect();
        Self { flow, name, text, screens: u32::try_from(screens).unwrap_or(u32::MAX), blocked }
    }
}
