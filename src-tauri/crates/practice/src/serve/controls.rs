//! The account's own controls, which Meta does not have: they begin with `/practice`.

use axum::http::Method;
use axum::response::Response;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::asked::Asked;
use super::route::{done, to_value};
use super::{Server, media, respond};
use crate::account::Account;
use crate::refusal::{Refusal, Trouble};

/// Webhooks given at once when the request does not say.
const PAGE: usize = 100;

/// Settings and what the month has used up; none leaves it.
#[derive(Deserialize)]
struct Change {
    review_seconds: Option<i64>,
    deliver_seconds: Option<i64>,
    read_seconds: Option<i64>,
    is_verified: Option<bool>,
    service_used: Option<u64>,
}

#[derive(Deserialize)]
struct Clock {
    /// Seconds to go on.
    advance: i64,
}

/// Answers what begins with `/practice`, and downloads of files, which need the token alone.
pub(super) fn answer(server: &Server, asked: &Asked) -> Option<Response> {
    if let Some(response) = media::download(server, asked) {
        return Some(response);
    }
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let ["practice", rest @ ..] = segments.as_slice() else { return None };
    Some(match act(server, asked, rest) {
        Ok(value) => respond::json(200, &value),
        Err(refusal) => respond::refused(&refusal),
    })
}

fn act(server: &Server, asked: &Asked, path: &[&str]) -> Result<Value, Refusal> {
    match (asked.method.as_str(), path) {
        ("POST", ["faults"]) => {
            server.faults.plan(body(asked)?);
            Ok(done())
        }
        ("DELETE", ["faults"]) => {
            server.faults.clear();
            Ok(done())
        }
        (_, ["faults"]) => Ok(json!({"seen": server.faults.seen()})),
        ("GET", ["clock"]) => server.read(|account, now| Ok(clock(account, now))),
        ("POST", ["clock"]) => {
            let clock: Clock = body(asked)?;
            if clock.advance < 0 {
                return Err(Refusal::parameter("The clock goes on only."));
            }
            server.change(|account, _| {
                account.ahead = account.ahead.saturating_add(clock.advance);
                Ok(self::clock(account, account.now()))
            })
        }
        ("GET", ["settings"]) => server.read(|account, _| Ok(settings(account))),
        ("POST", ["settings"]) => {
            let change: Change = body(asked)?;
            server.change(|account, now| {
                change.onto(account, now);
                Ok(settings(account))
            })
        }
        ("GET", ["webhooks"]) => {
            let number = |name: &str| asked.text(name).and_then(|text| text.parse::<u64>().ok());
            let after = number("after").unwrap_or_default();
            let most = number("limit").and_then(|most| usize::try_from(most).ok()).unwrap_or(PAGE);
            server.read(|account, _| {
                let data = account.webhooks.after(after, most);
                Ok(json!({"data": data, "after": data.last().map_or(after, |last| last.cursor)}))
            })
        }
        ("POST", ["templates", id]) => {
            let act = body(asked)?;
            server.change(|account, now| account.act_on_template(id, act, now).map(|()| done()))
        }
        ("GET", ["phones"]) => {
            server.read(|account, _| Ok(json!({"data": account.people.values().collect::<Vec<_>>()})))
        }
        ("GET", ["phones", number]) => server.read(|account, now| Ok(account.conversation(number, now))),
        ("POST", ["phones", number]) => {
            let act = body(asked)?;
            server.change(|account, now| account.act_as_person(number, act, now))
        }
        (method, _) if *method == Method::GET => Err(Refusal::no_object(&path.join("/"))),
        _ => Err(Refusal::parameter("The practice account has no such control.")),
    }
}

fn body<T: DeserializeOwned>(asked: &Asked) -> Result<T, Refusal> {
    serde_json::from_value(asked.json()).map_err(|error| Refusal::of(Trouble::Parameter, error.to_string()))
}

fn clock(account: &Account, now: i64) -> Value {
    json!({"now": now, "ahead": account.ahead})
}

fn settings(account: &Account) -> Value {
    let mut settings = to_value(&account.pace);
    if let Some(settings) = settings.as_object_mut() {
        settings.insert("service_used".to_owned(), json!(account.tally.service));
    }
    settings
}

impl Change {
    fn onto(&self, account: &mut Account, now: i64) {
        let pace = &mut account.pace;
        let seconds = [
            (&mut pace.review_seconds, self.review_seconds),
            (&mut pace.deliver_seconds, self.deliver_seconds),
            (&mut pace.read_seconds, self.read_seconds),
        ];
        for (own, wanted) in seconds {
            *own = wanted.unwrap_or(*own).max(0);
        }
        pace.is_verified = self.is_verified.unwrap_or(pace.is_verified);
        if let Some(used) = self.service_used {
            account.tally.use_up(now, used);
        }
    }
}
