//! Flows that the buttons of a template open: they have to be there before it.

use cloud::models::FlowId;
use flows::check::DocumentKind;

use super::books::Books;
use super::local::Local;
use super::look::Look;
use super::template::{LocalTemplate, Opens};
use crate::App;
use crate::account::{Side, failed};
use crate::wire::{Error, PlanAction, PlanRow};

/// What became of the Flows that a template opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Opened {
    /// Rows of the plan that come first, by their `document`.
    pub(super) after: Vec<String>,
    /// Their names.
    names: Vec<String>,
    /// One that is neither there nor in the workspace.
    missing: Option<Opens>,
}

/// Why it could not be found out.
pub(super) enum Trouble {
    /// The account could not be asked.
    Call(cloud::Error),
    /// The workspace could not be read.
    Books(Error),
}

impl Trouble {
    pub(super) fn said(self, side: &Side) -> Error {
        match self {
            Self::Call(error) => failed(&error, side),
            Self::Books(error) => error,
        }
    }
}

impl From<cloud::Error> for Trouble {
    fn from(error: cloud::Error) -> Self {
        Self::Call(error)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Books(error)
    }
}

pub(super) struct Opening<'a> {
    pub(super) app: &'a App,
    pub(super) books: &'a Books<'a>,
}

impl Opening<'_> {
    /// Finds the Flows that a template opens. One that the account does not have and the workspace does is added to the
    /// plan's.
    pub(super) async fn of(
        &self,
        template: &LocalTemplate,
        flows: &mut Vec<Local>,
        look: &mut Look<'_>,
    ) -> Result<Opened, Trouble> {
        let mut opened = Opened::default();
        for opens in &template.opens {
            if let Some(planned) = self.planned(opens, flows)? {
                opened.after.push(planned.flow.clone());
                opened.names.push(planned.name.clone());
                continue;
            }
            if is_there(opens, look).await? {
                continue;
            }
            match self.of_workspace(opens)? {
                Some(mut found) => {
                    // In its own language: others are for whoever publishes it on purpose.
                    found.truncate(1);
                    opened.after.extend(found.iter().map(|local| local.flow.clone()));
                    opened.names.extend(found.iter().map(|local| local.name.clone()));
                    flows.extend(found);
                }
                None => opened.missing = Some(opens.clone()),
            }
        }
        Ok(opened)
    }

    /// The row of the plan that is this Flow.
    fn planned<'f>(&self, opens: &Opens, flows: &'f [Local]) -> Result<Option<&'f Local>, Error> {
        for local in flows {
            let is_it = match opens {
                Opens::Name(name) => local.name == *name,
                Opens::Id(id) => self.books.live(&local.flow)?.is_some_and(|live| live.remote_id == *id),
            };
            if is_it {
                return Ok(Some(local));
            }
        }
        Ok(None)
    }

    fn of_workspace(&self, opens: &Opens) -> Result<Option<Vec<Local>>, Error> {
        // An id is Meta's: a Flow that is made anew gets another.
        let Opens::Name(name) = opens else { return Ok(None) };
        let all = self.app.store(|workspace| workspace.documents(DocumentKind::Flow.name()))?;
        let found = all.into_iter().find(|document| document.name == *name);
        found.map(|document| Local::of_workspace(self.app, &document.id)).transpose()
    }
}

async fn is_there(opens: &Opens, look: &mut Look<'_>) -> Result<bool, cloud::Error> {
    match opens {
        Opens::Name(name) => Ok(look.by_name(name).await?.is_some()),
        Opens::Id(id) => match FlowId::new(id.clone()) {
            Ok(id) => Ok(look.by_id(&id).await?.is_some()),
            Err(_) => Ok(false),
        },
    }
}

impl Opened {
    /// The row with what its Flows mean for it.
    pub(super) fn said_in(&self, mut row: PlanRow, side: &Side) -> PlanRow {
        if !matches!(row.action, PlanAction::Create | PlanAction::Change) {
            return row;
        }
        if let Some(missing) = &self.missing {
            row.action = PlanAction::Blocked;
            let name = side.name();
            row.reason = match missing {
                Opens::Name(flow) => {
                    format!(
                        "A button opens the Flow \"{flow}\", which neither {} nor this workspace has.",
                        side.inside()
                    )
                }
                Opens::Id(id) => {
                    format!("A button opens a Flow that {name} does not have ({id}). Choose the Flow again.")
                }
            };
        } else if let Some(first) = self.names.first() {
            row.reason = format!("{} It comes after the Flow \"{first}\", which a button opens.", row.reason);
        }
        row
    }
}
