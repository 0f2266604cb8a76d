//! The command boundary: a panic in a body is a bug and becomes an answer.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use crate::wire::{Code, Error};

/// Runs a command's body; a panic becomes [`Code::Internal`].
pub fn guard<T>(body: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|_| Err(panicked()))
}

/// [`guard`] for a body that awaits.
pub async fn guard_async<T>(body: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let mut body = pin!(body);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| body.as_mut().poll(context))) {
        Ok(poll) => poll,
        Err(_) => Poll::Ready(Err(panicked())),
    })
    .await
}

/// The answer to a call that comes while the app is closing.
pub fn stopping() -> Error {
    Error::new(Code::Internal, "Waymark is closing.")
}

fn panicked() -> Error {
    Error::new(
        Code::Internal,
        "Something went wrong inside Waymark. Your work is saved up to the last step. Please try again.",
    )
}
