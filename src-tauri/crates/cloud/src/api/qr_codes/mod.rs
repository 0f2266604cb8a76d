mod create;
mod delete;
mod list;
mod update;

/// The edge of a phone number.
const EDGE: &str = "message_qrdls";
