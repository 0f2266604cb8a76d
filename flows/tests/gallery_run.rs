//! Every starter is filled in on the preview, in many ways, to its end.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of a test")]

use std::collections::BTreeSet;

use flows::gallery::{Starter, starters};
use flows::json::Tree;
use flows::preview::{
    Choice, FileSample, Item, ItemKind, Outcome, PreviewAct, PreviewState, PreviewStep, ScreenView, act,
    render,
};
use serde_json::{Value, json};

/// A customer who always takes the n-th answer.
struct Customer<'f> {
    flow: &'f Tree,
    n: usize,
    state: PreviewState,
    seen: BTreeSet<String>,
}

impl Customer<'_> {
    fn step(&mut self, what: &PreviewAct) -> PreviewStep {
        let step = act(self.flow, &self.state, what);
        self.state = step.state.clone();
        let shown = serde_json::to_string(&step.view).unwrap();
        assert!(!shown.contains("${") && !shown.contains('`'), "a binding shows: {shown}");
        step
    }

    fn view(&mut self) -> ScreenView {
        let view = render(self.flow, &self.state);
        self.seen.insert(view.id.clone());
        view
    }

    fn set(&mut self, name: &str, value: Value) {
        self.step(&PreviewAct::SetField { name: name.to_owned(), value });
    }

    fn choose(&mut self, name: &str, choices: &[Choice], least: usize) {
        for turn in 0..least.max(1) {
            let choice = &choices[(self.n + turn) % choices.len()];
            self.step(&PreviewAct::Select { name: name.to_owned(), option: choice.id.clone() });
        }
    }

    /// Fills one part in. True when it was an input that had not been filled in yet.
    fn fill(&mut self, item: &Item, done: &mut BTreeSet<String>) -> bool {
        let name = match &item.kind {
            ItemKind::TextInput { field, .. }
            | ItemKind::TextArea { field, .. }
            | ItemKind::CheckboxGroup { field, .. }
            | ItemKind::RadioButtonsGroup { field, .. }
            | ItemKind::Dropdown { field, .. }
            | ItemKind::ChipsSelector { field, .. }
            | ItemKind::OptIn { field, .. } => field.name.clone(),
            ItemKind::DatePicker { .. }
            | ItemKind::CalendarPicker { .. }
            | ItemKind::PhotoPicker { .. }
            | ItemKind::DocumentPicker { .. } => item.pointer.0.clone(),
            _ => return false,
        };
        if !done.insert(name.clone()) {
            return false;
        }
        match &item.kind {
            ItemKind::TextInput { keyboard, .. } => {
                let text = match format!("{keyboard:?}").as_str() {
                    "Number" if matches!(name.as_str(), "adults" | "children") => "3",
                    "Number" if name == "guests" => "12",
                    "Number" => ["85", "95", "104", "118"][self.n % 4],
                    "Phone" => "+351 912 345 678",
                    "Email" => "ana@example.com",
                    _ if name == "order_number" => "LO-204518",
                    _ if name == "postcode" => "4000-123",
                    _ => "Ana Duarte",
                };
                self.set(&name, json!(text));
            }
            ItemKind::TextArea { .. } => self.set(&name, json!("Please ring twice.")),
            ItemKind::RadioButtonsGroup { choices, .. } | ItemKind::Dropdown { choices, .. } => {
                self.choose(&name, choices, 1);
            }
            ItemKind::CheckboxGroup { choices, min, .. } | ItemKind::ChipsSelector { choices, min, .. } => {
                self.choose(&name, choices, min.unwrap_or(1) as usize);
            }
            ItemKind::OptIn { more, .. } => {
                if *more {
                    self.read_more(item);
                }
                self.set(&name, json!(true));
            }
            ItemKind::DatePicker { input, .. } => self.set(&input.field.name.clone(), json!("2026-11-26")),
            ItemKind::CalendarPicker { inputs, .. } => {
                self.set(&inputs[0].field.name.clone(), json!("2026-11-26"));
            }
            ItemKind::PhotoPicker { picker, .. } | ItemKind::DocumentPicker { picker, .. } => {
                let file = FileSample { name: "photo.jpg".to_owned(), size: 200_000 };
                self.step(&PreviewAct::PickFile { name: picker.field.name.clone(), file });
            }
            _ => {}
        }
        true
    }

    fn read_more(&mut self, item: &Item) {
        let before = self.state.current.clone();
        let step = self.step(&PreviewAct::Press { pointer: item.pointer.clone(), item: None });
        match step.outcome {
            Outcome::OpenUrl { url } => assert!(url.starts_with("https://")),
            Outcome::Forward => {
                self.view();
                self.step(&PreviewAct::Back);
            }
            other => panic!("read more gives {other:?}"),
        }
        assert_eq!(before, self.state.current);
    }

    /// Fills a screen in and leaves it. The answer when the form was sent.
    fn leave(&mut self) -> Option<Value> {
        let mut done = BTreeSet::new();
        // Answers may open new questions.
        loop {
            let items = self.view().items;
            if !items.iter().any(|item| self.fill(item, &mut done)) {
                break;
            }
        }
        let view = self.view();
        let list = view.items.iter().find_map(|item| match &item.kind {
            ItemKind::NavigationList { rows, .. } => {
                Some((item.pointer.clone(), rows[self.n % rows.len()].id.clone()))
            }
            _ => None,
        });
        let press = match (list, view.footer) {
            (Some((pointer, row)), _) => PreviewAct::Press { pointer, item: Some(row) },
            (None, Some(footer)) => PreviewAct::Press { pointer: footer.pointer, item: None },
            (None, None) => panic!("{} cannot be left", view.id),
        };
        match self.step(&press).outcome {
            Outcome::Forward => None,
            Outcome::Complete { payload, .. } => Some(serde_json::from_str(&payload).unwrap()),
            other => panic!("{} is left with {other:?}", view.id),
        }
    }
}

fn run(starter: &Starter, language: &str) {
    let text = starter.source(language).unwrap();
    let flow = Tree::parse(text);
    let ids: BTreeSet<String> = flow
        .root()
        .get("screens")
        .unwrap()
        .items()
        .map(|s| s.get("id").unwrap().as_str().unwrap().into_owned())
        .collect();
    let mut seen = BTreeSet::new();
    for n in 0..9 {
        let today = "2026-11-24".to_owned();
        let state = PreviewState { today, ..PreviewState::default() };
        let mut customer = Customer { flow: &flow, n, state, seen: BTreeSet::new() };
        let answer = (0..12).find_map(|_| customer.leave());
        let answer =
            answer.unwrap_or_else(|| panic!("{} {language}: customer {n} never arrives", starter.id));
        let sent = answer.as_object().unwrap();
        assert!(sent.len() >= 5, "{} {language}: {answer}", starter.id);
        assert!(!answer.to_string().contains("${"), "{} {language}: {answer}", starter.id);
        seen.extend(customer.seen);
    }
    assert_eq!(seen, ids, "{} {language}: not every screen is reached", starter.id);
}

#[test]
fn every_starter_runs_to_its_end_in_every_way() {
    for starter in starters() {
        for language in &starter.languages {
            run(&starter, language);
        }
    }
}
