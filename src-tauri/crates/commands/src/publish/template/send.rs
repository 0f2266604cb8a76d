//! One template, until the account has it or it is said why not.

use cloud::models::{Template, TemplateId, TemplateStatus};
use flows::facts;
use flows::json::Tree;
use store::{Intent, IntentState, Live};

use super::decide::{Decision, Known, decide, is_there};
use super::files::{Payload, media_names, with_handles};
use super::local::LocalTemplate;
use super::look::Look;
use super::said::{Said, word};
use crate::App;
use crate::account::{self, Connection, explained, failed};
use crate::message;
use crate::publish::books::{Books, Step};
use crate::publish::lately::Lately;
use crate::publish::row::Row;
use crate::publish::turn::Turn;
use crate::wire::{Code, Error, Event, Outcome, PlanAction, PlanKind, ReportRow};

/// Meta's word for a template it looks at.
const PENDING: &str = "PENDING";
/// Meta's subcode: there is one of this name in this language.
const NAME_TAKEN: i64 = 2_388_024;

/// Why a template is not sent in.
enum Trouble {
    /// It may not be, or not now.
    Not(Decision),
    /// The account refused or could not be asked.
    Call(cloud::Error),
    /// Something on the way to it failed.
    Other(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl From<cloud::Error> for Trouble {
    fn from(error: cloud::Error) -> Self {
        Self::Call(error)
    }
}

/// A template that the account has.
struct Sent {
    live: Live,
    /// Nothing had to be sent.
    was_there: bool,
}

pub(in crate::publish) struct Sender<'a> {
    app: &'a App,
    connection: &'a Connection,
    /// The plan it is done for; none for one that is sent in by itself.
    plan: Option<&'a str>,
    books: Books<'a>,
    look: Look<'a>,
}

/// Sends one template in, without a plan. Gives what the books say then.
pub(crate) async fn send_alone(app: &App, message: &str, account: &str) -> Result<Live, Error> {
    let local = LocalTemplate::of_workspace(app, message)?;
    if let Some(finding) = local.blocked.first() {
        return Err(Error::new(Code::Refused, format!("Put this right first: {}.", finding.headline)));
    }
    let connection = account::open(app, account).await?;
    let _turn = Turn::take(app, &connection.id)?;
    let keys = [&local.key];
    let mut sender = Sender::new(app, &connection, None, keys.into_iter());
    match sender.bring(&local).await {
        Ok(sent) => Ok(sent.live),
        Err(Trouble::Not(decision)) => Err(Error::new(Code::Refused, with_time(&decision))),
        Err(Trouble::Call(error)) => Err(explained(&error, &connection.side)),
        Err(Trouble::Other(error)) => Err(error),
    }
}

impl<'a> Sender<'a> {
    pub(in crate::publish) fn new<'k>(
        app: &'a App,
        connection: &'a Connection,
        plan: Option<&'a str>,
        keys: impl Iterator<Item = &'k super::local::Key>,
    ) -> Self {
        let books = Books { app, account: &connection.id };
        Self { app, connection, plan, books, look: Look::new(connection, keys) }
    }

    /// Brings a template to what the plan promised.
    pub(in crate::publish) async fn send(&mut self, local: &LocalTemplate) -> Row {
        let result = self.bring(local).await;
        self.report(local, result)
    }

    async fn bring(&mut self, local: &LocalTemplate) -> Result<Sent, Trouble> {
        self.tell(local, "Looking at what is there");
        let there = self.look.find(&local.key).await?;
        let doubts = self.books.doubts(&local.message)?;
        self.settle(local, &doubts, there.as_ref())?;
        let live = self.books.live(&local.message)?;
        let lately = Lately::read(&self.books, self.app.host().now())?;
        let known = Known {
            live: live.as_ref(),
            there: there.as_ref(),
            edits: &lately.edits_of(there.as_ref().map(|there| there.id.as_str())),
            creations: &lately.creations,
            count: self.look.count(),
            now: lately.now,
            side: &self.connection.side,
        };
        let decision = decide(local, &known);
        match (decision.action, there) {
            (PlanAction::Skip, Some(there)) => {
                let live = self.note(local, &there)?;
                Ok(Sent { live, was_there: true })
            }
            (PlanAction::Change, Some(there)) => self.amend(local, &there).await,
            (PlanAction::Create, _) => self.create(local).await,
            _ => Err(Trouble::Not(decision)),
        }
    }

    /// Settles what an earlier run left in doubt, by what is there now.
    fn settle(
        &self,
        local: &LocalTemplate,
        doubts: &[Intent],
        there: Option<&Template>,
    ) -> Result<(), Error> {
        let Some(there) = there else {
            return doubts
                .iter()
                .try_for_each(|doubt| self.books.settle(&doubt.id, IntentState::Failed, None));
        };
        let is_same = is_there(local, there);
        if is_same && !doubts.is_empty() {
            self.note_arrived(local, there)?;
        }
        for doubt in doubts {
            let is_new = doubt.step == Step::Submit.as_str();
            let so = is_new || is_same || there.status == Some(TemplateStatus::Pending);
            let state = if so { IntentState::Done } else { IntentState::Failed };
            self.books.settle(&doubt.id, state, Some(there.id.as_str()))?;
        }
        Ok(())
    }

    async fn create(&mut self, local: &LocalTemplate) -> Result<Sent, Trouble> {
        let mut payload = self.payload(local).await?;
        self.tell(local, "Sending it in");
        let intent = self.books.begin(&local.message, Step::Submit, &local.key.name)?;
        let graph = &self.connection.graph;
        let mut made = graph.create_template(&self.connection.waba, &payload.text).await.into_result();
        if self.forget_handles(made.as_ref().err(), &payload)? {
            payload = self.payload(local).await?;
            made = graph.create_template(&self.connection.waba, &payload.text).await.into_result();
        }
        match made {
            Ok(made) => {
                let status = made.status.as_ref().and_then(word).unwrap_or_else(|| PENDING.to_owned());
                let said = Said { category: made.category.as_ref().and_then(word), ..Said::default() };
                let id = made.id.as_str();
                // The template first: when it ends between the two, the doubt that is left finds it by its name.
                let live = self.note_sent(local, id, &status, &said.written())?;
                self.books.settle(&intent, IntentState::Done, Some(id))?;
                Ok(Sent { live, was_there: false })
            }
            // It may be there: an answer that was lost, or an earlier creation that arrived late and took the name.
            Err(error) if error.may_have_acted() || is_taken(&error) => {
                self.note_failure(&intent, &error)?;
                let found = self.look.find_anew(&local.key).await?;
                let Some(there) = found.filter(|there| is_there(local, there)) else {
                    return Err(error.into());
                };
                let live = self.note_arrived(local, &there)?;
                self.books.settle(&intent, IntentState::Done, Some(there.id.as_str()))?;
                Ok(Sent { live, was_there: false })
            }
            Err(error) => {
                self.note_failure(&intent, &error)?;
                Err(error.into())
            }
        }
    }

    async fn amend(&mut self, local: &LocalTemplate, there: &Template) -> Result<Sent, Trouble> {
        let id: &TemplateId = &there.id;
        let status = there.status.as_ref().and_then(word).unwrap_or_default();
        let keeps_category = there.status == Some(TemplateStatus::Approved);
        let mut payload = self.payload(local).await?;
        self.tell(local, "Sending the changes in");
        let intent = self.books.begin(&local.message, Step::Amend, &status)?;
        let graph = &self.connection.graph;
        let mut done = graph.edit_template(id, &edit(&payload.text, keeps_category)).await.into_result();
        if self.forget_handles(done.as_ref().err(), &payload)? {
            payload = self.payload(local).await?;
            done = graph.edit_template(id, &edit(&payload.text, keeps_category)).await.into_result();
        }
        match done {
            Ok(_) => {
                let said = Said { category: there.category.as_ref().and_then(word), ..Said::default() };
                let (id, said) = (id.as_str(), said.written());
                let live = self.note_sent(local, id, PENDING, &said)?;
                self.books.settle(&intent, IntentState::Done, Some(id))?;
                Ok(Sent { live, was_there: false })
            }
            Err(error) => {
                self.note_failure(&intent, &error)?;
                if !error.may_have_acted() {
                    return Err(error.into());
                }
                // Edits of an approved one are counted: it is looked at before it is asked for again.
                let found = self.look.find_anew(&local.key).await?;
                let Some(there) = found.filter(|there| is_there(local, there)) else {
                    return Err(error.into());
                };
                let live = self.note_arrived(local, &there)?;
                self.books.settle(&intent, IntentState::Done, Some(there.id.as_str()))?;
                Ok(Sent { live, was_there: false })
            }
        }
    }

    async fn payload(&self, local: &LocalTemplate) -> Result<Payload, Error> {
        if !media_names(&local.text).is_empty() {
            self.tell(local, "Sending the files");
        }
        with_handles(self.app, self.connection, &local.text).await
    }

    /// Whether handles that were remembered may be why a payload was refused: they are forgotten then.
    fn forget_handles(&self, error: Option<&cloud::Error>, payload: &Payload) -> Result<bool, Error> {
        let Some(cloud::Error::Refused(said)) = error else { return Ok(false) };
        // A parameter that is not valid, and nothing that Meta has a number of its own for.
        if payload.remembered.is_empty() || said.code != 100 || said.subcode.is_some() {
            return Ok(false);
        }
        for name in &payload.remembered {
            self.app.store(|workspace| workspace.forget_handle(&self.connection.id, name))?;
        }
        Ok(true)
    }

    /// Writes down that the account has what is here.
    fn note(&self, local: &LocalTemplate, there: &Template) -> Result<Live, Error> {
        let status = there.status.as_ref().and_then(word).unwrap_or_default();
        let (id, said) = (there.id.as_str(), Said::of(there).written());
        self.books.note_template(&local.message, id, Some(&local.text), &status, &said)
    }

    /// Writes down that what is here was sent and is there. Its version comes first: when it ends between the two, the
    /// doubt that is left leads here again.
    fn note_sent(&self, local: &LocalTemplate, id: &str, status: &str, said: &str) -> Result<Live, Error> {
        message::keep_sent(self.app, &local.message, &self.connection.id, &local.text)?;
        self.books.note_template(&local.message, id, Some(&local.text), status, said)
    }

    /// The same of one whose arrival was in doubt.
    fn note_arrived(&self, local: &LocalTemplate, there: &Template) -> Result<Live, Error> {
        let status = there.status.as_ref().and_then(word).unwrap_or_default();
        self.note_sent(local, there.id.as_str(), &status, &Said::of(there).written())
    }

    fn note_failure(&self, intent: &str, error: &cloud::Error) -> Result<(), Error> {
        let state = if error.may_have_acted() { IntentState::Unknown } else { IntentState::Failed };
        self.books.settle(intent, state, None)
    }

    fn tell(&self, local: &LocalTemplate, step: &str) {
        let Some(plan) = self.plan.map(str::to_owned) else { return };
        let document = local.message.clone();
        self.app.host().emit(Event::PublishProgress { plan, document, step: format!("{step}.") });
    }

    fn report(&self, local: &LocalTemplate, result: Result<Sent, Trouble>) -> Row {
        let side = &self.connection.side;
        let (kind, submitted) = (PlanKind::Template, Outcome::Submitted);
        let mut row = ReportRow::new(kind, &local.message, &local.name, submitted, String::new());
        match result {
            Ok(Sent { live, was_there }) => {
                (row.outcome, row.sentence) = match (was_there, live.status.as_str()) {
                    (true, _) => (Outcome::Skipped, format!("{} has the same.", side.name())),
                    (false, "APPROVED") => (Outcome::Published, "It may be sent.".to_owned()),
                    (false, _) => {
                        let name = side.name();
                        (
                            Outcome::Submitted,
                            format!("{name} looks at it. It may be sent once it is approved."),
                        )
                    }
                };
                row.remote_id = Some(live.remote_id);
                Row::There(row)
            }
            Err(Trouble::Not(decision)) => {
                row.outcome = Outcome::Skipped;
                row.sentence = decision.reason;
                Row::Done(row)
            }
            Err(Trouble::Call(error @ cloud::Error::Refused(_))) => {
                let said = explained(&error, side);
                row.outcome = Outcome::Refused;
                row.sentence.clone_from(&said.sentence);
                row.error = Some(said);
                Row::Done(row)
            }
            Err(trouble) => {
                let said = match trouble {
                    Trouble::Call(error) => failed(&error, side),
                    Trouble::Other(error) => error,
                    Trouble::Not(decision) => Error::new(Code::Refused, decision.reason),
                };
                row.outcome = Outcome::Unfinished;
                row.sentence.clone_from(&said.sentence);
                row.error = Some(said);
                Row::Stopped(row)
            }
        }
    }
}

/// The reason with the time from which it may be done, by this computer's clock and zone.
fn with_time(decision: &Decision) -> String {
    let time = decision.wait_until.and_then(|time| jiff::Timestamp::from_millisecond(time).ok());
    let said =
        time.map(|time| time.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d %B, %H:%M").to_string());
    match said {
        Some(said) => format!("{} It is possible from {said}.", decision.reason),
        None => decision.reason.clone(),
    }
}

/// The part of a payload that changes a template that is there; the category of an approved one stays.
fn edit(payload: &str, keeps_category: bool) -> String {
    let tree = Tree::parse(payload);
    let root = tree.root();
    let keys = facts::account().edited.iter().filter(|key| !keeps_category || *key != "category");
    let kept = keys.filter_map(|key| Some((key.clone(), root.get(key)?.to_value())));
    serde_json::Value::Object(kept.collect()).to_string()
}

fn is_taken(error: &cloud::Error) -> bool {
    error.said().and_then(|said| said.subcode) == Some(NAME_TAKEN)
}
