//! One screen in a state: what references, bindings and expressions are worth on it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::document::Document;
use super::state::{PreviewState, ScreenState};
use crate::expr::{self, Reference, Source, Values, binding};
use crate::facts::Version;
use crate::json::Node;

/// A component or another object of the Flow.
pub(super) type Object = Map<String, Value>;

/// The first version with backtick expressions.
const EXPRESSIONS: Version = Version::new(6, 0);

/// How far values may lead to other values (an `init-value` to another input), so that no Flow can fill the stack.
const MAX_HOPS: u8 = 8;

/// A screen of a Flow in a state.
pub(super) struct Scene<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) state: &'a PreviewState,
    /// Place of the screen in the file.
    pub(super) at: usize,
    /// The screen's own JSON.
    pub(super) screen: Rc<Value>,
    others: RefCell<BTreeMap<usize, Rc<Value>>>,
    /// Initial values by screen and name, worked out once. One that is being worked out is null, so that a
    /// circle ends.
    inits: RefCell<BTreeMap<(usize, String), Value>>,
    hops: Cell<u8>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(document: &'a Document<'a>, state: &'a PreviewState, at: usize) -> Self {
        let screen = Rc::new(document.screen(at).map_or(Value::Null, |screen| screen.node.to_value()));
        Self {
            document,
            state,
            at,
            screen,
            others: RefCell::default(),
            inits: RefCell::default(),
            hops: Cell::new(0),
        }
    }

    /// What is known of a screen.
    pub(super) fn known(&self, at: usize) -> Option<&'a ScreenState> {
        self.state.screens.get(self.document.keys.get(at)?)
    }

    fn screen_json(&self, at: usize) -> Option<Rc<Value>> {
        if at == self.at {
            return Some(Rc::clone(&self.screen));
        }
        let node = self.document.screen(at)?.node;
        let mut others = self.others.borrow_mut();
        Some(Rc::clone(others.entry(at).or_insert_with(|| Rc::new(node.to_value()))))
    }

    /// Place of the screen a reference names.
    fn place(&self, reference: &Reference<'_>) -> Option<usize> {
        match reference.screen {
            Some(id) if self.document.id(self.at) != id => self.document.by_id(id),
            _ => Some(self.at),
        }
    }

    /// What a reference is worth; none when it is missing or null.
    pub(super) fn lookup(&self, reference: &Reference<'_>) -> Option<Cow<'a, Value>> {
        let at = self.place(reference)?;
        let mut keys = reference.keys();
        let name = keys.next()?;
        let found = match reference.source {
            Source::Data => {
                if let Some(value) = self.known(at).and_then(|known| known.data.get(name)) {
                    return keys.try_fold(value, step).filter(|value| !value.is_null()).map(Cow::Borrowed);
                }
                let example = self.document.screen(at)?.data?.schema(name)?.get("__example__")?;
                keys.try_fold(example, step_node)?.to_value()
            }
            Source::Form => {
                let value = self.form_value(at, name)?;
                keys.try_fold(&*value, step)?.clone()
            }
        };
        (!found.is_null()).then_some(Cow::Owned(found))
    }

    /// What an input holds: what was put in, else its `init-value`, else what an empty one of its kind holds.
    fn form_value(&self, at: usize, name: &str) -> Option<Cow<'a, Value>> {
        match self.known(at).and_then(|known| known.values.get(name)) {
            Some(Value::Null) => {
                let screen = self.screen_json(at)?;
                return find_input(&screen, name).map(|(input, _)| Cow::Owned(empty(input)));
            }
            Some(value) => return Some(Cow::Borrowed(value)),
            None => {}
        }
        let place = (at, name.to_owned());
        if let Some(value) = self.inits.borrow().get(&place) {
            return Some(Cow::Owned(value.clone()));
        }
        let hops = self.hops.get();
        if hops >= MAX_HOPS {
            return None;
        }
        let screen = self.screen_json(at)?;
        let (input, form) = find_input(&screen, name)?;
        self.inits.borrow_mut().insert(place.clone(), Value::Null);
        self.hops.set(hops + 1);
        let init = self.init_value(input, form);
        let value = if init.is_null() { empty(input) } else { init };
        self.hops.set(hops);
        self.inits.borrow_mut().insert(place, value.clone());
        Some(Cow::Owned(value))
    }

    /// The value an input has before anybody touches it; null for none.
    pub(super) fn init_value(&self, input: &Object, form: Option<&Object>) -> Value {
        let name = input.get("name").and_then(Value::as_str).unwrap_or_default();
        match form.and_then(|form| form.get("init-values")) {
            Some(values) => {
                let values = self.worth(values);
                self.worth(values.get(name).unwrap_or(&Value::Null)).into_owned()
            }
            None => self.worth(input.get("init-value").unwrap_or(&Value::Null)).into_owned(),
        }
    }

    /// What an input of this screen holds now; null for nothing.
    pub(super) fn input_value(&self, input: &Object, form: Option<&Object>) -> Value {
        let name = input.get("name").and_then(Value::as_str).unwrap_or_default();
        match self.known(self.at).and_then(|known| known.values.get(name)) {
            Some(value) => value.clone(),
            None => self.init_value(input, form),
        }
    }

    /// A value with a binding or an expression replaced. Only a whole string is one.
    pub(super) fn worth<'v>(&self, value: &'v Value) -> Cow<'v, Value>
    where
        'a: 'v,
    {
        let Value::String(text) = value else { return Cow::Borrowed(value) };
        if let Some(reference) = binding::whole(text) {
            return self.lookup(&reference).unwrap_or(Cow::Owned(Value::Null));
        }
        if expr::nested::is_expression(text) && self.document.since(EXPRESSIONS) {
            return Cow::Owned(self.evaluate(text));
        }
        Cow::Borrowed(value)
    }

    fn evaluate(&self, text: &str) -> Value {
        expr::nested::evaluate(text, self.document.id(self.at), self)
    }

    /// A value with every binding and expression inside it replaced too. What is missing in an object is
    /// left out, as JSON leaves out what is undefined.
    pub(super) fn worth_inside(&self, value: &Value) -> Value {
        match value {
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .filter_map(|(key, value)| {
                        let worth = self.worth_inside(value);
                        (!worth.is_null() || value.is_null()).then(|| (key.clone(), worth))
                    })
                    .collect(),
            ),
            Value::Array(items) => Value::Array(items.iter().map(|item| self.worth_inside(item)).collect()),
            other => self.worth(other).into_owned(),
        }
    }

    /// A member as text; none when it is missing or empty.
    pub(super) fn text(&self, object: &Object, key: &str) -> Option<String> {
        shown(&self.worth(object.get(key)?))
    }

    /// A member as boolean.
    pub(super) fn flag(&self, object: &Object, key: &str, otherwise: bool) -> bool {
        match object.get(key).map(|value| self.worth(value)).as_deref() {
            Some(Value::Bool(on)) => *on,
            Some(Value::String(text)) if text == "true" || text == "false" => text == "true",
            _ => otherwise,
        }
    }

    /// A member as number.
    pub(super) fn number(&self, object: &Object, key: &str) -> Option<f64> {
        match &*self.worth(object.get(key)?) {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        }
    }

    /// A member as whole number of at least 0.
    pub(super) fn count(&self, object: &Object, key: &str) -> Option<u32> {
        let number = self.number(object, key)?.floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the range of u32
        (0.0..=f64::from(u32::MAX)).contains(&number).then_some(number as u32)
    }

    /// Whether a part shows. It does unless `visible` says otherwise.
    pub(super) fn visible(&self, component: &Object) -> bool {
        self.flag(component, "visible", true)
    }

    /// Whether the condition of an If holds.
    pub(super) fn holds(&self, condition: &Value) -> bool {
        match condition {
            Value::Bool(on) => *on,
            Value::String(text) if expr::nested::is_expression(text) && self.document.since(EXPRESSIONS) => {
                matches!(self.evaluate(text), Value::Bool(true))
            }
            Value::String(text) => expr::condition::holds(text, self),
            _ => false,
        }
    }
}

/// In expressions what is declared as number counts as one, and what is typed into a number field.
impl Values for Scene<'_> {
    fn value(&self, reference: &Reference<'_>) -> Option<Cow<'_, Value>> {
        let found = self.lookup(reference)?;
        let Value::String(text) = &*found else { return Some(found) };
        let at = self.place(reference)?;
        let numeric = match reference.source {
            Source::Data => self
                .document
                .screen(at)
                .and_then(|screen| screen.data?.schema(reference.path)?.get("type"))
                .is_some_and(|kind| kind.is_str("number") || kind.is_str("integer")),
            Source::Form => self.screen_json(at).is_some_and(|screen| {
                find_input(&screen, reference.name()).is_some_and(|(input, _)| is_numeric(input))
            }),
        };
        match text.replace(',', "").trim().parse::<f64>() {
            Ok(number) if numeric && number.is_finite() => Some(Cow::Owned(Value::from(number))),
            _ => Some(found),
        }
    }
}

/// What an input holds while nothing is in it.
fn empty(input: &Object) -> Value {
    match input.get("type").and_then(Value::as_str).unwrap_or_default() {
        "TextInput" | "TextArea" | "RadioButtonsGroup" | "Dropdown" | "DatePicker" => Value::from(""),
        "CheckboxGroup" | "ChipsSelector" | "PhotoPicker" | "DocumentPicker" => Value::Array(Vec::new()),
        "OptIn" => Value::Bool(false),
        _ => Value::Null,
    }
}

fn is_numeric(input: &Object) -> bool {
    matches!(input.get("input-type").and_then(Value::as_str), Some("number" | "passcode"))
}

fn step<'v>(value: &'v Value, key: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(key),
        Value::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    }
}

fn step_node<'t>(node: Node<'t>, key: &str) -> Option<Node<'t>> {
    node.get(key).or_else(|| node.item(key.parse().ok()?))
}

/// How a value shows as text; none for nothing.
pub(super) fn shown(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The input of that name on a screen, whether it shows or not, with the Form around it.
fn find_input<'v>(screen: &'v Value, name: &str) -> Option<(&'v Object, Option<&'v Object>)> {
    let mut lists = vec![(screen.get("layout")?.get("children")?, None)];
    while let Some((list, form)) = lists.pop() {
        for part in list.as_array().into_iter().flatten().filter_map(Value::as_object) {
            let is_form = part.get("type").is_some_and(|kind| kind == "Form");
            if !is_form && part.get("name").is_some_and(|own| own == name) {
                return Some((part, form));
            }
            let form = if is_form { Some(part) } else { form };
            lists.extend(["children", "then", "else"].iter().filter_map(|key| Some((part.get(*key)?, form))));
            if let Some(Value::Object(cases)) = part.get("cases") {
                lists.extend(cases.values().map(|case| (case, form)));
            }
        }
    }
    None
}
