//! Pictures for a Flow: decoded within limits, shrunk until they fit, put in as base64.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flows::edit::{Document, Edit};
use flows::facts;
use flows::json::{Kind, Pointer};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use serde_json::json;

use crate::wire::{Code, Error};

/// Largest file that is looked at. Ours: a photo of a good camera has 20 MB.
const FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Longest side that is decoded, px, and the memory it may take. Ours.
const SIDE: u32 = 20_000;
const MEMORY: u64 = 512 * 1024 * 1024;
/// Longest side that goes into a Flow, px. Ours: no phone shows more.
const SHOWN_SIDE: u32 = 1600;
/// Below this side a picture that is still too large is given up, px.
const LEAST_SIDE: u32 = 64;
/// JPEG qualities that are tried at each size, best first.
const QUALITIES: [u8; 3] = [88, 78, 66];

/// Where a picture goes in a Flow.
pub(super) struct Target<'a> {
    /// The object.
    pub(super) at: &'a Pointer,
    /// Its member that holds the picture, or a list of pictures.
    pub(super) key: &'a str,
    /// Position in the list.
    pub(super) index: Option<u32>,
}

impl Target<'_> {
    /// Largest picture Meta advises here, in bytes. Pictures in lists have a bound of their own.
    fn limit(&self) -> usize {
        let limits = facts::limits();
        let kilobytes =
            if self.key == "image" { limits.list_image_kilobytes } else { limits.image_kilobytes };
        kilobytes as usize * 1000
    }

    /// The edit that puts a picture there.
    fn edit(&self, document: &Document, base64: String, name: &str) -> Edit {
        let Some(index) = self.index else {
            return Edit::SetProperty { at: self.at.clone(), key: self.key.to_owned(), value: base64.into() };
        };
        let list = self.at.clone().key(self.key);
        let position = usize::try_from(index).unwrap_or(usize::MAX);
        let item = json!({ "src": base64, "alt-text": name });
        match document.tree().at(&list) {
            Some(array) if array.kind() == Kind::Array => match array.item(position) {
                Some(_) => {
                    Edit::SetProperty { at: list.index(position), key: "src".into(), value: base64.into() }
                }
                None => Edit::InsertItem { at: list, index, value: item },
            },
            _ => Edit::SetProperty { at: self.at.clone(), key: self.key.to_owned(), value: json!([item]) },
        }
    }
}

/// The edit that puts a file's picture into a Flow.
pub(super) fn edit(document: &Document, target: &Target<'_>, file: &Path) -> Result<Edit, Error> {
    let bytes = fit(file, target.limit())?;
    let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(target.edit(document, STANDARD.encode(bytes), &name))
}

/// The file's own bytes when they are JPEG or PNG and small enough, else a JPEG or PNG that is.
pub(crate) fn fit(file: &Path, limit: usize) -> Result<Vec<u8>, Error> {
    let name = crate::name_of(file);
    let bad = |why: String| Error::new(Code::BadFile, format!("{name} {why}"));
    let mut bytes = Vec::new();
    let opened =
        File::open(file).and_then(|file| BufReader::new(file).take(FILE_BYTES + 1).read_to_end(&mut bytes));
    opened.map_err(|why| bad(format!("could not be read ({why}). Choose the picture again.")))?;
    if bytes.len() as u64 > FILE_BYTES {
        return Err(bad(format!("is larger than {} MB. Choose a smaller picture.", FILE_BYTES >> 20)));
    }
    let mut reader = ImageReader::new(Cursor::new(&bytes))
        .with_guessed_format()
        .map_err(|why| bad(format!("could not be read ({why}). Choose the picture again.")))?;
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let format = reader.format();
    let picture = reader.decode().map_err(|why| match why {
        image::ImageError::Limits(_) => {
            bad("has more than 20,000 pixels on a side. Choose a smaller picture.".into())
        }
        image::ImageError::Unsupported(_) => {
            bad("is no picture Waymark can read. Save it as PNG or JPEG first.".into())
        }
        _ => bad("is damaged or no picture. Save it as PNG or JPEG and try again.".into()),
    })?;
    if bytes.len() <= limit && matches!(format, Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Ok(bytes);
    }
    shrink(&picture, limit).ok_or_else(|| {
        bad(format!("cannot be made smaller than {} KB. Choose a simpler picture.", limit / 1000))
    })
}

/// The best picture of at most `limit` bytes: first worse quality, then smaller.
fn shrink(picture: &DynamicImage, limit: usize) -> Option<Vec<u8>> {
    let clear = picture.color().has_alpha() && has_transparency(picture);
    let mut side = picture.width().max(picture.height()).min(SHOWN_SIDE);
    while side >= LEAST_SIDE.min(picture.width().max(picture.height())) {
        let sized = if side < picture.width().max(picture.height()) {
            picture.resize(side, side, FilterType::Triangle)
        } else {
            picture.clone()
        };
        // What one can see through must stay PNG.
        let found = if clear { png(&sized, limit) } else { jpeg(&sized, limit) };
        if found.is_some() {
            return found;
        }
        side = side * 4 / 5;
    }
    None
}

fn has_transparency(picture: &DynamicImage) -> bool {
    picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255)
}

fn png(picture: &DynamicImage, limit: usize) -> Option<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    picture.to_rgba8().write_to(&mut bytes, ImageFormat::Png).ok()?;
    Some(bytes.into_inner()).filter(|bytes| bytes.len() <= limit)
}

fn jpeg(picture: &DynamicImage, limit: usize) -> Option<Vec<u8>> {
    let plain = picture.to_rgb8();
    QUALITIES.iter().find_map(|quality| {
        let mut bytes = Vec::new();
        plain.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, *quality)).ok()?;
        (bytes.len() <= limit).then_some(bytes)
    })
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

    use super::{Code, fit};

    fn byte(number: u32) -> u8 {
        number.to_le_bytes()[0]
    }

    /// A picture that compresses badly: a little noise over a gradient.
    fn noise(x: u32, y: u32) -> u8 {
        let mixed = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519);
        byte(x / 8 + y / 8).wrapping_add(byte(mixed >> 27))
    }

    fn stored(name: &str, picture: &DynamicImage) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        picture.save(&file).unwrap();
        (folder, file)
    }

    #[test]
    fn a_small_picture_goes_in_byte_for_byte() {
        let (_folder, file) = stored("a.png", &RgbImage::from_pixel(9, 9, Rgb([1, 2, 3])).into());
        assert_eq!(fit(&file, 300_000).unwrap(), std::fs::read(&file).unwrap());
    }

    #[test]
    fn a_photo_is_shrunk_to_the_limit_and_stays_a_picture() {
        let photo = RgbImage::from_fn(1000, 750, |x, y| Rgb([noise(x, y), noise(y, x), noise(x + y, y)]));
        let (_folder, file) = stored("photo.png", &photo.into());
        for limit in [100_000, 40_000] {
            let bytes = fit(&file, limit).unwrap();
            assert!(bytes.len() <= limit);
            assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::Jpeg);
            let small = image::load_from_memory(&bytes).unwrap();
            assert!((small.width() * 3).abs_diff(small.height() * 4) <= 8, "its shape is kept");
        }
    }

    #[test]
    fn what_one_can_see_through_stays_so() {
        let logo = RgbaImage::from_fn(400, 400, |x, y| Rgba([noise(x, y), 9, noise(y, x), byte(x / 2)]));
        let (_folder, file) = stored("logo.webp", &logo.into());
        let bytes = fit(&file, 60_000).unwrap();
        assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::Png);
        assert!(bytes.len() <= 60_000);
    }

    #[test]
    fn what_is_no_picture_is_told_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("letter.png", b"Dear Sir".as_slice()), ("half.png", b"\x89PNG\r\n\x1a\n\0\0")]
        {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            let error = fit(&file, 100).unwrap_err();
            assert_eq!(error.code, Code::BadFile);
            assert!(error.sentence.starts_with(name), "{}", error.sentence);
        }
        assert!(fit(&folder.path().join("gone.png"), 100).is_err());
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused_unread() {
        // A PNG head that promises 60,000 x 60,000 pixels.
        let mut head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x06\0\0\0".to_vec();
        head.extend([0xA5, 0x1C, 0x6B, 0x42, 0, 0, 0, 0]);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bomb.png");
        std::fs::write(&file, head).unwrap();
        assert_eq!(fit(&file, 100_000).unwrap_err().code, Code::BadFile);
    }
}
