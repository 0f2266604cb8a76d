//! The tree of an expression, flat: children stand before their parents.

/// Index of a node.
pub(super) type Id = usize;

/// One node.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// A bare name.
    Name(String),
    /// A number as written.
    Number { value: f64, raw: String },
    /// A text without its quotes.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
    /// `null`
    Null,
    /// `this`
    This,
    /// `[a, b]`
    List(Vec<Id>),
    /// `!a`, `-a`
    Unary(&'static str, Id),
    /// `a + b`
    Binary(&'static str, Id, Id),
    /// `a.b`
    Member(Id, String),
    /// `a[b]`
    Index(Id, Id),
    /// `a(b)`
    Call(Id, Vec<Id>),
    /// `a ? b : c`
    Ternary(Id, Id, Id),
    /// `(a, b)`
    Sequence(Vec<Id>),
    /// `a b`: joined to one text.
    Joined(Vec<Id>),
}

/// A parsed expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// Children before parents, so that every pass is a loop; the root is the last.
    pub(super) nodes: Vec<Node>,
}

impl Expression {
    /// The dotted path of a chain of names, when the node is one.
    pub(super) fn path(&self, mut id: Id) -> Option<String> {
        let mut parts = Vec::new();
        loop {
            match self.nodes.get(id)? {
                Node::Member(object, property) => {
                    parts.push(property.as_str());
                    id = *object;
                }
                Node::Name(name) => {
                    parts.push(name);
                    parts.reverse();
                    return Some(parts.join("."));
                }
                _ => return None,
            }
        }
    }
}
