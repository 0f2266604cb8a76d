use crate::models::{LibraryTemplate, Listing};
use crate::{Error, Graph};

/// Which templates of the library; none leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LibraryFilter<'a> {
    /// Words in them.
    pub search: Option<&'a str>,
    /// For example `ORDER_MANAGEMENT`.
    pub topic: Option<&'a str>,
    /// For example `DELIVERY_UPDATE`.
    pub usecase: Option<&'a str>,
    /// For example `E_COMMERCE`.
    pub industry: Option<&'a str>,
    /// In this language, Meta's code.
    pub language: Option<&'a str>,
    /// With this name.
    pub name: Option<&'a str>,
}

impl Graph {
    /// Ready-made templates. One of them is taken by a creation with `library_template_name`.
    pub async fn library_templates(
        &self,
        filter: &LibraryFilter<'_>,
    ) -> Result<Listing<LibraryTemplate>, Error> {
        let wanted = [
            ("search", filter.search),
            ("topic", filter.topic),
            ("usecase", filter.usecase),
            ("industry", filter.industry),
            ("language", filter.language),
            ("name", filter.name),
        ];
        let query: Vec<(&str, &str)> =
            wanted.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        self.read_listing(&["message_template_library"], &query).await
    }
}
