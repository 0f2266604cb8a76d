//! What holds whatever happens, in whatever journey.

use std::collections::BTreeMap;

use flows::engine::{ByHand, ConsentState, Event, Inbound, Moment, Person, State, What, step};
use flows::journey::{Awaited, FieldName, Project, kinds};
use flows::simulate::{MOST_ENTRIES, Script, play};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::project;

const NODES: usize = 7;

/// Examples of every kind, and their small cases.
fn bodies() -> Vec<Value> {
    let examples = kinds().iter().flat_map(|kind| {
        let data: Value = serde_json::from_str(kind.data).unwrap();
        let cases = data["cases"].as_array().unwrap().iter().map(|case| case["node"].clone());
        let all: Vec<Value> = std::iter::once(data["example"].clone()).chain(cases).collect();
        all.into_iter().map(move |mut node| {
            node["kind"] = kind.name.into();
            node
        })
    });
    let more = [
        json!({"kind": "wait", "for": "0s"}),
        json!({"kind": "wait", "for": "7h"}),
        json!({"kind": "call", "journey": "a"}),
        json!({"kind": "call", "journey": "b"}),
        json!({"kind": "go_to", "journey": "b"}),
        json!({"kind": "go_to", "journey": "a", "node": "n2"}),
        json!({"kind": "template", "name": "m"}),
        json!({"kind": "template", "name": "u"}),
        json!({"kind": "first_message"}),
        json!({"kind": "keyword", "words": ["hi"]}),
        json!({"kind": "ask", "message": {"type": "text", "text": {"body": "?"}}, "expects": {"text": {}}, "timeout": "0s"}),
        json!({"kind": "send", "messages": [{"type": "text", "text": {"body": "x"}}], "if_closed": {"name": "m"}}),
    ];
    examples.chain(more).collect()
}

fn journey() -> impl Strategy<Value = Value> {
    const OUTPUTS: [&str; 9] =
        ["next", "else", "no_answer", "closed", "failed", "answer:yes", "answer:no", "case:a", "case:open"];
    let node = (any::<prop::sample::Index>(), prop::collection::vec(0..NODES + 2, OUTPUTS.len()), 0..9_u8);
    let re_entry = prop::sample::select(vec!["when_finished", "never", "restart", "parallel"]);
    let quiet = prop::sample::select(vec![
        Value::Null,
        json!({"from": "21:00", "to": "09:00", "holds": "all"}),
        json!({"from": "08:00", "to": "20:00", "holds": "marketing", "then": "skip"}),
    ]);
    let expires = prop::sample::select(vec![Value::Null, "3h".into(), "0s".into()]);
    let settings = (re_entry, quiet, expires, -1..2_i32, 0..3_u32);
    (prop::collection::vec(node, NODES), settings).prop_map(|(nodes, (re_entry, quiet, expires, priority, cap))| {
        let bodies = bodies();
        let mut all = vec![json!({"id": "start", "kind": "manual", "to": {"next": "n0"}})];
        for (at, (body, to, off)) in nodes.into_iter().enumerate() {
            let mut node = body.get(&bodies).clone();
            node["id"] = format!("n{at}").into();
            node["off"] = (off == 0).into();
            let to = OUTPUTS.iter().zip(to).map(|(output, to)| ((*output).to_owned(), format!("n{to}").into()));
            node["to"] = Value::Object(to.collect());
            all.push(node);
        }
        json!({"journey": 1, "nodes": all, "settings": {"language": "en", "re_entry": re_entry, "quiet_hours": quiet,
            "expires": expires, "priority": priority, "marketing_per_week": cap}})
    })
}

fn projects() -> impl Strategy<Value = Project> {
    (journey(), journey()).prop_map(|(a, b)| {
        project::read(&json!({"journeys": {"a": a, "b": b}, "sealed": true,
            "templates": {"m": {"category": "marketing"}, "u": {"category": "utility"},
                "order_here": {"category": "utility"}, "order_confirmed": {"category": "utility", "status": "pending"}}}))
    })
}

fn event() -> impl Strategy<Value = Event> {
    let data = || {
        let values = vec![
            ("day", json!("2026-03-01")),
            ("ai_answer", json!("Yes")),
            ("size", json!(3)),
            ("flow_token", json!("book_again")),
        ];
        prop::sample::subsequence(values, 0..4).prop_map(|values| {
            values.into_iter().map(|(name, value)| (FieldName::from(name), value)).collect::<BTreeMap<_, _>>()
        })
    };
    let words = || {
        prop::sample::select(vec![
            "hi",
            "helo",
            "yes",
            "STOP",
            "Hello, I would like to book",
            "opening hours?",
            "",
            "12",
        ])
    };
    let text = |words: &str| words.to_owned();
    let id = prop::sample::select(vec!["yes", "no", "book_again", "old"]).prop_map(text);
    let inbound = prop_oneof![
        4 => words().prop_map(move |it| Inbound::Text(text(it))),
        2 => (id, words()).prop_map(move |(id, it)| Inbound::Tapped { id, words: text(it) }),
        1 => data().prop_map(Inbound::Flow),
        1 => Just(Inbound::Location("Here".to_owned())),
        1 => Just(Inbound::Media("1".to_owned())),
        1 => Just(Inbound::Ad { ad: "1".to_owned(), text: "hi".to_owned() }),
    ];
    let journey = prop::sample::select(vec!["a", "b", "c"]);
    let node = prop_oneof![2 => Just("start".to_owned()), 1 => (0..NODES).prop_map(|at| format!("n{at}"))];
    let name = prop::sample::select(vec!["order_placed", "delivered", "call"]).prop_map(text);
    let status = prop_oneof![Just(Awaited::Delivered), Just(Awaited::Read)];
    prop_oneof![
        8 => inbound.prop_map(Event::Wrote),
        1 => Just(Event::Called),
        4 => (journey, node, data()).prop_map(|(journey, node, data)| Event::Started { journey: journey.into(), node: node.as_str().into(), data }),
        2 => (name, data()).prop_map(|(name, data)| Event::Happened { name, data }),
        2 => (0..4_u32, 0..4_u32, prop::option::of(data())).prop_map(|(run, epoch, result)| Event::Answered { run, epoch, result }),
        2 => (0..6_u32, status).prop_map(|(send, status)| Event::Status { send, status }),
        1 => (0..4_u32).prop_map(|run| Event::Resolved { run }),
        1 => any::<bool>().prop_map(Event::Consented),
        1 => any::<bool>().prop_map(Event::Blocked),
        1 => by_hand().prop_map(Event::Set),
        4 => Just(Event::Due),
    ]
}

fn by_hand() -> impl Strategy<Value = ByHand> {
    prop_oneof![
        prop::option::of(Just("L"))
            .prop_map(|value| ByHand::Value { name: "size".into(), value: json!(value) }),
        any::<bool>().prop_map(|has| ByHand::Tag { name: "vip".to_owned(), has }),
        Just(ByHand::Consent(ConsentState::Given)),
        Just(ByHand::Stage(None)),
        any::<bool>().prop_map(ByHand::Window),
    ]
}

fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![
        2 => Just(0),
        4 => 0..3 * 3_600_000_i64,
        2 => 0..40 * 3_600_000_i64,
        1 => prop::sample::select(vec![86_399_999, 86_400_000, 86_400_001, -5_000]),
    ]
}

fn person() -> impl Strategy<Value = Person> {
    let zone = prop::sample::select(vec!["", "Europe/Berlin", "America/New_York", "Nowhere"]);
    (any::<u64>(), zone, any::<bool>(), prop::sample::select(vec!["US", "DE"])).prop_map(
        |(seed, zone, given, country)| Person {
            seed,
            zone: zone.to_owned(),
            country: country.to_owned(),
            consent: if given { ConsentState::Given } else { ConsentState::Unknown },
            ..Person::default()
        },
    )
}

/// The night before the clocks are set forward in Berlin.
const START: i64 = 1_774_641_600_000;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_rules_are_kept(
        project in projects(),
        person in person(),
        events in prop::collection::vec((moment(), event()), 1..40),
    ) {
        let mut state = State::new(person.clone());
        let mut read_back = State::new(person);
        let mut at = START;
        let mut last = Moment(i64::MIN);
        let (mut blocked, mut heard) = (false, None);
        for (later, event) in &events {
            at += later;
            let (next, told) = step(&project, state, event, Moment(at));
            let text = serde_json::to_string(&read_back).unwrap();
            let (next_read, told_read) = step(&project, serde_json::from_str(&text).unwrap(), event, Moment(at));
            prop_assert_eq!(&told, &told_read);
            prop_assert_eq!(&next, &next_read);
            for entry in &told {
                prop_assert!(entry.at >= last);
                last = entry.at;
                let text = serde_json::to_string(entry).unwrap();
                prop_assert_eq!(&serde_json::from_str::<flows::engine::Entry>(&text).unwrap(), entry);
                match &entry.what {
                    What::Inbound { .. } => heard = Some(entry.at),
                    What::SetByHand { name, value } if name == "window" => {
                        let length = if value == &json!("open") { 0 } else { 86_400_000 };
                        heard = Some(Moment(entry.at.0 - length));
                    }
                    What::Noted { name, value } if name == "blocked" => blocked = value == &json!(true),
                    What::Sent { template, window_open, .. } => {
                        prop_assert!(!blocked);
                        let open = heard.is_some_and(|heard: Moment| entry.at.0 - heard.0 < 86_400_000);
                        prop_assert_eq!(*window_open, open);
                        prop_assert!(template.is_some() || open);
                    }
                    _ => (),
                }
            }
            if matches!(event, Event::Due) {
                prop_assert!(next.next_due().is_none_or(|due| due > next.clock));
            }
            (state, read_back) = (next, next_read);
        }
    }

    #[test]
    fn what_is_played_twice_is_the_same(
        project in projects(),
        person in person(),
        events in prop::collection::vec((moment(), event()), 1..20),
    ) {
        let mut at = START;
        let events = events.into_iter().map(|(later, event)| {
            at += later;
            (Moment(at), event)
        });
        let script = Script { person, events: events.collect() };
        let text = serde_json::to_string(&script).unwrap();
        let until = Moment(at + 86_400_000);
        let played = play(&project, &script, until);
        prop_assert!(played.entries.is_sorted_by_key(|entry| entry.at));
        prop_assert!(!played.cut || played.entries.len() >= MOST_ENTRIES);
        prop_assert_eq!(play(&project, &serde_json::from_str(&text).unwrap(), until), played);
    }
}
