use outbound::{Bytes, Url};

use crate::models::Media;
use crate::{Error, Graph};

impl Graph {
    /// The bytes of a file for messages, at most `limit`.
    pub async fn download_media(&self, media: &Media, limit: usize) -> Result<Bytes, Error> {
        let url = Url::parse(&media.url).map_err(|_| Error::BadAnswer {
            status: 200,
            why: "the file's address is no address".to_owned(),
        })?;
        self.download(url, limit).await
    }
}
