//! The form is written in a version of Flow JSON that does not exist or can no longer be published.
//!
//! # Why
//!
//! Meta has closed old versions: forms already sent keep working, new ones are refused.
//!
//! # Example
//!
//! ```json
//! {"version": "3.0", "screens": []}
//! ```
//!
//! # Fix
//!
//! Change the version to the recommended one and mend what the newer rules find.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::flow::Version;
use crate::json::{Node, Pointer};

pub(in crate::check) static RULE: Rule = Rule {
    id: "unsupported-version",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON_VERSION"],
    checks: &[],
    source: include_str!("unsupported_version.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, version: Option<Version>, out: &mut Findings<'t>) {
    let message = "Given Flow JSON version is not supported. Please refer the supported versions at \
                   https://developers.facebook.com/docs/whatsapp/flows/changelogs#currently-supported-versions.";
    let headline = match version {
        Some(version) => format!("Version {version} can no longer be published"),
        None => format!("{} is not a version Meta knows", short(node.raw())),
    };
    let finding = out.add(&RULE, message, headline, &[Spot::value(node)]);
    // A Flow of a version there was needs more than another number: see `migrate`.
    if version.is_none_or(|version| facts::versions().get(version).is_none()) {
        let recommended = facts::versions().recommended.to_string();
        let title = format!("Change it to {recommended}");
        let value = recommended.into();
        let edit = Edit::SetProperty { at: Pointer::root(), key: "version".to_owned(), value };
        finding.mended(Fix { title, edits: vec![edit] });
    }
}
