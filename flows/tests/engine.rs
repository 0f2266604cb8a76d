//! The engine and the simulation keep what the docs of `flows::engine` promise: cases as data in `tests/engine`, and what
//! holds whatever happens.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

#[path = "engine/budget.rs"]
mod budget;
#[path = "engine/personas.rs"]
mod personas;
#[path = "engine/project.rs"]
mod project;
#[path = "engine/random.rs"]
mod random;

use flows::simulate::{Case, check, play, seen};
use serde_json::Value;

/// Cases write moments as people read them.
fn moments(case: &mut Value) {
    fn moment(value: &mut Value) {
        if let Some(text) = value.as_str() {
            *value = text.parse::<jiff::Timestamp>().unwrap().as_millisecond().into();
        }
    }
    moment(&mut case["until"]);
    let script = &mut case["script"];
    if let Some(person) = script["person"].as_object_mut() {
        for name in ["last_inbound", "ad_entry"] {
            person.get_mut(name).map(moment);
        }
        for sent in person.get_mut("marketing").and_then(Value::as_array_mut).into_iter().flatten() {
            moment(sent);
        }
    } else {
        script["person"] = Value::Object(serde_json::Map::new());
    }
    for event in script["events"].as_array_mut().unwrap() {
        moment(&mut event[0]);
    }
}

#[test]
fn every_case_comes_out_as_the_contract_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/engine");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in files {
        let groups: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        for group in groups {
            let project = project::read(&group);
            for case in group["cases"].as_array().unwrap() {
                let mut case = case.clone();
                moments(&mut case);
                let case: Case = serde_json::from_value(case).unwrap();
                count += 1;
                let differences = check(&project, &case);
                if !differences.is_empty() {
                    let lines = seen(&play(&project, &case.script, case.until)).join("\n    ");
                    wrong.push(format!("{}\n  {differences:#?}\n    {lines}", case.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 100, "{count}");
}
