//! Enums of what Meta names.

/// Names an enum's variants by Meta's names.
macro_rules! named {
    ($(#[$docs:meta])* $name:ident { $($(#[$variant_docs:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_docs])* $variant,)*
            /// One that is not known here.
            Other,
        }

        impl $name {
            /// By Meta's name, upper or lower case.
            pub fn from_name(name: &str) -> Self {
                $(if name.eq_ignore_ascii_case($text) { return Self::$variant; })*
                Self::Other
            }

            /// Meta's name of it; empty for one that is not known.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other => "",
                }
            }
        }
    };
}

pub(crate) use named;
