use crate::App;
use crate::wire::{Code, Error};
use flows::json::Pointer;
use flows::mirror::Patch;
/// Puts a dropped picture into a Flow, shrunk to Meta's limit.
pub fn drop_image(
    _app: &App,
    _flow: &str,
    _revision: u32,
    _at: &Pointer,
    _key: &str,
    _index: Option<u32>,
    _token: &str,
) -> Result<Patch, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
