//! What the page sees of a simulated run: the phone, what happened, and where the person stands.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Beside;
use super::journey::sent_template;
use crate::chat::{self, ChatView};
use crate::cost::{self, Charge, Circumstances, Kind, Message, Recipient};
use crate::engine::{
    AD_WINDOW, ConsentState, End, Entry, Inbound, Moment, Refusal, Skip, WINDOW, Wait, What,
};
use crate::facts::{self, Micros, RateCard};
use crate::journey::{Awaited, Body, Expected, Journey, JourneyName, Project, Stage};
use crate::json::Tree;
use crate::simulate::{Script, Transcript};
use crate::template::Category;

/// A run up to a moment. Moments are milliseconds since 1970 (UTC), which a number of JavaScript holds exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    /// All that happens from outside; the page gives it back and does not look into it.
    pub script: Value,
    /// The moment it was played to.
    #[specta(type = i32)]
    pub now: i64,
    /// IANA name of the person's time zone.
    pub zone: String,
    /// What is on the phone, in order.
    pub phone: Vec<RunBubble>,
    /// What happened, in order.
    pub entries: Vec<RunEntry>,
    /// Ways that were taken, in order: key of the step, and the output.
    pub ways: Vec<RunWay>,
    /// Keys of the steps people are at.
    pub at: Vec<String>,
    /// The person.
    pub person: RunPerson,
    /// What happens next by itself, or by what the person is about to do; none: nothing.
    #[specta(type = Option<i32>)]
    pub next: Option<i64>,
    /// What all of it costs.
    pub cost: RunCost,
    /// It went on too long and was cut off.
    pub cut: bool,
}

/// A message on the phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunBubble {
    /// When.
    #[specta(type = i32)]
    pub at: i64,
    /// Key of the step that sent it; none: the customer did, or another journey.
    pub step: Option<String>,
    /// What the business sent.
    pub chat: Option<ChatView>,
    /// What the customer wrote or tapped.
    pub words: Option<String>,
    /// The words are the values of a form that was filled in.
    pub form: bool,
    /// What can be tapped or sent as an answer, while it is waited for.
    pub answers: Option<RunAnswers>,
    /// How far the message came.
    pub status: Option<RunStatus>,
}

/// How far a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// It left.
    Sent,
    /// It is on the phone.
    Delivered,
    /// It was read.
    Read,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunAnswers {
    /// One of these, by its id, with its words.
    Choice {
        /// Id and words.
        choices: Vec<(String, String)>,
    },
    /// Words.
    Text,
    /// A place.
    Location,
    /// A file.
    Media,
    /// A Flow of this name.
    Flow {
        /// Its name.
        flow: String,
        /// Names of what is kept of its answer.
        gives: Vec<String>,
    },
}

/// A way that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunWay {
    /// Key of the step.
    pub step: String,
    /// The output by which it was left.
    pub output: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunEntry {
    /// When.
    #[specta(type = i32)]
    pub at: i64,
    /// Key of the step, in the journey that is looked at.
    pub step: Option<String>,
    /// What.
    pub what: RunWhat,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunWhat {
    /// The person wrote.
    Wrote {
        /// Their words, as they read.
        words: String,
        /// They are the values of a form that was filled in.
        form: bool,
    },
    /// The person called.
    Called,
    /// They came in.
    Began,
    /// A message went out.
    Sent {
        /// The template's name.
        template: Option<String>,
        /// Meta's name of its category.
        category: Option<String>,
        /// Which bubble of the phone.
        bubble: u32,
    },
    /// A message was not let out.
    Refused {
        /// Against which rule.
        why: Refusal,
    },
    /// A message was left out.
    Skipped {
        /// Why.
        why: Skip,
    },
    /// A message waits for quiet hours to end.
    Held {
        /// When.
        #[specta(type = i32)]
        until: i64,
    },
    /// It waits.
    Waits {
        /// When that is over.
        #[specta(type = Option<i32>)]
        until: Option<i64>,
    },
    /// Another system is asked.
    Asks,
    /// Somebody of the business took over.
    Assigned {
        /// Who.
        to: String,
    },
    /// Something known of the person changed.
    Noted {
        /// What.
        name: String,
        /// What it is now.
        value: Value,
    },
    /// A goal was reached.
    Reached {
        /// Which.
        goal: String,
    },
    /// The way ended.
    Ended {
        /// Why.
        why: End,
    },
}

/// Where the person stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunPerson {
    /// What they are called.
    pub name: String,
    /// Until when anything may be sent; none: they never wrote.
    #[specta(type = Option<i32>)]
    pub window_until: Option<i64>,
    /// Until when everything is free, since they came from an ad.
    #[specta(type = Option<i32>)]
    pub ad_until: Option<i64>,
    /// Whether they agreed to marketing messages.
    pub consent: ConsentState,
    /// They blocked the business.
    pub blocked: bool,
    /// The stage they are in.
    pub stage: Option<Stage>,
    /// Their tags.
    pub tags: Vec<String>,
    /// What is known of them, by name.
    pub values: Vec<RunValue>,
}

/// A value that is known of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct RunValue {
    /// Its name.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// What a run costs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunCost {
    /// In units of the currency: `0.0125`. None: a rate is not known.
    pub amount: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The first day the rates hold for, ISO.
    pub valid_from: Option<String>,
    /// The rates do not come from Meta's own file.
    pub illustrative: bool,
    /// Messages that cost something.
    pub charged: u32,
    /// Messages that cost nothing.
    pub free: u32,
    /// Why the amount is not known, as a sentence.
    pub why: Option<String>,
}

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

/// What a run is priced by: it costs what it would today, whenever it is played.
#[derive(Debug, Clone, Copy)]
pub struct Prices<'p> {
    /// Today.
    pub on: Date,
    /// Every card there is.
    pub cards: &'p [RateCard],
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
        zone: person.zone.clone(),
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
        cost: cost(transcript, &person.country, prices),
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

fn cost(transcript: &Transcript, country: &str, prices: &Prices<'_>) -> RunCost {
    let card = cost::card_on(prices.cards, prices.on);
    let mut sum = RunCost::default();
    let (mut amount, mut is_known) = (Micros(0), true);
    let (mut service_used, mut volume) = (0, 0);
    for entry in &transcript.entries {
        let What::Sent { category, window_open, .. } = &entry.what else { continue };
        let sort = match category {
            None => facts::Category::Service,
            Some(Category::Marketing) => facts::Category::Marketing,
            Some(Category::Utility) => facts::Category::Utility,
            Some(Category::Authentication) => facts::Category::Authentication,
        };
        let ad = transcript.state.person.ad_entry;
        let circumstances = Circumstances {
            delivered: prices.on,
            window_open: *window_open,
            ad_window_open: ad.is_some_and(|came| came <= entry.at && entry.at < came.after(AD_WINDOW)),
            service_used,
            volume,
        };
        let message = Message { kind: Kind::Of(sort), to: Recipient::Country(country) };
        match cost::of(&message, &circumstances, card) {
            Charge::Free { .. } => sum.free += 1,
            Charge::Charged { amount: each, currency, .. } => {
                amount = amount.plus(each);
                sum.currency = Some(currency.to_string());
                sum.charged += 1;
                volume += 1;
            }
            Charge::Unknown { why } => {
                is_known = false;
                sum.why.get_or_insert_with(|| why.to_string());
                sum.charged += 1;
            }
        }
        service_used += u64::from(category.is_none());
        sum.valid_from = card.map(|card| card.valid_from.to_string());
        sum.illustrative |= card.is_some_and(|card| card.illustrative);
    }
    sum.amount = is_known.then(|| amount.to_string());
    sum
}
