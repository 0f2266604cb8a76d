use serde::Deserialize;
use serde_json::{Value, json};

use super::{Body, kinds};
use crate::journey::Journey;
use crate::json::Tree;

#[derive(Deserialize)]
struct Kind {
    example: Value,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    is: String,
    node: Value,
    /// Names of its outputs.
    outputs: Option<Vec<String>>,
    /// Where it is wrong: a pointer into the node.
    #[serde(default)]
    at: String,
    /// A part of the sentence that says what is wrong.
    wrong: Option<String>,
}

fn read(kind: &str, members: &Value) -> Journey {
    let mut node = json!({"id": "it", "kind": kind, "title": "It"});
    node.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    Journey::read(&Tree::parse(json!({"journey": 1, "nodes": [node]}).to_string()))
}

#[test]
fn every_kind_reads_its_example_and_writes_it_back() {
    for kind in kinds() {
        let data: Kind = serde_json::from_str(kind.data).unwrap();
        let kind = kind.name;
        let journey = read(kind, &data.example);
        assert_eq!(journey.unread, [], "{kind}");
        let body = &journey.nodes[0].body;
        assert_eq!(body.kind(), kind);
        let written = serde_json::to_value(body).unwrap();
        for (name, value) in data.example.as_object().unwrap() {
            assert_eq!(written.get(name), Some(value), "{kind}: {name}");
        }
    }
}

#[test]
fn every_case_of_every_kind_comes_out_as_it_says() {
    for kind in kinds() {
        let data: Kind = serde_json::from_str(kind.data).unwrap();
        let kind = kind.name;
        for case in data.cases {
            let journey = read(kind, &case.node);
            let body = &journey.nodes[0].body;
            if let Some(outputs) = case.outputs {
                let names: Vec<String> = body.outputs().into_iter().map(|output| output.name).collect();
                assert_eq!(names, outputs, "{kind}: {}", case.is);
            }
            let Some(wrong) = case.wrong else {
                assert_eq!(journey.unread, [], "{kind}: {}", case.is);
                continue;
            };
            assert!(matches!(body, Body::Sealed(_)), "{kind}: {}", case.is);
            let found = &journey.unread[0];
            assert_eq!(found.at.0, format!("/nodes/0{}", case.at), "{kind}: {}", case.is);
            assert!(found.why.contains(&wrong), "{kind}: {}: {}", case.is, found.why);
        }
    }
}
