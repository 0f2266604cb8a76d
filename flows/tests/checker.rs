//! Checking again after an edit gives what checking anew gives.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use flows::check::{Checker, check};
use flows::json::{Node, Tree, edits};
use proptest::prelude::*;
use serde_json::{Value, json};

fn starters() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance/real-flows");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| !path.ends_with("index.json"));
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn all_nodes<'t>(node: Node<'t>, out: &mut Vec<Node<'t>>) {
    out.push(node);
    for inner in node.items() {
        all_nodes(inner, out);
    }
    for member in node.members() {
        all_nodes(member.value, out);
    }
}

/// Values that turn up in Flows, right and wrong ones.
fn value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(7),
        json!(""),
        json!("x"),
        json!("SECOND"),
        json!("${data.x}"),
        json!("${form.name}"),
        json!("`${data.n} + 1`"),
        json!([]),
        json!({}),
        json!("navigate"),
        json!("Footer"),
        json!({"type": "TextBody", "text": "Hello"}),
        json!({"type": "TextInput", "name": "name", "label": "Name"}),
        json!({"x": {"type": "string", "__example__": "x"}}),
        json!({"name": "navigate", "next": {"type": "screen", "name": "SECOND"}, "payload": {"x": 1}}),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_recheck_equals_a_full_check(
        which in any::<prop::sample::Index>(),
        steps in prop::collection::vec((any::<prop::sample::Index>(), 0u8..4, value()), 1..8)
    ) {
        let starters = starters();
        let mut tree = Tree::parse(starters[which.index(starters.len())].as_str());
        let mut checker = Checker::default();
        prop_assert_eq!(checker.check(&tree), check(&tree));
        for (pick, kind, value) in steps {
            let changes = {
                let mut nodes = Vec::new();
                all_nodes(tree.root(), &mut nodes);
                let node = nodes[pick.index(nodes.len())];
                match (kind, node.items().count()) {
                    (0, 1..) => edits::remove_items(node, &[0]).unwrap(),
                    (1, 1..) => edits::insert_item(node, 0, &node.item(0).unwrap().to_value()).unwrap(),
                    (2, _) => edits::set_member(node, "text", &value).unwrap_or_default(),
                    // The root stays what it is, so that there is something to look at.
                    _ if node.parent().is_some() => edits::replace_value(node, &value),
                    _ => Vec::new(),
                }
            };
            tree.apply(&changes);
            prop_assert_eq!(checker.check(&tree), check(&tree));
        }
    }
}

#[test]
fn findings_move_with_their_screen() {
    let screen = |id: &str, label: &str| {
        json!({"id": id, "title": "T", "terminal": true, "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextBody", "text": "${data.missing}"},
            {"type": "Footer", "label": label, "on-click-action": {"name": "complete", "payload": {}}}
        ]}})
    };
    let flow = json!({"version": "7.3", "screens": [screen("A", "Go"), screen("B", "Go")]});
    let mut tree = Tree::parse(serde_json::to_string_pretty(&flow).unwrap());
    let mut checker = Checker::default();
    let before = checker.check(&tree);
    let label = flows::json::Pointer("/screens/0/layout/children/1/label".to_owned());
    let changes = edits::replace_value(tree.at(&label).unwrap(), &json!("Go on\nand on"));
    tree.apply(&changes);
    let after = checker.check(&tree);
    assert_eq!(after, check(&tree));
    let lines =
        |list: &[flows::check::Diagnostic]| list.iter().map(|d| d.place.lines.line_start).collect::<Vec<_>>();
    assert_eq!(lines(&before), lines(&after));
}
