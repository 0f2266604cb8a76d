use super::TEMPLATE_FIELDS;
use crate::models::{Template, TemplateId};
use crate::{Error, Graph};

impl Graph {
    /// One template. `fields` separated by commas; none takes [`TEMPLATE_FIELDS`].
    pub async fn template(&self, template: &TemplateId, fields: Option<&str>) -> Result<Template, Error> {
        let fields = fields.unwrap_or(TEMPLATE_FIELDS);
        self.read(&[template.as_str()], &[("fields", fields)]).await
    }
}
