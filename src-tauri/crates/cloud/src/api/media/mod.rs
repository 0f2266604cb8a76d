mod delete;
mod download;
mod read;
mod upload;

use outbound::{Bytes, HeaderValue};

use crate::Error;

/// A file to upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// For example `image/png`.
    pub media_type: &'a str,
    /// What it holds.
    pub bytes: Bytes,
}

/// The file's media type as a header's value.
pub(crate) fn media_type(file: &File<'_>) -> Result<HeaderValue, Error> {
    HeaderValue::from_str(file.media_type)
        .map_err(|_| outbound::Error::Invalid("the file's media type is none".to_owned()).into())
}
