use outbound::{Body, Bytes, Method, Part, Request};

use super::File;
use crate::models::{PhoneNumberId, Uploaded};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Uploads a file for messages. Repeated after a time-out: a second copy that nothing refers to ends by itself
    /// after 30 days.
    pub async fn upload_media(&self, number: &PhoneNumberId, file: &File<'_>) -> Result<Uploaded, Error> {
        let field = |name, value: &str| Part {
            name,
            file: None,
            media: None,
            value: Bytes::copy_from_slice(value.as_bytes()),
        };
        let content = Part {
            name: "file",
            file: Some(file.name.to_owned().into()),
            media: Some(file.media_type.to_owned().into()),
            value: file.bytes.clone(),
        };
        let form = vec![field("messaging_product", "whatsapp"), field("type", file.media_type), content];
        let request =
            Request::new(Method::POST, self.url(&[number.as_str(), "media"])).body(Body::Form(form));
        self.upload(request, file.bytes.len(), Repeat::Safe).await
    }
}
