//! Every user command, against a Host trait. Knows no Tauri.

pub mod wire;
