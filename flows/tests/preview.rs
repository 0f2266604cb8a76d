//! The phone: scripts of acts on Flows with what must show, and promises that hold for every Flow.
//!
//! A script is a file in `preview/`: `{about, flow, state?, steps: [{act?, expect}]}`. `expect` names what
//! must hold after the act; members that are not named may be anything. See [`Expect`].

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use flows::facts::ComponentKind;
use flows::json::Tree;
use flows::preview::{
    ItemKind, Outcome, PreviewAct, PreviewState, PreviewStep, ScreenView, act, at_rest, render,
};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    /// The fact that the script shows.
    about: String,
    flow: Value,
    #[serde(default)]
    state: PreviewState,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    act: Option<Value>,
    expect: Expect,
}

/// What must hold after a step.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    /// Part of the outcome.
    outcome: Option<Value>,
    /// The whole payload or request, as JSON.
    sent: Option<Value>,
    /// The payload or request to the letter.
    sent_text: Option<String>,
    /// Part of the screen.
    view: Option<Value>,
    /// The kinds of all items, top to bottom.
    kinds: Option<Vec<String>>,
    /// The words of all text items, top to bottom.
    texts: Option<Vec<String>>,
    /// Part of an item, by the name of its input or the end of its pointer.
    items: Option<BTreeMap<String, Value>>,
    /// Part of the state.
    state: Option<Value>,
}

/// Whether everything in `part` is in `whole`. Arrays have to be of one length.
fn covers(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, part)| covers(whole.get(key).unwrap_or(&Value::Null), part))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(whole, part)| covers(whole, part))
        }
        _ => whole == part,
    }
}

#[track_caller]
fn check_part(at: &str, what: &str, whole: &Value, part: &Value) {
    assert!(covers(whole, part), "{at}: {what}\nfound {whole:#}\nwanted {part:#}");
}

fn words(item: &Value) -> Option<String> {
    let blocks = item["kind"]["type"]
        .as_str()
        .filter(|kind| *kind == "Text")
        .and(item["kind"]["blocks"].as_array())?;
    let runs = blocks.iter().flat_map(|block| block["runs"].as_array().into_iter().flatten());
    Some(runs.filter_map(|run| run["text"].as_str()).collect())
}

fn named<'v>(items: &'v [Value], name: &str) -> Option<&'v Value> {
    items.iter().find(|item| {
        let kind = &item["kind"];
        let own = [
            &kind["field"],
            &kind["input"]["field"],
            &kind["inputs"][0]["field"],
            &kind["picker"]["field"],
            kind,
        ];
        own.iter().any(|field| field["name"] == name)
            || item["pointer"].as_str().is_some_and(|pointer| pointer.ends_with(name))
    })
}

#[track_caller]
fn check_expect(at: &str, expect: &Expect, step: &PreviewStep) {
    let outcome = serde_json::to_value(&step.outcome).unwrap();
    let view = serde_json::to_value(&step.view).unwrap();
    let items = view["items"].as_array().unwrap();
    if let Some(part) = &expect.outcome {
        check_part(at, "outcome", &outcome, part);
    }
    let sent = match &step.outcome {
        Outcome::Complete { payload, .. } => Some(payload),
        Outcome::DataExchange { request, .. } => Some(request),
        _ => None,
    };
    if let Some(wanted) = &expect.sent {
        let sent: Option<Value> = sent.map(|sent| serde_json::from_str(sent).unwrap());
        assert_eq!(sent.as_ref(), Some(wanted), "{at}: sent");
    }
    if let Some(wanted) = &expect.sent_text {
        assert_eq!(sent, Some(wanted), "{at}: sent");
    }
    if let Some(part) = &expect.view {
        check_part(at, "view", &view, part);
    }
    if let Some(kinds) = &expect.kinds {
        let found: Vec<_> = items.iter().map(|item| item["kind"]["type"].as_str().unwrap()).collect();
        assert_eq!(&found, kinds, "{at}: kinds");
    }
    if let Some(texts) = &expect.texts {
        let found: Vec<_> = items.iter().filter_map(words).collect();
        assert_eq!(&found, texts, "{at}: texts");
    }
    for (name, part) in expect.items.iter().flatten() {
        let item = named(items, name).unwrap_or_else(|| panic!("{at}: no item {name} in {view:#}"));
        check_part(at, name, item, part);
    }
    if let Some(part) = &expect.state {
        check_part(at, "state", &serde_json::to_value(&step.state).unwrap(), part);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn own(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

#[test]
fn every_script_shows_what_it_says() {
    let scripts = files(&own("tests/preview"));
    assert!(!scripts.is_empty());
    for path in scripts {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let script: Script = serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let tree = Tree::parse(serde_json::to_string_pretty(&script.flow).unwrap());
        let mut state = script.state;
        for (index, step) in script.steps.iter().enumerate() {
            let at = format!("{name} ({}), step {index}", script.about);
            let done = match &step.act {
                None => PreviewStep { view: render(&tree, &state), state, outcome: Outcome::Stay },
                Some(done) => {
                    let done: PreviewAct =
                        serde_json::from_value(done.clone()).unwrap_or_else(|error| panic!("{at}: {error}"));
                    act(&tree, &state, &done)
                }
            };
            check_expect(&at, &step.expect, &done);
            assert_eq!(render(&tree, &done.state), done.view, "{at}: the view is the state's");
            state = done.state;
        }
    }
}

/// Real Flows and the gallery.
static REAL_FLOWS: LazyLock<Vec<(String, Tree)>> = LazyLock::new(|| {
    let mut paths = files(&own("../../shared/conformance/real-flows"));
    // Templates and journeys lie a folder deeper
    paths.extend(
        files(&own("gallery")).iter().flat_map(|starter| files(starter)).filter(|path| path.is_file()),
    );
    paths
        .into_iter()
        .filter(|path| !path.ends_with("index.json") && !path.ends_with("starter.json"))
        .map(|path| (path.display().to_string(), Tree::parse(fs::read_to_string(&path).unwrap())))
        .collect()
});

#[test]
fn every_screen_of_every_real_flow_shows() {
    assert!(REAL_FLOWS.len() > 30);
    for (name, tree) in REAL_FLOWS.iter() {
        let screens = tree.root().get("screens").map_or(0, |screens| screens.items().count());
        let shown = at_rest(tree, &[]);
        assert_eq!(shown.len(), screens, "{name}");
        for view in &shown {
            // One of the real Flows has nothing on its only screen.
            let blank = view.items.is_empty() && view.footer.is_none();
            assert_eq!(blank, name.ends_with("194.json"), "{name}: {}", view.key);
            // One of the real Flows has a component that Meta does not know.
            let sealed = view.items.iter().any(|item| matches!(item.kind, ItemKind::Sealed { .. }));
            assert_eq!(sealed, name.ends_with("193.json"), "{name}: {}", view.key);
            assert_eq!(at_rest(tree, std::slice::from_ref(&view.key)), std::slice::from_ref(view), "{name}");
        }
    }
}

#[test]
fn every_branch_of_every_real_flow_can_be_looked_at() {
    let mut seen = 0;
    for (name, tree) in REAL_FLOWS.iter() {
        for rest in at_rest(tree, &[]) {
            let mut branches: Vec<_> = rest.forks.iter().flat_map(|fork| fork.branches.clone()).collect();
            while let Some(branch) = branches.pop() {
                let state = PreviewState {
                    current: rest.key.clone(),
                    revealed: vec![branch.clone()],
                    ..PreviewState::default()
                };
                let view = render(tree, &state);
                let fork = view.forks.iter().find(|fork| fork.branches.contains(&branch)).unwrap();
                assert_eq!(fork.shown.as_ref(), Some(&branch), "{name}");
                let places = fork.start as usize..(fork.start + fork.count) as usize;
                for (place, item) in view.items.iter().enumerate() {
                    let inside = item.pointer.0.starts_with(&format!("{}/", branch.0));
                    assert_eq!(inside, places.contains(&place), "{name}: {}", item.pointer.0);
                }
                let deeper = view.forks.iter().filter(|deep| {
                    deep.pointer.0.starts_with(&branch.0)
                        && !rest.forks.iter().any(|known| known.pointer == deep.pointer)
                });
                branches.extend(deeper.flat_map(|deep| deep.branches.clone()));
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn screens_have_the_keys_of_the_mirror_also_when_ids_are_double_or_missing() {
    let screen = |id: &str| json!({"id": id, "title": "T", "layout": {"children": [{"type": "TextBody", "text": id}]}});
    let flow = json!({"screens": [screen("A"), screen("B"), screen("A"), {"title": "T"}]});
    let tree = Tree::parse(flow.to_string());
    let shown: Vec<_> = at_rest(&tree, &[]).into_iter().map(|view| view.key).collect();
    assert_eq!(shown, ["#0", "B", "#2", "#3"]);
    let third = render(&tree, &PreviewState { current: "#2".into(), ..PreviewState::default() });
    assert_eq!((third.key.as_str(), third.items.len()), ("#2", 1));
}

#[test]
fn a_text_that_is_no_flow_shows_a_blank_screen() {
    for text in
        ["", "[]", "{\"screens\":", "{\"screens\":{}}", "{\"screens\":[]}", "{\"screens\":[1,null,{}]}"]
    {
        let tree = Tree::parse(text);
        let view = render(&tree, &PreviewState::default());
        assert!(view.items.is_empty() && view.footer.is_none(), "{text}");
        for done in [json!({"type": "back"}), json!({"type": "press", "pointer": "/screens/0", "item": null})]
        {
            let done = act(&tree, &PreviewState::default(), &serde_json::from_value(done).unwrap());
            assert!(matches!(done.outcome, Outcome::Close | Outcome::Stay), "{text}");
        }
    }
}

/// Acts that fit what shows, by number, so that random numbers get somewhere.
fn some_act(view: &ScreenView, pick: usize, value: &Value) -> PreviewAct {
    let view = serde_json::to_value(view).unwrap();
    let mut acts = vec![json!({"type": "back"}), json!({"type": "open", "exchange": value.is_null()})];
    for item in view["items"].as_array().unwrap() {
        let kind = &item["kind"];
        let name = [
            &kind["field"],
            &kind["input"]["field"],
            &kind["inputs"][0]["field"],
            &kind["picker"]["field"],
            kind,
        ]
        .into_iter()
        .find_map(|field| field["name"].as_str());
        acts.push(json!({"type": "press", "pointer": item["pointer"], "item": kind["rows"][0]["id"]}));
        let Some(name) = name else { continue };
        acts.push(json!({"type": "set_field", "name": name, "value": value}));
        acts.push(json!({"type": "blur", "name": name}));
        acts.push(json!({"type": "pick_file", "name": name, "file": {"name": "a.png", "size": 3000}}));
        acts.push(json!({"type": "remove_file", "name": name, "index": 0}));
        for choice in kind["choices"].as_array().into_iter().flatten().take(3) {
            acts.push(json!({"type": "select", "name": name, "option": choice["id"]}));
            acts.push(json!({"type": "unselect", "name": name, "option": choice["id"]}));
        }
    }
    if view["footer"].is_object() {
        let press = json!({"type": "press", "pointer": view["footer"]["pointer"], "item": null});
        acts.extend([press.clone(), press]);
    }
    if view["loading"] == true {
        acts.push(json!({"type": "endpoint_answer", "screen": null, "data": {"error_message": "No"}}));
        acts.push(json!({"type": "endpoint_answer", "screen": "SUCCESS", "data": {}}));
    }
    serde_json::from_value(acts[pick % acts.len()].clone()).unwrap()
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[a-z0-9@. -]{0,12}".prop_map(Value::from),
        Just(json!("2026-03-04")),
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        Just(json!({"start-date": "2026-03-04", "end-date": "2026-03-01"})),
        Just(json!(["0", "1"])),
    ]
}

const PROPERTIES: &[&str] = &[
    "text",
    "label",
    "description",
    "init-value",
    "init-values",
    "error-message",
    "error-messages",
    "data-source",
    "list-items",
    "images",
    "src",
    "condition",
    "value",
    "visible",
    "enabled",
    "required",
    "min-chars",
    "max-chars",
    "pattern",
    "input-type",
    "mode",
    "min-date",
    "max-date",
    "unavailable-dates",
    "include-days",
    "min-days",
    "min-selected-items",
    "max-selected-items",
    "title",
    "on-select-action",
    "on-click-action",
    "markdown",
    "font-weight",
    "helper-text",
];

/// JSON that looks like a Flow here and there, with components in wrong shapes and circles of values.
fn odd_flow() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!("${data.a}")),
        Just(json!("${data.a.b}")),
        Just(json!("${form.x}")),
        Just(json!("${screen.B.form.x}")),
        Just(json!("${screen.A.data.a}")),
        Just(json!("`${form.x} ${form.y}`")),
        Just(json!("`${form.x} > 1`")),
        Just(json!("(${form.x} == 'a') && ${data.b}")),
        Just(json!("iVBORw0KGgo=")),
        value(),
    ];
    let known = ComponentKind::ALL.map(ComponentKind::name);
    let kind = prop::sample::select([&known[..], &["Unknown"]].concat());
    let property = prop::sample::select(PROPERTIES);
    let option =
        (leaf.clone(), leaf.clone()).prop_map(|(id, title)| json!([{"id": id, "title": title}, {"id": "a"}]));
    let action = (prop::sample::select(vec!["navigate", "complete", "data_exchange", "update_data", "open_url"]), leaf.clone())
        .prop_map(|(name, value)| {
            json!({"name": name, "next": {"type": "screen", "name": "B"}, "url": value, "payload": {"a": value}})
        });
    let any_value = prop_oneof![4 => leaf, 2 => option, 2 => action];
    let plain =
        (kind, prop::sample::select(vec!["x", "y", "z"]), prop::collection::vec((property, any_value), 0..7))
            .prop_map(|(kind, name, properties)| {
                let mut component = json!({"type": kind, "name": name});
                for (key, value) in properties {
                    component[key] = value;
                }
                component
            });
    let component = plain.prop_recursive(3, 24, 4, |inner| {
        let list = prop::collection::vec(inner.clone(), 0..4);
        (inner, list).prop_map(|(mut component, list)| {
            for key in ["children", "then", "else"] {
                component[key] = json!(list);
            }
            component["cases"] = json!({"a": list, "default": list});
            component
        })
    });
    let screen = prop::collection::vec(component, 0..6);
    (screen.clone(), screen, prop::sample::select(vec!["4.0", "5.1", "7.3", "?"])).prop_map(
        |(a, b, version)| {
            let screen = |id: &str, children: Vec<Value>| {
                json!({"id": id, "title": "T", "refresh_on_back": true, "layout": {"children": children},
                   "data": {"a": {"type": "string", "__example__": {"b": "c"}}, "b": {"__example__": true}}})
            };
            json!({"version": version, "routing_model": {"A": ["B"], "B": ["A", "B", "C"]},
               "screens": [screen("A", a), screen("B", b), screen("A", Vec::new())]})
        },
    )
}

/// Does the acts one after the other, judging every step.
fn play(tree: &Tree, acts: &[(usize, Value)]) -> Result<(), TestCaseError> {
    let mut state = PreviewState::default();
    let mut view = render(tree, &state);
    for (pick, value) in acts {
        let done = some_act(&view, *pick, value);
        let step = act(tree, &state, &done);
        prop_assert_eq!(&render(tree, &step.state), &step.view);
        let again: PreviewState = serde_json::from_str(&serde_json::to_string(&step.state).unwrap()).unwrap();
        prop_assert_eq!(&again, &step.state);
        // Whatever happens on one screen, what was filled in on the others stays; opening begins anew.
        let opens = matches!(done, PreviewAct::Open { .. });
        for (key, known) in state.screens.iter().filter(|(key, _)| !opens && **key != view.key) {
            prop_assert_eq!(&step.state.screens[key].values, &known.values);
        }
        if let PreviewAct::Back = done {
            for (key, known) in &state.screens {
                prop_assert_eq!(&step.state.screens[key].values, &known.values);
            }
        }
        if let Outcome::Complete { payload, .. } = &step.outcome {
            prop_assert!(serde_json::from_str::<Value>(payload).unwrap().is_object());
        }
        (state, view) = (step.state, step.view);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_acts_on_real_flows_lose_nothing(
        which in any::<prop::sample::Index>(),
        acts in prop::collection::vec((any::<usize>(), value()), 1..40),
    ) {
        play(&which.get(&REAL_FLOWS).1, &acts)?;
    }

    #[test]
    fn random_acts_on_odd_flows_lose_nothing(
        flow in odd_flow(),
        acts in prop::collection::vec((any::<usize>(), value()), 1..20),
    ) {
        play(&Tree::parse(flow.to_string()), &acts)?;
    }

    #[test]
    fn a_value_that_was_typed_is_there_after_going_on_and_back(
        flow in odd_flow(),
        typed in "[a-z]{1,8}",
    ) {
        let mut flow = flow;
        let input = json!({"type": "TextInput", "name": "typed", "label": "L"});
        let link = json!({"type": "EmbeddedLink", "text": "Go", "on-click-action":
            {"name": "navigate", "next": {"type": "screen", "name": "B"}, "payload": {}}});
        flow["screens"][0]["layout"]["children"] = json!([input, link]);
        flow["screens"][1]["refresh_on_back"] = json!(false);
        let tree = Tree::parse(flow.to_string());
        let start = PreviewState { current: "#0".into(), ..PreviewState::default() };
        let set = PreviewAct::SetField { name: "typed".into(), value: typed.clone().into() };
        let there = act(&tree, &start, &set);
        let pointer = there.view.items[1].pointer.clone();
        let on = act(&tree, &there.state, &PreviewAct::Press { pointer, item: None });
        prop_assert_eq!(&on.outcome, &Outcome::Forward);
        let back = act(&tree, &on.state, &PreviewAct::Back);
        prop_assert_eq!(&back.view.key, "#0");
        prop_assert_eq!(&serde_json::to_value(&back.view).unwrap()["items"][0]["kind"]["value"], &json!(typed));
    }
}
