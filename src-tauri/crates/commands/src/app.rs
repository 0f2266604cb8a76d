use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrets::Keychain;
use store::Workspace;

use crate::account::OpenAccounts;
use crate::drops::Drops;
use crate::host::Host;
use crate::journey::Blocked;
use crate::open_flow::OpenFlow;
use crate::open_journey::OpenJourney;
use crate::open_message::OpenMessage;
use crate::publish::Plans;
use crate::rates::Cards;
use crate::wire::Error;

/// So many documents of a kind stay ready; one that was let go is read again when it is needed.
const OPEN: usize = 8;

/// The state behind all commands: the workspace and the Flows that are open.
///
/// Nothing here is written before it is in the workspace, so a panic in between leaves a whole state behind;
/// that is why a poisoned lock is taken over.
pub struct App {
    host: Box<dyn Host>,
    keychain: Keychain,
    /// `None` before the first use and while a backup is put in its place.
    workspace: Mutex<Option<Workspace>>,
    flows: Ready<OpenFlow>,
    messages: Ready<OpenMessage>,
    journeys: Ready<OpenJourney>,
    blocked: Blocked,
    expected: Mutex<Vec<PathBuf>>,
    drops: Mutex<Drops>,
    accounts: OpenAccounts,
    plans: Plans,
    rates: Cards,
}

impl App {
    /// Cheap: nothing is opened before the first command needs it.
    pub fn new(host: impl Host, keychain: Keychain) -> Self {
        Self {
            host: Box::new(host),
            keychain,
            workspace: Mutex::default(),
            flows: Ready::default(),
            messages: Ready::default(),
            journeys: Ready::default(),
            blocked: Blocked::default(),
            expected: Mutex::default(),
            drops: Mutex::default(),
            accounts: OpenAccounts::default(),
            plans: Plans::default(),
            rates: Cards::default(),
        }
    }

    /// The program around.
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// Where tokens lie.
    pub fn keychain(&self) -> &Keychain {
        &self.keychain
    }

    /// Accounts in use.
    pub(crate) fn accounts(&self) -> &OpenAccounts {
        &self.accounts
    }

    /// What is blocked in the journeys.
    pub(crate) fn blocked(&self) -> &Blocked {
        &self.blocked
    }

    /// Rate cards that were read.
    pub(crate) fn rates(&self) -> &Cards {
        &self.rates
    }

    /// Plans that can be applied.
    pub(crate) fn plans(&self) -> &Plans {
        &self.plans
    }

    /// Files given at the start; the first `workspace_open` takes them in.
    pub fn expect_files(&self, files: Vec<PathBuf>) {
        lock(&self.expected).extend(files);
    }

    pub(crate) fn drops(&self) -> MutexGuard<'_, Drops> {
        lock(&self.drops)
    }

    pub(crate) fn take_expected(&self) -> Vec<PathBuf> {
        std::mem::take(&mut lock(&self.expected))
    }

    /// Reads or writes the workspace, which is opened when it is not open. One at a time: keep the body short and
    /// never await in it.
    pub fn store<T>(&self, body: impl FnOnce(&mut Workspace) -> Result<T, store::Error>) -> Result<T, Error> {
        let mut held = lock(&self.workspace);
        if let Some(workspace) = held.as_mut() {
            return Ok(body(workspace)?);
        }
        let mut workspace = Workspace::open(self.host.folder(), self.host.now())?;
        let answer = body(&mut workspace);
        *held = Some(workspace);
        Ok(answer?)
    }

    /// Closes the workspace, lets the body put another one in its place, and forgets all open Flows.
    pub(crate) fn replace_store(&self, body: impl FnOnce() -> Result<(), store::Error>) -> Result<(), Error> {
        let mut held = lock(&self.workspace);
        *held = None;
        body()?;
        self.flows.clear();
        self.messages.clear();
        self.journeys.clear();
        self.rates.forget();
        Ok(())
    }

    /// Works on a Flow, which is read when it is not open. Calls for one Flow wait for each other.
    pub fn flow<T>(
        &self,
        id: &str,
        body: impl FnOnce(&mut OpenFlow) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let flow = self.flows.get(id, || OpenFlow::read(self, id))?;
        let mut flow = lock(&flow);
        body(&mut flow)
    }

    /// Works on a template or a message, which is read when it is not open. Calls for one wait for each other.
    pub fn message<T>(
        &self,
        id: &str,
        body: impl FnOnce(&mut OpenMessage) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let message = self.messages.get(id, || OpenMessage::read(self, id))?;
        let mut message = lock(&message);
        body(&mut message)
    }

    /// Works on a journey, which is read when it is not open. Calls for one wait for each other.
    pub fn journey<T>(
        &self,
        id: &str,
        body: impl FnOnce(&mut OpenJourney) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let journey = self.journeys.get(id, || OpenJourney::read(self, id))?;
        let mut journey = lock(&journey);
        body(&mut journey)
    }

    /// Lets a document go, so that it is read again: another program may have changed it.
    pub(crate) fn forget(&self, id: &str) {
        self.flows.forget(id);
        self.messages.forget(id);
        self.journeys.forget(id);
    }
}

/// Documents that are ready, by id; the last used first.
struct Ready<T>(Mutex<Vec<(String, Arc<Mutex<T>>)>>);

impl<T> Default for Ready<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Ready<T> {
    fn get(&self, id: &str, read: impl FnOnce() -> Result<T, Error>) -> Result<Arc<Mutex<T>>, Error> {
        let mut ready = lock(&self.0);
        let one = match ready.iter().position(|(known, _)| known == id) {
            Some(index) => ready.remove(index).1,
            None => Arc::new(Mutex::new(read()?)),
        };
        ready.insert(0, (id.to_owned(), Arc::clone(&one)));
        ready.truncate(OPEN);
        Ok(one)
    }

    fn forget(&self, id: &str) {
        lock(&self.0).retain(|(known, _)| known != id);
    }

    fn clear(&self) {
        lock(&self.0).clear();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
