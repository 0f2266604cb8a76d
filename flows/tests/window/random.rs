//! Journeys and people made up by a fixed seed.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::too_many_lines,
    reason = "what is wrong here stops a test"
)]

use flows::engine::{Event, Inbound, Moment, Person, Run, State, Wait};
use flows::journey::{Awaited, Body, Journey, JourneyName, Length, Project, TemplateKnown, TemplateStatus};
use flows::json::Tree;
use flows::template::Category;
use serde_json::{Map, Value, json};

/// A xorshift: the same numbers everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            dice.next();
        }
        dice
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        (self.next() >> 11) % most.max(1)
    }

    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u64) as usize]
    }
}

const LENGTHS: [&str; 12] =
    ["0s", "1s", "10m", "16m", "1h", "2h 30m", "7h", "11h 59m", "12h", "23h 59m", "24h", "30h"];
const TIMES: [&str; 8] = ["00:00", "02:30", "04:59", "08:00", "12:00", "18:30", "21:00", "23:59"];
const DAYS: [&str; 4] = ["monday", "wednesday", "saturday", "sunday"];

fn condition(dice: &mut Dice, depth: u64) -> Value {
    match dice.below(if depth == 0 { 9 } else { 12 }) {
        0 | 1 => json!("window_open"),
        2 => json!("consent"),
        3 => json!({"tag": dice.one(&["vip", "new"])}),
        4 => json!({"stage": dice.one(&["decision", "retention"])}),
        5 => json!({"allowed": dice.one(&["marketing", "utility"])}),
        6 => json!({"between": [dice.one(&TIMES), dice.one(&TIMES)]}),
        7 => match dice.below(3) {
            0 => json!({"on": [dice.one(&DAYS)]}),
            1 => json!("ad_window_open"),
            _ => json!({"field": {"name": "size", "known": true}}),
        },
        8 => json!({"field": {"name": "size", "is": dice.one(&["L", "M"])}}),
        9 => json!({"not": condition(dice, depth - 1)}),
        10 => json!({"all": [condition(dice, depth - 1), condition(dice, depth - 1)]}),
        _ => json!({"any": [condition(dice, depth - 1), condition(dice, depth - 1)]}),
    }
}

fn text() -> Value {
    json!({"type": "text", "text": {"body": "Hello"}})
}

fn buttons() -> Value {
    let button = |id: &str| json!({"type": "reply", "reply": {"id": id, "title": id}});
    json!({"type": "interactive", "interactive": {"type": "button", "action": {"buttons": [button("yes"), button("no")]}}})
}

/// A node's members and its outputs.
fn body(dice: &mut Dice, subs: &[&str]) -> (&'static str, Value, Vec<&'static str>) {
    let length = |dice: &mut Dice| *dice.one(&LENGTHS);
    let timeout = |dice: &mut Dice, members: &mut Value| {
        if dice.chance(80) {
            members["timeout"] = json!(dice.one(&LENGTHS[1..]));
        }
    };
    let instead = |dice: &mut Dice, members: &mut Value| {
        if dice.chance(25) {
            members["if_closed"] = json!({"name": dice.one(&["offer", "order", "draft"])});
        }
    };
    match dice.below(if subs.is_empty() { 24 } else { 26 }) {
        0..=4 => {
            let mut it = json!({"messages": [text()]});
            if dice.chance(20) {
                it["messages"] = json!([text(), text()]);
            }
            instead(dice, &mut it);
            ("send", it, vec!["next", "closed"])
        }
        5 => ("template", json!({"name": dice.one(&["offer", "order", "draft", "gone"])}), vec!["next"]),
        6..=8 => ("wait", json!({"for": length(dice)}), vec!["next"]),
        9 => {
            let mut it = json!({"time": dice.one(&TIMES)});
            if dice.chance(30) {
                it["on"] = json!([dice.one(&DAYS), dice.one(&DAYS)]);
            }
            ("wait_until", it, vec!["next"])
        }
        10 | 11 => {
            let mut it = json!({});
            timeout(dice, &mut it);
            if dice.chance(30) {
                it["save"] = json!("size");
            }
            ("wait_reply", it, vec!["next", "no_answer"])
        }
        12 | 13 => {
            let mut it = json!({"message": buttons(), "expects": "choice"});
            if dice.chance(30) {
                it["message"] = text();
                it["expects"] = json!({"text": {}});
                it["save"] = json!("size");
            }
            timeout(dice, &mut it);
            instead(dice, &mut it);
            if dice.chance(40) {
                it["again"] = json!({"type": "text", "text": {"body": "Again"}});
                it["tries"] = json!(dice.below(3));
            }
            ("ask", it, vec!["answer:yes", "answer:no", "next", "else", "no_answer", "closed"])
        }
        14 => {
            let mut it = json!({"message": text()});
            timeout(dice, &mut it);
            instead(dice, &mut it);
            ("flow", it, vec!["next", "no_answer", "closed"])
        }
        15 => {
            let mut it = json!({"event": dice.one(&["paid", "call"])});
            if dice.chance(40) {
                it["match"] = json!("size");
            }
            timeout(dice, &mut it);
            ("wait_event", it, vec!["next", "no_answer"])
        }
        16 => {
            let mut it = json!({"status": dice.one(&["read", "delivered"])});
            timeout(dice, &mut it);
            ("wait_status", it, vec!["next", "no_answer"])
        }
        17 | 18 => {
            let cases: Vec<Value> = ["a", "b"][..=dice.below(2) as usize]
                .iter()
                .map(|id| json!({"id": id, "name": id, "when": condition(dice, 2)}))
                .collect();
            ("branch", json!({"cases": cases}), vec!["case:a", "case:b", "else"])
        }
        19 => {
            let ways: Vec<Value> =
                ["a", "b"].iter().map(|id| json!({"id": id, "name": id, "weight": dice.below(3)})).collect();
            ("split", json!({"ways": ways}), vec!["case:a", "case:b"])
        }
        20 => match dice.below(3) {
            0 => (
                "tag",
                json!({"add": [dice.one(&["vip", "new"])], "remove": [dice.one(&["vip", "new"])]}),
                vec!["next"],
            ),
            1 => ("stage", json!({"set": dice.one(&["decision", "retention"])}), vec!["next"]),
            _ => ("consent", json!({"marketing": dice.chance(60)}), vec!["next"]),
        },
        21 => {
            let it = json!({"method": "GET", "url": "https://www.example.com", "timeout": dice.one(&LENGTHS[1..]), "gives": {"size": "text"}});
            ("http", it, vec!["next", "failed"])
        }
        22 => match dice.below(3) {
            0 => ("assign", json!({"to_whom": "team"}), vec!["next"]),
            1 => (
                "ai",
                json!({"instructions": "Help", "timeout": dice.one(&LENGTHS[1..])}),
                vec!["next", "else", "failed"],
            ),
            _ => {
                let entries = json!([{"questions": ["where is my order"], "answer": "On its way"}]);
                ("faq", json!({"entries": entries}), vec!["next", "else"])
            }
        },
        23 => match dice.below(4) {
            0 => ("typing", json!({"lasts": length(dice)}), vec!["next"]),
            1 => ("goal", json!({"name": "g", "ends": dice.chance(40)}), vec!["next"]),
            2 => ("end", json!({}), vec![]),
            _ => ("teleport", json!({}), vec!["x", "y"]),
        },
        24 => ("call", json!({"journey": dice.one(subs)}), vec!["next"]),
        _ => ("go_to", json!({"journey": dice.one(subs)}), vec![]),
    }
}

fn trigger(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 | 1 => json!({"kind": "keyword", "words": ["start"]}),
        2 => json!({"kind": "any_message"}),
        3 => json!({"kind": "manual", "with_consent": dice.chance(30)}),
        4 => json!({"kind": "opt_in"}),
        5 => json!({"kind": "ad"}),
        6 => json!({"kind": "event", "event": dice.one(&["paid", "call"])}),
        _ => json!({"kind": "webhook", "name": "x"}),
    }
}

fn journey(dice: &mut Dice, subs: &[&str], main: bool) -> Value {
    let count = 3 + dice.below(10);
    let mut nodes = Vec::new();
    let mut start =
        if main { trigger(dice) } else { json!({"kind": "manual", "with_consent": dice.chance(15)}) };
    start["id"] = json!("start");
    start["to"] = json!({"next": "n0"});
    nodes.push(start);
    for number in 0..count {
        let (kind, mut members, outputs) = body(dice, subs);
        let mut to = Map::new();
        for output in outputs {
            let target = match dice.below(20) {
                0..=12 => number + 1,
                13..=15 => number + 1 + dice.below(3),
                16 | 17 => dice.below(count),
                _ => continue,
            };
            to.insert(output.to_owned(), json!(format!("n{target}")));
        }
        members["id"] = json!(format!("n{number}"));
        members["kind"] = json!(kind);
        members["to"] = Value::Object(to);
        if dice.chance(4) {
            members["off"] = json!(true);
        }
        nodes.push(members);
    }
    let mut settings = json!({});
    if dice.chance(40) {
        settings["quiet_hours"] = json!({
            "from": dice.one(&TIMES), "to": dice.one(&TIMES),
            "holds": dice.one(&["all", "marketing"]), "then": dice.one(&["wait", "wait", "skip"]),
        });
    }
    if dice.chance(12) {
        settings["expires"] = json!(dice.one(&["20h", "24h", "3d"]));
    }
    if main {
        settings["re_entry"] = json!(dice.one(&["when_finished", "restart", "parallel", "never"]));
    }
    if dice.chance(15) {
        settings["marketing_per_week"] = json!(1);
    }
    json!({"journey": 1, "settings": settings, "nodes": nodes})
}

/// A project: the journey `main`, which may call or lead to others.
pub(crate) fn project(dice: &mut Dice) -> Project {
    let subs: &[&str] = if dice.chance(40) { &["one", "two"] } else { &[] };
    let read = |value: Value| Journey::read(&Tree::parse(value.to_string())).into();
    let mut journeys = vec![(JourneyName("main".to_owned()), read(journey(dice, subs, true)))];
    for name in subs {
        // The first may call the second, and itself
        journeys.push((
            JourneyName((*name).to_owned()),
            read(journey(dice, if *name == "one" { subs } else { &[] }, false)),
        ));
    }
    let known = |category, status| TemplateKnown {
        category,
        status,
        variables: Vec::new(),
        quick_replies: Vec::new(),
        offers_stop: false,
    };
    let templates = [
        ("offer", known(Category::Marketing, TemplateStatus::Approved)),
        ("order", known(Category::Utility, TemplateStatus::Approved)),
        ("draft", known(Category::Utility, TemplateStatus::Draft)),
    ];
    Project {
        journeys: journeys.into_iter().collect(),
        templates: templates.map(|(name, known)| (name.to_owned(), [(String::new(), known)].into())).into(),
        ..Project::default()
    }
}

const HOUR: i64 = 3_600_000;

/// Whom a run is about: a zone, often shortly before clocks are set, and what is known.
pub(crate) fn person(dice: &mut Dice, now: Moment) -> Person {
    let mut person = Person {
        zone: (*dice.one(&["", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])).to_owned(),
        country: (*dice.one(&["DE", "US", "IN"])).to_owned(),
        consent: *dice.one(&[
            flows::engine::ConsentState::Unknown,
            flows::engine::ConsentState::Given,
            flows::engine::ConsentState::Stopped,
        ]),
        seed: dice.next(),
        ..Person::default()
    };
    if dice.chance(70) {
        person.last_inbound = Some(Moment(now.0 - i64::try_from(dice.below(40)).unwrap() * HOUR));
    }
    if dice.chance(20) {
        person.ad_entry = person.last_inbound;
    }
    for tag in ["vip", "new"] {
        if dice.chance(40) {
            person.tags.insert(tag.to_owned());
        }
    }
    if dice.chance(50) {
        person.fields.insert("size".into(), json!(dice.one(&["L", "M", "S"])));
    }
    if dice.chance(50) {
        person.stage = Some(*dice.one(&[flows::journey::Stage::Decision, flows::journey::Stage::Retention]));
    }
    person
}

/// A moment: around the nights when clocks are set as often as on any day, on the hour as often as not.
pub(crate) fn moment(dice: &mut Dice) -> Moment {
    // 2027-03-27, 2027-10-30, 2027-03-13, 2027-06-07
    let days = [1_806_105_600_000, 1_824_854_400_000, 1_804_896_000_000, 1_812_326_400_000];
    let mut at = *dice.one(&days) + i64::try_from(dice.below(48)).unwrap() * HOUR;
    if dice.chance(50) {
        at += i64::try_from(dice.below(3_600_000)).unwrap();
    }
    Moment(at)
}

/// The event that begins a run of `main`.
pub(crate) fn starts(project: &Project) -> Event {
    let name = JourneyName("main".to_owned());
    let node = &project.journeys[&name].nodes[0];
    match &node.body {
        Body::Keyword(_) | Body::AnyMessage(_) => Event::Wrote(Inbound::Text("start".to_owned())),
        Body::Ad(_) => Event::Wrote(Inbound::Ad { ad: "1".to_owned(), text: "Hi".to_owned() }),
        Body::Event(event) if event.event == "call" => Event::Called,
        Body::Event(event) => Event::Happened { name: event.event.clone(), data: [].into() },
        _ => Event::Started { journey: name, node: node.id.clone(), data: [].into() },
    }
}

/// A payment, perhaps of one of two sizes.
fn paid(dice: &mut Dice) -> Event {
    let size = dice.chance(60).then(|| ("size".into(), json!(dice.one(&["L", "M"]))));
    Event::Happened { name: "paid".to_owned(), data: size.into_iter().collect() }
}

/// Something that happens next, and when; none: time passes until something is due.
pub(crate) fn next(dice: &mut Dice, state: &State, now: Moment) -> Option<(Moment, Event)> {
    let due = state.next_due();
    if due.is_some() && dice.chance(50) {
        return None;
    }
    let most = due.map_or(60 * HOUR, |due| due.since(now).millis());
    let closes = state.person.last_inbound.map_or(0, |last| last.0 + 24 * HOUR - now.0);
    let wait = match dice.below(6) {
        0 => 0,
        1 => most,
        2 => closes,
        3 => closes - 1,
        _ => i64::try_from(dice.below(most.unsigned_abs() + 1)).unwrap(),
    };
    let at = now.after(Length::of_millis(wait.clamp(0, most)));
    let run: Option<&Run> = (!state.runs.is_empty()).then(|| dice.one(&state.runs));
    let event = match (dice.below(10), run) {
        (0..=3, Some(run)) => match run.wait {
            Wait::System => {
                let given =
                    [("size".into(), json!(dice.one(&["L", "M"]))), ("ai_answer".into(), json!("So"))];
                let mut given: std::collections::BTreeMap<_, _> = given.into();
                given.insert("hand_over".into(), json!(dice.chance(30)));
                let result = dice.chance(80).then_some(given);
                Event::Answered { run: run.number, epoch: run.epoch, result }
            }
            Wait::Event => paid(dice),
            Wait::Status => Event::Status {
                send: run.sent.unwrap_or_default(),
                status: *dice.one(&[Awaited::Delivered, Awaited::Read]),
            },
            Wait::Somebody => Event::Resolved { run: run.number },
            Wait::Form => Event::Wrote(Inbound::Flow([].into())),
            _ => Event::Wrote(Inbound::Tapped { id: "yes".to_owned(), words: "yes".to_owned() }),
        },
        (4, _) => Event::Called,
        (5, _) => Event::Consented(dice.chance(50)),
        (6, _) => Event::Wrote(Inbound::Ad { ad: "1".to_owned(), text: "Hi".to_owned() }),
        (7, _) => paid(dice),
        _ => Event::Wrote(match dice.below(7) {
            0 => Inbound::Text("no".to_owned()),
            1 => Inbound::Text("L".to_owned()),
            2 => Inbound::Text("where is my order".to_owned()),
            3 => Inbound::Media("1".to_owned()),
            4 => Inbound::Text("stop".to_owned()),
            5 => Inbound::Text("start".to_owned()),
            _ => Inbound::Text("hm".to_owned()),
        }),
    };
    Some((at, event))
}
