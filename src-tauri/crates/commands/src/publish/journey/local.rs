use std::collections::BTreeMap;

use flows::check::{Diagnostic, Severity};
use flows::edit::Position;
use flows::journey::Journey;
use flows::json::Tree;

use crate::App;
use crate::journey;
use crate::publish::link::LocalLink;
use crate::wire::{Error, JourneyTest};

/// Says where a template stands by whatever account was asked last; a plan looks at its own account.
const STANDING: &str = "journey-template-not-approved";

/// A journey to publish, as it stands when the plan is made.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::publish) struct LocalJourney {
    /// Its id in the workspace.
    pub(in crate::publish) journey: String,
    /// Its name.
    pub(in crate::publish) name: String,
    /// Its text, exactly.
    pub(in crate::publish) text: String,
    /// Number of its steps.
    pub(in crate::publish) steps: u32,
    /// Where its cards stand, by step.
    pub(in crate::publish) positions: BTreeMap<String, Position>,
    /// What stops it.
    pub(in crate::publish) blocked: Vec<Diagnostic>,
    /// What it depends on.
    pub(in crate::publish) risky: Vec<Diagnostic>,
    /// Its tests, played as it is now.
    pub(in crate::publish) tests: Vec<JourneyTest>,
    /// The links that begin it.
    pub(in crate::publish) links: Vec<LocalLink>,
    /// What has to be there before it, by the rows' `document`.
    pub(in crate::publish) after: Vec<String>,
}

impl LocalJourney {
    /// A journey of the workspace; what comes before it is not known yet.
    pub(in crate::publish) fn of_workspace(app: &App, id: &str) -> Result<Self, Error> {
        let tests = journey::tests(app, id)?;
        app.journey(id, |open| {
            let found = open.snapshot(app)?.diagnostics;
            let (document, tree) = (open.document(), Tree::parse(open.document().text()));
            let of = |severity: Severity| {
                let those = found.iter().filter(|it| it.severity == severity && it.rule != STANDING);
                those.cloned().collect::<Vec<_>>()
            };
            let model = Journey::read(&tree);
            Ok(Self {
                journey: id.to_owned(),
                name: document.name().to_owned(),
                text: document.text().to_owned(),
                steps: u32::try_from(model.nodes.len()).unwrap_or(u32::MAX),
                positions: document.positions().clone(),
                blocked: of(Severity::Blocked),
                risky: of(Severity::Risky),
                tests,
                links: LocalLink::of(id, &model),
                after: Vec::new(),
            })
        })
    }

    /// Tests that do not come out as they have to.
    pub(super) fn failing(&self) -> usize {
        self.tests.iter().filter(|test| !test.differences.is_empty()).count()
    }
}
