//! What the other side has of a Flow.

use cloud::models::{Flow, FlowId, FlowStatus};
use store::{Intent, Live};

use super::books::Books;
use crate::account::Connection;

/// A Flow at the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Remote {
    pub(super) id: FlowId,
    pub(super) name: String,
    pub(super) status: FlowStatus,
    /// Its text as it lies there; none when it has none or it could not be had.
    pub(super) text: Option<String>,
    /// It is ours by the books, and not only by its name.
    pub(super) known: bool,
}

/// Looks things up, the list of all Flows once.
pub(super) struct Look<'a> {
    connection: &'a Connection,
    all: Option<Vec<Flow>>,
}

impl<'a> Look<'a> {
    pub(super) fn new(connection: &'a Connection) -> Self {
        Self { connection, all: None }
    }

    /// Finds a Flow: a creation in doubt comes first, for it is newer than the books; then the id in the books;
    /// then the name.
    pub(super) async fn find(
        &mut self,
        name: &str,
        live: Option<&Live>,
        doubts: &[Intent],
    ) -> Result<Option<Remote>, cloud::Error> {
        for doubtful in Books::doubtful_names(doubts) {
            if let Some(found) = self.by_name(doubtful).await? {
                return self.with_text(found, true).await.map(Some);
            }
        }
        if let Some(id) = live.and_then(|live| FlowId::new(live.remote_id.clone()).ok())
            && let Some(found) = self.by_id(&id).await?
        {
            return self.with_text(found, true).await.map(Some);
        }
        match self.by_name(name).await? {
            Some(found) => self.with_text(found, false).await.map(Some),
            None => Ok(None),
        }
    }

    /// The state a Flow is in now.
    pub(super) async fn status(&self, id: &FlowId) -> Result<Option<FlowStatus>, cloud::Error> {
        Ok(self.connection.graph.flow(id).await?.status)
    }

    /// A Flow by its name; the list is read again when `anew`.
    pub(super) async fn by_name_anew(&mut self, name: &str) -> Result<Option<Flow>, cloud::Error> {
        self.all = None;
        self.by_name(name).await
    }

    /// A Flow by its name.
    pub(super) async fn by_name(&mut self, name: &str) -> Result<Option<Flow>, cloud::Error> {
        Ok(self.all().await?.iter().find(|flow| flow.name.as_deref() == Some(name)).cloned())
    }

    /// None when there is no such Flow any more.
    pub(super) async fn by_id(&self, id: &FlowId) -> Result<Option<Flow>, cloud::Error> {
        match self.connection.graph.flow(id).await {
            Ok(flow) => Ok(Some(flow)),
            // What Meta says of an id it does not know (any more).
            Err(cloud::Error::Refused(said)) if matches!(said.code, 100 | 33) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// This name, or the first of "name 2", "name 3", ... that is free.
    pub(super) async fn free_name(&mut self, name: &str) -> Result<String, cloud::Error> {
        let all = self.all().await?;
        let free = |wanted: &str| !all.iter().any(|flow| flow.name.as_deref() == Some(wanted));
        if free(name) {
            return Ok(name.to_owned());
        }
        // One more than there are Flows is free for certain.
        let numbered =
            (2..all.len() + 3).map(|number| format!("{name} {number}")).find(|wanted| free(wanted));
        Ok(numbered.unwrap_or_else(|| name.to_owned()))
    }

    async fn all(&mut self) -> Result<&[Flow], cloud::Error> {
        let all = match self.all.take() {
            Some(all) => all,
            None => self.connection.graph.flows(&self.connection.waba).await?,
        };
        Ok(self.all.insert(all))
    }

    async fn with_text(&self, flow: Flow, known: bool) -> Result<Remote, cloud::Error> {
        let text = match self.connection.graph.flow_json(&flow.id).await {
            Ok(text) => text,
            // The file lies elsewhere than the API; publishing works without it.
            Err(error) => {
                tracing::warn!(target: "publish", %error, "what is live could not be downloaded");
                None
            }
        };
        Ok(Remote {
            id: flow.id,
            name: flow.name.unwrap_or_default(),
            status: flow.status.unwrap_or(FlowStatus::Draft),
            text,
            known,
        })
    }
}

/// Whether a Flow goes by this name: as it is, or with the number it got when it took another's place.
pub(super) fn goes_by(remote: &str, name: &str) -> bool {
    let number = remote.strip_prefix(name).map(|rest| rest.strip_prefix(' '));
    remote == name
        || number
            .flatten()
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_the_name_is_still_the_name() {
        for (remote, yes) in [
            ("Booking", true),
            ("Booking 2", true),
            ("Booking 17", true),
            ("Booking ", false),
            ("Booking2", false),
            ("Booking two", false),
            ("Bookings", false),
            ("", false),
        ] {
            assert_eq!(goes_by(remote, "Booking"), yes, "{remote}");
        }
    }
}
