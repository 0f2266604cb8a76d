//! What the owner of a test says of a run, besides that all of it comes as it came.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Prices, Transcript, cost_of};
use crate::engine::{ConsentState, Entry, Moment, What, tests};
use crate::facts::Micros;
use crate::journey::{FieldName, Length, NodeId, Stage, Test};

/// Something that has to be so at the end of a run, of one of its people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asserted {
    /// Of whom: 0 is the first person, 1 the first of the others.
    #[serde(default, skip_serializing_if = "is_first")]
    pub who: usize,
    /// What.
    #[serde(flatten)]
    pub what: Assertion,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
fn is_first(who: &usize) -> bool {
    *who == 0
}

/// What has to be so. Written as `{"stage": "advocacy"}` or `{"sent": {"node": "remind", "within": "2d"}}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assertion {
    /// A step sent something.
    Sent {
        /// The step.
        node: NodeId,
        /// So long after the beginning at most; none: at any time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Length>,
    },
    /// A step sent nothing.
    NotSent {
        /// The step.
        node: NodeId,
    },
    /// So many messages at most were not let out.
    Refused {
        /// How many.
        at_most: usize,
    },
    /// A goal was reached.
    Reached {
        /// Its name.
        goal: String,
    },
    /// The lane they are in.
    Stage(Stage),
    /// Whether they agreed to marketing messages.
    Consent(ConsentState),
    /// They have a tag.
    Tag(String),
    /// A value is so.
    Value {
        /// Its name.
        name: FieldName,
        /// What it is held against.
        #[serde(flatten)]
        test: Test,
    },
    /// All of it costs less, by the rates of the day the test is looked at.
    CostUnder {
        /// In units of the currency: `0.10`.
        amount: String,
        /// ISO 4217.
        currency: String,
    },
}

/// Why something is not so: as a sentence, and what is so in its place where that is one thing.
pub(super) struct Untrue {
    pub(super) sentence: String,
    pub(super) came: Option<String>,
}

impl Assertion {
    /// Whether it is so at the end of a run that began at a moment; none: it is.
    pub(super) fn untrue(
        &self,
        transcript: &Transcript,
        begin: Moment,
        prices: Option<&Prices<'_>>,
    ) -> Option<Untrue> {
        let person = &transcript.state.person;
        let not = |sentence: String, came: Option<String>| Some(Untrue { sentence, came });
        let sent_at = |wanted: &NodeId| transcript.entries.iter().find(|entry| sends(entry, wanted));
        match self {
            Self::Sent { node, within } => match (sent_at(node), within) {
                (None, _) => not(format!("\"{node}\" was not sent."), None),
                (Some(entry), Some(within)) if entry.at.since(begin) > *within => {
                    let after = entry.at.since(begin);
                    let sentence =
                        format!("\"{node}\" was sent after {after}, which is later than {within}.");
                    not(sentence, Some(after.to_string()))
                }
                _ => None,
            },
            Self::NotSent { node } => {
                let entry = sent_at(node)?;
                let after = entry.at.since(begin);
                not(format!("\"{node}\" was sent after {after}."), Some(after.to_string()))
            }
            Self::Refused { at_most } => {
                let refused = transcript.entries.iter().filter(|it| matches!(it.what, What::Refused { .. }));
                let count = refused.count();
                (count > *at_most).then(|| Untrue {
                    sentence: format!("{count} messages were not let out, at most {at_most} may."),
                    came: Some(count.to_string()),
                })
            }
            Self::Reached { goal } => {
                let reached = |entry: &Entry| matches!(&entry.what, What::Reached { goal: of } if of == goal);
                let sentence = || format!("The goal \"{goal}\" was not reached.");
                (!transcript.entries.iter().any(reached)).then(|| Untrue { sentence: sentence(), came: None })
            }
            Self::Stage(stage) => {
                let is = person.stage.map(written);
                (person.stage != Some(*stage)).then(|| Untrue {
                    sentence: match &is {
                        Some(is) => format!("The stage is {is}, not {}.", written(*stage)),
                        None => format!("There is no stage, it should be {}.", written(*stage)),
                    },
                    came: is,
                })
            }
            Self::Consent(wanted) => {
                let is = written(person.consent);
                (person.consent != *wanted).then(|| Untrue {
                    sentence: format!("Consent is {is}, not {}.", written(*wanted)),
                    came: Some(is),
                })
            }
            Self::Tag(tag) => (!person.tags.contains(tag))
                .then(|| Untrue { sentence: format!("They do not have the tag \"{tag}\"."), came: None }),
            Self::Value { name, test } => {
                let value = person.fields.get(name);
                (!tests(value, test)).then(|| Untrue {
                    sentence: match value {
                        Some(value) => format!("\"{name}\" is {value}."),
                        None => format!("\"{name}\" is not known."),
                    },
                    came: value.map(Value::to_string),
                })
            }
            Self::CostUnder { amount, currency } => dear(transcript, amount, currency, prices),
        }
    }
}

fn sends(entry: &Entry, wanted: &NodeId) -> bool {
    let is_here = entry.place.as_ref().is_some_and(|(_, node)| node == wanted);
    is_here && matches!(entry.what, What::Sent { .. })
}

/// As it stands in a file.
fn written(of: impl Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Why a run does not cost less than an amount; none: it does.
fn dear(
    transcript: &Transcript,
    amount: &str,
    currency: &str,
    prices: Option<&Prices<'_>>,
) -> Option<Untrue> {
    let not = |sentence: &str| Some(Untrue { sentence: sentence.to_owned(), came: None });
    let Ok(most) = amount.parse::<Micros>() else {
        return not(&format!("\"{amount}\" is no amount such as 0.10."));
    };
    let Some(prices) = prices else { return not("There is no price list here to look at what it costs.") };
    let cost = cost_of(transcript, &transcript.state.person.country, prices);
    if cost.charged == 0 {
        return None;
    }
    let Some(is) = cost.amount.as_deref().and_then(|is| is.parse::<Micros>().ok()) else {
        return not(cost.why.as_deref().unwrap_or("What it costs is not known."));
    };
    let of = cost.currency.unwrap_or_default();
    if of != currency {
        return not(&format!("The price list is in {of}, the test is in {currency}."));
    }
    (is >= most).then(|| Untrue {
        sentence: format!("It costs {is} {of}, which is not under {amount} {currency}."),
        came: Some(is.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::engine::{Event, Inbound};
    use crate::facts;
    use crate::journey::{Journey, Project};
    use crate::json::Tree;
    use crate::simulate::{Case, MONDAY, Other, check, check_priced, play, untimed};

    /// Says hello at once, and after an hour sends an offer that is not let out to who did not agree.
    fn project() -> Project {
        Project::of(
            "hello",
            Journey::read(&Tree::parse(
                r#"{"journey": 1, "data": {"size": {"type": "text"}}, "nodes": [
                    {"id": "hi", "kind": "keyword", "words": ["hi"], "to": {"next": "hello"}},
                    {"id": "hello", "kind": "send", "messages": [{"type": "text", "text": {"body": "Hello"}}], "to": {"next": "lane"}},
                    {"id": "lane", "kind": "stage", "set": "decision", "to": {"next": "tag"}},
                    {"id": "tag", "kind": "tag", "add": ["new"], "to": {"next": "size"}},
                    {"id": "size", "kind": "set", "field": "size", "value": "L", "to": {"next": "wait"}},
                    {"id": "wait", "kind": "wait", "for": "1h", "to": {"next": "later"}},
                    {"id": "later", "kind": "send", "messages": [{"type": "text", "text": {"body": "Still there?"}}], "to": {"next": "goal"}},
                    {"id": "goal", "kind": "goal", "name": "asked", "ends": true}]}"#,
            )),
        )
    }

    fn case(checks: serde_json::Value) -> Case {
        let hi = (MONDAY, Event::Wrote(Inbound::Text("hi".to_owned())));
        Case {
            name: "says hi".to_owned(),
            script: super::super::Script { events: vec![hi], ..Default::default() },
            until: MONDAY.after(Length::of_hours(2)),
            expect: None,
            checks: serde_json::from_value(checks).unwrap(),
            others: Vec::new(),
        }
    }

    #[test]
    fn what_is_so_passes_and_is_written_back_as_it_was() {
        let checks = json!([
            {"sent": {"node": "later", "within": "1h"}},
            {"not_sent": {"node": "goal"}},
            {"refused": {"at_most": 0}},
            {"reached": {"goal": "asked"}},
            {"stage": "decision"},
            {"consent": "unknown"},
            {"tag": "new"},
            {"value": {"name": "size", "is": "l"}},
            {"cost_under": {"amount": "0.10", "currency": "USD"}},
        ]);
        let case = case(checks.clone());
        let prices = Prices { on: jiff::civil::date(2026, 1, 5), cards: facts::rate_cards() };
        assert_eq!(check_priced(&project(), &case, Some(&prices)), []);
        assert_eq!(serde_json::to_value(&case.checks).unwrap(), checks);
    }

    #[test]
    fn what_is_not_so_says_what_is() {
        let checks = json!([
            {"sent": {"node": "later", "within": "59m"}},
            {"sent": {"node": "gone"}},
            {"not_sent": {"node": "hello"}},
            {"reached": {"goal": "booked"}},
            {"stage": "advocacy"},
            {"consent": "given"},
            {"tag": "vip"},
            {"value": {"name": "size", "is_not": "L"}},
            {"value": {"name": "colour", "known": true}},
            {"cost_under": {"amount": "much", "currency": "USD"}},
            {"who": 1, "tag": "new"},
        ]);
        let told: Vec<String> = check(&project(), &case(checks)).into_iter().map(|it| it.sentence).collect();
        assert_eq!(
            told,
            [
                "\"later\" was sent after 1h, which is later than 59m.",
                "\"gone\" was not sent.",
                "\"hello\" was sent after 0s.",
                "The goal \"booked\" was not reached.",
                "The stage is decision, not advocacy.",
                "Consent is unknown, not given.",
                "They do not have the tag \"vip\".",
                "\"size\" is \"L\".",
                "\"colour\" is not known.",
                "\"much\" is no amount such as 0.10.",
                "This is said of somebody who is not in the test.",
            ]
        );
    }

    #[test]
    fn several_people_have_a_script_each_and_checks_of_their_own() {
        let mut case = case(json!([{"who": 1, "not_sent": {"node": "hello"}}, {"sent": {"node": "hello"}}]));
        let quiet = super::super::Script::default();
        let expect = Some(untimed(&play(&project(), &quiet, case.until)));
        case.others.push(Other { name: "Ben".to_owned(), script: quiet, expect });
        let text = serde_json::to_string(&case).unwrap();
        let case: Case = serde_json::from_str(&text).unwrap();
        assert_eq!(check(&project(), &case), []);
        let mut louder = case.clone();
        louder.others[0].script = case.script.clone();
        let told = check(&project(), &louder);
        assert!(told.iter().all(|it| it.who == 1) && told.iter().any(|it| it.is_check), "{told:?}");
        assert!(told.iter().any(|it| it.came.as_deref() == Some("sent hello: Hello")), "{told:?}");
    }
}
