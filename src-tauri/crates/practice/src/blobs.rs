//! Where the bytes of uploaded files lie: in memory, or in a folder beside the account's file.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use cloud::models::MediaId;

use crate::keep::Keep;

pub(crate) enum Blobs {
    InMemory(Mutex<BTreeMap<MediaId, Vec<u8>>>),
    Folder(PathBuf),
}

impl Blobs {
    pub(crate) fn of(keep: &Keep) -> Self {
        match keep {
            Keep::InMemory => Self::InMemory(Mutex::default()),
            Keep::File(path) => Self::Folder(path.with_extension("media")),
        }
    }

    pub(crate) fn put(&self, id: &MediaId, bytes: Vec<u8>) -> io::Result<()> {
        match self {
            Self::InMemory(map) => {
                map.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), bytes);
                Ok(())
            }
            Self::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                std::fs::write(folder.join(id.as_str()), bytes)
            }
        }
    }

    pub(crate) fn get(&self, id: &MediaId) -> Option<Vec<u8>> {
        match self {
            Self::InMemory(map) => map.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned(),
            Self::Folder(folder) => std::fs::read(folder.join(id.as_str())).ok(),
        }
    }

    /// Drops a file; one that is not there is gone already.
    pub(crate) fn drop(&self, id: &MediaId) {
        match self {
            Self::InMemory(map) => {
                map.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
            }
            Self::Folder(folder) => {
                let _ = std::fs::remove_file(folder.join(id.as_str()));
            }
        }
    }
}
