mod assets;
mod create;
mod delete;
mod deprecate;
mod get;
mod list;
mod preview;
mod publish;
mod update;
mod upload;

pub use create::CreateFlow;
pub use update::UpdateFlow;
