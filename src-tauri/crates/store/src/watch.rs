use crate::error::Error;

/// The moments around a write. A watcher may stop the program at any of them, or fail the write where it says so;
/// tests prove with it that a write is whole or has not happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WritePoint {
    /// The transaction has begun, nothing is written.
    Begun,
    /// The document's row carries the new revision.
    Documented,
    /// The journal has the entry.
    Journaled,
    /// The snapshot is written, if one was due.
    Snapshotted,
    /// The transaction is committed; the caller does not know yet. Failing here changes nothing.
    Committed,
}

impl WritePoint {
    /// All of them, in order.
    pub const ALL: [Self; 5] =
        [Self::Begun, Self::Documented, Self::Journaled, Self::Snapshotted, Self::Committed];
}

/// Called at every [`WritePoint`].
pub(crate) type Watch = Box<dyn FnMut(WritePoint) -> Result<(), Error> + Send>;
