use std::collections::BTreeSet;

use cloud::models::{QrCode, QrCodeId};
use store::{Intent, Live};

use super::LocalLink;
use crate::account::Connection;
use crate::publish::books::Books;
use crate::wire::Error;

/// The codes of an account's number, asked for once.
pub(in crate::publish) struct Look<'a> {
    connection: &'a Connection,
    all: Option<Vec<QrCode>>,
    /// Codes that other links have, by the books or since.
    taken: BTreeSet<String>,
}

impl<'a> Look<'a> {
    pub(in crate::publish) fn new(connection: &'a Connection, books: &Books<'_>) -> Result<Self, Error> {
        let live = books.app.store(|workspace| workspace.all_live())?;
        let ours = live.into_iter().filter(|live| live.account == books.account);
        let codes = ours.filter(|live| live.document.contains('#')).map(|live| live.remote_id);
        Ok(Self { connection, all: None, taken: codes.collect() })
    }

    /// The code of a link: by its id in the books, else one that no other link has, with the text of a making that is in
    /// doubt or with its own.
    pub(in crate::publish) async fn find(
        &mut self,
        link: &LocalLink,
        live: Option<&Live>,
        doubts: &[Intent],
    ) -> Result<Option<QrCode>, cloud::Error> {
        let all = self.all().await?;
        let known = all.iter().find(|code| live.is_some_and(|live| live.remote_id == code.code.as_str()));
        if let Some(known) = known.cloned() {
            self.taken.insert(known.code.as_str().to_owned());
            return Ok(Some(known));
        }
        for text in Books::doubtful_texts(doubts).chain([link.text.as_str()]) {
            if let Some(code) = self.free(text).await? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    /// A code with this text that no link has; the asking link has it from now on.
    pub(in crate::publish) async fn free(&mut self, text: &str) -> Result<Option<QrCode>, cloud::Error> {
        self.all().await?;
        let free = |code: &&QrCode| !self.taken.contains(code.code.as_str());
        let mut all = self.all.iter().flatten().filter(free);
        let found = all.find(|code| code.prefilled_message == text).cloned();
        self.taken.extend(found.iter().map(|code| code.code.as_str().to_owned()));
        Ok(found)
    }

    /// A code with a link's text that no other has, asked again.
    pub(super) async fn find_anew(&mut self, link: &LocalLink) -> Result<Option<QrCode>, cloud::Error> {
        self.all = None;
        self.free(&link.text).await
    }

    /// Whether there is a code of this id.
    pub(in crate::publish) async fn has(&mut self, code: &str) -> Result<bool, cloud::Error> {
        Ok(self.all().await?.iter().any(|known| known.code.as_str() == code))
    }

    /// The same, asked again.
    pub(super) async fn has_anew(&mut self, code: &QrCodeId) -> Result<bool, cloud::Error> {
        self.all = None;
        self.has(code.as_str()).await
    }

    /// How many codes the number has.
    pub(in crate::publish) async fn count(&mut self) -> Result<usize, cloud::Error> {
        Ok(self.all().await?.len())
    }

    /// A code that was made or changed since the list was read.
    pub(super) fn put(&mut self, code: QrCode) {
        self.taken.insert(code.code.as_str().to_owned());
        if let Some(all) = &mut self.all {
            all.retain(|known| known.code != code.code);
            all.push(code);
        }
    }

    async fn all(&mut self) -> Result<&[QrCode], cloud::Error> {
        let all = match self.all.take() {
            Some(all) => all,
            None => self.connection.graph.qr_codes(&self.connection.number).await?,
        };
        Ok(self.all.insert(all))
    }
}
