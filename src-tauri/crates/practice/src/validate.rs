//! Meta's `validation_errors` for a Flow JSON, from the domain's own check.

use cloud::models::{ErrorPointer, ValidationError};
use flows::check::{MetaError, MetaPointer, meta_errors};

pub(crate) fn validate(text: &str) -> Vec<ValidationError> {
    meta_errors(text).into_iter().map(error).collect()
}

fn error(error: MetaError) -> ValidationError {
    ValidationError {
        error: error.error,
        error_type: error.error_type,
        message: error.message,
        line_start: error.line_start,
        line_end: error.line_end,
        column_start: error.column_start,
        column_end: error.column_end,
        pointers: error.pointers.into_iter().map(pointer).collect(),
    }
}

fn pointer(pointer: MetaPointer) -> ErrorPointer {
    ErrorPointer {
        line_start: pointer.line_start,
        line_end: pointer.line_end,
        column_start: pointer.column_start,
        column_end: pointer.column_end,
        path: pointer.path,
    }
}
