//! Client of Meta's Graph API for WhatsApp. The only code that knows Meta's endpoints.
//!
//! One file a call, `api/<resource>/<verb>.rs`; what goes over the wire in [`models`]; what went wrong in
//! [`Error`], with Meta's own words kept. A call is repeated only where that is safe: see [`Repeat`].

mod api;
mod error;
pub mod facts;
mod graph;
pub mod models;
mod outcome;
mod usage;

pub use error::{Error, ErrorData, GraphError};
pub use graph::{Graph, Patience, Repeat, Settings, SettingsError};
pub use outcome::Outcome;
pub use usage::{BusinessUse, Usage, Use};

pub use api::flows::{CreateFlow, UpdateFlow};
pub use api::media::File;
pub use api::templates::{LibraryFilter, TEMPLATE_FIELDS, TemplateFilter};
