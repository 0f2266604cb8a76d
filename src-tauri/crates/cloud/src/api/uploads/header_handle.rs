use outbound::{Body, HeaderName, HeaderValue, Method, Request};
use serde::Deserialize;

use crate::api::media::{File, media_type};
use crate::models::AppId;
use crate::{Error, Graph, Repeat};

const FILE_OFFSET: HeaderName = HeaderName::from_static("file_offset");

#[derive(Deserialize)]
struct Session {
    id: String,
}

#[derive(Deserialize)]
struct Handle {
    h: String,
}

impl Graph {
    /// Uploads the sample file of a template's header, by the Resumable Upload API. What comes back stands in
    /// `example.header_handle`; ids of [`Graph::upload_media`] are not taken there. Of an upload that broke off a new
    /// one is begun: nothing refers to the old one, and it ends by itself.
    pub async fn header_handle(&self, app: &AppId, file: &File<'_>) -> Result<String, Error> {
        let mut url = self.url(&[app.as_str(), "uploads"]);
        url.query_pairs_mut()
            .append_pair("file_name", file.name)
            .append_pair("file_length", &file.bytes.len().to_string())
            .append_pair("file_type", file.media_type);
        let session: Session = self.upload(Request::new(Method::POST, url), 0, Repeat::Safe).await?;
        let body = Body::Raw { media: media_type(file)?, value: file.bytes.clone() };
        let request = Request::new(Method::POST, self.session_url(&session.id)?)
            .header(FILE_OFFSET, HeaderValue::from_static("0"))
            .body(body);
        // This endpoint alone names the token's scheme differently.
        let request = self.with_token(request, "OAuth")?;
        let handle: Handle = self.upload(request, file.bytes.len(), Repeat::Safe).await?;
        Ok(handle.h)
    }

    /// The session's id is a path, and may carry a query (`upload:MTph...?sig=...`).
    fn session_url(&self, id: &str) -> Result<outbound::Url, Error> {
        let (path, query) = id.split_once('?').map_or((id, None), |(path, query)| (path, Some(query)));
        if !path.starts_with("upload:") || path.contains('/') {
            return Err(Error::BadAnswer { status: 200, why: "no id of an upload".to_owned() });
        }
        let mut url = self.url(&[path]);
        url.set_query(query);
        Ok(url)
    }
}
