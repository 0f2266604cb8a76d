//! What a file is, by its first bytes.

use image::ImageFormat;

/// A kind of file that may stand above a template's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileType {
    pub(crate) mime: &'static str,
    /// How its name ends.
    pub(crate) ending: &'static str,
    pub(crate) is_picture: bool,
}

const JPEG: FileType = FileType { mime: "image/jpeg", ending: "jpg", is_picture: true };
const PNG: FileType = FileType { mime: "image/png", ending: "png", is_picture: true };
const PDF: FileType = FileType { mime: "application/pdf", ending: "pdf", is_picture: false };
const MP4: FileType = FileType { mime: "video/mp4", ending: "mp4", is_picture: false };

impl FileType {
    /// Of a file; nothing when it is none of them.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        match image::guess_format(bytes) {
            Ok(ImageFormat::Jpeg) => Some(JPEG),
            Ok(ImageFormat::Png) => Some(PNG),
            _ if bytes.starts_with(b"%PDF") => Some(PDF),
            // The first box of an MP4 file, and of its like, says so behind its length.
            _ if bytes.get(4..8) == Some(b"ftyp") => Some(MP4),
            _ => None,
        }
    }
}
