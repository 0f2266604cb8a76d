use crate::models::{Media, MediaId};
use crate::{Error, Graph};

impl Graph {
    /// What a file for messages is, with an address for five minutes.
    pub async fn media(&self, media: &MediaId) -> Result<Media, Error> {
        self.read(&[media.as_str()], &[]).await
    }
}
