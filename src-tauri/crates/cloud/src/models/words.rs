//! Lists of words that Meta may add to.

/// An enum of Meta's words. One that is not named here is kept as it is.
macro_rules! words {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$doc])* $variant,)*
            /// One we do not know.
            Other(String),
        }

        impl $name {
            /// In Meta's spelling.
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)*
                    _ => Self::Other(word),
                }
            }
        }

        impl From<$name> for String {
            fn from(word: $name) -> Self {
                word.name().to_owned()
            }
        }

        impl $crate::models::record::Unknown for $name {
            fn unknown(&self, at: &str, found: &mut Vec<String>) {
                if matches!(self, Self::Other(_)) {
                    found.push(at.to_owned());
                }
            }
        }
    };
}

pub(super) use words;
