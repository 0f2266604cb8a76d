use outbound::Body;

use crate::models::{Success, TemplateId};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Sends a paused template again. Doing it twice comes to the same.
    pub async fn unpause_template(&self, template: &TemplateId) -> Result<Success, Error> {
        self.write(&[template.as_str(), "unpause"], Body::Empty, Repeat::Safe).await
    }
}
