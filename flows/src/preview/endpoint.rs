//! The business's own system, as the phone deals with it: what it is asked, and which answers a phone takes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::document::Document;
use super::payload;
use super::scene::{Object, Scene};
use super::state::{BrokenAction, Outcome, PreviewState};
use super::view::ScreenView;
use crate::answers::{self, Misfit, Question};

/// Asks, and waits.
pub(super) fn ask(
    document: &Document<'_>,
    mut state: PreviewState,
    question: Question,
    data: &Object,
) -> (PreviewState, Outcome) {
    let action = match question {
        Question::Init => "INIT",
        Question::Back { .. } => "BACK",
        Question::Exchange { .. } => "data_exchange",
    };
    let request = payload::request(document, action, question.screen().unwrap_or_default(), data);
    state.waiting = true;
    (state, Outcome::DataExchange { request, question })
}

/// Opens the Flow by asking which screen comes first. Nothing is filled in.
pub(super) fn open(document: &Document<'_>, state: &PreviewState) -> (PreviewState, Outcome) {
    let state = PreviewState {
        today: state.today.clone(),
        current: document.key(document.routes().entry()),
        opening: true,
        ..PreviewState::default()
    };
    ask(document, state, Question::Init, &Object::new())
}

/// Why a phone refuses an answer.
pub(super) fn refusal(
    scene: &Scene<'_>,
    to: Option<&str>,
    data: &BTreeMap<String, Value>,
) -> Option<BrokenAction> {
    let question = if scene.state.opening {
        Question::Init
    } else {
        Question::Exchange { screen: scene.document.id(scene.at).to_owned() }
    };
    let fault = answers::faults(scene.document.flow(), &question, to, data).into_iter().next()?;
    Some(match fault.misfit {
        Misfit::UnknownScreen { screen } => BrokenAction::NoSuchScreen { screen },
        _ => BrokenAction::AnswerRefused { fault },
    })
}

/// What shows until the endpoint has said which screen comes first.
pub(super) fn nothing_yet(document: &Document<'_>, at: usize) -> ScreenView {
    ScreenView {
        key: document.key(at),
        id: document.id(at).to_owned(),
        title: String::new(),
        rtl: false,
        back: false,
        progress: None,
        items: Vec::new(),
        footer: None,
        loading: true,
        notice: None,
        terminal: false,
        forks: Vec::new(),
    }
}
