//! A workspace, a host without a screen, and a practice account that stands for Meta.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use commands::publish::{Local, apply, plan_texts};
use commands::wire::{Account, ConnectAccount, Error, Event, Plan, Report, Settings};
use commands::{App, FileKind, Host, Patience, account};
use practice::account::{Pace, Rules, StoredFlow};
use practice::{Keep, Running};
use secrets::Keychain;
use serde_json::Value;
use tempfile::TempDir;

/// What the account holds, in the rig's folder.
const META: &str = "meta.json";

/// Legal Flow JSON with one screen and this button.
pub(crate) fn flow(button: &str) -> String {
    r#"{"version":"7.1","screens":[{"id":"BOOK","title":"Book","terminal":true,"success":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"TextInput","name":"name","label":"Your name","required":true},{"type":"Footer","label":"BUTTON","on-click-action":{"name":"complete","payload":{"name":"${form.name}"}}}]}}]}"#
        .replace("BUTTON", button)
}

pub(crate) struct TestHost {
    folder: PathBuf,
    pub(crate) events: Arc<Mutex<Vec<Event>>>,
    /// Milliseconds by which its clock is ahead.
    ahead: Arc<AtomicI64>,
}

impl Host for TestHost {
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond() + self.ahead.load(Ordering::SeqCst)
    }
    fn emit(&self, event: Event) {
        self.events.lock().unwrap().push(event);
    }
    fn choose_file(&self, _: FileKind) -> Option<PathBuf> {
        None
    }
    fn choose_place(&self, _: FileKind, name: &str) -> Option<PathBuf> {
        Some(self.folder.join(name))
    }
    fn choose_folder(&self) -> Option<PathBuf> {
        Some(self.folder.join("as project"))
    }
    fn open_link(&self, _: &str) -> Result<(), String> {
        Ok(())
    }
    fn settings(&self) -> Settings {
        Settings::default()
    }
    fn set_settings(&self, _: &Settings) -> Result<(), String> {
        Ok(())
    }
    fn folder(&self) -> &Path {
        &self.folder
    }
    fn patience(&self) -> Patience {
        Patience {
            repeats: 1,
            first: Duration::from_millis(1),
            longest: Duration::from_millis(50),
            exchange: Duration::from_secs(20),
        }
    }
}

pub(crate) struct Rig {
    pub(crate) folder: TempDir,
    pub(crate) meta: Running,
    pub(crate) app: App,
    pub(crate) events: Arc<Mutex<Vec<Event>>>,
    pub(crate) account: Account,
    ahead: Arc<AtomicI64>,
}

impl Rig {
    pub(crate) async fn new(rules: Rules) -> Self {
        Self::with(tempfile::tempdir().unwrap(), practice::Settings { rules, ..Default::default() }).await
    }

    /// Reviews take so many seconds, and [`Rig::change`] reaches what the account holds.
    pub(crate) async fn reviewing(seconds: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keep = Keep::File(folder.path().join(META));
        let pace = Some(Pace { review_seconds: seconds, ..Pace::instant() });
        Self::with(folder, practice::Settings { keep, pace, ..Default::default() }).await
    }

    async fn with(folder: TempDir, settings: practice::Settings) -> Self {
        let meta = practice::start(settings).await.unwrap();
        let ahead = Arc::default();
        let (app, events) = open_at(folder.path(), &ahead);
        let account = account::connect(&app, request(&meta)).await.unwrap();
        Self { folder, meta, app, events, account, ahead }
    }

    /// Changes what the account holds, as Meta or another program would.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Value)) {
        let file = self.folder.path().join(META);
        let mut held: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        change(&mut held);
        std::fs::write(&file, held.to_string()).unwrap();
    }

    /// Time goes by, here and at the account.
    pub(crate) fn goes_on(&self, hours: i64) {
        self.ahead.fetch_add(hours * 3_600_000, Ordering::SeqCst);
        self.change(|held| held["ahead"] = (held["ahead"].as_i64().unwrap() + hours * 3600).into());
    }

    /// Calls that the account was asked so far, with this method and an end of their path.
    pub(crate) fn asked(&self, method: &str, end: &str) -> usize {
        let seen = self.meta.faults().seen();
        seen.iter().filter(|call| call.starts_with(method) && call.ends_with(end)).count()
    }

    /// The program ends where it stands and is started again.
    pub(crate) async fn restart(&mut self) {
        let (app, events) = open_at(self.folder.path(), &self.ahead);
        self.app = app;
        self.events = events;
        account::token(&self.app, &self.account.id, self.meta.token().to_owned()).await.unwrap();
    }

    pub(crate) async fn plan(&self, texts: &[(&str, &str)]) -> Result<Plan, Error> {
        let locals = texts.iter().map(|(name, text)| Local::of_file(name, (*text).to_owned())).collect();
        plan_texts(&self.app, locals, &self.account.id).await
    }

    pub(crate) async fn apply(&self, plan: &Plan, replace: bool) -> Result<Report, Error> {
        let replace: Vec<String> =
            plan.rows.iter().filter(|_| replace).map(|row| row.document.clone()).collect();
        apply(&self.app, &plan.id, &[], &replace).await
    }

    /// Plans and applies.
    pub(crate) async fn publish(
        &self,
        name: &str,
        text: &str,
        replace: bool,
    ) -> Result<(Plan, Report), Error> {
        let plan = self.plan(&[(name, text)]).await?;
        let report = self.apply(&plan, replace).await?;
        Ok((plan, report))
    }

    pub(crate) fn flows(&self) -> Vec<StoredFlow> {
        self.meta.account().unwrap().flows
    }
}

pub(crate) fn request(meta: &Running) -> ConnectAccount {
    ConnectAccount {
        name: "Salon Aurora".to_owned(),
        waba_id: meta.waba_id().to_owned(),
        phone_number_id: meta.phone_number_id().to_owned(),
        token: meta.token().to_owned(),
        base_url: Some(format!("{}/v25.0", meta.base_url())),
    }
}

pub(crate) fn open(folder: &Path) -> (App, Arc<Mutex<Vec<Event>>>) {
    open_at(folder, &Arc::default())
}

fn open_at(folder: &Path, ahead: &Arc<AtomicI64>) -> (App, Arc<Mutex<Vec<Event>>>) {
    let events = Arc::<Mutex<Vec<Event>>>::default();
    let host = TestHost { folder: folder.to_owned(), events: events.clone(), ahead: ahead.clone() };
    (App::new(host, Keychain::in_memory("waymark-test")), events)
}
