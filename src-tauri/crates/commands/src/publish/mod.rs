//! Plan, then apply.
//!
//! What is live is found out anew each time: by the id in the books, by the name of a creation that is in
//! doubt, by the Flow's own name. Every call that changes something is written down before it is made and
//! again when its outcome is known, so it can be broken off anywhere; the next run looks first and goes on.
//! Names are unique at Meta (of a template: in its language), which makes the name the key that keeps a creation from
//! happening twice. QR codes have none: see `link`. A journey comes after all that it uses: see `journey`.

mod apply;
mod books;
mod decide;
mod journey;
mod lately;
mod link;
mod local;
mod look;
mod opens;
mod plan;
mod plans;
mod row;
mod run;
mod said;
mod template;
mod turn;

pub use apply::apply;
pub use local::Local;
pub use plan::{plan, plan_texts};
pub use plans::Plans;

pub(crate) use books::{Books, Step};
pub(crate) use journey::KeptPlaces;
pub(crate) use link::{address, key};
pub(crate) use template::{GONE, Key, Said, send_alone, word};
