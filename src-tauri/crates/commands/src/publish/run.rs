//! One Flow, step by step, until it is live or it is said why not.

use cloud::models::{FlowId, FlowStatus, ValidationError};
use cloud::{CreateFlow, UpdateFlow};
use store::{Intent, IntentState};

use super::books::{Books, PUBLISHED, Step};
use super::decide::changes;
use super::local::Local;
use super::look::{Look, Remote, goes_by};
use super::row::Row;
use super::said;
use crate::App;
use crate::account::{Connection, failed};
use crate::wire::{Error, Event, Outcome, PlanAction, PlanKind, PlanRow, ReportRow};

/// The category of a new Flow: what fits any. Source: Flows API, categories.
const CATEGORY: &str = "OTHER";

/// Codes of the Flows API that decide what is done next.
const CANNOT_BE_UPDATED: i64 = 139_001;
const CANNOT_BE_PUBLISHED: i64 = 139_002;
const PARAMETER: i64 = 100;

const DRAFT: &str = "DRAFT";

/// Why a Flow is not live.
enum Trouble {
    /// The workspace could not be written: nothing more is asked of the other side.
    Books(Error),
    /// The other side refused or could not be asked.
    Call(cloud::Error),
    /// Meta does not let a published Flow be changed.
    CannotChange(cloud::Error),
    /// Meta found errors in the text.
    Invalid(Vec<ValidationError>),
    /// It was asked for, and then it was not so.
    NotSo,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Books(error)
    }
}

impl From<cloud::Error> for Trouble {
    fn from(error: cloud::Error) -> Self {
        if error.code() == Some(CANNOT_BE_UPDATED) { Self::CannotChange(error) } else { Self::Call(error) }
    }
}

/// How far a Flow has come, for the sentence in the report.
#[derive(Default)]
struct Progress {
    id: Option<FlowId>,
    created: bool,
    uploaded: bool,
    /// It was live before and is kept so by Meta.
    live_before: bool,
}

pub(super) struct Run<'a> {
    app: &'a App,
    connection: &'a Connection,
    plan: &'a str,
    books: Books<'a>,
    look: Look<'a>,
}

impl<'a> Run<'a> {
    pub(super) fn new(app: &'a App, connection: &'a Connection, plan: &'a str) -> Self {
        let books = Books { app, account: &connection.id };
        Self { app, connection, plan, books, look: Look::new(connection) }
    }

    /// Brings a Flow to what the plan promised.
    pub(super) async fn publish(&mut self, local: &Local, planned: &PlanRow, replace: bool) -> Row {
        let mut progress = Progress::default();
        let result = self.bring_live(local, replace, &mut progress).await;
        self.report(local, planned, &progress, result)
    }

    async fn bring_live(
        &mut self,
        local: &Local,
        replace: bool,
        progress: &mut Progress,
    ) -> Result<(), Trouble> {
        self.tell(local, "Looking at what is there");
        let (live, doubts) = (self.books.live(&local.flow)?, self.books.doubts(&local.flow)?);
        let remote = self.look.find(&local.name, live.as_ref(), &doubts).await?;
        self.settle(&doubts, remote.as_ref(), local)?;
        if let Some(remote) = &remote {
            progress.id = Some(remote.id.clone());
            let live = !matches!(remote.status, FlowStatus::Draft | FlowStatus::Deprecated);
            if live && remote.text.is_some() && changes(local, remote).is_empty() {
                self.books.note(&local.flow, remote.id.as_str(), PUBLISHED, Some(&local.text))?;
                return Ok(());
            }
            progress.live_before = live;
        }
        let mut status = remote.as_ref().map(|remote| remote.status.clone());
        let id = match &remote {
            Some(remote) if !takes_its_place(remote, replace) => {
                self.rename(local, remote).await?;
                remote.id.clone()
            }
            _ => {
                let id = self.create(local).await?;
                progress.created = true;
                progress.live_before = false;
                status = Some(FlowStatus::Draft);
                id
            }
        };
        progress.id = Some(id.clone());
        let uploaded = self.upload(local, &id, status != Some(FlowStatus::Draft)).await;
        progress.uploaded = matches!(uploaded, Ok(()) | Err(Trouble::Invalid(_)));
        uploaded?;
        self.make_live(local, &id).await
    }

    /// Settles what an earlier run left in doubt, by what is there now.
    fn settle(&self, doubts: &[Intent], remote: Option<&Remote>, local: &Local) -> Result<(), Trouble> {
        let published = remote.is_some_and(|remote| remote.status == FlowStatus::Published);
        for doubt in doubts {
            let so = match doubt.step.as_str() {
                "create" | "rename" => remote.is_some_and(|remote| remote.name == doubt.detail),
                "upload" => remote.and_then(|remote| remote.text.as_deref()) == Some(local.text.as_str()),
                _ => published,
            };
            let state = if so { IntentState::Done } else { IntentState::Failed };
            self.books.settle(&doubt.id, state, remote.map(|remote| remote.id.as_str()))?;
        }
        Ok(())
    }

    async fn create(&mut self, local: &Local) -> Result<FlowId, Trouble> {
        let name = self.look.free_name(&local.name).await?;
        self.tell(local, "Making a new Flow");
        let intent = self.books.begin(&local.flow, Step::Create, &name)?;
        let new = CreateFlow { name: &name, categories: &[CATEGORY], endpoint_uri: None };
        let id = match self.connection.graph.create_flow(&self.connection.waba, &new).await {
            Ok(created) => created.id,
            // It may be there: an answer that was lost, or an earlier creation that arrived late and took the name.
            Err(error) if error.may_have_acted() || error.code() == Some(PARAMETER) => {
                self.note_failure(&intent, &error)?;
                match self.look.by_name_anew(&name).await? {
                    Some(found) => found.id,
                    None => return Err(error.into()),
                }
            }
            Err(error) => {
                self.note_failure(&intent, &error)?;
                return Err(error.into());
            }
        };
        // The Flow first: when it ends between the two, the doubt that is left finds it by its name.
        self.books.note(&local.flow, id.as_str(), DRAFT, None)?;
        self.books.settle(&intent, IntentState::Done, Some(id.as_str()))?;
        Ok(id)
    }

    /// Gives it the name it has here, unless another Flow has that.
    async fn rename(&mut self, local: &Local, remote: &Remote) -> Result<(), Trouble> {
        if goes_by(&remote.name, &local.name) {
            return Ok(());
        }
        let name = self.look.free_name(&local.name).await?;
        self.tell(local, "Changing the name");
        let intent = self.books.begin(&local.flow, Step::Rename, &name)?;
        let change = UpdateFlow { name: Some(&name), ..UpdateFlow::default() };
        match self.connection.graph.update_flow(&remote.id, &change).await {
            Ok(_) => self.books.settle(&intent, IntentState::Done, Some(remote.id.as_str()))?,
            Err(error) => {
                self.note_failure(&intent, &error)?;
                return Err(error.into());
            }
        }
        Ok(())
    }

    async fn upload(&mut self, local: &Local, id: &FlowId, was_live: bool) -> Result<(), Trouble> {
        self.tell(local, "Sending the screens");
        let intent = self.books.begin(&local.flow, Step::Upload, id.as_str())?;
        let errors = match self.connection.graph.upload_flow_json(id, &local.text).await {
            Ok(uploaded) => uploaded.validation_errors,
            Err(error) => {
                self.note_failure(&intent, &error)?;
                return Err(error.into());
            }
        };
        if was_live {
            self.books.note(&local.flow, id.as_str(), DRAFT, None)?;
        }
        self.books.settle(&intent, IntentState::Done, Some(id.as_str()))?;
        if errors.is_empty() { Ok(()) } else { Err(Trouble::Invalid(errors)) }
    }

    async fn make_live(&mut self, local: &Local, id: &FlowId) -> Result<(), Trouble> {
        self.tell(local, "Publishing");
        let intent = self.books.begin(&local.flow, Step::Publish, id.as_str())?;
        let done = match self.connection.graph.publish_flow(id).await {
            Ok(done) => done.success,
            // Lost answers are settled by looking; what is published already cannot be published.
            Err(error) if error.may_have_acted() || error.code() == Some(CANNOT_BE_PUBLISHED) => {
                self.note_failure(&intent, &error)?;
                if self.look.status(id).await? != Some(FlowStatus::Published) {
                    return Err(error.into());
                }
                true
            }
            Err(error) => {
                self.note_failure(&intent, &error)?;
                return Err(error.into());
            }
        };
        if !done {
            self.books.settle(&intent, IntentState::Failed, Some(id.as_str()))?;
            return Err(Trouble::NotSo);
        }
        self.books.note(&local.flow, id.as_str(), PUBLISHED, Some(&local.text))?;
        self.books.settle(&intent, IntentState::Done, Some(id.as_str()))?;
        Ok(())
    }

    fn note_failure(&self, intent: &str, error: &cloud::Error) -> Result<(), Error> {
        let state = if error.may_have_acted() { IntentState::Unknown } else { IntentState::Failed };
        self.books.settle(intent, state, None)
    }

    fn tell(&self, local: &Local, step: &str) {
        let (plan, document) = (self.plan.to_owned(), local.flow.clone());
        self.app.host().emit(Event::PublishProgress { plan, document, step: format!("{step}.") });
    }

    fn report(
        &self,
        local: &Local,
        planned: &PlanRow,
        progress: &Progress,
        result: Result<(), Trouble>,
    ) -> Row {
        let side = &self.connection.side;
        let published = Outcome::Published;
        let mut row = ReportRow {
            remote_id: progress.id.as_ref().map(ToString::to_string),
            ..ReportRow::new(PlanKind::Flow, &local.flow, &local.name, published, String::new())
        };
        let left = left(progress, side.inside());
        let trouble = match result {
            Ok(()) => {
                let same = planned.action == PlanAction::Skip && !progress.uploaded;
                row.outcome = if same { Outcome::Skipped } else { Outcome::Published };
                row.sentence = if same {
                    planned.reason.clone()
                } else {
                    "Whoever opens it from now on gets this version.".to_owned()
                };
                return Row::There(row);
            }
            Err(trouble) => trouble,
        };
        row.outcome = Outcome::Refused;
        match trouble {
            Trouble::Invalid(errors) => {
                row.sentence = format!("{} found mistakes in it. {left}", side.name());
                row.validation = said::findings(&local.text, &errors, side);
                Row::Done(row)
            }
            Trouble::CannotChange(error) => {
                row.sentence = format!(
                    "{} does not let this Flow be changed any more. Publish it as a new one: the old one stays for \
                     messages that were sent with it.",
                    side.name()
                );
                row.error = Some(failed(&error, side));
                row.offer_new = true;
                Row::Done(row)
            }
            Trouble::Call(error @ cloud::Error::Refused(_)) => {
                let said = failed(&error, side);
                row.sentence = format!("{} {left}", said.sentence);
                row.error = Some(said);
                Row::Done(row)
            }
            Trouble::Call(error) => {
                let said = failed(&error, side);
                row.outcome = Outcome::Unfinished;
                row.sentence = format!("{} {left}", said.sentence);
                row.error = Some(said);
                Row::Stopped(row)
            }
            Trouble::NotSo => {
                row.outcome = Outcome::Unfinished;
                row.sentence = format!("{} did not publish it and did not say why. {left}", side.name());
                Row::Done(row)
            }
            Trouble::Books(error) => {
                row.outcome = Outcome::Unfinished;
                row.sentence = format!("{} {left}", error.sentence);
                row.error = Some(error);
                Row::Stopped(row)
            }
        }
    }
}

/// Whether a new Flow is made although there is one.
fn takes_its_place(remote: &Remote, replace: bool) -> bool {
    match remote.status {
        FlowStatus::Deprecated => true,
        // A draft is what an earlier run began with.
        FlowStatus::Draft => false,
        _ => replace,
    }
}

/// What stands at the other side when a Flow did not become live.
fn left(progress: &Progress, side: &str) -> String {
    match (progress.created, progress.uploaded, progress.live_before) {
        (_, true, true) => {
            format!("The new screens lie at {side} as a draft; what was live before is still live.")
        }
        (_, _, true) => "What was live before is still live.".to_owned(),
        (true, false, false) => format!("An empty draft was made at {side}; nothing is live yet."),
        (_, true, false) => format!("The screens lie at {side} as a draft; nothing is live yet."),
        (false, false, false) => "Nothing is live yet.".to_owned(),
    }
}
