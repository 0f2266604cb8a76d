//! Promises of lossless JSON text.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use flows::json::{
    LineColumn, LineIndex, MetaStyle, Node, Pointer, Span, SyntaxErrorKind, TextEdit, Tree, apply_edits,
    edits,
};
use proptest::prelude::*;
use serde::Serialize as _;
use serde_json::{Map, Value, json};

#[derive(serde::Deserialize)]
struct SyntaxCase {
    text: String,
    message: String,
}

#[test]
fn syntax_errors_read_as_json_parse_says_them() {
    let cases: Vec<SyntaxCase> = serde_json::from_str(include_str!("json/syntax_errors.json")).unwrap();
    for case in cases {
        let tree = Tree::parse(case.text.clone());
        assert_eq!(tree.error().map(|e| e.message.as_str()), Some(case.message.as_str()), "{:?}", case.text);
        assert_eq!(tree.text(), case.text);
    }
}

#[test]
fn a_broken_text_keeps_what_stands_before() {
    let tree = Tree::parse(r#"{"version":"7.3","screens":[{"id":"A"},{"id":"#);
    assert_eq!(tree.root().to_value(), json!({"version": "7.3", "screens": [{"id": "A"}, {}]}));
}

#[test]
fn deep_nesting_is_refused_quickly_and_without_overflow() {
    for depth in [513, 1_000, 1_000_000] {
        let tree = Tree::parse("[".repeat(depth));
        assert_eq!(tree.error().map(|e| e.kind), Some(SyntaxErrorKind::TooDeep));
        let tree = Tree::parse("{\"a\":".repeat(depth));
        assert_eq!(tree.error().map(|e| e.kind), Some(SyntaxErrorKind::TooDeep));
    }
    let fits = format!("{}{}", "[".repeat(512), "]".repeat(512));
    assert_eq!(Tree::parse(fits).error(), None);
}

#[test]
fn a_text_over_the_limit_is_refused_unread() {
    let limit = flows::facts::limits().file_bytes as usize;
    let text = format!("\"{}\"", "a".repeat(limit - 1));
    let tree = Tree::parse(text.clone());
    assert_eq!(tree.error().map(|e| e.kind), Some(SyntaxErrorKind::TooLarge));
    assert_eq!(tree.text(), text);
    assert_eq!(Tree::parse(format!("\"{}\"", "a".repeat(limit - 2))).error(), None);
}

#[test]
fn odd_texts_are_kept_and_read() {
    let bom = Tree::parse("\u{feff}{\"a\":1}");
    assert_eq!((bom.error(), bom.root().to_value()), (None, json!({"a": 1})));
    let lone = Tree::parse(r#"["\ud83d", "\ud83d\ude00", "\ud83dx", "\u0000"]"#);
    assert_eq!(lone.root().to_value(), json!(["\u{fffd}", "😀", "\u{fffd}x", "\0"]));
    let doubles = Tree::parse(r#"{"a":1,"b":2,"a":3}"#);
    assert_eq!(doubles.root().members().count(), 3);
    assert_eq!(doubles.root().to_value(), json!({"a": 3, "b": 2}));
    let numbers =
        Tree::parse("[1e999, -1e999, 18446744073709551615, 1.5, -0, 123456789012345678901234567890]");
    assert!(numbers.root().to_value().is_array());
    assert_eq!(Tree::parse("[1\0]").error().map(|e| e.span), Some(Span::new(2, 3)));
}

#[test]
fn meta_paths_are_written_and_read_in_both_styles() {
    let text = r#"{"screens":[{"layout":{"children":[{"data-source":[1]}]}}]}"#;
    let tree = Tree::parse(text);
    let node = tree.at(&Pointer("/screens/0/layout/children/0/data-source/0".to_owned())).unwrap();
    let quoted = MetaStyle::Quoted.write(&node.steps());
    let dotted = MetaStyle::Dotted.write(&node.steps());
    assert_eq!(quoted, "screens[0].layout.children[0]['data-source'][0]");
    assert_eq!(dotted, "screens[0].layout.children[0].data-source[0]");
    for path in [quoted, dotted] {
        assert_eq!(Pointer::from_meta(&path), Some(node.pointer()));
    }
    assert_eq!(Pointer::from_meta(""), Some(Pointer::root()));
    for odd in ["[", "['a", "a..b", "a[x]", ".a", "a]"] {
        assert!(Pointer::from_meta(odd).is_none_or(|p| p.0 == "/a]"), "{odd}");
    }
}

#[test]
fn edits_follow_the_files_own_formatting() {
    let check = |before: &str, edit: &dyn Fn(Node<'_>) -> edits::Edits, after: &str| {
        let tree = Tree::parse(before);
        assert_eq!(apply_edits(before, &edit(tree.root()).unwrap()), after);
    };
    let set = |key: &'static str, value: Value| move |node: Node<'_>| edits::set_member(node, key, &value);
    check(
        "{\n\t\"a\": 1\n}",
        &set("b", json!({"c": [1]})),
        "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": [\n\t\t\t1\n\t\t]\n\t}\n}",
    );
    check("{\r\n  \"a\":1\r\n}", &set("b", json!([])), "{\r\n  \"a\":1,\r\n  \"b\":[]\r\n}");
    check(r#"{"a":1}"#, &set("b", json!({"c": 1, "d": 2})), r#"{"a":1,"b":{"c":1,"d":2}}"#);
    check(r#"{ "a": 1, "b": 2 }"#, &set("c", json!([1, 2])), r#"{ "a": 1, "b": 2, "c": [1, 2] }"#);
    check("{}", &set("a", json!(1)), "{\n  \"a\": 1\n}");
    check(
        "{\n  \"a\": {\"x\": 1}\n}",
        &set("b", json!({"y": 2})),
        "{\n  \"a\": {\"x\": 1},\n  \"b\": {\"y\": 2}\n}",
    );
    check(
        "{\n  \"a\": {\"x\": 1, \"z\": 2}\n}",
        &set("a", json!({"x": 1, "z": 3})),
        "{\n  \"a\": {\"x\": 1, \"z\": 3}\n}",
    );
    let remove = |key: &'static str| move |node: Node<'_>| edits::remove_member(node, key);
    check("{\n  \"a\": 1,\n  \"b\": 2\n}", &remove("b"), "{\n  \"a\": 1\n}");
    check("{\n  \"a\": 1,\n  \"b\": 2\n}", &remove("a"), "{\n  \"b\": 2\n}");
    check("{\n  \"a\": 1\n}", &remove("a"), "{}");
    check(r#"{"a":1,"b":2,"a":3}"#, &remove("a"), r#"{"b":2}"#);
    check("[\n  1,\n  2,\n  3\n]", &|node| edits::move_item(node, 0, node, 2), "[\n  2,\n  3,\n  1\n]");
    check("[1, 2, 3]", &|node| edits::move_item(node, 2, node, 0), "[3, 1, 2]");
    check(
        "{\n  \"a\": [\n    {\n      \"x\": 1\n    }\n  ],\n  \"b\": {\n    \"c\": []\n  }\n}",
        &|node| {
            let to = node.get("b").and_then(|b| b.get("c")).unwrap();
            edits::move_item(node.get("a").unwrap(), 0, to, 0)
        },
        "{\n  \"a\": [],\n  \"b\": {\n    \"c\": [\n      {\n        \"x\": 1\n      }\n    ]\n  }\n}",
    );
    check(
        "[\n  {\"a\": 1},\n  {\"a\": 2}\n]",
        &|node| edits::insert_item(node, 1, &json!({"a": 3})),
        "[\n  {\"a\": 1},\n  {\"a\": 3},\n  {\"a\": 2}\n]",
    );
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        (-1.0e6..1.0e6).prop_map(|n: f64| Value::from(n)),
        "[a-zé😀\n\"\\\\ ]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-e/~é]{0,2}", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The same value in different hands.
fn written(value: &Value, manner: u8) -> String {
    let pretty = || serde_json::to_string_pretty(value).unwrap();
    match manner % 5 {
        0 => value.to_string(),
        1 => pretty(),
        2 => pretty().replace('\n', "\r\n"),
        3 => tabbed(value) + "\n",
        _ => format!("\u{feff} {}", pretty().replace("\n ", "\n   ")),
    }
}

fn tabbed(value: &Value) -> String {
    let mut out = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b"\t");
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut out, formatter)).unwrap();
    String::from_utf8(out).unwrap()
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

/// One change, made on the text and on the plain value.
fn change(tree: &Tree, pick: usize, kind: u8, at: usize, new: &Value) -> (edits::Edits, Value) {
    let mut nodes = Vec::new();
    all_nodes(tree.root(), &mut nodes);
    let node = nodes[pick % nodes.len()];
    let mut plain = tree.root().to_value();
    let target = plain.pointer_mut(&node.pointer().0).unwrap();
    let result = match target {
        Value::Object(map) if kind.is_multiple_of(4) && !map.is_empty() => {
            let key = map.keys().nth(at % map.len()).unwrap().clone();
            map.shift_remove(&key);
            edits::remove_member(node, &key)
        }
        Value::Object(map) if kind % 4 == 1 => {
            map.insert("new".to_owned(), new.clone());
            edits::set_member(node, "new", new)
        }
        Value::Object(map) if kind % 4 == 2 && !map.is_empty() => {
            let key = map.keys().nth(at % map.len()).unwrap().clone();
            let value = map.shift_remove(&key).unwrap();
            map.insert("renamed".to_owned(), value);
            edits::rename_member(node, &key, "renamed")
        }
        Value::Array(items) if kind.is_multiple_of(4) && !items.is_empty() => {
            let gone: Vec<usize> = (0..items.len()).filter(|i| (at >> i) & 1 == 1).collect();
            let mut index = 0;
            items.retain(|_| {
                index += 1;
                !gone.contains(&(index - 1))
            });
            edits::remove_items(node, &gone)
        }
        Value::Array(items) if kind % 4 == 1 => {
            let index = at % (items.len() + 1);
            items.insert(index, new.clone());
            edits::insert_item(node, index, new)
        }
        Value::Array(items) if kind % 4 == 2 && !items.is_empty() => {
            let (from, to) = (at % items.len(), (at / 7) % items.len());
            let item = items.remove(from);
            items.insert(to, item);
            edits::move_item(node, from, node, to)
        }
        _ => {
            *target = new.clone();
            Ok(edits::replace_value(node, new))
        }
    };
    (result, plain)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_gives_exactly_the_value_and_touches_nothing_else(
        old in value(), new in value(), manner in any::<u8>(), pick in any::<usize>(), kind in any::<u8>(), at in any::<usize>()
    ) {
        let text = written(&old, manner);
        let mut tree = Tree::parse(text.clone());
        prop_assert_eq!(tree.root().to_value(), old);
        let (edits, expected) = change(&tree, pick, kind, at, &new);
        let edits = edits.unwrap();
        // Sorted, apart from each other, inside the text: all else is copied.
        let mut done = 0;
        for edit in &edits {
            prop_assert!(done <= edit.span.start && edit.span.start <= edit.span.end);
            done = edit.span.end;
        }
        let after = apply_edits(&text, &edits);
        let read = Tree::parse(after.clone());
        prop_assert_eq!(read.error(), None);
        prop_assert_eq!(read.root().to_value(), expected);
        tree.apply(&edits);
        prop_assert_eq!(same_tree(&tree, &read), Ok(()));
    }

    #[test]
    fn replacing_a_value_by_a_relative_of_it_is_exact(old in value(), other in value(), manner in any::<u8>(), pick in any::<usize>()) {
        // A relative: the same value with one part exchanged.
        let mut relative = old.clone();
        let tree = Tree::parse(written(&old, manner));
        let mut nodes = Vec::new();
        all_nodes(tree.root(), &mut nodes);
        *relative.pointer_mut(&nodes[pick % nodes.len()].pointer().0).unwrap() = other;
        let edits = edits::replace_value(tree.root(), &relative);
        prop_assert_eq!(Tree::parse(apply_edits(tree.text(), &edits)).root().to_value(), relative);
        prop_assert_eq!(edits::replace_value(tree.root(), &old), Vec::new());
    }

    #[test]
    fn typing_anything_anywhere_gives_the_tree_of_the_new_text(
        old in value(), manner in any::<u8>(), start in any::<prop::sample::Index>(), length in 0usize..8, typed in "[\\[\\]{}:,\"a1é😀 \n-]{0,5}"
    ) {
        let text = written(&old, manner);
        let boundaries: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let from = start.index(boundaries.len());
        let to = (from + length).min(boundaries.len() - 1);
        let span = Span::new(u32::try_from(boundaries[from]).unwrap(), u32::try_from(boundaries[to]).unwrap());
        let mut tree = Tree::parse(text);
        tree.apply(&[TextEdit { span, text: typed }]);
        let read = Tree::parse(tree.text().to_owned());
        prop_assert_eq!(same_tree(&tree, &read), Ok(()));
        // And from a broken text back again.
        tree.apply(&[TextEdit { span: Span::new(0, 0), text: String::new() }]);
        prop_assert_eq!(same_tree(&tree, &read), Ok(()));
    }

    #[test]
    fn parsing_agrees_with_serde(text in "[\\[\\]{}:,\"\\\\ua0e1.tru -]{0,24}") {
        prop_assert_eq!(Tree::parse(text.clone()).error().is_none(), serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok());
    }

    #[test]
    fn places_convert_there_and_back(text in "[a\né😀ñ→\r]{0,40}", at in any::<prop::sample::Index>()) {
        let index = LineIndex::new(&text);
        let boundaries: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let byte = boundaries[at.index(boundaries.len())];
        let offset = u32::try_from(byte).unwrap();
        let units = text[..byte].encode_utf16().count();
        prop_assert_eq!(index.utf16(offset) as usize, units);
        prop_assert_eq!(index.byte(u32::try_from(units).unwrap()), offset);
        let line_start = text[..byte].rfind('\n').map_or(0, |i| i + 1);
        let place = LineColumn {
            line: u32::try_from(text[..byte].matches('\n').count() + 1).unwrap(),
            column: u32::try_from(text[line_start..byte].encode_utf16().count() + 1).unwrap(),
        };
        prop_assert_eq!(index.place(offset), place);
        prop_assert_eq!(index.offset(place), Some(offset));
        // Inside a surrogate pair: the character's start.
        if text[byte..].chars().next().is_some_and(|c| c.len_utf16() == 2) {
            prop_assert_eq!(index.byte(u32::try_from(units + 1).unwrap()), offset);
        }
    }

    #[test]
    fn every_pointer_leads_back_to_its_node(old in value()) {
        let tree = Tree::parse(old.to_string());
        let mut nodes = Vec::new();
        all_nodes(tree.root(), &mut nodes);
        for node in nodes {
            prop_assert_eq!(tree.at(&node.pointer()).map(Node::id), Some(node.id()));
        }
    }
}

fn same_tree(a: &Tree, b: &Tree) -> Result<(), String> {
    let list = |tree: &Tree| {
        let mut nodes = Vec::new();
        all_nodes(tree.root(), &mut nodes);
        nodes.iter().map(|n| (n.id(), n.kind(), n.span(), n.parent().map(Node::id))).collect::<Vec<_>>()
    };
    if a.text() != b.text() {
        return Err("text".to_owned());
    }
    if a.error() != b.error() || list(a) != list(b) || a.lines() != b.lines() {
        return Err(format!("{a:?}\n{b:?}"));
    }
    Ok(())
}

#[test]
fn real_flows_stay_byte_for_byte() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance/real-flows");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let tree = Tree::parse(text);
        assert_eq!(tree.error(), None, "{}", path.display());
        let same = edits::replace_value(tree.root(), &tree.root().to_value());
        assert_eq!(same, Vec::new());
        assert_eq!(tree.into_text().into_bytes(), bytes);
        seen += 1;
    }
    assert!(seen >= 26, "{seen} files");
}
