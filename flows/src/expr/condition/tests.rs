use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::expr::Reference;
use crate::expr::vectors::{Declared, vectors};

fn message(source: &str) -> Option<String> {
    check(source, &Declared::vectors()).err().map(|refusal| refusal.to_string())
}

#[test]
fn every_observed_condition_has_metas_verdict_and_message() {
    let cases = vectors()["expression_vectors"]["conditions"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let source = case["condition"].as_str().unwrap();
        assert_eq!(message(source).as_deref(), case["errors"][0][1].as_str(), "{source}");
    }
    println!("conditions: verdict and message {0} of {0}", cases.len());
}

/// Conditions of whole Flows in the vectors, and neighbours of the observed ones under the same rules.
#[test]
fn further_conditions_follow_the_same_rules() {
    for (source, refusal) in [
        ("true", "The only operand is a literal value. Expected single operand to be a boolean."),
        ("${data.b} &&& ${data.b}", "Invalid operator '&' at column 12."),
        ("${data.n} = 1", "Invalid operator '=' at column 10."),
        ("${data.zzz}", "Missing dynamic data 'zzz' in the data model for screen LAST."),
        (
            "${data.n} && ${data.b}",
            "Wrong positioning of operator '&&'. It cannot be used after '${data.n}' at column 10.",
        ),
        (
            "${data.s} > 5",
            "Wrong positioning of operator '>'. It cannot be used after '${data.s}' at column 10.",
        ),
        (
            "${data.n} > ${data.s}",
            "Wrong positioning of operand '${data.s}'. It cannot be used after '>' at column 12.",
        ),
        ("${data.i} == 5", "Operand '${data.i}' with type 'integer' is not supported."),
        ("5 == 5", "An operator cannot not have literals on both sides. Found invalid syntax at column 5."),
        ("()", "Found invalid empty parentheses at column 1."),
        ("${data.b} && tru", "Invalid literal 'tru' at column 13."),
        ("${foo}", "Invalid operand format '${foo}' at column 0."),
        (
            "${data.b} == true == ${data.b}",
            "Wrong positioning of operator '=='. It cannot be used in concatenation with '==' at column 18.",
        ),
        ("${form.gone} == 'a'", "Missing Form component gone for screen 'LAST'."),
    ] {
        assert_eq!(message(source).as_deref(), Some(refusal), "{source}");
    }
    for source in
        ["!${data.b}", "!(${data.n} > 5)", "-5 < ${data.n}", "((${data.b}))", "${data.b} && !${data.b}"]
    {
        assert_eq!(message(source), None, "{source}");
    }
}

struct Sample;

impl Values for Sample {
    fn value(&self, reference: &Reference<'_>) -> Option<Cow<'_, Value>> {
        Some(Cow::Owned(match reference.path {
            "n" => json!(5),
            "s" => json!("x"),
            "yes" => json!(true),
            "no" => json!(false),
            _ => return None,
        }))
    }
}

#[test]
fn conditions_hold_or_not() {
    for (source, holding) in [
        ("${data.yes}", true),
        ("${data.no}", false),
        ("!${data.no}", true),
        ("${data.gone}", false),
        ("${data.gone} == ''", true),
        ("${data.n} >= 5", true),
        ("${data.n} != 5", false),
        ("${data.s} == 'x'", true),
        ("${data.yes} || ${data.yes} && ${data.no}", true),
        ("(${data.yes} || ${data.yes}) && ${data.no}", false),
        ("!(${data.n} > 5) && ${data.yes}", true),
        ("(${data.s} == 'x') || (${data.s} == 'y')", true),
        ("nonsense", false),
    ] {
        assert_eq!(holds(source, &Sample), holding, "{source}");
    }
}

fn any_source() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "${data.n}",
        "${data.s}",
        "${data.b}",
        "${data.of.n}",
        "${form.x}",
        "'a'",
        "'",
        "5",
        "-1",
        "0",
        "true",
        "false",
        "&&",
        "||",
        "!",
        "==",
        "!=",
        ">",
        "<=",
        "(",
        ")",
        " ",
        "=",
        "é",
        "😀",
    ]);
    prop::collection::vec(parts, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_text_panics(source in "\\PC{0,80}") {
        let _ = check(&source, &Declared::vectors());
        let _ = holds(&source, &Sample);
    }

    #[test]
    fn what_meta_takes_can_be_evaluated(source in any_source()) {
        if check(&source, &Declared::vectors()).is_ok() {
            let steps = read::read(&source, None);
            prop_assert!(steps.is_ok());
            let depth = steps.unwrap().iter().fold(0_i32, |depth, step| match step {
                Step::Put(_) => depth + 1,
                Step::Apply("!") => depth,
                Step::Apply(_) => depth - 1,
            });
            prop_assert_eq!(depth, 1);
        }
    }

    #[test]
    fn a_not_turns_a_condition_round(source in any_source()) {
        if read::read(&source, None).is_ok() {
            let turned = format!("!({source})");
            prop_assert_ne!(holds(&source, &Sample), holds(&turned, &Sample));
        }
    }
}
