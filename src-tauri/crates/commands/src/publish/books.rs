//! What the workspace knows of one account: what is live, and what has been asked.

use store::{Intent, IntentState, Live};

use crate::App;
use crate::wire::Error;

/// The word for what is live.
pub(super) const PUBLISHED: &str = "PUBLISHED";

/// A call that changes something at the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A new Flow; the detail is its name.
    Create,
    /// Another name; the detail is that name.
    Rename,
    /// The text.
    Upload,
    /// Making it live.
    Publish,
    /// A message on trial; the detail is the mark it carries.
    Send,
    /// A new template; the detail is its name.
    Submit,
    /// Another text of a template; the detail is Meta's word for its state before.
    Amend,
    /// A new QR code; the detail is its text.
    MakeCode,
    /// Another text of a QR code; the detail is that text.
    ChangeCode,
    /// A QR code goes away; the detail is its text.
    DropCode,
}

impl Step {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Rename => "rename",
            Self::Upload => "upload",
            Self::Publish => "publish",
            Self::Send => "send",
            Self::Submit => "submit",
            Self::Amend => "amend",
            Self::MakeCode => "make_code",
            Self::ChangeCode => "change_code",
            Self::DropCode => "drop_code",
        }
    }
}

/// The books of one account.
pub(crate) struct Books<'a> {
    pub(crate) app: &'a App,
    pub(crate) account: &'a str,
}

impl Books<'_> {
    pub(crate) fn live(&self, flow: &str) -> Result<Option<Live>, Error> {
        self.app.store(|workspace| workspace.live(flow, self.account))
    }

    /// What of the publishing of a Flow, template or link is in doubt, newest first.
    pub(crate) fn doubts(&self, flow: &str) -> Result<Vec<Intent>, Error> {
        let mut open = self.app.store(|workspace| workspace.open_intents(self.account))?;
        open.retain(|intent| intent.document == flow && intent.step != Step::Send.as_str());
        open.reverse();
        Ok(open)
    }

    /// Names of creations that are in doubt, newest first.
    pub(super) fn doubtful_names(doubts: &[Intent]) -> impl Iterator<Item = &str> {
        doubts
            .iter()
            .filter(|intent| intent.step == Step::Create.as_str())
            .map(|intent| intent.detail.as_str())
    }

    /// Whether something else than a document is known at the account by an id.
    pub(super) fn has_another(&self, document: &str, remote_id: &str) -> Result<bool, Error> {
        let all = self.app.store(|workspace| workspace.all_live())?;
        let is = |live: &Live| live.account == self.account && live.remote_id == remote_id;
        Ok(all.iter().any(|live| is(live) && live.document != document))
    }

    /// Texts of QR codes whose making is in doubt, newest first.
    pub(super) fn doubtful_texts(doubts: &[Intent]) -> impl Iterator<Item = &str> {
        doubts
            .iter()
            .filter(|intent| intent.step == Step::MakeCode.as_str())
            .map(|intent| intent.detail.as_str())
    }

    pub(crate) fn begin(&self, flow: &str, step: Step, detail: &str) -> Result<String, Error> {
        let now = self.app.host().now();
        self.app.store(|workspace| workspace.begin_intent(flow, self.account, step.as_str(), detail, now))
    }

    pub(crate) fn settle(&self, intent: &str, state: IntentState, remote: Option<&str>) -> Result<(), Error> {
        let now = self.app.host().now();
        self.app.store(|workspace| workspace.settle_intent(intent, state, remote, now))
    }

    /// What was done of one step since a time (milliseconds since 1970), oldest first.
    pub(super) fn done_since(&self, step: Step, since: i64) -> Result<Vec<Intent>, Error> {
        self.app.store(|workspace| workspace.done_since(self.account, step.as_str(), since))
    }

    /// Writes down where a template stands; `text` is what was sent in, none when that is not known.
    pub(crate) fn note_template(
        &self,
        message: &str,
        remote: &str,
        text: Option<&str>,
        status: &str,
        detail: &str,
    ) -> Result<Live, Error> {
        let live = Live {
            document: message.to_owned(),
            account: self.account.to_owned(),
            remote_id: remote.to_owned(),
            status: status.to_owned(),
            text: text.map(str::to_owned),
            text_hash: None,
            detail: detail.to_owned(),
            at: self.app.host().now(),
        };
        self.app.store(|workspace| workspace.put_live(&live))?;
        Ok(live)
    }

    /// Writes down what is there of a link or a journey.
    pub(super) fn note_live(
        &self,
        document: &str,
        remote: &str,
        text: &str,
        detail: String,
    ) -> Result<(), Error> {
        let live = Live {
            document: document.to_owned(),
            account: self.account.to_owned(),
            remote_id: remote.to_owned(),
            status: PUBLISHED.to_owned(),
            text: Some(text.to_owned()),
            text_hash: None,
            detail,
            at: self.app.host().now(),
        };
        self.app.store(|workspace| workspace.put_live(&live))
    }

    /// Writes down that a Flow is there, and in which state. What was published before stays written when
    /// `text` is none and it is the same Flow.
    pub(super) fn note(
        &self,
        flow: &str,
        remote: &str,
        status: &str,
        text: Option<&str>,
    ) -> Result<(), Error> {
        let known = self.live(flow)?.filter(|live| live.remote_id == remote);
        let live = Live {
            document: flow.to_owned(),
            account: self.account.to_owned(),
            remote_id: remote.to_owned(),
            status: status.to_owned(),
            text: text.map(str::to_owned).or_else(|| known?.text),
            text_hash: None,
            detail: String::new(),
            at: self.app.host().now(),
        };
        self.app.store(|workspace| workspace.put_live(&live))
    }
}
