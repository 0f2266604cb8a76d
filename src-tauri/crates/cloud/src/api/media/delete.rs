use crate::models::{MediaId, Success};
use crate::{Graph, Outcome};

impl Graph {
    /// Deletes a file for messages.
    pub async fn delete_media(&self, media: &MediaId) -> Outcome<Success> {
        Outcome::of(self.remove(&[media.as_str()], &[]).await)
    }
}
