//! The form names the address of its endpoint in the file.
//!
//! # Why
//!
//! From version 3.0 on the address belongs to the form's settings in the WhatsApp account, not into the
//! file.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "data_channel_uri": "https://example.com/flow", "screens": []}
//! ```
//!
//! # Fix
//!
//! Remove it here and set the address in the account.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::{Member, Pointer};

pub(in crate::check) static RULE: Rule = Rule {
    id: "removed-property",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_KEY"],
    checks: &[],
    source: include_str!("removed_property.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(member: Member<'t>, out: &mut Findings<'t>) {
    let message = "Property 'data_channel_uri' is no longer supported in Flow JSON as of version '3.0'. Please \
                   configure your endpoint URI using Flows API or Builder. Refer Flows documentation at \
                   https://developers.facebook.com/docs/whatsapp/flows for more information.";
    let edit = Edit::RemoveProperty { at: Pointer::root(), key: member.key().into_owned() };
    out.add(&RULE, message, "Your own system's address does not belong in the form", &[Spot::name(member)])
        .mended(Fix { title: "Remove the address".to_owned(), edits: vec![edit] });
}
