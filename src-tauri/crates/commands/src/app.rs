use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::task::Poll;

use crate::host::Host;
use crate::wire::{Code, Error};

/// The state behind all commands: the workspace and the documents that are open.
pub struct App {
    host: Box<dyn Host>,
    expected: Mutex<Vec<PathBuf>>,
}

impl App {
    /// Cheap: nothing is opened before the first command needs it.
    pub fn new(host: impl Host) -> Self {
        Self { host: Box::new(host), expected: Mutex::default() }
    }

    /// Files given at the start; the first `workspace_open` takes them in.
    pub fn expect_files(&self, files: Vec<PathBuf>) {
        self.expected.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// The program around.
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }
}

/// The command boundary: a panic in a body becomes [`Code::Internal`]. Every body runs inside.
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

fn panicked() -> Error {
    Error::new(
        Code::Internal,
        "Something went wrong inside Waymark. Your work is saved up to the last step. Please try again.",
    )
}

/// The answer to a call that comes while the app is closing.
pub fn stopping() -> Error {
    Error::new(Code::Internal, "Waymark is closing.")
}
