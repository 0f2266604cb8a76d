//! What is set by hand.

use serde_json::{Value, json};

use super::run::Engine;
use super::{ByHand, WINDOW, What};
use crate::journey::FieldName;

impl Engine<'_> {
    /// Sets what stands of the person, and tells of it.
    pub(super) fn set_by_hand(&mut self, what: &ByHand) {
        let person = &mut self.state.person;
        let (name, value) = match what {
            ByHand::Value { name, value } => {
                self.sets_value(name, value);
                (name.0.clone(), value.clone())
            }
            ByHand::Tag { name, has } => {
                if *has {
                    person.tags.insert(name.clone());
                } else {
                    person.tags.remove(name);
                }
                (format!("tag {name}"), json!(has))
            }
            ByHand::Consent(state) => {
                person.consent = *state;
                ("consent".to_owned(), json!(state))
            }
            ByHand::Stage(stage) => {
                person.stage = *stage;
                ("stage".to_owned(), json!(stage))
            }
            ByHand::Window(open) => {
                person.last_inbound = Some(if *open { self.now } else { self.now.before(WINDOW) });
                ("window".to_owned(), json!(if *open { "open" } else { "closed" }))
            }
        };
        self.tell_of_person(Some(What::SetByHand { name, value }));
    }

    fn sets_value(&mut self, name: &FieldName, value: &Value) {
        let own = self.state.runs.iter_mut().filter_map(|run| run.own.as_mut());
        for fields in own.chain([&mut self.state.person.fields]) {
            if value.is_null() {
                fields.remove(name);
            } else {
                fields.insert(name.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{ConsentState, Event, Inbound, Moment, Person, State, step};
    use crate::journey::{Journey, Project, Stage};
    use crate::json::Tree;

    const AT: Moment = Moment(1_767_607_200_000);

    #[test]
    fn what_is_set_by_hand_is_so_from_then_on_and_wakes_nobody() {
        let project = Project::of(
            "asks",
            Journey::read(&Tree::parse(
                r#"{"journey": 1, "settings": {"re_entry": "parallel"}, "data": {"size": {"type": "text"}}, "nodes": [
                    {"id": "first", "kind": "keyword", "words": ["hi"], "to": {"next": "ask"}},
                    {"id": "ask", "kind": "wait_reply", "save": "size"}]}"#,
            )),
        );
        let hi = Event::Wrote(Inbound::Text("hi".to_owned()));
        let (mut state, _) = step(&project, State::new(Person::default()), &hi, AT);
        assert_eq!(state.runs.len(), 1);
        let waits = state.runs.clone();
        let set = [
            (
                ByHand::Value { name: "size".into(), value: json!("L") },
                r#"{"event":"set","value":{"name":"size","value":"L"}}"#,
            ),
            (
                ByHand::Tag { name: "vip".to_owned(), has: true },
                r#"{"event":"set","tag":{"name":"vip","has":true}}"#,
            ),
            (ByHand::Consent(ConsentState::Given), r#"{"event":"set","consent":"given"}"#),
            (ByHand::Stage(Some(Stage::Advocacy)), r#"{"event":"set","stage":"advocacy"}"#),
            (ByHand::Window(false), r#"{"event":"set","window":false}"#),
        ];
        for (what, written) in set {
            let event = Event::Set(what);
            assert_eq!(serde_json::to_string(&event).unwrap(), written);
            assert_eq!(serde_json::from_str::<Event>(written).unwrap(), event);
            let told;
            (state, told) = step(&project, state, &event, AT);
            assert!(matches!(told.as_slice(), [entry] if matches!(entry.what, What::SetByHand { .. })));
        }
        let person = &state.person;
        assert_eq!(person.fields.get(&"size".into()), Some(&json!("L")));
        assert!(person.tags.contains("vip"));
        assert_eq!((person.consent, person.stage), (ConsentState::Given, Some(Stage::Advocacy)));
        assert_eq!(person.last_inbound, Some(AT.before(WINDOW)));
        assert_eq!(state.runs.first().map(|run| &run.wait), waits.first().map(|run| &run.wait));
        assert_eq!(state.runs[0].own.as_ref().and_then(|own| own.get(&"size".into())), Some(&json!("L")));

        let open = Event::Set(ByHand::Window(true));
        (state, _) = step(&project, state, &open, AT);
        let forget = Event::Set(ByHand::Value { name: "size".into(), value: Value::Null });
        (state, _) = step(&project, state, &forget, AT);
        assert_eq!(state.person.last_inbound, Some(AT));
        assert!(state.person.fields.is_empty());
    }
}
