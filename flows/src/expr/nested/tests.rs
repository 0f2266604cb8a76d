use std::borrow::Cow;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::expr::Reference;
use crate::expr::vectors::{Declared, vectors};

fn message(source: &str, expected: &[Type]) -> Option<String> {
    check(source, expected, &Declared::vectors()).err().map(|refusal| refusal.in_property(source))
}

#[test]
fn every_observed_expression_has_metas_verdict_and_message() {
    let vectors = vectors();
    let cases = vectors["expression_vectors"]["nested"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let source = case["expr"].as_str().unwrap();
        assert_eq!(message(source, &[Type::Boolean]).as_deref(), case["message"].as_str(), "{source}");
    }
    println!("expressions: verdict and message {0} of {0}", cases.len());
}

/// Messages of whole Flows in the vectors, beyond the list of expressions.
#[test]
fn messages_of_the_parser_and_of_unsupported_operations() {
    for (source, reason) in [
        ("`(${data.n} + 1`", "Unclosed ( at character 23"),
        ("`foo(1)`", "Operation CallExpression is not supported."),
        ("`a b`", "The following property 'a' does not exist in the screen data model."),
        ("`${data.zzz}`", "The following property 'zzz' does not exist in the screen data model."),
        ("`${data.n} && ${data.b}`", "Operation '&&' can only be used with booleans."),
        (
            "`${data.n} + 3`",
            "The expression return type is 'number' which does not match the schema for the property.",
        ),
        ("`${data.n} +`", "Expected expression after + at character 20"),
        ("`1a`", "Variable names cannot start with a number (1a) at character 1"),
        ("`'a`", "Unclosed quote after \"a\" at character 2"),
        ("`[1, 2]`", "Operation ArrayExpression is not supported."),
        ("`this`", "Operation ThisExpression is not supported."),
        (
            "`${data.n} === 1`",
            "The expression return type is '' which does not match the schema for the property.",
        ),
        ("`!${data.n}`", "Operation '!' can only be used before booleans."),
        ("`${data.s} > 1`", "Operation '>' can only be used with numbers."),
        ("`undefined == 1`", "The following property 'undefined' does not exist in the screen data model."),
    ] {
        let shown = format!("Error while parsing dynamic expression \"{source}\". {reason}");
        assert_eq!(message(source, &[Type::Boolean, Type::String]), Some(shown), "{source}");
    }
}

#[test]
fn legal_expressions_have_a_type() {
    for (source, found) in [
        ("`'Hello ' ${data.s}`", Type::String),
        ("`\"Hello\"`", Type::String),
        ("`${data.n} + 1 * 2`", Type::Number),
        ("`-${data.n}`", Type::Number),
        ("`(${data.n} > 1) && !${data.b} || ${data.i} < 3`", Type::Boolean),
        ("`${data.of.n}`", Type::String),
        ("`${screen.LAST.data.as}`", Type::Array),
    ] {
        assert_eq!(check(source, &[], &Declared::vectors()), Ok(found), "{source}");
    }
}

#[test]
fn an_expression_is_enclosed_in_backticks_and_not_empty() {
    assert!(is_expression("`a`"));
    for text in ["", "`", "``", "`a", "a`", "a"] {
        assert!(!is_expression(text), "{text}");
    }
}

struct Sample;

impl Values for Sample {
    fn value(&self, reference: &Reference<'_>) -> Option<Cow<'_, Value>> {
        Some(Cow::Owned(match (reference.screen?, reference.path) {
            ("HERE", "n") => json!(5),
            ("HERE", "name") => json!("Ada"),
            ("HERE", "yes") => json!(true),
            ("HERE", "list") => json!(["a", "b"]),
            ("OTHER", "n") => json!(7),
            _ => return None,
        }))
    }
}

#[test]
fn expressions_are_worth_what_a_phone_shows() {
    for (source, worth) in [
        ("`'Hi ' ${data.name} '!'`", json!("Hi Ada!")),
        ("`${data.n} * 2 + 1`", json!(11)),
        ("`${data.n} / 3`", json!(1.67)),
        ("`${data.n} / 0`", json!(0)),
        ("`${data.gone} + 1`", json!(1)),
        ("`${data.n} + ${screen.OTHER.data.n}`", json!(12)),
        ("`${data.gone} == ''`", json!(true)),
        ("`${data.n} > 3 && ${data.yes}`", json!(true)),
        ("`!${data.yes} || ${data.n} < 5`", json!(false)),
        ("`${data.list}`", json!(["a", "b"])),
        ("`${data.n} ' of ' 1.5`", json!("5 of 1.5")),
        ("`'it\\'s'`", json!("it's")),
        ("`'${data.n}'`", json!("${data.n}")),
        ("`${data.yes} ? 1 : 2`", json!(null)),
        ("`(((`", json!(null)),
    ] {
        assert_eq!(evaluate(source, "HERE", &Sample), worth, "{source}");
    }
}

#[test]
fn sources_over_the_limits_are_refused() {
    for source in [
        format!("`{}1{}`", "(".repeat(40), ")".repeat(40)),
        format!("`{}true`", "!".repeat(40)),
        format!("`{}`", "1 + ".repeat(300) + "1"),
        format!("`'{}'`", "x".repeat(MAX)),
    ] {
        assert_eq!(parse(&source, "A"), Err(Refusal::TooLarge));
    }
}

const MAX: usize = crate::expr::MAX_SOURCE;

/// Any text at all runs through a stack of 512 KB.
#[test]
fn no_input_overflows_a_small_stack() {
    let deep: Vec<String> = ["(", "!", "-", "[", "a(", "a[", "1?", "a.", "'", "(1,", "!(", "-[("]
        .iter()
        .map(|part| format!("`{}`", part.repeat(MAX / part.len())))
        .collect();
    std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || {
            for source in deep {
                let _ = check(&source, &[], &Declared::vectors());
                assert_eq!(evaluate(&source, "HERE", &Sample), Value::Null);
            }
        })
        .unwrap()
        .join()
        .unwrap();
}

fn any_source() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "${data.n}",
        "${data.s}",
        "${screen.A.form.b}",
        "${form.x-y}",
        "'a'",
        "\"b\"",
        "1",
        "2.5e1",
        "true",
        "null",
        "this",
        "x",
        "+",
        "-",
        "*",
        "/",
        "%",
        "==",
        "!=",
        "<",
        ">=",
        "&&",
        "||",
        "!",
        "?",
        ":",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        " ",
        "\\",
        "é",
        "===",
        "|",
    ]);
    prop::collection::vec(parts, 0..24).prop_map(|parts| format!("`{}`", parts.concat()))
}

proptest! {
    #[test]
    fn no_text_panics(source in "\\PC{0,80}") {
        let _ = check(&source, &[Type::String], &Declared::vectors());
        let _ = evaluate(&source, "HERE", &Sample);
    }

    #[test]
    fn printed_and_read_again_is_the_same(source in any_source()) {
        if let Ok(read) = parse(&source, "HERE") {
            let printed = format!("`{read}`");
            prop_assert_eq!(parse(&printed, "HERE"), Ok(read), "{}", printed);
        }
    }

    #[test]
    fn what_checks_has_a_value_of_its_type(source in any_source()) {
        let worth = evaluate(&source, "LAST", &Sample);
        match check(&source, &[], &Declared::vectors()) {
            Ok(Type::Number) if !source.contains("${") => prop_assert!(worth.is_number()),
            Ok(Type::Boolean) if !source.contains("${") => prop_assert!(worth.is_boolean()),
            _ => {}
        }
    }
}
