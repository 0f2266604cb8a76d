use std::collections::BTreeMap;

use cloud::TemplateFilter;
use cloud::models::Template;

use super::local::Key;
use crate::account::Connection;

/// What the account has of some templates: all are asked for at once, one alone by its name.
pub(in crate::publish) struct Look<'a> {
    connection: &'a Connection,
    only: Option<Key>,
    all: Option<All>,
}

struct All {
    by_key: BTreeMap<Key, Template>,
    /// How many the account has, when all were asked for.
    count: Option<usize>,
}

impl<'a> Look<'a> {
    /// `keys` are those that will be looked for.
    pub(in crate::publish) fn new<'k>(
        connection: &'a Connection,
        mut keys: impl Iterator<Item = &'k Key>,
    ) -> Self {
        let first = keys.next().cloned();
        let only = first.filter(|_| keys.next().is_none());
        Self { connection, only, all: None }
    }

    /// A template of this name and language.
    pub(in crate::publish) async fn find(&mut self, key: &Key) -> Result<Option<Template>, cloud::Error> {
        Ok(self.all().await?.by_key.get(key).cloned())
    }

    /// Asks again; of this one alone.
    pub(super) async fn find_anew(&mut self, key: &Key) -> Result<Option<Template>, cloud::Error> {
        let found = read(self.connection, Some(key)).await?.by_key.remove(key);
        if let Some(all) = &mut self.all {
            match &found {
                Some(template) => all.by_key.insert(key.clone(), template.clone()),
                None => all.by_key.remove(key),
            };
        }
        Ok(found)
    }

    /// How many templates the account has, as far as that is known.
    pub(in crate::publish) fn count(&self) -> Option<usize> {
        self.all.as_ref()?.count
    }

    async fn all(&mut self) -> Result<&All, cloud::Error> {
        let all = match self.all.take() {
            Some(all) => all,
            None => read(self.connection, self.only.as_ref()).await?,
        };
        Ok(self.all.insert(all))
    }
}

/// All templates of an account or those of one name and language. A list that breaks off is an error: nobody could
/// say what is not there.
async fn read(connection: &Connection, only: Option<&Key>) -> Result<All, cloud::Error> {
    let filter = TemplateFilter {
        name: only.map(|key| key.name.as_str()),
        language: only.map(|key| key.language.as_str()),
        ..TemplateFilter::default()
    };
    let listing = connection.graph.templates(&connection.waba, &filter).await?;
    if let Some(broken) = listing.broken {
        return Err(broken);
    }
    let count = only.is_none().then_some(listing.items.len());
    let by_key = listing.items.into_iter().map(|template| (Key::told(&template), template)).collect();
    Ok(All { by_key, count })
}
