use crate::App;
use crate::wire::{Code, Error};
use flows::json::Pointer;
/// Text for the clipboard that `Edit::Paste` understands.
pub fn copy(_app: &App, _flow: &str, _items: &[Pointer], _screens: &[String]) -> Result<String, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
