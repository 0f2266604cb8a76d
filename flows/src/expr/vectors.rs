//! The observed vectors and the data model they stand on, for the tests of this module.

use std::sync::LazyLock;

use serde_json::Value;

use super::{Reference, Scope, Source, Type};

/// The whole file of observed inputs and outcomes.
pub(super) fn vectors() -> &'static Value {
    static READ: LazyLock<Value> = LazyLock::new(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance/flow-json-vectors.json");
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    });
    &READ
}

/// A screen `LAST` with the data model of the vectors and no inputs.
pub(super) struct Declared(&'static Value);

impl Declared {
    pub(super) fn vectors() -> Self {
        Self(&vectors()["expression_vectors"]["data_model"])
    }
}

impl Scope for Declared {
    fn screen(&self) -> &'static str {
        "LAST"
    }

    fn declared(&self, reference: &Reference<'_>) -> Result<Type, String> {
        let mut keys = reference.keys();
        let first = keys.next().unwrap();
        if reference.source == Source::Form || reference.screen.is_some_and(|screen| screen != "LAST") {
            return Err(first.into());
        }
        let mut schema = self.0.get(first).ok_or(first)?;
        for key in keys {
            schema = schema.get("properties").and_then(|inside| inside.get(key)).ok_or(key)?;
        }
        Ok(schema["type"].as_str().and_then(Type::named).unwrap())
    }
}
