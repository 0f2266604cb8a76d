//! Which part of the people at a step goes which way.

use crate::journey::{Body, JourneyNode, Output, OutputRole};

/// Whether people come in by it by writing.
pub(super) fn is_written(body: &Body) -> bool {
    matches!(
        body,
        Body::FirstMessage(_)
            | Body::Keyword(_)
            | Body::AnyMessage(_)
            | Body::Reply(_)
            | Body::Link(_)
            | Body::Ad(_)
    )
}

/// Whether its way on is an answer of the person, who wrote just now.
pub(super) fn is_asked(body: &Body) -> bool {
    matches!(body, Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_))
}

/// The ways out of a step with their shares, which come to 1 or less: who goes on nowhere is through. `answering` is a
/// share too.
pub(super) fn shares(node: &JourneyNode, answering: f64) -> Vec<(Output, f64)> {
    let outputs = node.body.outputs();
    let of = |role: OutputRole| outputs.iter().filter(move |output| output.role == role);
    let spread = |among: Vec<&Output>, share: f64| {
        #[expect(clippy::cast_precision_loss, reason = "a step has some ways out")]
        let each = share / among.len().max(1) as f64;
        among.into_iter().map(|output| (output.clone(), each)).collect::<Vec<_>>()
    };
    if let Body::Split(split) = &node.body {
        let all: f64 = split.ways.iter().map(|way| f64::from(way.weight)).sum();
        let weights = split.ways.iter().map(|way| f64::from(way.weight) / if all > 0.0 { all } else { 1.0 });
        return outputs.into_iter().zip(weights).collect();
    }
    let answers: Vec<&Output> = of(OutputRole::Choice).chain(of(OutputRole::Next)).collect();
    let silent: Vec<&Output> = of(OutputRole::NoAnswer).collect();
    if !silent.is_empty() {
        let mut found = spread(answers, answering);
        found.extend(spread(silent, 1.0 - answering));
        return found;
    }
    let mut ways = answers;
    if matches!(node.body, Body::Branch(_) | Body::Faq(_) | Body::Ai(_)) || ways.is_empty() {
        ways.extend(of(OutputRole::Else));
    }
    spread(ways, 1.0)
}
