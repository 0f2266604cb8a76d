//! One Flow in several languages: what is found, what is translated, and that nothing else changes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeMap;

use flows::check::check;
use flows::edit::{Document, Edit, Notes, apply};
use flows::gallery::{self, Starter};
use flows::json::{Kind, Node, Pointer, Tree};
use flows::languages::{
    Doubt, Role, TableError, coverage, from_table, is_rtl, language_note, languages, same, texts, to_table,
    translated, words_note,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A Flow of one screen of version 7.1.
fn flow(screen: &Value) -> Tree {
    Tree::parse(json!({"version": "7.1", "screens": [screen]}).to_string())
}

fn screen(children: &Value) -> Value {
    json!({"id": "A", "title": "Hello", "layout": {"type": "SingleColumnLayout", "children": children}})
}

fn originals(tree: &Tree) -> Vec<String> {
    texts(tree).into_iter().map(|text| text.original).collect()
}

fn notes(tag: &str, words: &[(&str, &str)]) -> Notes {
    let language = (language_note(tag), json!({}));
    let words = words.iter().map(|(original, words)| (words_note(tag, original), json!(words)));
    std::iter::once(language).chain(words).collect()
}

fn noted(document: &Document, edit: &Edit) -> Document {
    apply(document, edit).unwrap().document
}

fn document(tree: &Tree, notes: Notes) -> Document {
    Document::new("Flow", tree.text(), BTreeMap::new()).with_notes(notes)
}

#[test]
fn every_text_a_customer_reads_is_found_and_no_other() {
    let tree = flow(&json!({
        "id": "A", "title": "Title", "terminal": true,
        "data": {
            "greeting": {"type": "string", "__example__": "Shown example"},
            "secret": {"type": "string", "__example__": "never shown"},
            "kind": {"type": "string", "__example__": "compared"},
            "list": {"type": "array", "__example__": [{"id": "x", "title": "Bound choice"}]}
        },
        "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextHeading", "text": "Heading"},
            {"type": "TextBody", "text": ["First line", "Second line"], "font-weight": "bold"},
            {"type": "TextBody", "text": "${data.greeting}"},
            {"type": "TextBody", "text": "${data.kind}"},
            {"type": "TextBody", "text": "`'For ' ${form.who} ' only'`"},
            {"type": "TextBody", "text": "`${form.who} == 'no words'`", "visible": "`${data.kind} == 'code'`"},
            {"type": "RichText", "text": ["# Rich", "![a picture](data:image/png;base64,AAAA)"]},
            {"type": "Image", "src": "AAAA", "alt-text": "What it shows"},
            {"type": "TextInput", "name": "who", "label": "Who", "helper-text": "Help", "error-message": "Wrong",
             "init-value": "Begins so", "input-type": "text", "pattern": "a+"},
            {"type": "TextInput", "name": "mail", "label": "Mail", "init-value": "a@example.org", "input-type": "email"},
            {"type": "Dropdown", "name": "pick", "label": "Pick", "init-value": "one", "data-source": [
                {"id": "one", "title": "One", "description": "More of one", "metadata": "€9", "image": "AAAA", "alt-text": "One's picture"}]},
            {"type": "Dropdown", "name": "bound", "label": "Bound", "data-source": "${data.list}"},
            {"type": "CalendarPicker", "name": "when", "mode": "range", "title": "When", "label": {"start-date": "From", "end-date": "Until"},
             "min-date": "2026-01-01", "include-days": ["Mon"]},
            {"type": "NavigationList", "name": "go", "list-items": [
                {"id": "x", "main-content": {"title": "Item", "metadata": "Item's detail"}, "end": {"title": "End"},
                 "badge": "New", "tags": ["Tag"], "on-click-action": {"name": "navigate", "next": {"type": "screen", "name": "A"},
                 "payload": {"greeting": "Sent along", "secret": "not shown", "kind": "code", "greeting2": "unknown"}}}]},
            {"type": "If", "condition": "${data.kind} == 'code'", "then": [{"type": "TextBody", "text": "Then"}]},
            {"type": "EmbeddedLink", "text": "Link", "on-click-action": {"name": "open_url", "url": "https://example.org"}},
            {"type": "Footer", "label": "Send", "center-caption": "Caption",
             "on-click-action": {"name": "complete", "payload": {"note": "for the server"}}}
        ]}
    }));
    assert_eq!(
        originals(&tree),
        [
            "Title",
            "Heading",
            "First line",
            "Second line",
            "For ${form.who} only",
            "# Rich",
            "![a picture](picture:1)",
            "What it shows",
            "Who",
            "Help",
            "Wrong",
            "Begins so",
            "Mail",
            "Pick",
            "One",
            "More of one",
            "€9",
            "One's picture",
            "Bound",
            "When",
            "From",
            "Until",
            "Item",
            "Item's detail",
            "End",
            "New",
            "Tag",
            "Sent along",
            "Then",
            "Link",
            "Send",
            "Caption",
            "Shown example",
            "Bound choice",
        ]
    );
    let all = texts(&tree);
    let found = |original: &str| all.iter().find(|text| text.original == original).unwrap();
    assert_eq!(found("Who").limit, Some(20));
    assert_eq!(found("For ${form.who} only").pieces, ["${form.who}"]);
    assert!(!found("€9").has_letters);
    let roles =
        ["Title", "Who", "Sent along", "Shown example"].map(|original| found(original).places[0].role);
    assert_eq!(roles, [Role::Title, Role::Part, Role::Sent, Role::Example]);
    for place in all.iter().flat_map(|text| &text.places) {
        assert_eq!(tree.at(&place.at).map(Node::kind), Some(Kind::String), "{place:?}");
    }
}

#[test]
fn data_that_is_handed_on_is_translated_where_it_is_written() {
    let navigate = |to: &str, payload: Value| {
        json!({"type": "Footer", "label": "Next", "on-click-action":
            {"name": "navigate", "next": {"type": "screen", "name": to}, "payload": payload}})
    };
    let one = |id: &str, data: Value, child: Value| json!({"id": id, "title": id, "data": data, "layout": {"type": "SingleColumnLayout", "children": [child]}});
    let string = || json!({"type": "string", "__example__": ""});
    let tree = Tree::parse(
        json!({"version": "7.1", "screens": [
            one("A", json!({}), navigate("B", json!({"tip": "From the first screen"}))),
            one("B", json!({"tip": string()}), navigate("C", json!({"tip": "${data.tip}"}))),
            one("C", json!({"tip": string()}), json!({"type": "TextBody", "text": "${data.tip}"})),
        ]})
        .to_string(),
    );
    assert!(originals(&tree).contains(&"From the first screen".to_owned()));
}

/// Starters that come in more than one language, with each other language.
fn siblings() -> Vec<(Starter, Tree, String, Tree)> {
    let pairs: Vec<_> = gallery::starters()
        .into_iter()
        .flat_map(|starter| {
            let own = starter.languages[0].clone();
            let others = starter.languages.clone().into_iter().skip(1);
            others
                .map(move |tag| {
                    let tree = |tag: &str| Tree::parse(starter.source(tag).unwrap());
                    (starter.clone(), tree(&own), tag.clone(), tree(&tag))
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(pairs.len() >= 2);
    pairs
}

#[test]
fn a_sibling_gives_every_text_and_comes_out_again() {
    for (starter, tree, tag, sibling) in siblings() {
        let taken = same(&tree, &sibling, &tag).unwrap();
        assert_eq!((taken.several, taken.other), (vec![], vec![]), "{}", starter.id);
        let after = noted(&document(&tree, Notes::new()), &taken.edit);
        assert_eq!(after.text(), tree.text());
        assert!(coverage(&tree, after.notes(), &tag).is_whole(), "{}", starter.id);
        let out = Tree::parse(translated(&tree, after.notes(), &tag));
        assert_eq!(out.root().to_value(), sibling.root().to_value(), "{}", starter.id);
        let all = languages(&tree, after.notes());
        assert_eq!(all.others[0].findings, [], "{}", starter.id);
        assert_eq!(all.others[0].left_over, []);
    }
}

#[test]
fn another_flow_is_not_the_same_and_says_where() {
    let [(_, tree, tag, _), (.., other)] = siblings().try_into().unwrap_or_else(|_| panic!("two siblings"));
    assert!(!same(&tree, &other, &tag).unwrap_err().places.is_empty());
    let mine = flow(&screen(&json!([{"type": "TextBody", "text": "a"}, {"type": "TextBody", "text": "b"}])));
    let less = flow(&screen(&json!([{"type": "TextBody", "text": "x"}])));
    let at = Pointer("/screens/0/layout/children/1".to_owned());
    assert!(same(&mine, &less, "es").unwrap_err().places.contains(&at));
    let kind =
        flow(&screen(&json!([{"type": "TextBody", "text": "x"}, {"type": "TextCaption", "text": "y"}])));
    assert_eq!(same(&mine, &kind, "es").unwrap_err().places, [at.key("type")]);
    let broken = Tree::parse("{");
    assert_eq!(same(&mine, &broken, "es").unwrap_err().places, [Pointer::root()]);
}

#[test]
fn a_text_that_is_said_in_two_ways_takes_the_first() {
    let twice = |a: &str, b: &str| {
        flow(&screen(&json!([{"type": "TextBody", "text": a}, {"type": "TextBody", "text": b}])))
    };
    let taken = same(&twice("Yes", "Yes"), &twice("Sí", "Claro"), "es").unwrap();
    assert_eq!(taken.several, ["Yes"]);
    let after = noted(&document(&twice("Yes", "Yes"), Notes::new()), &taken.edit);
    assert_eq!(after.notes()[&words_note("es", "Yes")], json!("Sí"));
}

#[test]
fn an_edited_original_keeps_its_words_as_a_suggestion() {
    let before = flow(&screen(&json!([{"type": "TextBody", "text": "Choose a service"}])));
    let notes = notes("es", &[("Hello", "Hola"), ("Choose a service", "Elige un servicio")]);
    let edit = Edit::SetProperty {
        at: Pointer("/screens/0/layout/children/0".to_owned()),
        key: "text".to_owned(),
        value: json!("Choose your service"),
    };
    let after = noted(&document(&before, notes), &edit);
    let spanish = languages(after.tree(), after.notes()).others.remove(0);
    assert_eq!((spanish.coverage.translated, spanish.coverage.total), (1, 2));
    assert_eq!(spanish.left_over.len(), 1);
    assert_eq!(spanish.suggestions.len(), 1);
    assert_eq!(spanish.suggestions[0].text, 1);
    assert_eq!(spanish.suggestions[0].words, "Elige un servicio");
    // Unlike texts offer nothing.
    let other = Edit::SetProperty {
        at: Pointer("/screens/0/layout/children/0".to_owned()),
        key: "text".to_owned(),
        value: json!("Bye"),
    };
    let after = noted(&after, &other);
    assert_eq!(languages(after.tree(), after.notes()).others[0].suggestions, []);
}

#[test]
fn doubts_and_findings_belong_to_the_language() {
    let tree = flow(&screen(&json!([
        {"type": "TextInput", "name": "n", "label": "Name"},
        {"type": "TextBody", "text": "`'Hi ' ${form.n}`"}
    ])));
    let long = "Un nombre demasiado largo";
    let all = languages(&tree, &notes("es", &[("Name", long), ("Hi ${form.n}", "Hola ${form.m}")]));
    let doubts: Vec<_> =
        all.others[0].doubts.iter().map(|doubtful| (doubtful.text, doubtful.doubt.clone())).collect();
    assert_eq!(
        doubts,
        [
            (1, Doubt::TooLong { length: 25, limit: 20 }),
            (2, Doubt::Missing { piece: "${form.n}".to_owned() }),
            (2, Doubt::Unknown { piece: "${form.m}".to_owned() }),
        ]
    );
    let rules: Vec<&str> = all.others[0].findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["text-too-long"]);
}

#[test]
fn a_table_goes_out_and_comes_back_filled() {
    let tree = flow(&screen(&json!([{"type": "TextBody", "text": "One, \"two\"\nthree"}])));
    let table = String::from_utf8(to_table(&tree, &notes("es", &[("Hello", "Hola")]), "es")).unwrap();
    assert_eq!(
        table,
        "\u{feff}where,original,translation\r\nHello: title of the screen,Hello,Hola\r\n\"Hello: Text, text\",\"One, \"\"two\"\"\nthree\",\r\n"
    );
    let filled = "\u{feff}where;original;translation\r\n;Hello;Buenas\r\n;\"One, \"\"two\"\"\r\nthree\";Uno\r\n;Gone;Ido\r\n";
    let taken = from_table(&tree, &Notes::new(), "es", filled.as_bytes()).unwrap();
    assert_eq!((taken.words, taken.unknown), (2, vec!["Gone".to_owned()]));
    let after = noted(&document(&tree, Notes::new()), &taken.edit);
    assert!(coverage(&tree, after.notes(), "es").is_whole());
    for (table, error) in [
        (&b"where,original,translation\n,Hello,\xff"[..], TableError::NotUtf8),
        (b"a,b\n1,2", TableError::NoColumns),
        (b"", TableError::NoColumns),
    ] {
        assert_eq!(from_table(&tree, &Notes::new(), "es", table), Err(error));
    }
}

#[test]
fn undo_takes_a_language_back() {
    let (_, tree, tag, sibling) = siblings().remove(0);
    let taken = same(&tree, &sibling, &tag).unwrap();
    let before = document(&tree, Notes::new());
    let applied = apply(&before, &taken.edit).unwrap();
    let undone = applied.change.inverse().replay(&applied.document).unwrap();
    assert_eq!(undone.notes(), before.notes());
    assert_eq!(applied.change.replay(&undone).unwrap().notes(), applied.document.notes());
}

/// Strings of a tree with their pointers.
fn strings(node: Node<'_>, at: &Pointer, out: &mut BTreeMap<String, String>) {
    if let Some(text) = node.as_str() {
        out.insert(at.0.clone(), text.into_owned());
    }
    node.items().enumerate().for_each(|(index, item)| strings(item, &at.clone().index(index), out));
    node.members().for_each(|member| strings(member.value, &at.clone().key(&member.key()), out));
}

fn starter_tree(index: usize) -> Tree {
    let all = gallery::starters();
    Tree::parse(all[index % all.len()].source("en").unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the words: only translated strings differ, and the rest is byte for byte the same.
    #[test]
    fn nothing_but_translated_strings_differs(
        starter in 0_usize..10,
        words in prop::collection::vec("[^`\\pC]{0,12}['\\\\\"${}\n]{0,3}", 1..12),
        seed in any::<usize>(),
    ) {
        let tree = starter_tree(starter);
        let all = texts(&tree);
        let chosen: Vec<(&str, &str)> = words
            .iter()
            .enumerate()
            .map(|(n, words)| (all[(seed % 1000 + n * 7) % all.len()].original.as_str(), words.as_str()))
            .collect();
        let notes = notes("xx", &chosen);
        let out = Tree::parse(translated(&tree, &notes, "xx"));
        prop_assert!(out.error().is_none());
        let said: BTreeMap<&str, &str> = chosen.into_iter().collect();
        let touched: BTreeMap<&str, &str> = all
            .iter()
            .filter(|text| said.get(text.original.as_str()).is_some_and(|words| !words.trim().is_empty()))
            .flat_map(|text| text.places.iter().map(move |place| (place.at.0.as_str(), text.original.as_str())))
            .collect();
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        strings(tree.root(), &Pointer::root(), &mut before);
        strings(out.root(), &Pointer::root(), &mut after);
        prop_assert_eq!(before.len(), after.len());
        for (at, text) in &before {
            match touched.get(at.as_str()) {
                None => prop_assert_eq!(text, &after[at]),
                Some(original) if !original.contains("${") => prop_assert_eq!(said[original], &after[at]),
                Some(_) => {}
            }
        }
        // The words back to what they were gives the first bytes.
        let back = same(&out, &tree, "back");
        if let Ok(back) = back && back.several.is_empty() {
            let document = noted(&document(&out, Notes::new()), &back.edit);
            prop_assert_eq!(Tree::parse(translated(&out, document.notes(), "back")).root().to_value(), tree.root().to_value());
        }
    }

    /// No language, or one without words, changes no byte.
    #[test]
    fn without_words_no_byte_differs(starter in 0_usize..10) {
        let tree = starter_tree(starter);
        prop_assert_eq!(translated(&tree, &notes("es", &[]), "es"), tree.text());
    }

    /// Texts that are no Flow at all give no panic.
    #[test]
    fn any_text_is_borne(text in "\\PC{0,60}") {
        let tree = Tree::parse(text);
        prop_assert_eq!(languages(&tree, &notes("es", &[("a", "b")])).texts.len(), 0);
    }
}

#[test]
fn starters_are_clean_in_their_own_language_after_being_made_from_it() {
    for (_, tree, tag, sibling) in siblings() {
        let after = noted(&document(&tree, Notes::new()), &same(&tree, &sibling, &tag).unwrap().edit);
        let out = Tree::parse(translated(&tree, after.notes(), &tag));
        assert_eq!(check(&out), check(&sibling));
        assert_eq!(is_rtl(&tag), tag == "ar");
    }
}
