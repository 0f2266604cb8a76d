use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use cloud::models::{PhoneNumberId, WabaId};
use cloud::{Graph, Settings};
use practice::{Keep, Running};
use secrets::Secret;
use tokio::sync::OnceCell;

use super::trouble::{Side, cannot_reach, token_needed};
use crate::App;
use crate::wire::{Code, Error};

/// Id of the built-in account.
pub const PRACTICE: &str = "practice";

/// The practice account's state, in the data folder.
const PRACTICE_FILE: &str = "practice.json";

/// Accounts in use: the practice account when it runs, and one client for each account, which remembers what
/// Meta said of its limits.
#[derive(Default)]
pub struct OpenAccounts {
    practice: OnceCell<Running>,
    clients: Mutex<BTreeMap<String, Graph>>,
}

/// An account with a client that can speak to it.
#[derive(Clone)]
pub(crate) struct Connection {
    pub(crate) id: String,
    pub(crate) side: Side,
    pub(crate) waba: WabaId,
    pub(crate) number: PhoneNumberId,
    pub(crate) graph: Graph,
}

impl OpenAccounts {
    /// The practice account, started when it does not run.
    pub(crate) async fn practice(&self, app: &App) -> Result<&Running, Error> {
        let settings = practice::Settings { keep: practice_keep(app), ..practice::Settings::default() };
        self.practice.get_or_try_init(|| practice::start(settings)).await.map_err(|error| {
            Error::new(
                Code::Internal,
                format!("The practice account did not start: {error}. Please try again."),
            )
        })
    }

    /// Forgets the client of an account whose token or address has changed.
    pub(crate) fn forget(&self, account: &str) {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
    }

    fn client(&self, account: &str) -> Option<Graph> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner).get(account).cloned()
    }

    fn keep(&self, account: &str, graph: &Graph) {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner).insert(account.to_owned(), graph.clone());
    }
}

/// Where the practice account's state lies.
pub(crate) fn practice_keep(app: &App) -> Keep {
    Keep::File(app.host().folder().join(PRACTICE_FILE))
}

/// Opens an account by its id or, as on the command line, by its name.
pub(crate) async fn open(app: &App, account: &str) -> Result<Connection, Error> {
    if account == PRACTICE {
        return open_practice(app).await;
    }
    let stored = app.store(|workspace| workspace.accounts())?;
    let known = stored
        .iter()
        .find(|known| known.id == account)
        .or_else(|| stored.iter().find(|known| known.name == account));
    let Some(known) = known else {
        return Err(Error::new(
            Code::NotFound,
            format!("There is no account called \"{account}\". Connect it first."),
        ));
    };
    let side = Side::Meta { account: known.name.clone() };
    let waba = WabaId::new(known.waba_id.clone()).map_err(|_| bad_id("account id"))?;
    let number = phone_number_id(&known.phone_number_id)?;
    let graph = if let Some(graph) = app.accounts().client(&known.id) {
        graph
    } else {
        let (token, _) = app
            .keychain()
            .get(&known.id)
            .map_err(|error| super::trouble::keychain(&error))?
            .ok_or_else(|| token_needed(&side))?;
        let graph = client(app, known.base_url.as_deref(), token)?;
        app.accounts().keep(&known.id, &graph);
        graph
    };
    Ok(Connection { id: known.id.clone(), side, waba, number, graph })
}

async fn open_practice(app: &App) -> Result<Connection, Error> {
    let running = app.accounts().practice(app).await?;
    let waba = WabaId::new(running.waba_id()).map_err(|_| bad_id("account id"))?;
    let number = phone_number_id(running.phone_number_id())?;
    let graph = if let Some(graph) = app.accounts().client(PRACTICE) {
        graph
    } else {
        let base = format!(
            "{}/{}",
            running.base_url(),
            cloud::facts::graph_api().map_or("v25.0", |facts| &facts.version)
        );
        let graph = client(app, Some(&base), Secret::new(running.token().to_owned()))?;
        app.accounts().keep(PRACTICE, &graph);
        graph
    };
    Ok(Connection { id: PRACTICE.to_owned(), side: Side::Practice, waba, number, graph })
}

/// A client for an address (none is Meta's) and a token.
pub(crate) fn client(app: &App, base_url: Option<&str>, token: Secret<String>) -> Result<Graph, Error> {
    let mut settings = base_url.map_or_else(Settings::meta, Settings::at).map_err(|error| {
        Error::new(
            Code::Refused,
            format!("{error}. It starts with https:// and ends with a version, such as https://graph.facebook.com/v25.0."),
        )
    })?;
    settings.patience = app.host().patience();
    Graph::new(settings, token).map_err(|error| cannot_reach(&error))
}

/// Reads an id as people paste it: spaces around it do not count.
pub(crate) fn waba_id(text: &str) -> Result<WabaId, Error> {
    WabaId::new(text.trim()).map_err(|_| bad_id("WhatsApp Business Account id"))
}

/// The same for a phone number id.
pub(crate) fn phone_number_id(text: &str) -> Result<PhoneNumberId, Error> {
    PhoneNumberId::new(text.trim()).map_err(|_| bad_id("phone number id"))
}

fn bad_id(what: &str) -> Error {
    Error::new(
        Code::Refused,
        format!("The {what} is made of digits only. Copy it from WhatsApp Manager, under API set-up."),
    )
}
