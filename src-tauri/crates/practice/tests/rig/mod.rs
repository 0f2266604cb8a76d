//! A practice account, our own client to ask it, and its controls.
#![allow(dead_code)] // each test file uses a part

use std::time::Duration;

use cloud::models::{AppId, PhoneNumberId, Sent, Template, TemplateId, WabaId};
use cloud::{Error, File, Graph, Outcome, Patience, Settings};
use practice::account::Pace;
use practice::{Keep, Running};
use secrets::Secret;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A number of Brazil: it gets every kind of message.
pub(crate) const ANA: &str = "+5511987654321";

pub(crate) struct Rig {
    pub(crate) running: Running,
    pub(crate) graph: Graph,
    pub(crate) waba: WabaId,
    pub(crate) number: PhoneNumberId,
}

/// Everything happens at once.
pub(crate) async fn instant() -> Rig {
    with(Pace::instant()).await
}

pub(crate) async fn with(pace: Pace) -> Rig {
    start(practice::Settings { pace: Some(pace), ..practice::Settings::default() }).await
}

pub(crate) async fn kept(keep: Keep) -> Rig {
    start(practice::Settings { keep, pace: Some(Pace::instant()), ..practice::Settings::default() }).await
}

async fn start(settings: practice::Settings) -> Rig {
    let running = practice::start(settings).await.unwrap();
    let mut at = Settings::at(&format!("{}/v25.0", running.base_url())).unwrap();
    at.patience = Patience {
        repeats: 0,
        first: Duration::from_millis(1),
        longest: Duration::from_secs(1),
        exchange: Duration::from_secs(5),
    };
    let graph = Graph::new(at, Secret::new(running.token().to_owned())).unwrap();
    let waba = WabaId::new(running.waba_id()).unwrap();
    let number = PhoneNumberId::new(running.phone_number_id()).unwrap();
    Rig { running, graph, waba, number }
}

/// The payload of a template that nobody could object to.
pub(crate) fn order(name: &str) -> Value {
    json!({"name": name, "language": "en_US", "category": "UTILITY", "components": [
        {"type": "BODY", "text": format!("Hi {{{{1}}}}, your order {name} has left our shop and will be with you on {{{{2}}}} as you asked."),
            "example": {"body_text": [["Ana", "Tuesday"]]}}]})
}

pub(crate) fn accepted<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Accepted(done) => done,
        Outcome::Refused(error) | Outcome::Unknown(error) => panic!("{error}"),
    }
}

/// Meta's code and subcode of a refusal.
pub(crate) fn refused<T>(outcome: Outcome<T>) -> (i64, Option<i64>) {
    match outcome {
        Outcome::Refused(Error::Refused(said) | Error::RateLimited { said: Some(said), .. }) => {
            (said.code, said.subcode)
        }
        Outcome::Refused(error) | Outcome::Unknown(error) => panic!("{error:?}"),
        Outcome::Accepted(_) => panic!("it was accepted"),
    }
}

impl Rig {
    pub(crate) async fn create(&self, payload: &Value) -> Outcome<cloud::models::CreatedTemplate> {
        self.graph.create_template(&self.waba, &payload.to_string()).await
    }

    pub(crate) async fn created(&self, payload: &Value) -> TemplateId {
        accepted(self.create(payload).await).id
    }

    pub(crate) async fn template(&self, id: &TemplateId) -> Template {
        self.graph.template(id, None).await.unwrap()
    }

    /// Sends to Ana.
    pub(crate) async fn send(&self, mut message: Value) -> Outcome<Sent> {
        let all = message.as_object_mut().unwrap();
        all.entry("messaging_product").or_insert(json!("whatsapp"));
        if !all.contains_key("recipient") {
            all.entry("to").or_insert(json!(ANA));
        }
        self.graph.send_message(&self.number, &message.to_string()).await
    }

    pub(crate) async fn send_template(&self, name: &str, components: Value) -> Outcome<Sent> {
        self.send(json!({"type": "template", "template": {"name": name, "language": {"code": "en_US"},
            "components": components}}))
            .await
    }

    /// The id of a message to Ana that was accepted.
    pub(crate) async fn sent(&self, message: Value) -> String {
        accepted(self.send(message).await).id().unwrap().to_owned()
    }

    pub(crate) async fn control(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let port = self.running.base_url().rsplit_once(':').unwrap().1.to_owned();
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).await.unwrap();
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let text = format!(
            "{method} /practice/{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.running.token(),
            body.len()
        );
        stream.write_all(text.as_bytes()).await.unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).await.unwrap();
        let status = reply.split(' ').nth(1).unwrap().parse().unwrap();
        let body = reply.split_once("\r\n\r\n").unwrap().1;
        (status, serde_json::from_str(body).unwrap())
    }

    pub(crate) async fn done(&self, path: &str, body: Value) -> Value {
        let (status, answer) = self.control("POST", path, body).await;
        assert_eq!(status, 200, "{answer}");
        answer
    }

    pub(crate) async fn act(&self, template: &TemplateId, act: Value) {
        self.done(&format!("templates/{template}"), act).await;
    }

    /// Lets Ana do something.
    pub(crate) async fn ana(&self, act: Value) -> Value {
        self.done(&format!("phones/{}", ANA.trim_start_matches('+')), act).await
    }

    /// Ana writes, which opens the window; gives the message's id.
    pub(crate) async fn writes(&self) -> String {
        let answer = self.ana(json!({"do": "write", "text": "Hello"})).await;
        answer["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn goes_on(&self, seconds: i64) {
        self.done("clock", json!({"advance": seconds})).await;
    }

    /// Every `value` of a webhook's field since the start, in order.
    pub(crate) async fn told(&self, field: &str) -> Vec<Value> {
        let (_, answer) = self.control("GET", "webhooks?limit=1000", Value::Null).await;
        let all = answer["data"].as_array().unwrap().iter();
        let changes = all.map(|hook| &hook["payload"]["entry"][0]["changes"][0]);
        changes.filter(|change| change["field"] == field).map(|change| change["value"].clone()).collect()
    }

    /// Statuses of a message, in order.
    pub(crate) async fn statuses(&self, message: &str) -> Vec<Value> {
        let told = self.told("messages").await;
        let statuses = told.iter().filter_map(|value| value["statuses"].as_array()).flatten();
        statuses.filter(|status| status["id"] == message).cloned().collect()
    }

    pub(crate) async fn upload(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<String, Error> {
        let file = File { name, media_type, bytes: bytes.to_vec().into() };
        Ok(self.graph.upload_media(&self.number, &file).await?.id.to_string())
    }

    /// The handle of a sample file.
    pub(crate) async fn handle(&self, name: &str, media_type: &str) -> Result<String, Error> {
        let app = AppId::new(self.graph.debug_token().await.unwrap().app_id).unwrap();
        let file = File { name, media_type, bytes: "a picture".into() };
        self.graph.header_handle(&app, &file).await
    }
}

/// What is told of each status, one after the other.
pub(crate) fn names(statuses: &[Value]) -> Vec<&str> {
    statuses.iter().map(|status| status["status"].as_str().unwrap()).collect()
}

/// A text message.
pub(crate) fn text(body: &str) -> Value {
    json!({"type": "text", "text": {"body": body}})
}

/// The values that [`order`] takes.
pub(crate) fn values() -> Value {
    json!([{"type": "body", "parameters": [{"type": "text", "text": "Ana"}, {"type": "text", "text": "Friday"}]}])
}

/// What Ana's phone shows.
pub(crate) async fn conversation(rig: &Rig) -> Value {
    rig.control("GET", &format!("phones/{}", ANA.trim_start_matches('+')), Value::Null).await.1
}

/// A rig with an approved template and an open window.
pub(crate) async fn ready() -> Rig {
    let rig = instant().await;
    rig.created(&order("a")).await;
    rig.writes().await;
    rig
}
