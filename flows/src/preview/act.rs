//! What comes of what somebody does on the phone.

use serde_json::Value;

use super::check::{ids, message, options, samples};
use super::document::Document;
use super::draw;
use super::endpoint;
use super::layout::{Part, parts};
use super::open::arrive;
use super::payload;
use super::render::{current, screen, trail};
use super::scene::{Object, Scene};
use super::state::{Blocker, BrokenAction, Outcome, PreviewAct, PreviewState, PreviewStep, ScreenState};
use super::view::FieldError;
use crate::answers::Question;
use crate::facts::ComponentKind as K;

/// Does an act.
pub(super) fn act(document: &Document<'_>, state: &PreviewState, act: &PreviewAct) -> PreviewStep {
    let at = current(document, state);
    let scene = Scene::new(document, state, at);
    let json = scene.screen.clone();
    let hand = Hand { scene: &scene, parts: parts(&scene, &json) };
    let idle = !state.waiting && !state.sent;
    let (state, outcome) = match act {
        PreviewAct::EndpointAnswer { screen, data } => hand.answer(screen.as_deref(), data),
        PreviewAct::Open { exchange } if idle => hand.open(*exchange),
        PreviewAct::Back if !state.sent => hand.back(),
        PreviewAct::SetField { name, value } if idle => hand.set(name, value),
        PreviewAct::Blur { name } if idle => hand.blur(name),
        PreviewAct::Select { name, option } if idle => hand.choose(name, option, true),
        PreviewAct::Unselect { name, option } if idle => hand.choose(name, option, false),
        PreviewAct::PickFile { name, file } if idle => hand.files(name, |files| {
            files.extend(serde_json::to_value(file));
        }),
        PreviewAct::RemoveFile { name, index } if idle => hand.files(name, |files| {
            if (*index as usize) < files.len() {
                files.remove(*index as usize);
            }
        }),
        PreviewAct::Press { pointer, item } if idle => hand.press(&pointer.0, item.as_deref()),
        _ => (state.clone(), Outcome::Stay),
    };
    PreviewStep { view: screen(document, &state), state, outcome }
}

pub(super) type Next = (PreviewState, Outcome);

pub(super) struct Hand<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) parts: Vec<Part<'a>>,
}

impl<'a> Hand<'a> {
    /// The state with the current screen named, so that acts on a Flow that has just begun have a place.
    pub(super) fn state(&self) -> PreviewState {
        let mut state = self.scene.state.clone();
        state.current = self.key();
        state
    }

    pub(super) fn key(&self) -> String {
        self.scene.document.key(self.scene.at)
    }

    fn keys(&self, places: &[usize]) -> Vec<String> {
        places.iter().map(|&place| self.scene.document.key(place)).collect()
    }

    fn stay(&self) -> Next {
        (self.state(), Outcome::Stay)
    }

    /// The state with a change to what is known of this screen.
    fn change(&self, change: impl FnOnce(&mut ScreenState)) -> PreviewState {
        let mut state = self.state();
        change(state.screens.entry(self.key()).or_default());
        state
    }

    /// The input of that name, when it shows and reacts.
    fn input(&self, name: &str) -> Option<&Part<'a>> {
        self.parts
            .iter()
            .find(|part| part.name() == name && !name.is_empty())
            .filter(|part| self.scene.flag(part.component, "enabled", true))
    }

    fn set(&self, name: &str, value: &Value) -> Next {
        let Some(part) = self.input(name) else { return self.stay() };
        let before = self.scene.input_value(part.component, part.form);
        let state = self.change(|known| {
            known.values.insert(name.to_owned(), value.clone());
        });
        if before == *value {
            return (state, Outcome::Stay);
        }
        match part.kind {
            Some(K::OptIn) => self.selected(part.component, state, *value == Value::Bool(true)),
            Some(K::DatePicker | K::CalendarPicker) => {
                self.run(part.component.get("on-select-action"), state)
            }
            _ => (state, Outcome::Stay),
        }
    }

    fn blur(&self, name: &str) -> Next {
        let state = self.change(|known| {
            known.touched.insert(name.to_owned());
        });
        (state, Outcome::Stay)
    }

    fn choose(&self, name: &str, id: &str, on: bool) -> Next {
        let Some(part) = self.input(name) else { return self.stay() };
        let options = options(self.scene, part);
        let option = options
            .iter()
            .filter_map(Value::as_object)
            .find(|option| self.scene.text(option, "id").is_some_and(|own| own == id));
        let value = self.scene.input_value(part.component, part.form);
        let mut chosen = ids(&value);
        let Some(option) = option.filter(|option| self.scene.flag(option, "enabled", true)) else {
            return self.stay();
        };
        if chosen.contains(&id) == on {
            return self.stay();
        }
        let after = match part.kind {
            Some(K::CheckboxGroup | K::ChipsSelector) => {
                if on {
                    chosen.push(id);
                } else {
                    chosen.retain(|chosen| *chosen != id);
                }
                Value::from(chosen.clone())
            }
            Some(K::RadioButtonsGroup | K::Dropdown) if on => Value::from(id),
            Some(K::Dropdown) => Value::Null,
            // Pressing a chosen radio button again leaves it chosen.
            _ => return self.stay(),
        };
        let mut state = self.change(|known| {
            known.values.insert(name.to_owned(), after);
        });
        let left = options.iter().filter_map(Value::as_object).find(|other| {
            matches!(part.kind, Some(K::RadioButtonsGroup | K::Dropdown))
                && on
                && self.scene.text(other, "id").is_some_and(|other| chosen.contains(&other.as_str()))
        });
        if let Some(left) = left {
            state = self.run(left.get("on-unselect-action"), state).0;
        }
        let own = if on { "on-select-action" } else { "on-unselect-action" };
        if let Some(action) = option.get(own) {
            return self.run(Some(action), state);
        }
        self.selected(part.component, state, on)
    }

    /// The actions of a whole input. Without an `on-unselect-action` the other one runs both times.
    fn selected(&self, component: &Object, state: PreviewState, on: bool) -> Next {
        let undo = component.get("on-unselect-action").filter(|_| !on);
        self.run(undo.or_else(|| component.get("on-select-action")), state)
    }

    fn files(&self, name: &str, change: impl FnOnce(&mut Vec<Value>)) -> Next {
        let picker = |part: &&Part<'_>| matches!(part.kind, Some(K::PhotoPicker | K::DocumentPicker));
        let Some(part) = self.input(name).filter(picker) else { return self.stay() };
        let value = self.scene.input_value(part.component, part.form);
        let mut files: Vec<Value> =
            samples(&value).iter().filter_map(|file| serde_json::to_value(file).ok()).collect();
        change(&mut files);
        let state = self.change(|known| {
            known.values.insert(name.to_owned(), Value::Array(files));
            known.touched.insert(name.to_owned());
        });
        (state, Outcome::Stay)
    }

    fn press(&self, pointer: &str, item: Option<&str>) -> Next {
        let Some(part) = self.parts.iter().find(|part| part.pointer.0 == pointer) else { return self.stay() };
        let action = part.component.get("on-click-action");
        match part.kind {
            Some(K::Footer) => {
                let blockers = self.blockers();
                if !blockers.is_empty() {
                    return (self.all_touched(), Outcome::Refused { fields: blockers });
                }
                if !self.scene.flag(part.component, "enabled", true) {
                    return self.stay();
                }
                self.run(action, self.state())
            }
            Some(K::EmbeddedLink) => self.run(action, self.state()),
            Some(K::OptIn) if action.is_some() => self.run(action, self.state()),
            Some(K::NavigationList) => self.press_row(part, action, item),
            _ => self.stay(),
        }
    }

    fn press_row(&self, part: &Part<'_>, action: Option<&Value>, id: Option<&str>) -> Next {
        let rows = part.component.get("list-items").map(|rows| self.scene.worth(rows));
        let row = rows
            .as_deref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .find(|row| {
                id.is_some()
                    && self.scene.text(row, "id").as_deref() == id
                    && self.scene.flag(row, "enabled", true)
            });
        let Some(row) = row else { return self.stay() };
        let state = self.change(|known| {
            known.values.insert(part.name().to_owned(), Value::from(id));
        });
        self.run(row.get("on-click-action").or(action), state)
    }

    /// Every input that stands in the way of the Footer.
    fn blockers(&self) -> Vec<Blocker> {
        let mut found = Vec::new();
        for part in &self.parts {
            for (of, error) in super::check::faults(self.scene, part) {
                let error = match message(self.scene, part, of) {
                    Some((text, _)) => FieldError::Message { text },
                    None => error,
                };
                let label = draw::label(self.scene, part, of);
                found.push(Blocker { pointer: part.pointer.clone(), label, error });
            }
        }
        found
    }

    fn all_touched(&self) -> PreviewState {
        let names = self.parts.iter().map(Part::name).filter(|name| !name.is_empty());
        let marks = names
            .flat_map(|name| [name.to_owned(), format!("{name}.start-date"), format!("{name}.end-date")]);
        self.change(|known| known.touched.extend(marks))
    }

    /// Runs an action in a state. Its payload is worked out in that state.
    pub(super) fn run(&self, action: Option<&Value>, mut state: PreviewState) -> Next {
        let Some(action) = action.and_then(Value::as_object) else { return (state, Outcome::Stay) };
        let document = self.scene.document;
        let after = Scene::new(document, &state, self.scene.at);
        let payload = || payload::of(&after, action.get("payload"));
        match action.get("name").and_then(Value::as_str).unwrap_or_default() {
            "navigate" => {
                let id = action
                    .get("next")
                    .and_then(|next| next.get("name"))
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let Some(to) = document.by_id(id) else {
                    let reason = BrokenAction::NoSuchScreen { screen: id.to_owned() };
                    return (state, Outcome::Broken { reason });
                };
                let data = payload();
                self.go(&mut state, to, data);
                arrive(document, state, Outcome::Forward)
            }
            "complete" => {
                let payload = payload::response(payload());
                let summary = payload::summary(document, &state);
                state.sent = true;
                (state, Outcome::Complete { payload, summary })
            }
            "data_exchange" => {
                let data = payload();
                let question = Question::Exchange { screen: document.id(self.scene.at).to_owned() };
                endpoint::ask(document, state, question, &data)
            }
            "update_data" => {
                let payload = payload();
                state.screens.entry(self.key()).or_default().data.extend(payload);
                (state, Outcome::Stay)
            }
            "open_url" => {
                let url = after.text(action, "url").unwrap_or_default();
                if url.starts_with("https://") {
                    (state, Outcome::OpenUrl { url })
                } else {
                    (state, Outcome::Broken { reason: BrokenAction::NotHttps { url } })
                }
            }
            _ => (state, Outcome::Broken { reason: BrokenAction::NoAction }),
        }
    }

    /// Leads to a later screen with its data. What was filled in there before stays.
    pub(super) fn go(&self, state: &mut PreviewState, to: usize, data: Object) {
        let document = self.scene.document;
        state.back = self.keys(&trail(document, self.scene.state, self.scene.at));
        state.back.push(self.key());
        state.current = document.key(to);
        let known = state.screens.entry(state.current.clone()).or_default();
        known.data = data.into_iter().collect();
        known.notice = None;
    }

    fn back(&self) -> Next {
        let document = self.scene.document;
        let mut state = self.state();
        // Going back gives up on an answer that has not come.
        state.waiting = false;
        let mut way = trail(document, self.scene.state, self.scene.at);
        let Some(to) = way.pop() else { return (state, Outcome::Close) };
        state.back = self.keys(&way);
        state.current = document.key(to);
        let refresh = document.screen(to).and_then(|screen| screen.node.get("refresh_on_back")?.as_bool());
        if refresh == Some(true) {
            let question = Question::Back { screen: document.id(to).to_owned() };
            return endpoint::ask(document, state, question, &Object::new());
        }
        arrive(document, state, Outcome::Back)
    }
}
