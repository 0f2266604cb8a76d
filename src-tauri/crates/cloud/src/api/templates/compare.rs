use serde::Deserialize;

use crate::models::{Comparison, TemplateId};
use crate::{Error, Graph};

#[derive(Deserialize)]
struct Reply {
    data: Vec<Comparison>,
}

impl Graph {
    /// Two templates side by side, from `start` to `end` in seconds since 1970. Meta takes 7, 30, 60 or 90 days that
    /// end now, and wants a thousand messages of each.
    pub async fn compare_templates(
        &self,
        template: &TemplateId,
        other: &TemplateId,
        start: i64,
        end: i64,
    ) -> Result<Vec<Comparison>, Error> {
        let ids = format!("[{other}]");
        let (start, end) = (start.to_string(), end.to_string());
        let query = [("template_ids", ids.as_str()), ("start", &start), ("end", &end)];
        let reply: Reply = self.read(&[template.as_str(), "compare"], &query).await?;
        Ok(reply.data)
    }
}
