//! Plan, then apply.

mod apply;
mod plan;

pub use apply::apply;
pub use plan::plan;
