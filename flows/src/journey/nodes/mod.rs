//! What a node can be: one kind, one file, with its example and its cases as data beside it.

mod outputs;
pub(super) mod shared;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use outputs::{Output, OutputRole, output};
pub use shared::{Answer, Expected, Outside, Payload, Reach, Sample, Sent, TemplateUse};

/// What every kind tells of itself.
trait Kind {
    /// What can come after it, in the order it is shown: `next` alone, unless it says otherwise.
    fn outputs(&self) -> Vec<Output> {
        Output::next()
    }
}

/// Declares the kinds: `name Type role`. The file `<name>.rs` has the type, `<name>.json` its example and cases; without
/// either nothing builds.
macro_rules! nodes {
    ($($name:ident $body:ident $role:ident,)*) => {
        $(mod $name;)*
        $(pub use $name::*;)*

        /// What a node does.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Body {
            $(#[expect(missing_docs, reason = "the type says it")] $body($body),)*
            /// Of a kind that is not known, or not understood: kept as it is, and left out of every run.
            Sealed(Sealed),
        }

        impl Body {
            /// Reads the members of a node. An error names the member and what is wrong with it.
            pub(super) fn read(kind: &str, node: Value) -> Result<Self, shared::Wrong> {
                Ok(match kind {
                    $(stringify!($name) => Self::$body(shared::members(node)?),)*
                    _ => Self::Sealed(Sealed { kind: kind.to_owned() }),
                })
            }

            /// Its kind, as it is written.
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$body(_) => stringify!($name),)*
                    Self::Sealed(sealed) => &sealed.kind,
                }
            }

            /// What can come after it, in the order it is shown.
            pub fn outputs(&self) -> Vec<Output> {
                match self {
                    $(Self::$body(body) => body.outputs(),)*
                    Self::Sealed(_) => Vec::new(),
                }
            }

            /// What it is for.
            pub fn role(&self) -> Role {
                match self {
                    $(Self::$body(_) => Role::$role,)*
                    Self::Sealed(_) => Role::Act,
                }
            }
        }

        /// Every kind.
        pub fn kinds() -> &'static [KindText] {
            &[$(KindText {
                name: stringify!($name),
                role: Role::$role,
                data: include_str!(concat!(stringify!($name), ".json")),
                source: include_str!(concat!(stringify!($name), ".rs")),
            },)*]
        }
    };
}

impl Body {
    /// The outputs of a node as it is written; none when it cannot be read.
    pub(crate) fn outputs_of(kind: &str, node: Value) -> Vec<Output> {
        Self::read(kind, node).map(|body| body.outputs()).unwrap_or_default()
    }

    /// Whether a way may lead to a node of a kind.
    pub(crate) fn may_be_led_to(kind: &str) -> bool {
        let known = kinds().iter().find(|text| text.name == kind);
        known.is_none_or(|text| !matches!(text.role, Role::Trigger | Role::Note))
    }
}

/// What is written about a kind.
#[derive(Debug, Clone, Copy)]
pub struct KindText {
    /// The kind, as it is written.
    pub name: &'static str,
    /// What it is for.
    pub role: Role,
    /// Its example and its cases, as JSON.
    pub data: &'static str,
    /// The file that declares it; its documentation is what people read.
    source: &'static str,
}

impl KindText {
    /// What it does, as sentences.
    pub fn words(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//! "));
        lines.collect::<Vec<_>>().join(" ")
    }

    /// The members of a new one.
    pub fn example(&self) -> Option<Value> {
        serde_json::from_str::<Value>(self.data).ok()?.get_mut("example").map(Value::take)
    }

    /// Its members: the name as it is written, and what it is for.
    #[cfg(test)]
    fn members(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let (mut words, mut renamed) = (Vec::new(), None);
        let lines = self.source.lines().skip_while(|line| !line.starts_with("pub struct"));
        for line in lines.take_while(|line| !line.starts_with('}')).map(str::trim) {
            if let Some(doc) = line.strip_prefix("/// ") {
                words.push(doc);
            } else if let Some(name) =
                line.split_once("rename = \"").and_then(|(_, rest)| rest.split_once('"'))
            {
                renamed = Some(name.0);
            } else if let Some((name, of)) = line.strip_prefix("pub ").and_then(|field| field.split_once(':'))
            {
                let name = match of.trim().trim_end_matches(',') {
                    "Outside" => "timeout`, `gives`, `samples",
                    "TemplateUse" => "name`, `language`, `values",
                    _ => renamed.take().unwrap_or(name),
                };
                found.push((name.to_owned(), words.join(" ")));
                words.clear();
            }
        }
        found
    }
}

/// A node that is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sealed {
    /// The kind it says it is.
    #[serde(rename = "name")]
    pub kind: String,
}

/// What a kind is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[serde(rename = "StepRole")]
pub enum Role {
    /// People come in here. Nothing leads to it.
    Trigger,
    /// Something is said or asked.
    Say,
    /// Time passes.
    Wait,
    /// One of several ways is taken.
    Choose,
    /// Something is noted, or another system is asked.
    Act,
    /// The way ends, or goes on elsewhere.
    Leave,
    /// Words for whoever reads the canvas.
    Note,
}

nodes! {
    first_message FirstMessage Trigger,
    keyword Keyword Trigger,
    any_message AnyMessage Trigger,
    reply Reply Trigger,
    link Link Trigger,
    ad Ad Trigger,
    opt_in OptIn Trigger,
    event Event Trigger,
    date Date Trigger,
    schedule Schedule Trigger,
    webhook Webhook Trigger,
    manual Manual Trigger,
    send Send Say,
    template SendTemplate Say,
    flow Flow Say,
    typing Typing Say,
    ask Ask Say,
    faq Faq Say,
    ai Ai Say,
    wait Wait Wait,
    wait_until WaitUntil Wait,
    wait_reply WaitReply Wait,
    wait_event WaitEvent Wait,
    wait_status WaitStatus Wait,
    branch Branch Choose,
    split Split Choose,
    set Set Act,
    tag Tag Act,
    consent Consent Act,
    stage SetStage Act,
    http Http Act,
    crm Crm Act,
    calendar Calendar Act,
    shop Shop Act,
    assign Assign Act,
    call Call Leave,
    go_to GoTo Leave,
    goal Goal Leave,
    end End Leave,
    note Note Note,
}

#[cfg(test)]
mod page;
#[cfg(test)]
mod tests;
