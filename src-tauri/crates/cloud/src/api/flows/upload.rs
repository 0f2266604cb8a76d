use outbound::{Body, Bytes, Part};

use crate::models::{FlowId, Success};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Uploads Flow JSON. It is kept even with validation errors, which come back.
    pub async fn upload_flow_json(&self, flow: &FlowId, text: &str) -> Result<Success, Error> {
        let field = |name, value: &'static str| Part {
            name,
            file: None,
            media: None,
            value: Bytes::from_static(value.as_bytes()),
        };
        let file = Part {
            name: "file",
            file: Some("flow.json".into()),
            media: Some("application/json".into()),
            value: Bytes::copy_from_slice(text.as_bytes()),
        };
        let form = vec![field("name", "flow.json"), field("asset_type", "FLOW_JSON"), file];
        self.write(&[flow.as_str(), "assets"], Body::Form(form), Repeat::Safe).await
    }
}
