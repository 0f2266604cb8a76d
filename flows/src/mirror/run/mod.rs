//! What the page sees of a simulated run: the phone, what happened, and where the person stands.

mod view;

use serde_json::Value;

pub use crate::simulate::{Prices, RunCost};
pub use view::{RunAnswers, RunBubble, RunEntry, RunPerson, RunStatus, RunValue, RunView, RunWay, RunWhat};

use super::Beside;
use super::journey::sent_template;
use crate::chat::{self, ChatView};
use crate::engine::{AD_WINDOW, Entry, Inbound, Moment, WINDOW, Wait, What, zone_named};
use crate::journey::{Awaited, Body, Expected, Journey, JourneyName, Project};
use crate::json::Tree;
use crate::simulate::{Script, Transcript, cost_of};

/// What was played.
#[derive(Debug, Clone, Copy)]
pub struct Played<'p> {
    /// The project it was played in, with the journey that is looked at.
    pub project: &'p Project,
    /// What happened from outside.
    pub script: &'p Script,
    /// What came of it.
    pub transcript: &'p Transcript,
    /// The moment it was played to.
    pub until: Moment,
}

/// A run for the page, of the journey that is looked at.
pub fn run_view(played: &Played<'_>, beside: &Beside, name: &JourneyName, prices: &Prices<'_>) -> RunView {
    let Played { script, transcript, until, .. } = *played;
    let state = &transcript.state;
    let here = |entry: &Entry| {
        entry.place.as_ref().filter(|(journey, _)| journey == name).map(|(_, node)| node.0.clone())
    };
    let mut phone = Phone { beside, played, shown: Vec::new(), numbers: Vec::new() };
    let mut entries = Vec::new();
    let mut ways = Vec::new();
    for entry in &transcript.entries {
        let step = here(entry);
        if let (What::Took { output }, Some(step)) = (&entry.what, &step) {
            ways.push(RunWay { step: step.clone(), output: output.clone() });
        }
        if let Some(what) = phone.take(entry, step.as_ref()) {
            entries.push(RunEntry { at: entry.at.0, step, what });
        }
    }
    phone.offer();
    let person = &state.person;
    let field = |key: &str| person.fields.get(&key.into()).and_then(Value::as_str).map(str::to_owned);
    let planned = script.events.iter().map(|(at, _)| *at).find(|at| *at > until);
    let next = [state.next_due(), planned].into_iter().flatten().min();
    RunView {
        script: serde_json::to_value(script).unwrap_or_default(),
        now: until.0,
        zone: zone_named(&person.zone).iana_name().unwrap_or("UTC").to_owned(),
        phone: phone.shown,
        entries,
        ways,
        at: state.runs.iter().filter(|run| run.journey == *name).map(|run| run.node.0.clone()).collect(),
        person: RunPerson {
            name: field("first_name").or_else(|| field("name")).unwrap_or_default(),
            window_until: person.last_inbound.map(|last| last.after(WINDOW).0),
            ad_until: person.ad_entry.map(|last| last.after(AD_WINDOW).0),
            consent: person.consent,
            blocked: person.blocked,
            stage: person.stage,
            tags: person.tags.iter().cloned().collect(),
            values: person
                .fields
                .iter()
                .map(|(name, value)| RunValue { name: name.0.clone(), value: value.clone() })
                .collect(),
        },
        next: next.map(|at| at.0),
        cost: cost_of(transcript, &person.country, prices),
        cut: transcript.cut,
    }
}

/// The phone as it fills.
struct Phone<'p> {
    beside: &'p Beside,
    played: &'p Played<'p>,
    shown: Vec<RunBubble>,
    /// Of each message that was sent: its number, and its bubble.
    numbers: Vec<(u32, usize)>,
}

impl<'p> Phone<'p> {
    fn take(&mut self, entry: &Entry, step: Option<&String>) -> Option<RunWhat> {
        Some(match &entry.what {
            What::Inbound { message: None } => RunWhat::Called,
            What::Inbound { message: Some(message) } => {
                let words = words(message);
                let form = matches!(message, Inbound::Flow(_));
                self.shown.push(RunBubble {
                    at: entry.at.0,
                    step: None,
                    chat: None,
                    words: Some(words.clone()),
                    form,
                    answers: None,
                    status: None,
                });
                RunWhat::Wrote { words, form }
            }
            What::Began => RunWhat::Began,
            What::Sent { send, template, category, payload, .. } => {
                let chat = match template {
                    None => Some(chat::of_message(&Tree::parse(payload.to_string()))),
                    Some(template) => self.template(entry, template, payload),
                };
                let bubble = self.shown.len();
                self.numbers.push((*send, bubble));
                self.shown.push(RunBubble {
                    at: entry.at.0,
                    step: step.cloned(),
                    chat,
                    words: None,
                    form: false,
                    answers: None,
                    status: Some(self.status(*send)),
                });
                RunWhat::Sent {
                    template: template.clone(),
                    category: category.map(|category| category.name().to_owned()),
                    bubble: u32::try_from(bubble).unwrap_or(u32::MAX),
                }
            }
            What::Refused { why, .. } => RunWhat::Refused { why: *why },
            What::Skipped { why, .. } => RunWhat::Skipped { why: *why },
            What::Held { until } => RunWhat::Held { until: until.0 },
            What::Waits { until, .. } => RunWhat::Waits { until: until.map(|until| until.0) },
            What::Asks { .. } => RunWhat::Asks,
            What::Assigned { to, .. } => RunWhat::Assigned { to: to.clone() },
            What::Noted { name, value } => RunWhat::Noted { name: name.clone(), value: value.clone() },
            What::SetByHand { name, value } => {
                RunWhat::SetByHand { name: name.clone(), value: value.clone() }
            }
            What::Reached { goal } => RunWhat::Reached { goal: goal.clone() },
            What::Ended { why } => RunWhat::Ended { why: *why },
            What::Came | What::Took { .. } => return None,
        })
    }

    fn journey(&self, name: &JourneyName) -> Option<&'p Journey> {
        self.played.project.journeys.get(name).map(|journey| &**journey)
    }

    /// A template with the values of the message that sent it.
    fn template(&self, entry: &Entry, name: &str, values: &Value) -> Option<ChatView> {
        let (journey, node) = entry.place.as_ref()?;
        let journey = self.journey(journey)?;
        let sends = journey.node(node)?.body.sends();
        let used = sends.into_iter().find_map(|sent| match sent.reach {
            crate::journey::Reach::Template(used) | crate::journey::Reach::InWindow(Some(used)) => Some(used),
            crate::journey::Reach::InWindow(None) => None,
        });
        let used = used.filter(|used| used.name == name)?;
        let tree = self.beside.template(used, &journey.settings.language)?;
        let text = |name: &String| {
            values.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), Into::into))
        };
        Some(sent_template(tree, used.values.keys().filter_map(|name| Some((name.clone(), text(name)?)))))
    }

    /// How far a message came until now.
    fn status(&self, send: u32) -> RunStatus {
        let until = self.played.until;
        let told = self.played.script.events.iter().filter(|(at, _)| *at <= until);
        let heard = told.filter_map(|(_, event)| match event {
            crate::engine::Event::Status { send: of, status } if *of == send => Some(*status),
            _ => None,
        });
        heard.fold(RunStatus::Sent, |so_far, status| match (so_far, status) {
            (_, Awaited::Read) | (RunStatus::Read, _) => RunStatus::Read,
            _ => RunStatus::Delivered,
        })
    }

    /// Says at the last message of each run that waits what can be answered.
    fn offer(&mut self) {
        for run in &self.played.transcript.state.runs {
            let Some(node) = self.journey(&run.journey).and_then(|journey| journey.node(&run.node)) else {
                continue;
            };
            let answers = match (&run.wait, &node.body) {
                (Wait::Answer { .. }, Body::Ask(ask)) => match &ask.expects {
                    Expected::Choice => {
                        let choices = ask.message.answers().into_iter().map(|it| (it.id, it.words)).collect();
                        RunAnswers::Choice { choices }
                    }
                    Expected::Text { .. } => RunAnswers::Text,
                    Expected::Location => RunAnswers::Location,
                    Expected::Media => RunAnswers::Media,
                },
                (Wait::Form, Body::Flow(flow)) => {
                    let parameters = flow.message.0.pointer("/interactive/action/parameters");
                    let name =
                        parameters.and_then(|it| it.get("flow_name").or_else(|| it.get("flow_id"))?.as_str());
                    RunAnswers::Flow {
                        flow: name.unwrap_or_default().to_owned(),
                        gives: flow.gives.keys().map(|name| name.0.clone()).collect(),
                    }
                }
                (Wait::Reply, _) => RunAnswers::Text,
                _ => continue,
            };
            let bubble = run.sent.and_then(|sent| self.numbers.iter().find(|(number, _)| *number == sent));
            if let Some(bubble) = bubble.and_then(|(_, at)| self.shown.get_mut(*at)) {
                bubble.answers = Some(answers);
            }
        }
    }
}

/// What the customer sent, as it reads.
fn words(message: &Inbound) -> String {
    match message {
        Inbound::Text(text) | Inbound::Location(text) | Inbound::Ad { text, .. } => text.clone(),
        Inbound::Media(file) => file.clone(),
        Inbound::Tapped { words, .. } => words.clone(),
        Inbound::Flow(answer) => {
            let texts = answer.values().filter_map(Value::as_str).filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join(", ")
        }
    }
}
