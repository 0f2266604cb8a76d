//! The file is not JSON: something is missing, left open or mistyped.
//!
//! # Why
//!
//! Neither Meta nor Waymark can read past such a place, so nothing behind it can be checked.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "screens": [
//! ```
//!
//! # Fix
//!
//! Go to the marked place in the source and complete it, or undo the last change.

use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::rule::{Rule, Run};
use crate::json::{SyntaxError, SyntaxErrorKind, Tree};

pub(in crate::check) static RULE: Rule = Rule {
    id: "not-json",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON"],
    checks: &[],
    source: include_str!("not_json.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found(tree: &Tree, error: &SyntaxError, out: &mut Findings<'_>) {
    let headline = match error.kind {
        SyntaxErrorKind::UnexpectedEnd => "The file ends in the middle",
        SyntaxErrorKind::TooDeep => "The file nests too deep to be read",
        SyntaxErrorKind::UnterminatedString | SyntaxErrorKind::ControlCharacter => {
            "A quotation mark is missing here"
        }
        SyntaxErrorKind::ExpectedCommaOrBrace | SyntaxErrorKind::ExpectedCommaOrBracket => {
            "A comma or a closing bracket is missing here"
        }
        _ => "The file cannot be read from here on",
    };
    let mut place = crate::check::findings::nowhere();
    place.span = error.span;
    place.lines = tree.lines().span(error.span);
    out.push(&RULE, format!("Flow JSON is not valid. {}", error.message), headline.to_owned(), place, Vec::new());
}
