//! Edits of journeys: what each of them means, and random sequences of them: undo all gives the first bytes, the journal
//! replays exactly, and ways never lead to what was deleted.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test code")]

use std::collections::BTreeMap;

use flows::edit::{Change, Document, Edit, EditError, Position, Way, apply, copy};
use flows::gallery::journey_starters;
use flows::journey::{Journey, JourneyNode, NodeId, Stage, kinds};
use flows::json::Tree;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    Document::new("Journey", text, BTreeMap::new())
}

fn read(document: &Document) -> Journey {
    Journey::read(document.tree())
}

fn small() -> Document {
    document(
        r#"{
  "journey": 1,
  "data": { "size": { "type": "text" }, "other": { "type": "text" } },
  "nodes": [
    { "id": "hi", "kind": "keyword", "words": ["hi"], "title": "Says hi", "to": { "next": "ask" } },
    { "id": "ask", "kind": "send", "title": "Asks", "messages": [{ "type": "text", "text": { "body": "Which {{size}}?" } }], "to": { "next": "bye" } },
    { "id": "bye", "kind": "end", "title": "Bye" }
  ]
}
"#,
    )
}

fn way(from: &str, output: &str) -> Way {
    Way { from: from.to_owned(), output: output.to_owned() }
}

fn made(document: &Document, edit: &Edit) -> Document {
    apply(document, edit).unwrap().document
}

fn node<'j>(journey: &'j Journey, id: &str) -> &'j JourneyNode {
    journey.node(&NodeId(id.to_owned())).unwrap()
}

fn leads(journey: &Journey, from: &str, output: &str) -> Option<String> {
    node(journey, from).after(output).map(|id| id.0.clone())
}

#[test]
fn a_step_behind_a_way_goes_between() {
    let add = Edit::AddStep {
        kind: "wait".to_owned(),
        title: "One day".to_owned(),
        stage: Some(Stage::Decision),
        position: None,
        after: Some(way("hi", "next")),
    };
    let applied = apply(&small(), &add).unwrap();
    assert_eq!(applied.change.title, "add 'One day'");
    let journey = read(&applied.document);
    assert_eq!(leads(&journey, "hi", "next").as_deref(), Some("one_day"));
    assert_eq!(leads(&journey, "one_day", "next").as_deref(), Some("ask"));
    assert_eq!(node(&journey, "one_day").stage, Some(Stage::Decision));
    assert!(journey.unread.is_empty());
}

#[test]
fn a_new_step_of_every_kind_can_be_read() {
    for kind in kinds() {
        let add = Edit::AddStep {
            kind: kind.name.to_owned(),
            title: kind.name.to_owned(),
            stage: None,
            position: Some(Position { x: 1.0, y: 2.0 }),
            after: None,
        };
        let next = made(&small(), &add);
        let journey = read(&next);
        assert!(journey.unread.is_empty(), "{}", kind.name);
        assert_eq!(journey.nodes.len(), 4, "{}", kind.name);
        assert_eq!(next.positions().len(), 1);
    }
}

#[test]
fn what_leads_to_a_deleted_step_leads_on_or_nowhere() {
    let delete = |heal| Edit::DeleteSteps { steps: vec!["ask".to_owned()], heal };
    let healed = read(&made(&small(), &delete(true)));
    assert_eq!(leads(&healed, "hi", "next").as_deref(), Some("bye"));
    let open = made(&small(), &delete(false));
    assert_eq!(leads(&read(&open), "hi", "next"), None);
    assert!(!open.text().contains("\"to\": {}"), "{}", open.text());
    let both = Edit::DeleteSteps { steps: vec!["ask".to_owned(), "bye".to_owned()], heal: true };
    assert_eq!(leads(&read(&made(&small(), &both)), "hi", "next"), None);
}

#[test]
fn ways_are_led_and_opened() {
    let to_ask = Edit::ConnectSteps { way: way("ask", "closed"), to: "bye".to_owned() };
    let journey = read(&made(&small(), &to_ask));
    assert_eq!(leads(&journey, "ask", "closed").as_deref(), Some("bye"));
    assert_eq!(leads(&journey, "ask", "next").as_deref(), Some("bye"));
    let open = Edit::DisconnectStep { way: way("hi", "next") };
    assert_eq!(leads(&read(&made(&small(), &open)), "hi", "next"), None);
}

#[test]
fn what_cannot_be_done_is_said_and_changes_nothing() {
    let refused = |edit: Edit| apply(&small(), &edit).unwrap_err();
    let connect = |from: &str, output: &str, to: &str| {
        refused(Edit::ConnectSteps { way: way(from, output), to: to.to_owned() })
    };
    assert_eq!(connect("nobody", "next", "bye"), EditError::NoStep("nobody".to_owned()));
    assert_eq!(connect("hi", "next", "nobody"), EditError::NoStep("nobody".to_owned()));
    assert_eq!(connect("ask", "next", "hi"), EditError::NothingLeadsThere("hi".to_owned()));
    assert!(matches!(connect("hi", "answer:yes", "bye"), EditError::NoWay { .. }));
    assert!(matches!(refused(Edit::DisconnectStep { way: way("bye", "next") }), EditError::NoWay { .. }));
    let unknown = Edit::AddStep {
        kind: "teleport".to_owned(),
        title: String::new(),
        stage: None,
        position: None,
        after: None,
    };
    assert_eq!(refused(unknown), EditError::UnknownStep("teleport".to_owned()));
}

#[test]
fn steps_go_to_another_journey_with_the_values_they_name() {
    let copied = copy(&small(), &[], &["ask".to_owned(), "bye".to_owned()]);
    let other = document(r#"{"journey": 1, "nodes": [{"id": "ask", "kind": "end"}]}"#);
    let paste = Edit::Paste { clipboard: copied, parent: None, index: None, position: None };
    let journey = read(&made(&other, &paste));
    let ids: Vec<&str> = journey.nodes.iter().map(|node| node.id.0.as_str()).collect();
    assert_eq!(ids, ["ask", "ask_2", "bye"]);
    assert_eq!(leads(&journey, "ask_2", "next").as_deref(), Some("bye"));
    let known: Vec<&str> = journey.data.keys().map(|name| name.0.as_str()).collect();
    assert_eq!(known, ["size"]);
}

/// A small generator of numbers, so that one seed makes one edit.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

/// An edit that somebody could make on the canvas now.
fn an_edit(document: &Document, seed: u64) -> Edit {
    let mut dice = Dice(seed);
    let journey = read(document);
    let step = |dice: &mut Dice| match dice.roll(journey.nodes.len().max(1)) {
        at if at < journey.nodes.len() => journey.nodes[at].id.0.clone(),
        _ => "nobody".to_owned(),
    };
    let from = step(&mut dice);
    let outputs = journey.node(&NodeId(from.clone())).map(|node| node.body.outputs()).unwrap_or_default();
    let output = outputs.get(dice.roll(outputs.len())).map_or("next".to_owned(), |it| it.name.clone());
    let to = step(&mut dice);
    match dice.roll(7) {
        0 => Edit::AddStep {
            kind: kinds()[dice.roll(kinds().len())].name.to_owned(),
            title: ["", "Ask size", "سؤال", "ask size"][dice.roll(4)].to_owned(),
            stage: [None, Some(Stage::Advocacy)][dice.roll(2)],
            position: None,
            after: (dice.roll(3) > 0).then_some(Way { from, output }),
        },
        1 => Edit::ConnectSteps { way: Way { from, output }, to },
        2 => Edit::DisconnectStep { way: Way { from, output } },
        3 => Edit::DeleteSteps { steps: vec![from, to], heal: dice.roll(2) == 0 },
        4 => Edit::DuplicateSteps { steps: vec![from], offset: Some(Position { x: 10.0, y: 20.0 }) },
        5 => Edit::MoveCards { positions: [(from, Position { x: 3.0, y: 4.0 })].into() },
        _ => Edit::Paste {
            clipboard: copy(document, &[], &[from, to]),
            parent: None,
            index: None,
            position: None,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn every_sequence_is_taken_back_to_the_first_byte(
        which in 0..journey_starters().len(),
        seeds in prop::collection::vec(any::<u64>(), 1..14),
    ) {
        let starters = journey_starters();
        let (_, source) = starters[which].sources().next().unwrap();
        let first = document(source);
        let mut now = first.clone();
        let mut changes: Vec<Change> = Vec::new();
        for seed in seeds {
            let edit = an_edit(&now, seed);
            let Ok(applied) = apply(&now, &edit) else { continue };
            // replayed it is the same, and everything is still read
            let replayed = applied.change.replay(&now).unwrap();
            prop_assert_eq!(replayed.text(), applied.document.text());
            let journey = read(&applied.document);
            prop_assert_eq!(&journey.unread, &vec![]);
            let mut ids: Vec<&str> = journey.nodes.iter().map(|node| node.id.0.as_str()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), all, "ids are unique");
            let lost = journey.nodes.iter().flat_map(|node| node.to.values()).find(|to| journey.node(to).is_none());
            prop_assert_eq!(lost, None, "after {:?}", edit);
            changes.push(applied.change);
            now = applied.document;
        }
        for change in changes.iter().rev() {
            now = change.inverse().replay(&now).unwrap();
        }
        prop_assert_eq!(now.text(), first.text());
        prop_assert_eq!(now.positions(), first.positions());
        prop_assert!(Tree::parse(now.text()).error().is_none());
    }
}
