//! What the commands promise, tried with a program around them that answers dialogs from a list.

mod arrivals;
mod edits;
mod failures;
mod files;
mod images;
mod places;
mod preview;
mod support;
