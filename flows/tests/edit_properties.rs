//! Random edit sequences on many Flows: undo all gives the first bytes, redo all the last ones, the journal
//! replays exactly, and nothing but the stretches a change names differs.
//!
//! `WAYMARK_EDIT_SEQUENCES=100000 cargo test -p flows --release --test edit_properties` runs the long way.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of a test")]

use std::collections::BTreeMap;

use flows::edit::{Change, Document, Edit, Notes, Position, Recorded, Step, Timeline, apply, copy};
use flows::facts::ComponentKind;
use flows::json::{Kind, Node, Pointer, Tree};
use flows::mirror::{History, Overview, Patch, Revision, Snapshot, patch, snapshot};
use proptest::test_runner::{Config, TestRunner};
use proptest::{prelude::any, prop_assert, prop_assert_eq, prop_oneof};
use serde_json::{Value, json};

/// How many kinds of edits there are. A new variant does not compile in `kind_of`.
const KINDS: usize = 27;

fn kind_of(edit: &Edit) -> usize {
    match edit {
        Edit::SetProperty { .. } => 0,
        Edit::RemoveProperty { .. } => 1,
        Edit::RenameProperty { .. } => 2,
        Edit::ReplaceValue { .. } => 3,
        Edit::InsertItem { .. } => 4,
        Edit::RemoveItems { .. } => 5,
        Edit::MoveItem { .. } => 6,
        Edit::DuplicateItems { .. } => 7,
        Edit::AddComponent { .. } => 8,
        Edit::RenameField { .. } => 9,
        Edit::AddScreen { .. } => 10,
        Edit::InsertScreenBetween { .. } => 11,
        Edit::DeleteScreens { .. } => 12,
        Edit::DuplicateScreens { .. } => 13,
        Edit::RenameScreen { .. } => 14,
        Edit::ConnectScreens { .. } => 15,
        Edit::DisconnectScreens { .. } => 16,
        Edit::SetTerminal { .. } => 17,
        Edit::Paste { .. } => 18,
        Edit::MoveCards { .. } => 19,
        Edit::ReplaceText { .. } => 20,
        Edit::RenameFlow { .. } => 21,
        Edit::SetNote { .. } => 22,
        Edit::RenameData { .. } => 23,
        Edit::Batch { .. } => 24,
        Edit::SetEndpoint { .. } => 25,
        Edit::AddStep { .. }
        | Edit::ConnectSteps { .. }
        | Edit::DisconnectStep { .. }
        | Edit::DeleteSteps { .. }
        | Edit::DuplicateSteps { .. }
        | Edit::ForgetPlaces { .. } => panic!("edits of journeys have a test of their own"),
        // One number more: a paste of parts instead of screens.
    }
}

/// A small generator of numbers, so that one seed makes one edit.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        let at = self.roll(items.len());
        items.get(at).cloned()
    }
}

/// Pointers of all values of one kind.
fn all(document: &Document, kind: Kind) -> Vec<Pointer> {
    fn walk(node: Node<'_>, at: &Pointer, kind: Kind, found: &mut Vec<Pointer>) {
        if node.kind() == kind {
            found.push(at.clone());
        }
        for (index, item) in node.items().enumerate() {
            walk(item, &at.clone().index(index), kind, found);
        }
        for member in node.members() {
            walk(member.value, &at.clone().key(&member.key()), kind, found);
        }
    }
    let mut found = Vec::new();
    walk(document.tree().root(), &Pointer::root(), kind, &mut found);
    found
}

fn keys(document: &Document, at: &Pointer) -> Vec<String> {
    document.tree().at(at).into_iter().flat_map(Node::members).map(|m| m.key().into_owned()).collect()
}

fn ids(document: &Document) -> Vec<String> {
    let screens = document.tree().root().get("screens");
    let ids = screens.into_iter().flat_map(Node::items).filter_map(|screen| screen.get("id")?.as_str());
    ids.map(std::borrow::Cow::into_owned).collect()
}

fn value(dice: &mut Dice) -> Value {
    dice.pick(&[
        json!("Next"),
        json!("${form.answer}"),
        json!("`'Hi ' ${screen.DETAILS.form.full_name}` 😀"),
        json!(7),
        json!(1.5),
        json!(true),
        json!(null),
        json!([]),
        json!({}),
        json!({"type": "TextBody", "text": "new \"text\"\n"}),
        json!(["a", {"id": "x", "title": "y"}]),
    ])
    .unwrap()
}

fn position(dice: &mut Dice) -> Position {
    let mut side = || f32::from(u16::try_from(dice.roll(900)).unwrap());
    Position { x: side(), y: side() }
}

fn item(document: &Document, dice: &mut Dice) -> Pointer {
    let lists = all(document, Kind::Array);
    let list = dice.pick(&lists).unwrap_or_default();
    let length = document.tree().at(&list).map_or(0, |list| list.items().count());
    let beyond = usize::from(dice.roll(10) == 0);
    list.index(dice.roll(length + beyond))
}

#[expect(clippy::too_many_lines, reason = "one arm per kind of edit")]
fn edit(document: &Document, kind: usize, dice: &mut Dice) -> Edit {
    let object = |dice: &mut Dice| dice.pick(&all(document, Kind::Object)).unwrap_or_default();
    let array = |dice: &mut Dice| dice.pick(&all(document, Kind::Array)).unwrap_or_default();
    let screen = |dice: &mut Dice| dice.pick(&ids(document)).unwrap_or_else(|| "NONE".to_owned());
    let index = |dice: &mut Dice| u32::try_from(dice.roll(7)).unwrap();
    let key = |dice: &mut Dice, at: &Pointer| {
        let own = keys(document, at);
        if dice.roll(3) == 0 {
            "label".to_owned()
        } else {
            dice.pick(&own).unwrap_or_else(|| "new-key".to_owned())
        }
    };
    match kind {
        0 => {
            let at = object(dice);
            Edit::SetProperty { key: key(dice, &at), at, value: value(dice) }
        }
        1 => {
            let at = object(dice);
            Edit::RemoveProperty { key: key(dice, &at), at }
        }
        2 => {
            let at = object(dice);
            Edit::RenameProperty { key: key(dice, &at), at, to: "renamed~/key".to_owned() }
        }
        3 => {
            let kinds = [Kind::String, Kind::Object, Kind::Array, Kind::Boolean];
            let kind = dice.pick(&kinds).unwrap();
            Edit::ReplaceValue { at: dice.pick(&all(document, kind)).unwrap_or_default(), value: value(dice) }
        }
        4 => Edit::InsertItem { at: array(dice), index: index(dice), value: value(dice) },
        5 => Edit::RemoveItems { items: (0..=dice.roll(3)).map(|_| item(document, dice)).collect() },
        6 => Edit::MoveItem { from: item(document, dice), to: array(dice), index: index(dice) },
        7 => Edit::DuplicateItems { items: (0..=dice.roll(3)).map(|_| item(document, dice)).collect() },
        8 => {
            let lists = all(document, Kind::Array);
            let components: Vec<_> = lists
                .into_iter()
                .filter(|p| ["children", "then", "else"].iter().any(|k| p.0.ends_with(k)))
                .collect();
            Edit::AddComponent {
                parent: dice.pick(&components).unwrap_or_default(),
                index: index(dice),
                component: dice.pick(&ComponentKind::ALL).unwrap().name().to_owned(),
            }
        }
        9 => {
            let screen = screen(dice);
            let names = ["answer", "full_name", "phone", "size", "photos", "service", "rating"];
            let from = dice.pick(&names).unwrap().to_owned();
            Edit::RenameField {
                screen,
                from,
                to: dice.pick(&["new_name", "phone", "bad name"]).unwrap().to_owned(),
            }
        }
        10 => Edit::AddScreen {
            title: dice.pick(&["Ask size", "اختيار", "Success", ""]).unwrap().to_owned(),
            position: (dice.roll(2) == 0).then(|| position(dice)),
            connect_from: (dice.roll(3) > 0).then(|| screen(dice)),
            via: None,
        },
        11 => Edit::InsertScreenBetween { title: "Between".to_owned(), from: screen(dice), to: screen(dice) },
        12 => Edit::DeleteScreens { screens: (0..=dice.roll(2)).map(|_| screen(dice)).collect() },
        13 => Edit::DuplicateScreens {
            screens: (0..=dice.roll(2)).map(|_| screen(dice)).collect(),
            offset: (dice.roll(2) == 0).then(|| position(dice)),
        },
        14 => {
            let to = dice.pick(&["NEW_ID", "DETAILS", "bad id", "OTHER"]).unwrap().to_owned();
            Edit::RenameScreen { from: screen(dice), to }
        }
        15 => {
            let (from, to) = (screen(dice), screen(dice));
            let via = (dice.roll(2) == 0).then(|| item(document, dice));
            Edit::ConnectScreens { from, to, via }
        }
        16 => Edit::DisconnectScreens { from: screen(dice), to: screen(dice) },
        17 => Edit::SetTerminal { screen: screen(dice), terminal: dice.roll(2) == 0 },
        18 => Edit::Paste {
            clipboard: copy(document, &[], &[screen(dice), screen(dice)]),
            parent: None,
            index: None,
            position: (dice.roll(2) == 0).then(|| position(dice)),
        },
        19 => {
            let places = [(screen(dice), position(dice)), (screen(dice), position(dice))];
            Edit::MoveCards { positions: BTreeMap::from(places) }
        }
        20 => {
            let units = u32::try_from(document.text().encode_utf16().count()).unwrap();
            let start = u32::try_from(dice.roll(units as usize + 1)).unwrap();
            let end = (start + index(dice)).min(units);
            let text = dice.pick(&["", "x", "\"", "}", "é😀", ",\n"]).unwrap().to_owned();
            Edit::ReplaceText { start, end, text }
        }
        21 => Edit::RenameFlow { name: dice.pick(&["Book a visit", "حجز"]).unwrap().to_owned() },
        22 => {
            let at = Pointer(
                (*dice.pick(&["/a", "/answers/exchange/ASK/1", "/answers/back/PICK/1"]).unwrap()).to_owned(),
            );
            Edit::SetNote { at, value: (dice.roll(3) > 0).then(|| Value::from(dice.roll(3))) }
        }
        23 => {
            let names = ["sizes", "size", "count", "name", "service", "date", "x"];
            Edit::RenameData {
                screen: screen(dice),
                from: dice.pick(&names).unwrap().to_owned(),
                to: dice.pick(&["given", "size", "bad-name"]).unwrap().to_owned(),
            }
        }
        24 => {
            let count = 1 + dice.roll(3);
            let edits = (0..count)
                .map(|_| {
                    let kind = dice.roll(20);
                    edit(document, kind, dice)
                })
                .collect();
            Edit::Batch { name: None, edits }
        }
        25 => Edit::SetEndpoint { asks: dice.roll(2) == 0 },
        _ => Edit::Paste {
            clipboard: copy(document, &[item(document, dice), item(document, dice)], &[]),
            parent: Some(array(dice)),
            index: (dice.roll(2) == 0).then(|| index(dice)),
            position: None,
        },
    }
}

/// Flows of every kind: the gallery, with an endpoint, minified, with tabs and Windows line ends, with a byte
/// order mark, double keys, unknown members and nearly nothing.
fn flows() -> Vec<String> {
    let mut flows: Vec<String> = flows::gallery::starters()
        .iter()
        .flat_map(|starter| starter.languages.iter().filter_map(|language| starter.source(language)))
        .map(str::to_owned)
        .collect();
    let minified: Value = serde_json::from_str(&flows[0]).unwrap();
    flows.push(minified.to_string());
    flows.push(flows[3].replace('\n', "\r\n").replace("  ", "\t"));
    flows.push(format!("\u{feff}{}", flows[4]));
    flows.push(include_str!("edit/endpoint.json").to_owned());
    flows.push(include_str!("edit/odd.json").to_owned());
    flows.push("{}".to_owned());
    flows.push(r#"{"version":"7.3","screens":[]}"#.to_owned());
    flows
}

fn same_tree(tree: &Tree) -> bool {
    let fresh = Tree::parse(tree.text().to_owned());
    let error = |tree: &Tree| tree.error().map(|error| error.kind);
    fresh.root().to_value() == tree.root().to_value() && error(&fresh) == error(tree)
}

fn state(document: &Document) -> (&str, &str, &BTreeMap<String, Position>, &Notes) {
    (document.text(), document.name(), document.positions(), document.notes())
}

/// What the page holds: the mirror, and the text in UTF-16 as an editor there has it.
struct Page {
    mirror: Snapshot,
    text: Vec<u16>,
}

impl Page {
    fn open(document: &Document, overview: &Overview) -> Self {
        Self { mirror: whole(document, overview, 0), text: document.text().encode_utf16().collect() }
    }

    fn follow(&mut self, patch: Patch) {
        let Snapshot { screens, edges, name, .. } = &mut self.mirror;
        for new in patch.screens {
            match screens.iter_mut().find(|screen| screen.key == new.key) {
                Some(screen) => *screen = new,
                None => screens.push(new),
            }
        }
        if let Some(order) = patch.order {
            screens.retain(|screen| order.contains(&screen.key));
            screens.sort_by_key(|screen| order.iter().position(|key| *key == screen.key));
        }
        if let Some(new) = patch.edges {
            *edges = new;
        }
        if let Some(new) = patch.name {
            *name = new;
        }
        for (at, note) in patch.notes {
            match note {
                Some(note) => self.mirror.notes.insert(at, note),
                None => self.mirror.notes.remove(&at),
            };
        }
        self.mirror.revision = patch.revision;
        self.mirror.readable = patch.readable;
        self.mirror.version = patch.version;
        self.mirror.data_api_version = patch.data_api_version;
        for change in patch.text {
            self.text.splice(change.start as usize..change.end as usize, change.text.encode_utf16());
        }
    }
}

fn whole(document: &Document, overview: &Overview, number: u32) -> Snapshot {
    snapshot(Revision { number, document, overview, diagnostics: &[] }, History::default())
}

fn sequences() -> u32 {
    std::env::var("WAYMARK_EDIT_SEQUENCES").ok().and_then(|count| count.parse().ok()).unwrap_or(300)
}

#[test]
fn every_kind_of_edit_is_made() {
    let document = Document::new("Test", flows()[0].clone(), BTreeMap::new());
    let made: Vec<_> = (0..KINDS - 1).map(|kind| kind_of(&edit(&document, kind, &mut Dice(1)))).collect();
    assert_eq!(made, (0..KINDS - 1).collect::<Vec<_>>());
}

#[test]
fn every_kind_of_edit_succeeds_somewhere() {
    let documents: Vec<_> =
        flows().into_iter().map(|flow| Document::new("Test", flow, BTreeMap::new())).collect();
    for kind in 0..KINDS {
        let tries = documents.iter().flat_map(|document| (0..40).map(move |seed| (document, seed)));
        let made = tries.filter(|(document, seed)| {
            let edit = edit(document, kind, &mut Dice(seed * 7_919 + 1));
            apply(document, &edit).is_ok_and(|applied| !applied.change.is_empty())
        });
        assert!(made.count() > 0, "kind {kind} is never made");
    }
}

#[test]
fn any_sequence_can_be_taken_back_and_brought_again() {
    let flows = flows();
    let config = Config { cases: sequences(), failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    // An afternoon's work now and then: up to 200 edits in a row.
    let rolls = |length| proptest::collection::vec((0..KINDS, any::<u64>()), length);
    let strategy = (0..flows.len(), prop_oneof![99 => rolls(1..12), 1 => rolls(1..201)]);
    let result = runner.run(&strategy, |(flow, rolls)| {
        let first = Document::new("Test", flows[flow].clone(), BTreeMap::new());
        let mut document = first.clone();
        let mut overview = Overview::of(&document);
        let mut page = Page::open(&document, &overview);
        let mut timeline = Timeline::default();
        let mut made = 0;
        for (kind, seed) in rolls {
            let edit = edit(&document, kind, &mut Dice(seed));
            let Ok(applied) = apply(&document, &edit) else { continue };
            let change = &applied.change;
            let kept: Change = serde_json::from_str(&serde_json::to_string(change).unwrap()).unwrap();
            prop_assert_eq!(&kept, change);
            let replayed = change.replay(&document).unwrap();
            prop_assert_eq!(state(&replayed), state(&applied.document), "{:?}", &edit);
            prop_assert!(same_tree(applied.document.tree()), "{:?}", &edit);
            let undone = change.inverse().replay(&applied.document).unwrap();
            prop_assert_eq!(state(&undone), state(&document), "{:?}", &edit);
            prop_assert!(!change.title.is_empty());
            let structured = !matches!(edit, Edit::ReplaceText { .. });
            if structured && document.tree().error().is_none() {
                prop_assert!(applied.document.tree().error().is_none(), "{:?}", &edit);
            }
            let seen = overview.next(&document, &applied.document);
            prop_assert_eq!(&seen, &Overview::of(&applied.document), "{:?}", &edit);
            let before = Revision {
                number: page.mirror.revision,
                document: &document,
                overview: &overview,
                diagnostics: &[],
            };
            let after = Revision {
                number: before.number + 1,
                document: &applied.document,
                overview: &seen,
                diagnostics: &[],
            };
            page.follow(patch(before, after, change, History::default()));
            prop_assert_eq!(&page.mirror, &whole(&applied.document, &seen, after.number), "{:?}", &edit);
            prop_assert_eq!(String::from_utf16(&page.text).unwrap(), applied.document.text());
            overview = seen;
            let gesture = (seed % 3 == 0).then(|| "typing".to_owned());
            let step = Step { change: applied.change, at: 0, gesture };
            match timeline.record(step) {
                Recorded::New => made += 1,
                Recorded::Merged => {}
                Recorded::Vanished => made -= 1,
            }
            document = applied.document;
        }
        let last = document.clone();
        let mut steps = 0;
        while let Some((before, _)) = timeline.undo(&document) {
            document = before;
            steps += 1;
        }
        prop_assert_eq!(steps, made);
        prop_assert_eq!(state(&document), state(&first));
        while let Some((after, _)) = timeline.redo(&document) {
            document = after;
        }
        prop_assert_eq!(state(&document), state(&last));
        if let Some((start, change)) = timeline.go(&last, -made) {
            prop_assert_eq!(state(&start), state(&first));
            let at_once = change.replay(&last).unwrap();
            prop_assert_eq!(state(&at_once), state(&first));
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
