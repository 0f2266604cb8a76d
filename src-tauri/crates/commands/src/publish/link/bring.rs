//! One code, until the number has it or it is said why not.

use cloud::models::{QrCode, QrCodeId};
use store::{Intent, IntentState};

use super::{GoneLink, LocalLink, Look};
use crate::App;
use crate::account::{Connection, failed};
use crate::publish::books::{Books, Step};
use crate::publish::row::Row;
use crate::wire::{Error, Event, Outcome, PlanKind, ReportRow};

enum Trouble {
    Call(cloud::Error),
    Books(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Books(error)
    }
}

impl From<cloud::Error> for Trouble {
    fn from(error: cloud::Error) -> Self {
        Self::Call(error)
    }
}

pub(in crate::publish) struct Bringer<'a> {
    app: &'a App,
    connection: &'a Connection,
    plan: &'a str,
    books: Books<'a>,
    look: Look<'a>,
}

impl<'a> Bringer<'a> {
    pub(in crate::publish) fn new(
        app: &'a App,
        connection: &'a Connection,
        plan: &'a str,
    ) -> Result<Self, Error> {
        let books = Books { app, account: &connection.id };
        let look = Look::new(connection, &books)?;
        Ok(Self { app, connection, plan, books, look })
    }

    /// Brings a link to what the plan promised.
    pub(in crate::publish) async fn bring(&mut self, link: &LocalLink) -> Row {
        let row = |outcome, sentence: &str| {
            ReportRow::new(PlanKind::Link, &link.document, &link.name, outcome, sentence.to_owned())
        };
        if !link.has_code {
            return Row::There(row(Outcome::Skipped, "The link works by itself."));
        }
        match self.code(link).await {
            Ok((code, is_new)) => Row::There(ReportRow {
                remote_id: Some(code.code.to_string()),
                ..if is_new {
                    row(Outcome::Published, "Whoever scans it writes this text.")
                } else {
                    row(Outcome::Skipped, "Its QR code is the same as what is live.")
                }
            }),
            Err(trouble) => self.troubled(trouble, row(Outcome::Unfinished, "")),
        }
    }

    /// Takes a code away.
    pub(in crate::publish) async fn remove(&mut self, link: &GoneLink) -> Row {
        let row = |outcome, sentence: &str| ReportRow {
            remote_id: Some(link.code.clone()),
            ..ReportRow::new(PlanKind::Link, &link.row(), &link.text, outcome, sentence.to_owned())
        };
        match self.drop_code(link).await {
            Ok(true) => Row::Done(row(Outcome::Removed, "The QR code is gone.")),
            Ok(false) => Row::Done(row(Outcome::Skipped, "Another link has this QR code now.")),
            Err(trouble) => self.troubled(trouble, row(Outcome::Unfinished, "")),
        }
    }

    fn troubled(&self, trouble: Trouble, mut row: ReportRow) -> Row {
        let refused = matches!(trouble, Trouble::Call(cloud::Error::Refused(_)));
        let error = match trouble {
            Trouble::Call(error) => failed(&error, &self.connection.side),
            Trouble::Books(error) => error,
        };
        row.sentence.clone_from(&error.sentence);
        row.error = Some(error);
        if refused {
            row.outcome = Outcome::Refused;
            return Row::Done(row);
        }
        Row::Stopped(row)
    }

    /// The code of a link, and whether anything had to be done for it.
    async fn code(&mut self, link: &LocalLink) -> Result<(QrCode, bool), Trouble> {
        self.tell(&link.document, "Looking at what is there");
        let live = self.books.live(&link.document)?;
        let doubts = self.books.doubts(&link.document)?;
        let found = self.look.find(link, live.as_ref(), &doubts).await?;
        let was_lost = !doubts.is_empty() && found.is_some();
        // The code first: it is found by the doubts, and they end.
        found.iter().try_for_each(|code| self.note(link, code))?;
        self.settle(&doubts, found.as_ref())?;
        match found {
            Some(code) if code.prefilled_message == link.text => Ok((code, was_lost)),
            Some(code) => self.change(link, &code.code).await,
            None => self.create(link).await,
        }
    }

    /// Settles what an earlier run left in doubt, by what is there now.
    fn settle(&self, doubts: &[Intent], found: Option<&QrCode>) -> Result<(), Error> {
        doubts.iter().try_for_each(|doubt| {
            let so = found.filter(|code| code.prefilled_message == doubt.detail);
            let state = if so.is_some() { IntentState::Done } else { IntentState::Failed };
            self.books.settle(&doubt.id, state, so.map(|code| code.code.as_str()))
        })
    }

    async fn create(&mut self, link: &LocalLink) -> Result<(QrCode, bool), Trouble> {
        self.tell(&link.document, "Making the QR code");
        let intent = self.books.begin(&link.document, Step::MakeCode, &link.text)?;
        let made = self.connection.graph.create_qr_code(&self.connection.number, &link.text).await;
        let code = match made.into_result() {
            Ok(made) => made,
            Err(error) => {
                self.note_failure(&intent, &error)?;
                // It may be there: the answer was lost.
                let there = if error.may_have_acted() { self.look.find_anew(link).await? } else { None };
                there.ok_or(error)?
            }
        };
        // The code first: when it ends between the two, the doubt that is left finds it by its text.
        self.note(link, &code)?;
        self.books.settle(&intent, IntentState::Done, Some(code.code.as_str()))?;
        self.look.put(code.clone());
        Ok((code, true))
    }

    async fn change(&mut self, link: &LocalLink, code: &QrCodeId) -> Result<(QrCode, bool), Trouble> {
        self.tell(&link.document, "Changing the text of the QR code");
        let intent = self.books.begin(&link.document, Step::ChangeCode, &link.text)?;
        match self.connection.graph.update_qr_code(&self.connection.number, code, &link.text).await {
            Ok(changed) => {
                self.note(link, &changed)?;
                self.books.settle(&intent, IntentState::Done, Some(code.as_str()))?;
                self.look.put(changed.clone());
                Ok((changed, true))
            }
            Err(error) => {
                self.note_failure(&intent, &error)?;
                Err(error.into())
            }
        }
    }

    /// Whether it went: one that another link has found meanwhile stays.
    async fn drop_code(&mut self, link: &GoneLink) -> Result<bool, Trouble> {
        self.tell(&link.row(), "Taking the QR code away");
        let doubts = self.books.doubts(&link.document)?;
        let is_others = self.books.has_another(&link.document, &link.code)?;
        if !is_others
            && self.look.has(&link.code).await?
            && let Ok(code) = QrCodeId::new(link.code.clone())
        {
            let intent = self.books.begin(&link.document, Step::DropCode, &link.text)?;
            let dropped = self.connection.graph.delete_qr_code(&self.connection.number, &code).await;
            if let Err(error) = dropped.into_result() {
                self.note_failure(&intent, &error)?;
                if self.look.has_anew(&code).await? {
                    return Err(error.into());
                }
            }
            self.books.settle(&intent, IntentState::Done, Some(&link.code))?;
        }
        for doubt in doubts {
            self.books.settle(&doubt.id, IntentState::Done, Some(&link.code))?;
        }
        let account = self.books.account;
        self.app.store(|workspace| workspace.remove_live(&link.document, account))?;
        Ok(!is_others)
    }

    fn note(&self, link: &LocalLink, code: &QrCode) -> Result<(), Error> {
        let (id, text) = (code.code.as_str(), &code.prefilled_message);
        self.books.note_live(&link.document, id, text, code.deep_link_url.clone())
    }

    fn note_failure(&self, intent: &str, error: &cloud::Error) -> Result<(), Error> {
        let state = if error.may_have_acted() { IntentState::Unknown } else { IntentState::Failed };
        self.books.settle(intent, state, None)
    }

    fn tell(&self, document: &str, step: &str) {
        let (plan, document) = (self.plan.to_owned(), document.to_owned());
        self.app.host().emit(Event::PublishProgress { plan, document, step: format!("{step}.") });
    }
}
