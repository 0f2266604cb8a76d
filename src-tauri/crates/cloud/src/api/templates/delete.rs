use crate::models::{Success, TemplateId, WabaId};
use crate::{Graph, Outcome};

impl Graph {
    /// Deletes a template in all its languages. The name of one that was approved stays taken for a while.
    pub async fn delete_template(&self, waba: &WabaId, name: &str) -> Outcome<Success> {
        Outcome::of(self.remove(&[waba.as_str(), "message_templates"], &[("name", name)]).await)
    }

    /// Deletes a template in one language; the API wants its name beside its id.
    pub async fn delete_template_language(
        &self,
        waba: &WabaId,
        template: &TemplateId,
        name: &str,
    ) -> Outcome<Success> {
        let query = [("hsm_id", template.as_str()), ("name", name)];
        Outcome::of(self.remove(&[waba.as_str(), "message_templates"], &query).await)
    }
}
