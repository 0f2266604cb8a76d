//! Moves a Flow to a newer version of Flow JSON: what changes and why, and what only a person can decide.
//!
//! The breaks between the two versions are mended first ([`breaks`]). Then the checks of the new version run, and
//! what they say is mended where there is one way to do it that takes nothing away that works. The rest is handed back.

mod breaks;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use specta::Type;

use crate::check::{Checker, Diagnostic, Fix, Severity};
use crate::edit::{Document, Edit, apply};
use crate::facts;
use crate::facts::VersionState;
use crate::flow::Version;
use crate::json::{Pointer, Tree};

/// Why a Flow cannot be moved to a version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MigrateError {
    /// The text is not JSON.
    #[error("The text cannot be read from line {line} on. Mend it first.")]
    Unreadable {
        /// Line of the first mistake, from 1.
        line: u32,
    },
    /// The Flow does not say its version, or says one that there never was.
    #[error("The Flow does not say which version it is written in. Set \"version\" first.")]
    NoVersion,
    /// Nothing can be published in the wanted version.
    #[error("Version {0} cannot be published. Choose one that can, for example {1}.")]
    NotPublishable(Version, Version),
    /// The Flow is as new already.
    #[error("The Flow is written in version {0} already.")]
    AsNew(Version),
}

/// The way of a Flow to a newer version.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Migration {
    /// The version it is written in.
    #[specta(type = String)]
    pub from: Version,
    /// The version it goes to.
    #[specta(type = String)]
    pub to: Version,
    /// What changes in the text, in order.
    pub changes: Vec<MigrationStep>,
    /// What works differently afterwards although the text stays.
    pub notes: Vec<MigrationStep>,
    /// What the new version's checks still refuse: a person has to decide. Places are those of [`Self::text`].
    pub open: Vec<Diagnostic>,
    /// The text afterwards: what the edit makes of it.
    #[serde(skip)]
    pub text: String,
    /// All of it as one step that can be taken back.
    pub edit: Edit,
}

/// Something that is different afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MigrationStep {
    /// What is done, in plain words.
    pub what: String,
    /// Why the new version needs it.
    pub why: String,
    /// Where, in the text as it is when its turn comes.
    pub place: Pointer,
}

/// Works out how a Flow gets to a version that can be published.
///
/// # Errors
/// [`MigrateError`] when there is no way to begin.
pub fn migrate(text: &str, to: Version) -> Result<Migration, MigrateError> {
    let versions = facts::versions();
    if versions.get(to).is_none_or(|known| known.state != VersionState::Publishable) {
        return Err(MigrateError::NotPublishable(to, versions.recommended));
    }
    let document = Document::new("", text, BTreeMap::new());
    let from = version_of(document.tree())?;
    if from >= to {
        return Err(MigrateError::AsNew(from));
    }
    let mut way = Way { document, edits: Vec::new(), changes: Vec::new() };
    way.go(
        MigrationStep {
            what: format!("The version becomes {to}"),
            why: match versions.get(from).map(|known| known.state) {
                Some(VersionState::Publishable) => {
                    format!("{from} will be closed after a while, as others were.")
                }
                _ => format!("Nothing new can be published in {from}."),
            },
            place: Pointer::root(),
        },
        vec![Edit::SetProperty {
            at: Pointer::root(),
            key: "version".to_owned(),
            value: to.to_string().into(),
        }],
    );
    let mut notes = Vec::new();
    for known in breaks::ALL.iter().filter(|known| (known.lies_between)(from, to)) {
        for found in (known.find)(way.document.tree()) {
            let change = MigrationStep { what: found.what, why: known.why.to_owned(), place: found.place };
            if found.edits.is_empty() {
                notes.push(change);
            } else {
                way.go(change, found.edits);
            }
        }
    }
    let open = way.mend();
    let edit = Edit::Batch { name: Some(format!("move to version {to}")), edits: way.edits };
    let text = way.document.text().to_owned();
    Ok(Migration { from, to, changes: way.changes, notes, open, text, edit })
}

fn version_of(tree: &Tree) -> Result<Version, MigrateError> {
    if let Some(error) = tree.error() {
        return Err(MigrateError::Unreadable { line: tree.lines().place(error.span.start).line });
    }
    let written = tree.root().get("version").and_then(|node| node.as_str()?.parse().ok());
    written.filter(|version| facts::versions().get(*version).is_some()).ok_or(MigrateError::NoVersion)
}

/// A Flow under way.
struct Way {
    document: Document,
    edits: Vec<Edit>,
    changes: Vec<MigrationStep>,
}

impl Way {
    /// Takes one step. One that does not fit is left out; the checks say then what is still wrong.
    fn go(&mut self, change: MigrationStep, edits: Vec<Edit>) {
        if let Ok(applied) = apply(&self.document, &Edit::Batch { name: None, edits: edits.clone() }) {
            self.document = applied.document;
            self.edits.extend(edits);
            self.changes.push(change);
        }
    }

    /// Mends what the new version's checks refuse and one gentle fix puts right. Gives what is left.
    fn mend(&mut self) -> Vec<Diagnostic> {
        /// More would not be a Flow from an older version but a broken one.
        const MOST: usize = 500;
        let mut checker = Checker::default();
        let mut tried = BTreeSet::new();
        loop {
            let mut found = checker.check(self.document.tree());
            found.retain(|finding| finding.severity == Severity::Blocked);
            let next = found.iter().find_map(|finding| {
                let key = (finding.rule.clone(), finding.place.pointer.0.clone(), finding.message.clone());
                let fix = the_fix(finding)?;
                (tried.len() < MOST && tried.insert(key)).then(|| (finding, fix.clone()))
            });
            let Some((finding, fix)) = next else { return found };
            let change = MigrationStep {
                what: format!("{}: {}", finding.headline, fix.title),
                why: finding.why.clone(),
                place: finding.place.pointer.clone(),
            };
            self.go(change, fix.edits);
        }
    }
}

/// The fix that needs no person: there is one way only, or the text it takes away is blank, and no part, screen or end
/// of the form goes with it.
fn the_fix(finding: &Diagnostic) -> Option<&Fix> {
    let fix = match finding.fixes.as_slice() {
        [only] => only,
        [first, ..] if finding.rule == "blank-text" => first,
        _ => return None,
    };
    fix.edits.iter().all(is_gentle).then_some(fix)
}

fn is_gentle(edit: &Edit) -> bool {
    match edit {
        Edit::RemoveItems { .. }
        | Edit::DeleteScreens { .. }
        | Edit::DisconnectScreens { .. }
        | Edit::SetTerminal { terminal: false, .. } => false,
        Edit::Batch { edits, .. } => edits.iter().all(is_gentle),
        _ => true,
    }
}
