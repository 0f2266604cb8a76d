//! Pictures: base64 text that a phone can show, or a placeholder.

use super::view::Picture;

/// A picture from base64 text. One that is larger than `max_kb`, not base64 or of a kind the phone does
/// not know has no source: the phone shows a placeholder.
pub(super) fn picture(base64: &str, alt: String, max_kb: u32) -> Picture {
    Picture { src: source(base64, max_kb), alt }
}

fn source(base64: &str, max_kb: u32) -> Option<String> {
    // The client tells the kind by the first letter.
    let kind = match base64.bytes().next()? {
        b'/' => "jpeg",
        b'i' => "png",
        b'R' => "gif",
        b'U' => "webp",
        b'P' => "svg+xml",
        _ => return None,
    };
    let letters = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=' | b'\n' | b'\r');
    let fits = base64.len() / 4 * 3 <= max_kb as usize * 1024;
    (fits && base64.bytes().all(letters)).then(|| format!("data:image/{kind};base64,{base64}"))
}

/// A picture from an address, as Markdown has it: only `data:` addresses show.
pub(super) fn from_address(address: &str, alt: String, max_kb: u32) -> Picture {
    let base64 = address.strip_prefix("data:image/").and_then(|rest| rest.split_once(";base64,"));
    picture(base64.map(|(_, base64)| base64).unwrap_or_default(), alt, max_kb)
}
