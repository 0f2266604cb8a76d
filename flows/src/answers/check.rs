//! Whether a phone takes an answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::fit::{fit, type_name};
use super::routes::Routes;
use super::{Question, SUCCESS};
use crate::flow::{Flow, Screen};

/// The error a phone reports to the business when it refuses an answer, as Meta names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ClientError {
    /// The screen may not follow.
    InvalidScreenTransition,
    /// The data is not what the screen expects.
    PayloadSchemaError,
}

/// One reason why a phone refuses an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Fault {
    /// What the phone reports.
    pub code: ClientError,
    /// What does not fit.
    pub misfit: Misfit,
}

/// What does not fit in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Misfit {
    /// The Flow is opened and the answer names no screen.
    NoScreen,
    /// There is no such screen.
    UnknownScreen {
        /// Its id.
        screen: String,
    },
    /// The routing model has no such way.
    NoRoute {
        /// Id of the screen that asks.
        from: String,
        /// Id of the screen of the answer.
        to: String,
    },
    /// The Flow is opened, and the screen is one that others lead to.
    NotAnEntry {
        /// Its id.
        screen: String,
    },
    /// The screen expects a value that is not there.
    Missing {
        /// Its name.
        key: String,
    },
    /// The screen does not expect that value.
    Extra {
        /// Its name.
        key: String,
    },
    /// The value is of another type.
    WrongType {
        /// Its name, with what it lies in: `sizes[0].id`.
        key: String,
        /// The type the screen expects: `string`, `number`, `boolean`, `array`, `object`.
        expected: String,
        /// The type it has; `null` for nothing.
        found: String,
    },
    /// The Flow ends and `extension_message_response.params` is not there.
    NoParams,
}

impl Misfit {
    fn code(&self) -> ClientError {
        match self {
            Self::NoScreen | Self::UnknownScreen { .. } | Self::NoRoute { .. } | Self::NotAnEntry { .. } => {
                ClientError::InvalidScreenTransition
            }
            Self::Missing { .. } | Self::Extra { .. } | Self::WrongType { .. } | Self::NoParams => {
                ClientError::PayloadSchemaError
            }
        }
    }
}

/// Why a phone refuses an answer; empty when it takes it. `screen` and `data` as in a sample.
pub fn faults(
    flow: &Flow<'_>,
    question: &Question,
    screen: Option<&str>,
    data: &BTreeMap<String, Value>,
) -> Vec<Fault> {
    with_routes(flow, &Routes::of(flow), question, screen, data)
}

pub(super) fn with_routes(
    flow: &Flow<'_>,
    routes: &Routes<'_>,
    question: &Question,
    screen: Option<&str>,
    data: &BTreeMap<String, Value>,
) -> Vec<Fault> {
    let misfits = misfits(flow, routes, question, screen, data);
    misfits.into_iter().map(|misfit| Fault { code: misfit.code(), misfit }).collect()
}

fn misfits(
    flow: &Flow<'_>,
    routes: &Routes<'_>,
    question: &Question,
    screen: Option<&str>,
    data: &BTreeMap<String, Value>,
) -> Vec<Misfit> {
    let Some(to) = screen.or(question.screen()) else { return vec![Misfit::NoScreen] };
    if screen.is_none() && flow.screen(to).is_none() {
        return Vec::new();
    }
    if screen == Some(SUCCESS) {
        let params = data.get("extension_message_response").and_then(|answer| answer.get("params"));
        return if params.is_some_and(Value::is_object) { Vec::new() } else { vec![Misfit::NoParams] };
    }
    let Some(target) = flow.screen(to) else {
        return vec![Misfit::UnknownScreen { screen: to.to_owned() }];
    };
    let mut found = Vec::new();
    if !routes.allows(question, to) {
        found.push(match question.screen() {
            None => Misfit::NotAnEntry { screen: to.to_owned() },
            Some(from) => Misfit::NoRoute { from: from.to_owned(), to: to.to_owned() },
        });
    }
    // What a screen that stays is not sent, it keeps.
    expected(target, data, question.screen() == Some(to), &mut found);
    found
}

fn expected(target: &Screen<'_>, data: &BTreeMap<String, Value>, stays: bool, found: &mut Vec<Misfit>) {
    let model = target.data.into_iter().flat_map(|model| model.node.members());
    for member in model {
        let key = member.key();
        match data.get(key.as_ref()) {
            Some(value) => fit(&key, member.value, value, &mut |key, expected, value| {
                found.push(Misfit::WrongType { key, expected, found: type_name(value).to_owned() });
            }),
            None if stays => {}
            None => found.push(Misfit::Missing { key: key.into_owned() }),
        }
    }
    let known =
        |key: &str| key == "error_message" || target.data.is_some_and(|data| data.schema(key).is_some());
    found.extend(data.keys().filter(|key| !known(key)).map(|key| Misfit::Extra { key: key.clone() }));
}
