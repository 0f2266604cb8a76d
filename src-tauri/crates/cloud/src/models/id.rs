use std::fmt;

use serde::{Deserialize, Serialize};

/// Text that is no id of the Graph API: ids are digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of the Graph API: ids are digits")]
pub struct InvalidId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id, when it is one: 1 to 32 digits.
            pub fn new(text: impl Into<String>) -> Result<Self, InvalidId> {
                let text = text.into();
                let digits = (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
                if digits { Ok(Self(text)) } else { Err(InvalidId) }
            }

            /// Its digits.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

id!(
    /// Id of a WhatsApp Business Account.
    WabaId
);
id!(
    /// Id of a business phone number (not the number itself).
    PhoneNumberId
);
id!(
    /// Id of a Flow.
    FlowId
);
id!(
    /// Id of a message template in one language.
    TemplateId
);
id!(
    /// Id of a file for messages.
    MediaId
);
id!(
    /// Id of the app that a token was made for.
    AppId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_are_an_id() {
        assert!(FlowId::new("1234567890123456").is_ok());
        for bad in ["", "12a", "../me", "1/2", " 1", "١٢٣", "123456789012345678901234567890123"] {
            assert_eq!(FlowId::new(bad), Err(InvalidId), "{bad}");
        }
    }
}
