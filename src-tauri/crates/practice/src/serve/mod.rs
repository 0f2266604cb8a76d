//! HTTP: who may ask, what is asked, and what comes back.

mod asked;
mod controls;
mod fields;
mod list;
mod media;
mod qr_codes;
mod respond;
mod route;
mod state;
mod templates;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Request, State};
use axum::response::Response;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::account::{Account, Pace, Rules};
use crate::blobs::Blobs;
use crate::door::{Door, Line};
use crate::fault::{Fault, Faults, Moment};
use crate::keep::{Keep, KeepError, Kept, random};
use crate::people::PersonAct;
use crate::refusal::{Refusal, Trouble};

/// Room for the largest file of a message (100 MB) and the form around it.
const LARGEST_REQUEST: usize = 101 * 1024 * 1024;

/// How to start the account.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Where the state lies.
    pub keep: Keep,
    /// How it behaves where Meta's own pages disagree.
    pub rules: Rules,
    /// How fast things happen; none leaves it as the account keeps it.
    pub pace: Option<Pace>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { port: 0, keep: Keep::InMemory, rules: Rules::default(), pace: None }
    }
}

/// Why the account did not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The port is taken or may not be used.
    #[error("the port cannot be used: {0}")]
    Port(std::io::Error),
    /// The state cannot be kept.
    #[error(transparent)]
    Keep(#[from] KeepError),
}

/// The running account. Stops when dropped.
pub struct Running {
    server: Arc<Server>,
    token: String,
    task: JoinHandle<()>,
    waba_id: String,
    phone_number_id: String,
}

pub(crate) struct Server {
    address: SocketAddr,
    token: [u8; 32],
    kept: Kept,
    blobs: Blobs,
    faults: Faults,
    rules: Rules,
}

/// Starts the account.
pub async fn start(settings: Settings) -> Result<Running, Error> {
    let kept = Kept::open(&settings.keep)?;
    if let Some(pace) = &settings.pace {
        let set: Result<(), Refusal> = kept.change(|account| {
            account.pace = pace.clone();
            Ok(())
        })?;
        // Setting it cannot fail.
        let _ = set;
    }
    let wanted = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), settings.port);
    let listener = TcpListener::bind(wanted).await.map_err(Error::Port)?;
    let address = listener.local_addr().map_err(Error::Port)?;
    let token = format!("PRACTICE{:016x}{:016x}", random()?, random()?);
    let (waba_id, phone_number_id) =
        kept.read(|account| (account.waba.id.to_string(), account.phone_number.id.to_string()))?;
    let server = Arc::new(Server {
        address,
        token: digest(token.as_bytes()),
        kept,
        blobs: Blobs::of(&settings.keep),
        faults: Faults::default(),
        rules: settings.rules,
    });
    let router = Router::new()
        .fallback(answer)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .with_state(server.clone())
        .into_make_service_with_connect_info::<Line>();
    let task = tokio::spawn(async move {
        if let Err(error) = axum::serve(Door(listener), router).await {
            tracing::error!(target: "practice", %error, "the practice account stopped");
        }
    });
    Ok(Running { server, token, task, waba_id, phone_number_id })
}

impl Running {
    /// `http://127.0.0.1:PORT`, without version.
    pub fn base_url(&self) -> String {
        self.server.base_url()
    }

    /// Id of the business account.
    pub fn waba_id(&self) -> &str {
        &self.waba_id
    }

    /// Id of its phone number.
    pub fn phone_number_id(&self) -> &str {
        &self.phone_number_id
    }

    /// The token of this run.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Trouble on request.
    pub fn faults(&self) -> &Faults {
        &self.server.faults
    }

    /// What the account holds now.
    pub fn account(&self) -> Result<Account, Error> {
        Ok(self.server.settled(|account, _| account.clone())?)
    }

    /// Lets somebody with a simulated phone do something; `Err` says why that cannot be.
    pub fn let_person(&self, number: &str, act: PersonAct) -> Result<(), String> {
        let done = self.server.change(|account, now| account.act_as_person(number, act, now));
        done.map(drop).map_err(|refusal| refusal.details().to_owned())
    }

    /// Runs until the account stops by itself, which it does only when the system takes its port away.
    pub async fn run(mut self) {
        // A task that was cancelled has stopped as well.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Names of this address a request may give as its host. A page that was rebound to it gives its own.
    fn is_called(&self, host: &str) -> bool {
        let port = self.address.port();
        host == format!("127.0.0.1:{port}") || host == format!("localhost:{port}")
    }

    fn knows(&self, token: &str) -> bool {
        digest(token.as_bytes()) == self.token
    }
}

/// Digests are compared in place of tokens, so that the time it takes tells nothing of the token.
fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

async fn answer(
    State(server): State<Arc<Server>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    let asked = match asked::read(request).await {
        Ok(asked) => asked,
        Err(refusal) => return respond::refused(&refusal),
    };
    if !asked.host.as_deref().is_some_and(|host| server.is_called(host)) || asked.from_a_page {
        return respond::forbidden();
    }
    if let Some(response) = route::open(&server, &asked) {
        return response;
    }
    if !asked.token.as_deref().is_some_and(|token| server.knows(token)) {
        return respond::refused(&Refusal::of(
            Trouble::Token,
            "This is not the token of the practice account.",
        ));
    }
    if let Some(response) = controls::answer(&server, &asked) {
        return response;
    }
    let fault = server.faults.take(format!("{} /{}", asked.method, asked.path.join("/")));
    troubled(server, line, asked, fault).await
}

/// Does what is asked, with the trouble that is due.
async fn troubled(server: Arc<Server>, line: Line, asked: asked::Asked, fault: Option<Fault>) -> Response {
    match fault {
        None => act(server, asked).await,
        Some(Fault::RateLimited { retry_after, regain_minutes }) => {
            respond::rate_limited(&server, retry_after, regain_minutes)
        }
        Some(Fault::TokenExpired) => {
            respond::refused(&Refusal::of(Trouble::Token, "The access token has expired."))
        }
        Some(Fault::NotJson) => {
            act(server, asked).await;
            respond::page()
        }
        Some(Fault::CutReply { bytes }) => {
            let response = respond::last(act(server, asked).await);
            line.cut_after(bytes);
            response
        }
        Some(Fault::Server { moment, status }) => {
            if moment == Moment::After {
                act(server, asked).await;
            }
            respond::down(status)
        }
        Some(Fault::Drop { moment }) => {
            if moment == Moment::After {
                act(server, asked).await;
            }
            line.cut_after(0);
            respond::page()
        }
        Some(Fault::Silence { moment }) => {
            if moment == Moment::After {
                act(server.clone(), asked).await;
            }
            server.faults.hold().await;
            respond::page()
        }
    }
}

/// Files are read and written and Flows are checked here, off the threads that serve.
async fn act(server: Arc<Server>, asked: asked::Asked) -> Response {
    match tokio::task::spawn_blocking(move || route::act(&server, &asked)).await {
        Ok(Ok(value)) => respond::json(200, &value),
        Ok(Err(refusal)) => respond::refused(&refusal),
        Err(_) => respond::refused(&Refusal::internal()),
    }
}
