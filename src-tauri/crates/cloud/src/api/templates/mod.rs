mod compare;
mod create;
mod delete;
mod edit;
mod get;
mod library;
mod list;
mod unpause;

pub use library::LibraryFilter;
pub use list::{TEMPLATE_FIELDS, TemplateFilter};
