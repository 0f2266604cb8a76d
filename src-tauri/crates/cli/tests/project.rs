//! The built program on whole projects: folders and zipped files.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flows::check::DocumentKind;
use flows::gallery;
use flows::json::Pointer;
use flows::project::{Contents, ProjectDocument, write};
use serde_json::{Value, json};
use store::project::{write_folder, write_zip};
use tempfile::TempDir;

const JOURNEY: &str = "Salon: from hello to the next visit";

fn waymark(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_waymark")).args(arguments).output().unwrap()
}

fn document(kind: DocumentKind, name: &str, text: &str) -> ProjectDocument {
    ProjectDocument {
        kind,
        name: name.to_owned(),
        text: text.to_owned(),
        places: BTreeMap::new(),
        notes: BTreeMap::new(),
    }
}

/// The salon of the gallery with its tests, its Flow and every template of the gallery.
fn salon() -> Contents {
    let starters = gallery::journey_starters();
    let salon = starters.iter().find(|starter| starter.id == "salon").unwrap();
    let (_, text) = salon.sources().find(|(tag, _)| *tag == "en").unwrap();
    let mut journey = document(DocumentKind::Journey, JOURNEY, text);
    for (number, case) in salon.tests.iter().enumerate() {
        let mut note = serde_json::to_value(case).unwrap();
        // Kept in the gallery under the starter's own name.
        let said = note.to_string().replace("ended salon:", &format!("ended {JOURNEY}:"));
        note = serde_json::from_str(
            &said.replace("\"journey\":\"salon\"", &format!("\"journey\":\"{JOURNEY}\"")),
        )
        .unwrap();
        journey.notes.insert(Pointer(format!("/tests/{}", number + 1)), note);
    }
    let flow = gallery::starter("salon-booking").unwrap().source("en").unwrap();
    let mut documents = vec![journey, document(DocumentKind::Flow, "salon-booking", flow)];
    let templates = gallery::template_starters();
    documents.extend(templates.iter().map(|it| document(DocumentKind::Template, it.id, it.source("en"))));
    Contents { name: "Salon".to_owned(), documents, ..Contents::default() }
}

/// The project as a folder and zipped.
fn saved(contents: &Contents) -> (TempDir, [PathBuf; 2]) {
    let place = tempfile::tempdir().unwrap();
    let paths = [place.path().join("salon"), place.path().join("salon.waymark")];
    let files = write(contents).unwrap();
    write_folder(&paths[0], &files).unwrap();
    write_zip(&paths[1], &files).unwrap();
    (place, paths)
}

fn checked(path: &Path) -> (i32, Vec<Value>, String) {
    let output = waymark(&["check", "--format", "json", path.to_str().unwrap()]);
    let reports = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), reports, String::from_utf8(output.stderr).unwrap())
}

fn rules(reports: &[Value], kind: &str) -> Vec<String> {
    let of_kind = reports.iter().filter(|report| report["kind"] == kind);
    let found = of_kind.flat_map(|report| report["diagnostics"].as_array().unwrap());
    found.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_project_is_checked_as_a_whole_wherever_it_lies() {
    let (_place, paths) = saved(&salon());
    for path in &paths {
        let (code, reports, errors) = checked(path);
        let missing = |line: &str| line.contains("which is not in the folder media");
        assert!(errors.lines().all(missing), "{errors}");
        let advice = ["journey-us-numbers", "journey-us-numbers"].map(str::to_owned).to_vec();
        assert_eq!((code, rules(&reports, "journey")), (0, advice), "{}", path.display());
        assert_eq!(reports.len(), salon().documents.len());
        let journey = path.join("journeys").join("Salon- from hello to the next visit.json");
        assert_eq!(reports[0]["file"], journey.to_str().unwrap());
    }
    let output = waymark(&["check", paths[0].to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("next visit.json: it can be published (0 blocked"), "{text}");
    assert!(text.contains("salon-booking.json: Meta would take it (0 blocked"), "{text}");
}

#[test]
fn what_a_journey_needs_and_the_project_has_not_is_found() {
    let mut contents = salon();
    contents.documents.retain(|document| document.kind == DocumentKind::Journey);
    let (_place, paths) = saved(&contents);
    for path in &paths {
        let (code, reports, _) = checked(path);
        let found = rules(&reports, "journey");
        assert_eq!(code, 1, "{found:?}");
        for rule in ["journey-template-unknown", "journey-elsewhere-missing"] {
            assert!(found.iter().any(|found| found == rule), "{rule} in {found:?}");
        }
    }
    // alone nothing is said of what lies beside it
    let file = paths[0].join("journeys").join("Salon- from hello to the next visit.json");
    let (code, reports, _) = checked(&file);
    assert_eq!((code, rules(&reports, "journey")), (0, Vec::new()));
}

#[test]
fn a_journey_of_a_project_is_played() {
    let (_place, paths) = saved(&salon());
    for path in &paths {
        let path = path.to_str().unwrap();
        let output =
            waymark(&["simulate", path, "--persona", "at-once", "--until", "4d", "--format", "json"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((output.status.code(), told["journey"].as_str()), (Some(0), Some(JOURNEY)));
        let output = waymark(&["simulate", path, "--journey", "Another"]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(errors.contains(&format!("there is no journey 'Another'; there is '{JOURNEY}'")), "{errors}");
    }
    let mut two = salon();
    two.documents.insert(1, document(DocumentKind::Journey, "Other", "{ \"journey\": 1 }"));
    let (_place, paths) = saved(&two);
    let output = waymark(&["simulate", paths[0].to_str().unwrap()]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("say which journey with --journey"), "{errors}");
    let output = waymark(&["simulate", paths[0].to_str().unwrap(), "--journey", JOURNEY]);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn kept_tests_are_played_and_a_difference_fails() {
    let (_place, paths) = saved(&salon());
    for path in &paths {
        let output = waymark(&["test", path.to_str().unwrap()]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{text}");
        assert!(text.contains(&format!("passed: {JOURNEY} - Books from the mirror")), "{text}");
    }
    let file = paths[0].join("journeys").join("Salon- from hello to the next visit.json");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace("Book a time", "Book me in").replace("this is Salon Amber", "here is Amber"),
    )
    .unwrap();
    let output = waymark(&["test", paths[0].to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.contains("failed: ") && text.contains("Instead of \"sent welcome: Hello Ana, this is"),
        "{text}"
    );
    let output = waymark(&["test", "--format", "json", paths[0].to_str().unwrap()]);
    let outcomes: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        outcomes
            .iter()
            .any(|outcome| outcome["passed"] == false && outcome["differences"][0]["wanted"].is_string())
    );
    let output = waymark(&["test", paths[1].to_str().unwrap(), "--journey", "Another"]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains(&format!("there is no journey 'Another'; there is '{JOURNEY}'")), "{errors}");
    let nothing = saved(&Contents { name: "Nothing".to_owned(), ..Contents::default() });
    let output = waymark(&["test", nothing.1[1].to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "No tests are kept here.\n");
}

#[test]
fn tests_are_judged_as_the_app_judges_them() {
    let mut contents = salon();
    contents.documents[0].name = "Visits".to_owned();
    for note in contents.documents[0].notes.values_mut() {
        note["script"]["person"]["country"] = "MX".into();
        note["checks"] = json!([{ "cost_under": { "amount": "100", "currency": "USD" } }]);
    }
    let (_place, paths) = saved(&contents);
    let output = waymark(&["test", paths[0].to_str().unwrap(), "--journey", "Visits"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
}

#[test]
fn what_is_no_project_ends_in_a_sentence() {
    let place = tempfile::tempdir().unwrap();
    let empty = place.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    let torn = place.path().join("torn.waymark");
    let (_other, paths) = saved(&salon());
    let whole = std::fs::read(&paths[1]).unwrap();
    std::fs::write(&torn, &whole[..whole.len() / 2]).unwrap();
    let newer = place.path().join("newer");
    std::fs::create_dir(&newer).unwrap();
    std::fs::write(newer.join("project.json"), r#"{ "format": "waymark-project", "version": 2 }"#).unwrap();
    let gone = place.path().join("gone.waymark");
    for (path, part) in [
        (&empty, "it has no project.json"),
        (&torn, "is damaged or cut off"),
        (&newer, "saved by a newer Waymark"),
        (&gone, "gone.waymark"),
    ] {
        for command in ["check", "simulate", "test"] {
            let output = waymark(&[command, path.to_str().unwrap()]);
            let errors = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{command}: {errors}");
            assert!(errors.contains(part), "{command}: {errors}");
        }
    }
}

#[test]
fn findings_of_a_project_have_places_for_code_hosts() {
    let mut contents = salon();
    contents.documents[1].text = "{".to_owned();
    let (_place, paths) = saved(&contents);
    let output = waymark(&["check", "--format", "sarif", paths[0].to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let uri =
        |result: &Value| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].to_string();
    let uris: Vec<String> = results.iter().map(uri).collect();
    for end in
        ["flows/salon-booking.json\"", "journeys/Salon-%20from%20hello%20to%20the%20next%20visit.json\""]
    {
        assert!(uris.iter().any(|uri| uri.ends_with(end)), "{uris:?}");
    }
}
