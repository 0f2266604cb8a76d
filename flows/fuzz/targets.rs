//! What holds for any text whatever. The fuzz targets and the tests of every run call the same functions.

use std::collections::BTreeMap;

use flows::check::{
    Checker, Diagnostic, Fix, Severity, check_document as checked, check_journey, explain, meta_errors, stops,
};
use flows::diff::differences;
use flows::edit::{Document, Edit, apply};
use flows::expr::MAX_SOURCE;
use flows::facts;
use flows::journey::{Journey, Length, Project, Role};
use flows::json::{Member, Node, Pointer, Tree};
use flows::mirror::{History, Overview, Revision, snapshot};
use flows::preview::{PreviewAct, PreviewState, act, at_rest, render};
use flows::project::{Arrival, Contents, Files, MANIFEST, arrive, needed, read as read_project, write};
use flows::simulate::{MONDAY, Persona, begin, perform, somebody_for};
use flows::window::prove;
use serde_json::json;

/// So many values of a text are looked at one by one.
const LOOKED_AT: usize = 2_000;

/// Journeys of more steps are read and no more: the fuzzer wants many texts, and large ones are timed elsewhere.
const STEPS: usize = 80;

/// Looks at a text and fails when something does not hold.
type Target = fn(&str);

/// All targets, by name.
pub(crate) const ALL: [(&str, Target); 9] = [
    ("read", read),
    ("check", check),
    ("edit", edit),
    ("fix", fix),
    ("migrate", migrate),
    ("preview", preview),
    ("expression", expression),
    ("journey", journey),
    ("project", project),
];

/// Reading keeps every byte, finds every value again, and takes what others take.
pub(crate) fn read(text: &str) {
    let tree = Tree::parse(text);
    assert_eq!(tree.text(), text);
    let mut nodes = Vec::new();
    walk(tree.root(), &mut nodes);
    for node in nodes {
        assert!(node.span().end as usize <= text.len());
        assert!(text.is_char_boundary(node.span().start as usize));
        assert!(text.is_char_boundary(node.span().end as usize));
        assert_eq!(tree.at(&node.pointer()).map(Node::id), Some(node.id()));
    }
    if tree.error().is_some() {
        let taken = serde_json::from_str::<serde_json::Value>(text);
        assert!(taken.is_err(), "refused: {:?}", tree.error());
        return;
    }
    let pretty = Tree::parse(tree.pretty());
    assert_eq!(pretty.error(), None);
    assert_eq!(pretty.root().to_value(), tree.root().to_value());
    assert_eq!(pretty.pretty(), pretty.text());
}

fn walk<'t>(node: Node<'t>, found: &mut Vec<Node<'t>>) {
    if found.len() < LOOKED_AT {
        found.push(node);
        node.items().for_each(|item| walk(item, found));
        // Of members with the same name a pointer means the last one.
        let meant = |member: &Member<'t>| node.get(&member.key()).map(Node::id) == Some(member.value.id());
        node.members().filter(meant).for_each(|member| walk(member.value, found));
    }
}

/// Every finding has a place, every text that is not JSON has a finding, and checking again says the same.
pub(crate) fn check(text: &str) {
    found(text);
    meta_errors(text);
}

/// What is found in a text, each looked at.
pub(crate) fn found(text: &str) -> Vec<Diagnostic> {
    let tree = Tree::parse(text);
    let mut checker = Checker::default();
    let found = checker.check(&tree);
    assert!(checker.check(&tree) == found, "another verdict the second time");
    assert!(tree.error().is_none() || !found.is_empty(), "not JSON, and nothing is said");
    sound(text, &found);
    found
}

/// Findings of a text point into it and can be read.
fn sound(text: &str, found: &[Diagnostic]) {
    for finding in found {
        for place in std::iter::once(&finding.place).chain(&finding.more_places) {
            assert!(place.span.start <= place.span.end && place.span.end as usize <= text.len());
            assert!(place.lines.line_start >= 1 && place.lines.column_start >= 1);
        }
        let letters = finding.headline.chars().count();
        assert!(0 < letters && letters <= 80, "{}", finding.headline);
        assert!(explain(&finding.rule).is_some(), "{}", finding.rule);
    }
}

/// Every button keeps its word.
pub(crate) fn fix(text: &str) {
    let faults = broken_words("", text, 20, &mut BTreeMap::new());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Presses every button of the first findings, each on the text as it is, and says which do not keep their word:
/// the finding is gone, nothing new blocks, undo gives the bytes back. Counts the buttons by rule.
pub(crate) fn broken_words(
    name: &str,
    text: &str,
    most: usize,
    pressed: &mut BTreeMap<String, usize>,
) -> Vec<String> {
    broken_words_by(&checked, name, text, most, pressed)
}

/// The same for a text that is checked in this way.
pub(crate) fn broken_words_by(
    checked: &dyn Fn(&Tree) -> Vec<Diagnostic>,
    name: &str,
    text: &str,
    most: usize,
    pressed: &mut BTreeMap<String, usize>,
) -> Vec<String> {
    let mut faults = Vec::new();
    let document = Document::new("Test", text, BTreeMap::new());
    let before = checked(document.tree());
    for finding in before.iter().take(most) {
        for fix in &finding.fixes {
            *pressed.entry(finding.rule.clone()).or_default() += 1;
            if let Err(fault) = press(checked, &document, &before, finding, fix) {
                faults.push(format!(
                    "{name}: {} at {} '{}': {fault}",
                    finding.rule, finding.place.path, fix.title
                ));
            }
        }
    }
    faults
}

fn press(
    checked: &dyn Fn(&Tree) -> Vec<Diagnostic>,
    document: &Document,
    before: &[Diagnostic],
    finding: &Diagnostic,
    fix: &Fix,
) -> Result<(), String> {
    let letters = fix.title.chars().count();
    if letters == 0 || letters > 60 {
        return Err(format!("a title of {letters} letters"));
    }
    let batch = Edit::Batch { name: Some(fix.title.clone()), edits: fix.edits.clone() };
    let applied = apply(document, &batch).map_err(|error| error.to_string())?;
    let undone = applied.change.inverse().replay(&applied.document).map_err(|error| error.to_string())?;
    if undone.text() != document.text() {
        return Err("undo gives other bytes".to_owned());
    }
    let after = checked(applied.document.tree());
    let mark = |f: &Diagnostic| (f.rule.clone(), f.place.pointer.0.clone(), f.message.clone());
    // Where an item is deleted, the next one moves up and may lack the same.
    let alike = |list: &[Diagnostic]| {
        list.iter().filter(|f| f.rule == finding.rule && f.message == finding.message).count()
    };
    if after.iter().any(|other| mark(other) == mark(finding)) && alike(&after) >= alike(before) {
        return Err("still there".to_owned());
    }
    // A phase that stops the check hid what lies behind it, and what stood in the place of the finding was not
    // looked into.
    let place =
        if finding.place.pointer.0 == "/version" { Pointer::root() } else { finding.place.pointer.clone() };
    let stopped = before.iter().any(|f| stops(&f.rule));
    let counts = |f: &Diagnostic| {
        let hidden = !stops(&f.rule) || is_inside(&f.place.pointer, &place);
        f.severity == Severity::Blocked && !(stopped && hidden)
    };
    let blocking = |list: &[Diagnostic]| list.iter().filter(|f| counts(f)).count();
    if blocking(&after) > blocking(before) {
        let new =
            after.iter().filter(|f| counts(f)).map(mark).filter(|m| !before.iter().any(|f| mark(f) == *m));
        return Err(format!("new {:?}", new.collect::<Vec<_>>()));
    }
    Ok(())
}

fn is_inside(pointer: &Pointer, outer: &Pointer) -> bool {
    pointer.0.strip_prefix(&outer.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is on a clipboard can be pasted, and texts can be compared.
pub(crate) fn edit(text: &str) {
    let document = Document::new("Fuzz", text, BTreeMap::new());
    let overview = Overview::of(&document);
    let revision = Revision { number: 0, document: &document, overview: &overview, diagnostics: &[] };
    snapshot(revision, History::default());
    let small = Document::new("Small", SMALL, BTreeMap::new());
    differences(SMALL, text);
    differences(text, SMALL);
    let paste = Edit::Paste { clipboard: text.to_owned(), parent: None, index: None, position: None };
    if let Ok(pasted) = apply(&small, &paste) {
        assert_eq!(pasted.document.tree().error(), None);
    }
}

const SMALL: &str = r#"{"version":"7.3","screens":[{"id":"A","title":"T","terminal":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"Footer","label":"x","on-click-action":{"name":"complete","payload":{}}}]}}]}"#;

/// A Flow, also taken for an older one, gets to the newest version in one step that can be taken back.
pub(crate) fn migrate(text: &str) {
    let to = facts::versions().recommended;
    let newest = format!("\"{to}\"");
    let older = ["\"2.1\"", "\"6.0\""].map(|older| text.replacen(&newest, older, 1));
    for text in older.into_iter().chain([text.to_owned()]) {
        let Ok(moved) = flows::migrate::migrate(&text, to) else { continue };
        let document = Document::new("Fuzz", text.clone(), BTreeMap::new());
        let applied = apply(&document, &moved.edit).expect("its steps were taken before");
        assert_eq!(applied.document.text(), moved.text);
        let undone = applied.change.inverse().replay(&applied.document).expect("an edit can be taken back");
        assert_eq!(undone.text(), text);
    }
}

/// Every screen shows; whatever can be pressed is pressed; a state survives its trip to the page.
pub(crate) fn preview(text: &str) {
    let tree = Tree::parse(text);
    at_rest(&tree, &[]);
    let mut state = PreviewState { today: "2026-03-04".to_owned(), ..PreviewState::default() };
    for _ in 0..4 {
        let view = render(&tree, &state);
        let footer = view.footer.iter().map(|footer| footer.pointer.clone());
        let parts = view.items.iter().map(|item| item.pointer.clone());
        for pointer in footer.chain(parts).take(40) {
            state = act(&tree, &state, &PreviewAct::Press { pointer, item: None }).state;
        }
    }
    state = act(&tree, &state, &PreviewAct::Back).state;
    let kept = serde_json::to_string(&state).expect("a state is JSON");
    assert!(serde_json::from_str::<PreviewState>(&kept).expect("a state is read back") == state);
}

/// The text as every kind of expression in a Flow.
pub(crate) fn expression(text: &str) {
    if text.len() > 2 * MAX_SOURCE {
        return; // refused by its length, over and over
    }
    let flow = json!({"version": "7.3", "screens": [{
        "id": "A", "title": text, "terminal": true,
        "data": {"x": {"type": "string", "__example__": text}, "n": {"type": "number", "__example__": 3}},
        "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextBody", "text": text, "visible": text},
            {"type": "TextBody", "text": format!("`{text}`"), "visible": format!("${{{text}}}")},
            {"type": "RichText", "text": text},
            {"type": "If", "condition": text, "then": [{"type": "TextBody", "text": "${data.x}"}]},
            {"type": "TextInput", "name": "f", "label": "F", "init-value": text},
            {"type": "Footer", "label": "x", "on-click-action": {"name": "complete", "payload": {"a": text, "b": format!("`{text}`")}}}
        ]}
    }]}).to_string();
    found(&flow);
    preview(&flow);
}

/// A journey is read, checked, proved and gone through, whatever stands in it.
pub(crate) fn journey(text: &str) {
    let tree = Tree::parse(text);
    let read = Journey::read(&tree);
    if read.nodes.is_empty() || read.nodes.len() > STEPS {
        return;
    }
    let found = check_journey(&tree);
    sound(text, &found);
    assert!(check_journey(&tree) == found, "another verdict the second time");
    let project = Project::of("main", read);
    let name = "main".into();
    let proof = prove(&project, &name).expect("the journey is in its project");
    assert!(proof.messages.len() <= LOOKED_AT);
    let starts = project.journeys.values().flat_map(|journey| &journey.nodes);
    for start in starts.filter(|node| node.body.role() == Role::Trigger).take(4) {
        let Some(event) = begin(&project, &name, &start.id) else { continue };
        let person = somebody_for(&project, &name, &start.id);
        let until = MONDAY.after(Length::of_hours(24 * 7));
        let (script, transcript) = perform(&project, Persona::AtOnce, event, person, MONDAY, until);
        assert!(flows::simulate::play(&project, &script, until) == transcript, "played again it is another");
    }
}

/// A project whose files are all this text is read or refused; what was read is written, and read again it is the same.
pub(crate) fn project(text: &str) {
    let mut files = Files::default();
    let paths = [
        MANIFEST,
        "journeys/a.json",
        "journeys/a.tests.json",
        "flows/b.json",
        "templates/c.en.json",
        "flows/b.places.json",
    ];
    for path in paths {
        files.add(path, text.as_bytes().to_vec()).expect("these are paths");
    }
    let listed = json!({"format": "waymark-project", "version": 1, "name": text.chars().take(60).collect::<String>(),
        "documents": [{"file": "journeys/a.json", "name": text}, {"file": "flows/b.json"}]});
    let mut with_list = Files::default();
    with_list.add(MANIFEST, listed.to_string().into_bytes()).expect("a path");
    for path in &paths[1..] {
        with_list.add(path, text.as_bytes().to_vec()).expect("these are paths");
    }
    for files in [files, with_list] {
        let Ok(read) = read_project(files) else { continue };
        comes_back(&read.contents);
    }
}

fn comes_back(contents: &Contents) {
    let written = write(contents).expect("what was read can be written");
    let again = read_project(written).expect("what was written can be read");
    assert!(again.contents == *contents, "written and read it is another");
    for from in 0..contents.documents.len() {
        assert!(needed(&contents.documents, from).contains(&from));
    }
    let here = arrive(contents, &[], &BTreeMap::new());
    let here: Vec<_> = here.into_iter().map(|one| one.document).collect();
    let came = arrive(contents, &here, &BTreeMap::new());
    assert!(came.iter().all(|one| one.arrival == Arrival::Here), "it does not find itself");
}
