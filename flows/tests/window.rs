//! The proof of a journey: verdicts thought out case by case (`tests/window/*.json`), and a run for each that is not "always".

#![allow(clippy::unwrap_used, clippy::panic, reason = "a wrong case stops the test")]

use std::collections::BTreeMap;
use std::path::Path;

use flows::engine::{Refusal, What};
use flows::journey::{Journey, JourneyName, Project, TemplateKnown, TemplateStatus};
use flows::json::Tree;
use flows::simulate::play;
use flows::template::Category;
use flows::window::{MessageProof, MessageReach, Settled, Verdict, Witness, prove};
use serde::Deserialize;
use serde_json::Value;

#[path = "window/random.rs"]
mod random;
#[path = "window/sound.rs"]
mod sound;

const REFUSALS: [Refusal; 4] = [Refusal::Window, Refusal::Consent, Refusal::Country, Refusal::Template];

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    is: String,
    /// The journey `main`, or several.
    journey: Option<Value>,
    #[serde(default)]
    journeys: BTreeMap<String, Value>,
    /// Category by name, or category and status.
    #[serde(default)]
    templates: BTreeMap<String, Value>,
    /// By message: the verdict on the window; of a template an object of verdicts; `unreached`.
    verdicts: BTreeMap<String, Value>,
    /// The longest time since the person's last message, where it is below 24 hours.
    #[serde(default)]
    longest: BTreeMap<String, String>,
    #[serde(default)]
    unreachable: Vec<String>,
    #[serde(default)]
    endless: Vec<Vec<String>>,
    /// Zones are taken together.
    #[serde(default)]
    widened: bool,
}

impl Case {
    fn project(&self) -> Project {
        let one = self.journey.iter().map(|journey| ("main".to_owned(), journey));
        let journeys = one.chain(self.journeys.iter().map(|(name, journey)| (name.clone(), journey)));
        let journeys = journeys.map(|(name, text)| {
            let journey = Journey::read(&Tree::parse(text.to_string()));
            let left: Vec<_> = journey.unread.iter().filter(|it| !it.why.is_empty()).collect();
            assert!(left.is_empty(), "{}: {left:?}", self.is);
            (JourneyName(name), journey.into())
        });
        let templates = self.templates.iter().map(|(name, known)| {
            let text = |key: &str| known.get(key).and_then(Value::as_str);
            let category = known.as_str().or_else(|| text("category")).unwrap();
            let known = TemplateKnown {
                category: Category::from_name(category).unwrap(),
                status: match text("status") {
                    None => TemplateStatus::Approved,
                    Some("pending") => TemplateStatus::Pending,
                    Some("refused") => TemplateStatus::Refused,
                    Some(other) => panic!("{other}"),
                },
                variables: Vec::new(),
                quick_replies: Vec::new(),
                offers_stop: false,
            };
            (name.clone(), [(String::new(), known)].into())
        });
        Project { journeys: journeys.collect(), templates: templates.collect(), ..Project::default() }
    }
}

/// As a case calls a message: `node`, `node.1`, `node.instead`, with its journey before where that is another one.
fn named(message: &MessageProof) -> String {
    let journey = if message.journey.0 == "main" { String::new() } else { format!("{}/", message.journey) };
    let slot = match (message.reach, message.slot) {
        (MessageReach::Instead, _) => ".instead".to_owned(),
        (_, 0) => String::new(),
        (_, slot) => format!(".{slot}"),
    };
    format!("{journey}{}{slot}", message.node)
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path| serde_json::from_str::<Cases>(&std::fs::read_to_string(path).unwrap()).unwrap().cases;
    paths.iter().flat_map(read).collect()
}

fn refused_in(project: &Project, witness: &Witness, message: &MessageProof, why: Refusal) -> bool {
    let played = play(project, &witness.script, witness.refused_at);
    played.entries.iter().any(|entry| {
        let there = entry
            .place
            .as_ref()
            .is_some_and(|(journey, node)| *journey == message.journey && *node == message.node);
        there && entry.at == witness.refused_at && entry.what == What::Refused { slot: message.slot, why }
    })
}

#[test]
fn every_verdict_is_as_thought_out() {
    let cases = cases();
    assert!(cases.len() >= 60, "{}", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let project = case.project();
        let proof = prove(&project, &"main".into()).unwrap();
        let mut tell = |what: String| wrong.push(format!("{}: {what}", case.is));
        let mut left = case.verdicts.clone();
        for message in &proof.messages {
            let name = named(message);
            let verdict = |of| serde_json::to_value(message.verdict(of)).unwrap();
            match left.remove(&name) {
                Some(Value::String(is)) if is == "unreached" && message.reached => {
                    tell(format!("{name} is reached"));
                }
                Some(Value::String(is)) if is == "unreached" => (),
                Some(Value::String(is)) if !message.reached => {
                    tell(format!("{name}: unreached instead of {is}"));
                }
                Some(Value::String(is)) if verdict(Refusal::Window) != is => {
                    tell(format!("{name}: {} instead of {is}", verdict(Refusal::Window)));
                }
                Some(Value::String(_)) => (),
                Some(Value::Object(parts)) => {
                    for (rule, is) in parts {
                        let of: Refusal = serde_json::from_value(Value::from(rule.clone())).unwrap();
                        if verdict(of) != is || !message.reached {
                            tell(format!("{name}: {rule} {} instead of {is}", verdict(of)));
                        }
                    }
                }
                _ if message.reach == MessageReach::FreeForm => tell(format!("{name} is not in the case")),
                _ => (),
            }
            if let Some(longest) = case.longest.get(&name) {
                let found = message.longest.map(|length| length.to_string());
                if found.as_ref() != Some(longest) {
                    tell(format!("{name}: longest {found:?} instead of {longest}"));
                }
            }
        }
        for (name, _) in left {
            tell(format!("{name} is no message"));
        }
        let unreachable: Vec<_> = proof.unreachable.iter().map(|node| node.0.clone()).collect();
        if unreachable != case.unreachable {
            tell(format!("unreachable {unreachable:?}"));
        }
        let endless: Vec<Vec<_>> = proof
            .endless
            .iter()
            .map(|it| it.nodes.iter().map(|(_, node)| node.0.clone()).collect())
            .collect();
        if endless != case.endless {
            tell(format!("endless {endless:?}"));
        }
        if proof.widened != case.widened {
            tell(format!("widened: {}", proof.widened));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_not_always_allowed_has_a_run_that_the_engine_refuses() {
    let mut wrong = Vec::new();
    let mut found = 0;
    for case in cases() {
        let project = case.project();
        let proof = prove(&project, &"main".into()).unwrap();
        for (number, message) in proof.messages.iter().enumerate() {
            for why in REFUSALS {
                if message.verdict(why) == Verdict::Always {
                    assert_eq!(proof.settle(number, why), Settled::Allowed);
                    continue;
                }
                match proof.settle(number, why) {
                    Settled::Refused(witness) if refused_in(&project, &witness, message, why) => found += 1,
                    Settled::Refused(_) => {
                        wrong.push(format!("{}: {} {why:?}: let out", case.is, named(message)));
                    }
                    other => wrong.push(format!("{}: {} {why:?}: {other:?}", case.is, named(message))),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong, {found} right\n{}", wrong.len(), wrong.join("\n"));
}
