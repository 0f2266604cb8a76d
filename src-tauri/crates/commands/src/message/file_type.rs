//! What a file is, by what is in it.

use flows::facts::{self, MediaFacts};

/// A kind of file that WhatsApp takes, by the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileType {
    pub(crate) mime: &'static str,
    /// How its name ends.
    pub(crate) ending: &'static str,
}

impl FileType {
    /// Of a file; nothing when it is none that WhatsApp takes.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        let ending = match infer::get(bytes) {
            Some(known) => known.extension(),
            // A plain text has no beginning of its own.
            None if is_text(bytes) => "txt",
            None => return None,
        };
        let named = |media: &'static MediaFacts| {
            let ending = media.extensions.iter().find(|own| *own == ending)?;
            Some(Self { mime: &media.mime, ending })
        };
        facts::message().media.iter().find_map(named)
    }

    pub(crate) fn is_picture(self) -> bool {
        self.mime.starts_with("image/")
    }
}

fn is_text(bytes: &[u8]) -> bool {
    let is_written = |letter: char| !letter.is_control() || letter.is_whitespace();
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(is_written))
}

#[cfg(test)]
mod tests {
    use super::FileType;

    #[test]
    fn files_are_known_by_what_is_in_them() {
        let ending = |bytes: &[u8]| FileType::of(bytes).map(|kind| kind.ending);
        for (bytes, known) in [
            (b"\xff\xd8\xff\xe0rest of it".as_slice(), Some("jpg")),
            (b"\x89PNG\r\n\x1a\n", Some("png")),
            (b"RIFF\x10\0\0\0WEBPVP8 rest", Some("webp")),
            (b"%PDF-1.7", Some("pdf")),
            (b"\0\0\0\x18ftypmp42rest", Some("mp4")),
            (b"OggS\0\x02rest", Some("ogg")),
            (b"ID3\x04rest of it", Some("mp3")),
            (b"#!AMR\n\x3c\x91\x17\x16\xbe\x66", Some("amr")),
            ("Öffnungszeiten: 9 bis 17 Uhr".as_bytes(), Some("txt")),
            (b"GIF89a", None),
            (b"\x7fELF\x02\x01\x01", None),
            (b"\xff\xfe\x00\x01\x02", None),
        ] {
            assert_eq!(ending(bytes), known, "{bytes:?}");
        }
    }
}
