//! The built program: what it prints and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const GOOD: &str = r#"{"version":"7.3","screens":[{"id":"LAST","title":"Title","terminal":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"Footer","label":"Go","on-click-action":{"name":"complete","payload":{}}}]}}]}"#;

fn waymark(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_waymark")).args(arguments).output().unwrap()
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn checked(files: &[&str]) -> (i32, Vec<Value>, String) {
    let mut arguments = vec!["check", "--format", "json"];
    arguments.extend(files);
    let output = waymark(&arguments);
    let reports = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), reports, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_form_that_meta_takes_is_clean() {
    let folder = tempfile::tempdir().unwrap();
    let good = file(folder.path(), "good.json", GOOD.as_bytes());
    let (code, reports, errors) = checked(&[&good]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let expected = serde_json::json!([
        {"file": good, "kind": "flow", "version": "7.3", "valid": true, "diagnostics": []}
    ]);
    assert_eq!(Value::from(reports), expected);
}

#[test]
fn a_message_template_is_checked_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let template = r#"{"name":"order_ready","language":"en","category":"UTILITY","components":[
        {"type":"BODY","text":"Hello {{1}}, your order is ready now","example":{"body_text":[["Anna"]]}}]}"#;
    let good = file(folder.path(), "good.json", template.as_bytes());
    let (code, reports, errors) = checked(&[&good]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let expected = serde_json::json!([
        {"file": good, "kind": "template", "version": null, "valid": true, "diagnostics": []}
    ]);
    assert_eq!(Value::from(reports), expected);
    let bad = file(folder.path(), "bad.json", template.replace("Hello {{1}}", "{{1}}").as_bytes());
    let (code, reports, _) = checked(&[&bad]);
    let finding = &reports[0]["diagnostics"][0];
    assert_eq!((code, &finding["rule"]), (1, &Value::from("template-variable-at-edge")));
    assert_eq!((&finding["meta_code"], &finding["path"]), (&"2388299".into(), &"components[0].text".into()));
}

#[test]
fn every_finding_says_where_and_what_as_meta_does() {
    let folder = tempfile::tempdir().unwrap();
    let bad = GOOD.replace(r#""name":"complete""#, r#""name":"open_url""#);
    let bad = file(folder.path(), "bad.json", bad.as_bytes());
    let (code, reports, _) = checked(&[&bad]);
    assert_eq!(code, 1);
    assert_eq!(reports[0]["valid"], false);
    let found = reports[0]["diagnostics"].as_array().unwrap();
    let finding = found.iter().find(|finding| finding["rule"] == "not-a-choice").unwrap();
    let mut members: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
    members.sort_unstable();
    assert_eq!(
        members,
        [
            "column_end",
            "column_start",
            "fixes",
            "headline",
            "line_end",
            "line_start",
            "message",
            "meta_code",
            "path",
            "pointer",
            "rule",
            "severity"
        ]
    );
    assert_eq!(finding["meta_code"], "INVALID_ENUM_VALUE");
    assert_eq!(finding["severity"], "blocked");
    assert_eq!(finding["path"], "screens[0].layout.children[0]['on-click-action'].name");
    assert_eq!(finding["pointer"], "/screens/0/layout/children/0/on-click-action/name");
    assert_eq!(finding["message"], "Value should be one of: [data_exchange, navigate, complete].");
    let (start, end) = (finding["column_start"].as_u64().unwrap(), finding["column_end"].as_u64().unwrap());
    assert_eq!((finding["line_start"].as_u64(), end - start), (Some(1), "\"open_url\"".len() as u64));
}

#[test]
fn several_files_give_several_reports_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let one = file(folder.path(), "one.json", GOOD.as_bytes());
    let two = file(folder.path(), "two.json", b"[]");
    let (code, reports, errors) = checked(&[&two, &one, "no-such-file.json"]);
    assert_eq!(code, 2);
    assert_eq!((reports.len(), &reports[0]["valid"], &reports[1]["valid"]), (2, &false.into(), &true.into()));
    assert!(errors.contains("no-such-file.json cannot be read"), "{errors}");
}

#[test]
fn bad_input_ends_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(10 * 1024 * 1024));
    let cases: [(&str, Vec<u8>, &str, &str); 10] = [
        ("not-json", b"hello".to_vec(), "not-json", "Unexpected token 'h', \"hello\" is not valid JSON"),
        ("half", GOOD.as_bytes()[..60].to_vec(), "not-json", "Unterminated string in JSON at position 60"),
        ("empty", Vec::new(), "not-json", "Unexpected end of JSON input"),
        ("large", large.into_bytes(), "too-large", "exceeds the maximum size by 8 bytes"),
        ("deep", "[".repeat(1000).into_bytes(), "not-json", "512 deep at most"),
        ("list", b"[1, 2]".to_vec(), "not-an-object", "JSON is not an object"),
        ("no-version", b"{}".to_vec(), "missing-version", "Flow JSON version is not specified."),
        (
            "version",
            br#"{"version":"9.9"}"#.to_vec(),
            "unsupported-version",
            "Given Flow JSON version is not supported.",
        ),
        (
            "component",
            GOOD.replace("Footer", "Feet").into_bytes(),
            "unknown-component",
            "Invalid value found for property 'type'.",
        ),
        (
            "number",
            GOOD.replace("\"Go\"", "1e999").into_bytes(),
            "wrong-type",
            "Expected property 'label' to be of type 'string' but found 'number'.",
        ),
    ];
    for (name, bytes, rule, message) in cases {
        let path = file(folder.path(), name, &bytes);
        let (code, reports, _) = checked(&[&path]);
        assert_eq!(code, 1, "{name}");
        let finding = &reports[0]["diagnostics"][0];
        assert_eq!(finding["rule"], rule, "{name}");
        let said = finding["message"].as_str().unwrap();
        assert!(said.contains(message), "{name}: {said}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name} was changed");
    }
}

#[test]
fn odd_but_readable_files_are_told_about() {
    let folder = tempfile::tempdir().unwrap();
    let rules = |text: String| -> (i32, Vec<String>) {
        let path = file(folder.path(), "odd.json", text.as_bytes());
        let (code, reports, _) = checked(&[&path]);
        let found = reports[0]["diagnostics"].as_array().unwrap();
        (code, found.iter().map(|f| f["rule"].as_str().unwrap().to_owned()).collect())
    };
    assert_eq!(rules(format!("\u{feff}{GOOD}")), (0, vec!["byte-order-mark".to_owned()]));
    let doubled = GOOD.replace("\"label\":\"Go\"", "\"label\":\"Stop\",\"label\":\"Go\"");
    assert_eq!(rules(doubled), (0, vec!["duplicate-key".to_owned()]));
    let action = |target: &str| {
        format!(
            r#"{{"type":"Footer","label":"Go","on-click-action":{{"name":"navigate","next":{{"type":"screen","name":"{target}"}},"payload":{{}}}}}}"#
        )
    };
    let screen = |id: &str, to: &str| {
        format!(
            r#"{{"id":"{id}","title":"T","layout":{{"type":"SingleColumnLayout","children":[{}]}}}}"#,
            action(to)
        )
    };
    let flow = |screens: &[String]| format!(r#"{{"version":"7.3","screens":[{}]}}"#, screens.join(","));
    let (_, found) = rules(flow(&[screen("A", "A")]));
    assert!(found.contains(&"navigate-to-itself".to_owned()), "{found:?}");
    let (_, found) = rules(flow(&[screen("A", "B"), screen("B", "C"), screen("C", "A")]));
    assert!(found.contains(&"no-entry-screen".to_owned()), "{found:?}");
}

#[test]
fn a_file_that_is_not_text_is_refused_with_its_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "latin.json", b"{\"version\":\"\xff\"}");
    let (code, reports, errors) = checked(&[&path]);
    assert_eq!((code, reports.len()), (2, 0));
    assert!(errors.contains("is not UTF-8 text (byte 12)"), "{errors}");
}

#[test]
fn people_read_sentences_and_code_hosts_sarif() {
    let folder = tempfile::tempdir().unwrap();
    let bad = file(folder.path(), "bad.json", GOOD.replace("\"Go\"", "\"\"").as_bytes());
    let output = waymark(&["check", &bad]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(": blocked: 'Label' is empty; write something [empty-text]"), "{text}");
    assert!(text.contains("Meta would refuse it"), "{text}");
    let output = waymark(&["check", "--format", "sarif", &bad]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&log["version"], &log["runs"][0]["columnKind"]), (&"2.1.0".into(), &"utf16CodeUnits".into()));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let declared = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        assert!(declared.iter().any(|rule| rule["id"] == result["ruleId"]));
        assert_eq!(
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            Value::from(bad.as_str())
        );
    }
}

#[test]
fn a_rule_is_explained_and_an_unknown_one_is_not() {
    let output = waymark(&["explain", "no-entry-screen"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    for part in ["no-entry-screen (blocked)", "INVALID_ROUTING_MODEL", "\nWhy\n", "\nExample\n", "\nFix\n"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let output = waymark(&["explain", "entry"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-entry-screen"));
    assert_eq!(waymark(&["check"]).status.code(), Some(2));
    assert_eq!(waymark(&["frobnicate"]).status.code(), Some(2));
}

#[test]
fn formatting_changes_white_space_only() {
    let folder = tempfile::tempdir().unwrap();
    let text = "\u{feff}{\"a\":1.0,\r\n\"a\" : [ ],\"b\":{\"c\":\"\\u00e9\"}}";
    let path = file(folder.path(), "a.json", text.as_bytes());
    assert_eq!(waymark(&["fmt", "--check", &path]).status.code(), Some(1));
    assert_eq!(std::fs::read(&path).unwrap(), text.as_bytes());
    assert_eq!(waymark(&["fmt", &path]).status.code(), Some(0));
    let formatted = "{\n  \"a\": 1.0,\n  \"a\": [],\n  \"b\": {\n    \"c\": \"\\u00e9\"\n  }\n}\n";
    assert_eq!(std::fs::read_to_string(&path).unwrap(), formatted);
    assert_eq!(waymark(&["fmt", "--check", &path]).status.code(), Some(0));
    let broken = file(folder.path(), "b.json", b"{\"a\":");
    let output = waymark(&["fmt", &broken]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is not JSON (line 1, column 6)"));
    assert_eq!(std::fs::read(&broken).unwrap(), b"{\"a\":");
    let mut child = Command::new(env!("CARGO_BIN_EXE_waymark"))
        .args(["fmt", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"[1]").unwrap();
    assert_eq!(child.wait_with_output().unwrap().stdout, b"[\n  1\n]\n");
}

#[test]
fn real_flows_are_taken_as_meta_takes_them_and_stay_untouched() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/conformance/real-flows");
    let index: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(folder.join("index.json")).unwrap()).unwrap();
    let paths: Vec<PathBuf> = index.iter().map(|e| folder.join(e["file"].as_str().unwrap())).collect();
    let before: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let names: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let (_, reports, _) = checked(&names);
    for (entry, report) in index.iter().zip(&reports) {
        assert_eq!(entry["valid"], report["valid"], "{}", entry["file"]);
    }
    let after: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn a_form_is_moved_to_a_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    let old = GOOD.replace("7.3", "5.1");
    let path = file(folder.path(), "old.json", old.as_bytes());
    let output = waymark(&["migrate", &path, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let migration: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&migration["from"], &migration["to"]), (&"5.1".into(), &"7.3".into()));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), old, "nothing is written unasked");

    assert_eq!(waymark(&["migrate", &path, "--write"]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), GOOD);

    // as new already, and a version in which nothing can be published
    for arguments in [vec!["migrate", &path], vec!["migrate", &path, "--to", "4.0"]] {
        let output = waymark(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

const JOURNEY: &str = r#"{"journey":1,"settings":{"language":"en"},"nodes":[
    {"id":"hi","kind":"keyword","title":"Hi","words":["hi"],"to":{"next":"hello"}},
    {"id":"hello","kind":"send","title":"Hello","messages":[{"type":"text","text":{"body":"Hello {{first_name}}!"}}],"to":{"next":"later"}},
    {"id":"later","kind":"wait","title":"Later","for":"HOURS","to":{"next":"more"}},
    {"id":"more","kind":"send","title":"More","messages":[{"type":"text","text":{"body":"Still there?"}}]}]}"#;

#[test]
fn a_journey_is_played_and_what_is_not_let_out_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let early = file(folder.path(), "early.json", JOURNEY.replace("HOURS", "23h 59m").as_bytes());
    let output = waymark(&["simulate", &early, "--persona", "never"]);
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{out}");
    assert!(
        out.contains("wrote: hi\nsent hello: Hello Ana!\nat 2026-01-06T09:59:00Z\nsent more: Still there?"),
        "{out}"
    );

    let late = file(folder.path(), "late.json", JOURNEY.replace("HOURS", "24h").as_bytes());
    let output = waymark(&["simulate", &late, "--persona", "never"]);
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(
        out.contains("'more' was not let out: the 24 hours after their last message were over."),
        "{out}"
    );

    let berlin = ["--zone", "Europe/Berlin"];
    let output =
        waymark(&[["simulate", &late, "--format", "json", "--until", "1h"].as_slice(), &berlin].concat());
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (output.status.code(), &told["journey"], &told["start"]),
        (Some(0), &"late".into(), &"hi".into())
    );
    assert!(told["transcript"]["entries"].as_array().unwrap().iter().any(|entry| entry["what"] == "sent"));

    for (arguments, sentence) in [
        (vec!["simulate", &late, "--start", "bye"], "'late' has no start 'bye'; it has 'hi'"),
        (vec!["simulate", &late, "--until", "soon"], "'soon' is no length of time"),
        (vec!["simulate", &late, "--zone", "Europe/Berln"], "'Europe/Berln' is no time zone"),
    ] {
        let output = waymark(&arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.contains(sentence), "{errors}");
    }
    let flow = file(folder.path(), "flow.json", GOOD.as_bytes());
    let errors = String::from_utf8(waymark(&["simulate", &flow]).stderr).unwrap();
    assert!(errors.contains("is neither a journey nor a template"), "{errors}");
}
