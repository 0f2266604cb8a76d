//! Files for messages, and sample files for headers of templates.

use cloud::models::MediaId;
use flows::facts as domain;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::account::Account;
use crate::facts::{DAY, facts};
use crate::refusal::Refusal;

/// Wrong type or too large.
const NOT_UPLOADED: i64 = 131_053;

/// A file for messages; its bytes lie elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMedia {
    /// Its id.
    pub id: MediaId,
    /// Its name, when it had one.
    pub name: Option<String>,
    /// For example `image/png`.
    pub mime_type: String,
    /// Of its bytes, in hexadecimal.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// When it ends, seconds since 1970.
    pub until: i64,
}

/// A sample file that is being uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UploadSession {
    /// `upload:` and more.
    pub(crate) id: String,
    /// Bytes that were announced.
    pub(crate) length: u64,
}

impl StoredMedia {
    /// Whether a message can have it as this: `image`.
    pub(crate) fn is(&self, kind: &str) -> bool {
        domain::message().media.iter().any(|known| known.kind == kind && known.mime == self.mime_type)
    }
}

impl Account {
    /// Whether this is the account's phone number.
    pub(crate) fn is_own_number(&self, id: &str) -> Result<(), Refusal> {
        if id == self.phone_number.id.as_str() { Ok(()) } else { Err(Refusal::no_object(id)) }
    }

    /// Takes a file in.
    pub(crate) fn add_media(
        &mut self,
        name: Option<String>,
        mime_type: &str,
        bytes: &[u8],
        now: i64,
    ) -> Result<MediaId, Refusal> {
        // Parameters such as `; codecs=opus` say nothing of the kind.
        let mime_type = mime_type.split(';').next().unwrap_or_default().trim();
        let known = domain::message().media.iter().filter(|known| known.mime == mime_type);
        let Some(largest) = known.map(|known| known.max_bytes).max() else {
            return Err(Refusal::code(
                NOT_UPLOADED,
                format!("Files of the type {mime_type} cannot be sent."),
            ));
        };
        let size = bytes.len() as u64;
        if size > largest || size == 0 {
            return Err(Refusal::code(NOT_UPLOADED, format!("The file must have 1 to {largest} bytes.")));
        }
        let id = MediaId::new(self.next_number('7')).map_err(|_| Refusal::internal())?;
        self.media.push(StoredMedia {
            id: id.clone(),
            name,
            mime_type: mime_type.to_owned(),
            sha256: format!("{:x}", Sha256::digest(bytes)),
            size,
            until: now + facts().media_days * DAY,
        });
        Ok(id)
    }

    /// The file with this id, unless its time is over.
    pub(crate) fn media(&self, id: &str, now: i64) -> Result<&StoredMedia, Refusal> {
        let found = self.media.iter().find(|media| media.id.as_str() == id && media.until > now);
        found.ok_or_else(|| Refusal::no_object(id))
    }

    pub(crate) fn delete_media(&mut self, id: &str) -> Result<MediaId, Refusal> {
        let at = self.media.iter().position(|media| media.id.as_str() == id);
        Ok(self.media.remove(at.ok_or_else(|| Refusal::no_object(id))?).id)
    }

    /// Begins the upload of a sample file.
    pub(crate) fn begin_upload(&mut self, length: u64, mime_type: &str) -> Result<String, Refusal> {
        if !facts().header_types.iter().any(|known| known == mime_type) {
            return Err(Refusal::parameter(format!(
                "file_type must be one of {}.",
                facts().header_types.join(", ")
            )));
        }
        if length == 0 {
            return Err(Refusal::parameter("file_length is missing."));
        }
        let id = format!("upload:{}", self.next_number('5'));
        self.uploads.push(UploadSession { id: id.clone(), length });
        Ok(id)
    }

    /// The bytes of a sample file arrive; gives its handle.
    pub(crate) fn end_upload(&mut self, id: &str, offset: &str, length: u64) -> Result<String, Refusal> {
        let at = self.uploads.iter().position(|upload| upload.id == id);
        let at = at.ok_or_else(|| Refusal::no_object(id))?;
        let announced = self.uploads.get(at).map(|upload| upload.length);
        if offset != "0" || announced != Some(length) {
            return Err(Refusal::parameter("The bytes are not those that were announced."));
        }
        self.uploads.remove(at);
        let handle = format!("4::practice{}", self.next_number('4'));
        self.handles.push(handle.clone());
        Ok(handle)
    }
}
