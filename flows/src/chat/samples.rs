//! What stands for the variables of a part.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::scalar;
use crate::json::{Kind, Node, Pointer};
use crate::template::Name;

/// A value in place of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SampleValue {
    /// The part or the button whose text has the variable.
    pub at: Pointer,
    /// What stands between the braces.
    pub name: String,
    /// What shows.
    pub text: String,
}

/// Samples of a part's own variables: `example` of a header, a text or a card's text.
pub(crate) struct Samples<'t, 'v> {
    positions: Vec<Option<String>>,
    names: BTreeMap<Cow<'t, str>, String>,
    values: Vec<&'v SampleValue>,
}

impl<'t, 'v> Samples<'t, 'v> {
    /// Those of a part at a place, with the values for that place before them.
    pub(crate) fn of(part: Node<'t>, at: &Pointer, values: &'v [SampleValue]) -> Self {
        let mut samples = Self {
            positions: Vec::new(),
            names: BTreeMap::new(),
            values: values.iter().filter(|value| value.at == *at).collect(),
        };
        for member in part.get("example").into_iter().flat_map(Node::members) {
            match member.key().as_ref() {
                "header_handle" => {}
                key if key.ends_with("named_params") => samples.named(member.value),
                _ if samples.positions.is_empty() => samples.positions(member.value),
                _ => {}
            }
        }
        samples
    }

    fn named(&mut self, list: Node<'t>) {
        for item in list.items() {
            let name = item.get("param_name").and_then(Node::as_str);
            let sample = item.get("example").and_then(scalar);
            if let (Some(name), Some(sample)) = (name, sample) {
                self.names.entry(name).or_insert(sample);
            }
        }
    }

    /// `["a", "b"]`, `[["a", "b"]]` or `"a"`.
    fn positions(&mut self, samples: Node<'t>) {
        let inner = samples.item(0).filter(|first| first.kind() == Kind::Array).unwrap_or(samples);
        self.positions = if inner.kind() == Kind::Array {
            inner.items().map(scalar).collect()
        } else {
            vec![scalar(inner)]
        };
    }

    /// What shows for a variable; nothing when there is no sample, or an empty one.
    pub(crate) fn get(&self, name: &Name<'_>) -> Option<String> {
        let written = || name.to_string();
        let given = self.values.iter().find(|value| value.name == written());
        let found = given.map(|value| &value.text).or_else(|| match name {
            Name::Position(position) => {
                let index = usize::try_from(*position).ok()?.checked_sub(1)?;
                self.positions.get(index)?.as_ref()
            }
            Name::Name(name) | Name::Wrong(name) => self.names.get(*name),
        });
        found.filter(|text| !text.trim().is_empty()).cloned()
    }
}
