//! The proof: what can be said of all runs of a journey before the first one.
//!
//! See [`crate::engine`] for what a run does. For each message and each [`Refusal`](crate::engine::Refusal) the verdict is
//! [`Verdict::Always`] (no run is refused), [`Verdict::Never`] (every run that comes there is) or [`Verdict::Depends`].

/// What holds for a message over all runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is allowed whenever it is due.
    Always,
    /// It is allowed in some runs and refused in others.
    Depends,
    /// It is refused whenever it is due.
    Never,
}
