use crate::wire::ReportRow;

/// What became of a row, and whether the run goes on.
pub(super) enum Row {
    /// The account has it as it is here.
    There(ReportRow),
    /// It was not brought there; on to the next.
    Done(ReportRow),
    /// The others would meet the same trouble.
    Stopped(ReportRow),
}
