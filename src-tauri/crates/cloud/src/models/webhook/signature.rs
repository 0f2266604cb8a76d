//! Whether a post is Meta's: only Meta and the business know the app's secret.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Whether a post is Meta's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// It is.
    Right,
    /// It is not, or it was changed on its way.
    Wrong,
    /// There is no secret to tell by, so nothing is taken for Meta's.
    NoSecret,
}

/// Looks at `X-Hub-Signature-256`, of the body's bytes as they came. `secret` is the app's. Takes as long for a wrong
/// signature as for a right one.
pub fn verify(header: Option<&str>, body: &[u8], secret: &str) -> Signature {
    if secret.is_empty() {
        return Signature::NoSecret;
    }
    let Some(given) = header.and_then(|header| header.strip_prefix("sha256=")).and_then(bytes) else {
        return Signature::Wrong;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return Signature::Wrong };
    mac.update(body);
    if mac.verify_slice(&given).is_ok() { Signature::Right } else { Signature::Wrong }
}

/// The bytes of a SHA-256 in hexadecimal, in small letters as Meta writes them.
fn bytes(text: &str) -> Option<[u8; 32]> {
    let digit = |letter: u8| match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    };
    let mut found = [0; 32];
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != found.len() || !odd.is_empty() {
        return None;
    }
    for (byte, [high, low]) in found.iter_mut().zip(pairs) {
        *byte = digit(*high)? * 16 + digit(*low)?;
    }
    Some(found)
}
