use crate::models::{Listing, Template, WabaId};
use crate::{Error, Graph};

/// What is asked of a template when the caller does not say.
pub const TEMPLATE_FIELDS: &str = "id,name,status,category,correct_category,language,components,parameter_format,\
     quality_score,rejected_reason,message_send_ttl_seconds";

/// Which templates, and what of them; none leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TemplateFilter<'a> {
    /// With this in its name: who wants one name compares what comes.
    pub name: Option<&'a str>,
    /// With this status, in Meta's spelling: `APPROVED`. Here and below, several are separated by commas.
    pub status: Option<&'a str>,
    /// Filed as this, in Meta's spelling: `UTILITY`.
    pub category: Option<&'a str>,
    /// In this language, Meta's code.
    pub language: Option<&'a str>,
    /// What to tell of each, separated by commas; none takes [`TEMPLATE_FIELDS`].
    pub fields: Option<&'a str>,
}

impl Graph {
    /// Templates of the account, one a language, read to the last page. When a later page fails, what came before it
    /// is kept and the listing says so.
    pub async fn templates(
        &self,
        waba: &WabaId,
        filter: &TemplateFilter<'_>,
    ) -> Result<Listing<Template>, Error> {
        let mut query = vec![("fields", filter.fields.unwrap_or(TEMPLATE_FIELDS))];
        let wanted = [
            ("name", filter.name),
            ("status", filter.status),
            ("category", filter.category),
            ("language", filter.language),
        ];
        query.extend(wanted.into_iter().filter_map(|(name, value)| Some((name, value?))));
        self.read_listing(&[waba.as_str(), "message_templates"], &query).await
    }
}
