//! All sections together have more products than Meta takes.
//!
//! # Why
//!
//! Meta refuses the message.
//!
//! # Example
//!
//! ```json
//! {"sections": [{"title": "Cakes", "product_items": ["(thirty-one products)"]}]}
//! ```
//!
//! # Fix
//!
//! Take some out, or send a second message.

use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::InteractiveType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-products-too-many",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_products_too_many.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    if interactive.kind == InteractiveType::ProductList {
        super::too_many_in_all(&RULE, interactive, "product_items", facts::message().limits.products, out);
    }
}
