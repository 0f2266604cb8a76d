use flows::check::{Diagnostic, Severity, check};
use flows::json::Tree;
use flows::languages::{self, Coverage};

use crate::App;
use crate::wire::Error;

/// A Flow to publish, as it stands when the plan is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    /// What it goes by in the books: its id in the workspace, for another language `#` and the tag behind it, or
    /// `file:` and its name.
    pub flow: String,
    /// Its name, here and at Meta.
    pub name: String,
    /// Its text, exactly.
    pub text: String,
    /// Number of screens.
    pub screens: u32,
    /// What would be refused.
    pub blocked: Vec<Diagnostic>,
    /// How much of its language is there, when that is not all: then it waits.
    pub unfinished: Option<Coverage>,
}

impl Local {
    /// A text that is not in the workspace.
    pub fn of_file(name: &str, text: String) -> Self {
        Self::new(format!("file:{name}"), name.to_owned(), text)
    }

    /// A Flow of the workspace, in the language it is written in and in each of its others.
    pub(crate) fn of_workspace(app: &App, flow: &str) -> Result<Vec<Self>, Error> {
        app.flow(flow, |open| {
            let (document, notes) = (open.document(), open.document().notes());
            let own = Self::new(flow.to_owned(), document.name().to_owned(), document.text().to_owned());
            let others = languages::tags(notes).map(|tag| {
                let text = languages::translated(document.tree(), notes, &tag);
                let name = languages::name_in(document.name(), &tag);
                let coverage = languages::coverage(document.tree(), notes, &tag);
                let unfinished = Some(coverage).filter(|coverage| !coverage.is_whole());
                Self { unfinished, ..Self::new(format!("{flow}#{tag}"), name, text) }
            });
            Ok(std::iter::once(own).chain(others).collect())
        })
    }

    fn new(flow: String, name: String, text: String) -> Self {
        let tree = Tree::parse(text.as_str());
        let screens = tree.root().get("screens").map_or(0, |screens| screens.items().count());
        let blocked =
            check(&tree).into_iter().filter(|finding| finding.severity == Severity::Blocked).collect();
        Self {
            flow,
            name,
            text,
            screens: u32::try_from(screens).unwrap_or(u32::MAX),
            blocked,
            unfinished: None,
        }
    }
}
