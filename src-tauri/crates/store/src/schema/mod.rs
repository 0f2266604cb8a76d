//! The tables, as numbered migrations. A released migration is never changed; a new one is added at the end.

use rusqlite_migration::{M, Migrations};

const STEPS: &[M<'_>] = &[
    M::up(include_str!("0001_workspace.sql")),
    M::up(include_str!("0002_templates.sql")),
    M::up(include_str!("0003_template_books.sql")),
    M::up(include_str!("0004_versions.sql")),
    M::up(include_str!("0005_messaging_limits.sql")),
];

/// Newest format known here: the number of migrations, kept in `user_version`.
#[expect(clippy::cast_possible_truncation, reason = "a handful of files")]
pub(crate) const FORMAT: u32 = STEPS.len() as u32;

pub(crate) const MIGRATIONS: Migrations<'_> = Migrations::from_slice(STEPS);
