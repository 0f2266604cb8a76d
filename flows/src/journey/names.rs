//! Names in a journey.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! name {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(
            Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// Id of a node, unique in its journey.
    NodeId
}
name! {
    /// What a journey is called in its project.
    JourneyName
}
name! {
    /// Name of something known of a customer: `order_number`.
    FieldName
}

/// One of the five lanes, in the order a customer goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// They hear of the business.
    Awareness,
    /// They look around.
    Consideration,
    /// They buy or book.
    Decision,
    /// They are customers.
    Retention,
    /// They tell others.
    Advocacy,
}
