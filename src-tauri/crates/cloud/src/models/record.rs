//! Objects of which Meta may leave out every member, and to which it may add any.

use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};

/// A struct whose members are all optional. A member that is not named, or whose value has another form than is named,
/// stays in `rest`, so whatever came is written back equal. `kind = "type": Word` is a member with another name in JSON.
macro_rules! record {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident $(= $wire:literal)?: $kind:ty,)* }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
        pub struct $name {
            $(
                $(#[$doc])*
                #[serde($(rename = $wire,)? skip_serializing_if = "Option::is_none")]
                pub $field: Option<$kind>,
            )*
            /// Members that are not named here, and those whose values have another form.
            #[serde(flatten)]
            pub rest: serde_json::Map<String, serde_json::Value>,
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let mut rest = serde_json::Map::deserialize(from)?;
                Ok(Self {
                    $($field: $crate::models::record::take(
                        &mut rest,
                        $crate::models::record::wire!($field $($wire)?),
                    ),)*
                    rest,
                })
            }
        }

        impl $crate::models::record::Unknown for $name {
            fn unknown(&self, at: &str, found: &mut Vec<String>) {
                $($crate::models::record::Unknown::unknown(
                    &self.$field,
                    &$crate::models::record::below(at, $crate::models::record::wire!($field $($wire)?)),
                    found,
                );)*
                found.extend(self.rest.keys().map(|key| $crate::models::record::below(at, key)));
            }
        }
    };
}

/// The name of a member in JSON.
macro_rules! wire {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

pub(super) use {record, wire};

/// Takes a member out when its value has the form; otherwise it stays.
pub(super) fn take<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    let read = T::deserialize(members.get(name)?).ok()?;
    members.shift_remove(name);
    Some(read)
}

/// The JSON pointer of a member.
pub(super) fn below(at: &str, member: &str) -> String {
    format!("{at}/{}", member.replace('~', "~0").replace('/', "~1"))
}

/// What has parts that the model may not name.
pub(super) trait Unknown {
    /// Adds JSON pointers of what the model does not name.
    fn unknown(&self, at: &str, found: &mut Vec<String>);
}

impl<T: Unknown> Unknown for Option<T> {
    fn unknown(&self, at: &str, found: &mut Vec<String>) {
        if let Some(value) = self {
            value.unknown(at, found);
        }
    }
}

impl<T: Unknown> Unknown for Box<T> {
    fn unknown(&self, at: &str, found: &mut Vec<String>) {
        T::unknown(self, at, found);
    }
}

impl<T: Unknown> Unknown for Vec<T> {
    fn unknown(&self, at: &str, found: &mut Vec<String>) {
        for (index, item) in self.iter().enumerate() {
            item.unknown(&format!("{at}/{index}"), found);
        }
    }
}

macro_rules! all_known {
    ($($kind:ty),*) => {
        $(impl Unknown for $kind {
            fn unknown(&self, _: &str, _: &mut Vec<String>) {}
        })*
    };
}

all_known!(String, bool, i64, Number, Value);
