//! Ways through a document: JSON Pointer and the two ways Meta writes paths.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Pointer;

/// One step from a container to what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into an object.
    Key(String),
    /// Into an array.
    Index(usize),
}

/// How Meta writes a name that is not a plain identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MetaStyle {
    /// `children[0]['data-source']`, `data['name']`: findings of the schema phase.
    Quoted,
    /// `children[0].data-source`: findings of the semantic phase.
    Dotted,
}

impl MetaStyle {
    /// Writes a way as Meta does. The root is the empty string.
    pub fn write(self, steps: &[Step]) -> String {
        let mut out = String::new();
        for (depth, step) in steps.iter().enumerate() {
            let holder = depth.checked_sub(1).and_then(|above| steps.get(above));
            match step {
                Step::Index(index) => {
                    let _ = write!(out, "[{index}]");
                }
                Step::Key(key) if self == Self::Quoted && (!is_identifier(key) || is_map(holder, depth)) => {
                    let _ = write!(out, "['{key}']");
                }
                Step::Key(key) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    out.push_str(key);
                }
            }
        }
        out
    }
}

/// Whether the names in this container are the author's own: data, routes and cases. Meta's schema phase
/// writes those in quotes, whatever they are.
fn is_map(holder: Option<&Step>, depth: usize) -> bool {
    match holder {
        Some(Step::Key(key)) => match key.as_str() {
            "routing_model" => depth == 1,
            "data" => depth == 3,
            "cases" => true,
            _ => false,
        },
        _ => false,
    }
}

fn is_identifier(key: &str) -> bool {
    let mut chars = key.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_' || c == '$')
        && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '$')
}

impl Pointer {
    /// The root.
    pub fn root() -> Self {
        Self(String::new())
    }

    /// From steps.
    pub fn from_steps(steps: &[Step]) -> Self {
        let mut pointer = Self::root();
        for step in steps {
            pointer = match step {
                Step::Key(key) => pointer.key(key),
                Step::Index(index) => pointer.index(*index),
            };
        }
        pointer
    }

    /// One step further, into an object.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.push('/');
        self.0.push_str(&key.replace('~', "~0").replace('/', "~1"));
        self
    }

    /// One step further, into an array.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        let _ = write!(self.0, "/{index}");
        self
    }

    /// Its steps as text, escapes resolved. Whether one is a name or an index depends on the document.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(|token| {
            if token.contains('~') {
                Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
            } else {
                Cow::Borrowed(token)
            }
        })
    }

    /// The container and the last step; `None` for the root.
    pub fn split(&self) -> Option<(Pointer, String)> {
        let (head, last) = self.0.rsplit_once('/')?;
        Some((Self(head.to_owned()), last.replace("~1", "/").replace("~0", "~")))
    }

    /// Reads a path as Meta writes it, in either style: `screens[0].layout['on-click-action']`. `None` for
    /// text that is not such a path. A hyphen in a dotted name belongs to the name.
    pub fn from_meta(path: &str) -> Option<Self> {
        let mut pointer = Self::root();
        let mut rest = path;
        let mut first = true;
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix("['") {
                let (key, tail) = quoted.split_once("']")?;
                pointer = pointer.key(key);
                rest = tail;
            } else if let Some(index) = rest.strip_prefix('[') {
                let (digits, tail) = index.split_once(']')?;
                pointer = pointer.index(digits.parse().ok()?);
                rest = tail;
            } else {
                let name = if first { rest } else { rest.strip_prefix('.')? };
                let end = name.find(['.', '[']).unwrap_or(name.len());
                let (key, tail) = name.split_at_checked(end)?;
                if key.is_empty() {
                    return None;
                }
                pointer = pointer.key(key);
                rest = tail;
            }
            first = false;
        }
        Some(pointer)
    }
}
