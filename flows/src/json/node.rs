//! Looking at the tree.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use super::decode;
use super::parse::{Entry, Tag, Tree, print};
use super::{Pointer, Span, Step};

/// Names a value of one revision of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// Any number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// A value in its tree. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    pub(super) tree: &'t Tree,
    pub(super) id: NodeId,
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {}", self.id, self.raw())
    }
}

/// A name and its value.
#[derive(Debug, Clone, Copy)]
pub struct Member<'t> {
    /// The name, as a string node.
    pub name: Node<'t>,
    /// The value.
    pub value: Node<'t>,
}

impl<'t> Member<'t> {
    /// The name, escapes resolved.
    pub fn key(&self) -> Cow<'t, str> {
        self.name.as_str().unwrap_or_default()
    }
}

impl<'t> Node<'t> {
    fn entry(self) -> Entry {
        self.tree.entry(self.id)
    }

    /// Its id.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The tree it stands in.
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        match self.entry().tag {
            Tag::Null => Kind::Null,
            Tag::False | Tag::True => Kind::Boolean,
            Tag::Number => Kind::Number,
            Tag::Text | Tag::EscapedText => Kind::String,
            Tag::Array => Kind::Array,
            Tag::Object => Kind::Object,
        }
    }

    /// Its bytes.
    pub fn span(self) -> Span {
        let entry = self.entry();
        Span::new(entry.start, entry.end)
    }

    /// Its text as it stands in the file.
    pub fn raw(self) -> &'t str {
        self.span().of(&self.tree.text)
    }

    /// The string, escapes resolved (a lone surrogate becomes U+FFFD); `None` for other values.
    pub fn as_str(self) -> Option<Cow<'t, str>> {
        let entry = self.entry();
        match entry.tag {
            Tag::Text => {
                let inner = Span::new(entry.start + 1, entry.end.saturating_sub(1));
                Some(Cow::Borrowed(inner.of(&self.tree.text)))
            }
            Tag::EscapedText => Some(Cow::Owned(decode::string(self.raw()))),
            _ => None,
        }
    }

    /// The boolean; `None` for other values.
    pub fn as_bool(self) -> Option<bool> {
        match self.entry().tag {
            Tag::True => Some(true),
            Tag::False => Some(false),
            _ => None,
        }
    }

    /// The number as JavaScript reads it; `None` for other values.
    pub fn as_f64(self) -> Option<f64> {
        (self.entry().tag == Tag::Number).then(|| self.raw().parse().unwrap_or(f64::NAN))
    }

    /// Members in file order, double names included. Empty for other values.
    pub fn members(self) -> Members<'t> {
        Members(if self.kind() == Kind::Object { self.items_inside() } else { Items::none(self.tree) })
    }

    /// Items of an array. Empty for other values.
    pub fn items(self) -> Items<'t> {
        if self.kind() == Kind::Array { self.items_inside() } else { Items::none(self.tree) }
    }

    /// What a container holds one level down: items, or names and values in turn.
    pub(super) fn items_inside(self) -> Items<'t> {
        Items { tree: self.tree, next: self.id.0 + 1, end: self.id.0 + self.entry().size }
    }

    /// The member of that name, the last one when there are several, as `JSON.parse` has it.
    #[inline]
    pub fn member(self, key: &str) -> Option<Member<'t>> {
        let object = self.entry();
        if object.tag != Tag::Object {
            return None;
        }
        let mut found = None;
        let mut at = self.id.0 + 1;
        let end = self.id.0 + object.size;
        while at + 1 < end {
            let name = self.tree.entry(NodeId(at));
            if self.tree.reads(name, key) {
                found = Some(at);
            }
            at += 1 + self.tree.entry(NodeId(at + 1)).size;
        }
        found.map(|at| Member { name: self.tree.node(NodeId(at)), value: self.tree.node(NodeId(at + 1)) })
    }

    /// Members whose name stood before in the same object.
    pub fn repeated(self) -> impl Iterator<Item = Member<'t>> {
        /// In larger objects names are looked up.
        const FEW: usize = 16;
        let members = self.members();
        let is_large = members.clone().nth(FEW).is_some();
        let mut known = HashSet::new();
        let mut prints = [0; FEW];
        self.members().enumerate().filter_map(move |(index, member)| {
            let twice = if is_large {
                !known.insert(member.key())
            } else {
                let entry = member.name.entry();
                // An escaped name may be any other.
                let alike = entry.tag == Tag::EscapedText
                    || prints.iter().take(index).any(|p| *p == entry.print || *p == 0);
                if let Some(print) = prints.get_mut(index) {
                    *print = entry.print;
                }
                alike && members.clone().take(index).any(|earlier| earlier.name.is_str(&member.key()))
            };
            twice.then_some(member)
        })
    }

    /// The value of the member of that name.
    #[inline]
    pub fn get(self, key: &str) -> Option<Node<'t>> {
        self.member(key).map(|member| member.value)
    }

    /// The item at that place.
    pub fn item(self, index: usize) -> Option<Node<'t>> {
        self.items().nth(index)
    }

    /// How many values and names it is made of, itself included.
    pub fn count(self) -> usize {
        self.entry().size as usize
    }

    /// Whether it is this string.
    #[inline]
    pub fn is_str(self, text: &str) -> bool {
        self.tree.reads(self.entry(), text)
    }

    /// Whether it is this string, upper or lower case (of ASCII letters).
    pub fn is_str_ignoring_case(self, text: &str) -> bool {
        self.as_str().is_some_and(|own| own.eq_ignore_ascii_case(text))
    }

    /// As a serde value: the last of double names wins, numbers beyond f64 are cut to its range.
    pub fn to_value(self) -> Value {
        match self.kind() {
            Kind::Null => Value::Null,
            Kind::Boolean => Value::Bool(self.entry().tag == Tag::True),
            Kind::Number => decode::number(self.raw()),
            Kind::String => Value::String(self.as_str().unwrap_or_default().into_owned()),
            Kind::Array => Value::Array(self.items().map(Node::to_value).collect()),
            Kind::Object => Value::Object(
                self.members().map(|member| (member.key().into_owned(), member.value.to_value())).collect(),
            ),
        }
    }

    pub(super) fn is_container(self) -> bool {
        matches!(self.kind(), Kind::Array | Kind::Object)
    }

    /// Way from the root to here.
    pub fn steps(self) -> Vec<Step> {
        if self.tree.links.get(self.id.0).is_some() { self.steps_up() } else { self.steps_down() }
    }

    fn steps_up(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut at = self;
        while let Some(link) = self.tree.links.get(at.id.0).filter(|link| link.parent != at.id.0) {
            let parent = self.tree.node(NodeId(link.parent));
            // A member's name stands right before its value.
            let name = if link.index % 2 == 0 { at } else { self.tree.node(NodeId(at.id.0 - 1)) };
            steps.push(match parent.kind() {
                Kind::Array => Step::Index(link.index as usize),
                _ => Step::Key(name.as_str().unwrap_or_default().into_owned()),
            });
            at = parent;
        }
        steps.reverse();
        steps
    }

    fn steps_down(self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut passed = 0;
        let mut at = self.tree.root();
        while at.id != self.id {
            let mut inside = |node: &Node<'_>| {
                passed += 1;
                self.id.0 < node.id.0 + node.entry().size
            };
            let next = match at.kind() {
                Kind::Array => at.items().enumerate().find(|(_, item)| inside(item)).map(|(i, item)| {
                    steps.push(Step::Index(i));
                    item
                }),
                // A member's name is found too: it stands right before its value.
                _ => at.members().find(|member| inside(&member.value)).map(|member| {
                    steps.push(Step::Key(member.key().into_owned()));
                    if self.id == member.name.id { member.name } else { member.value }
                }),
            };
            match next {
                Some(node) => at = node,
                None => break,
            }
        }
        self.tree.links.walked(passed, &self.tree.entries);
        steps
    }

    /// JSON Pointer from the root to here. A member's name has the pointer of its value.
    pub fn pointer(self) -> Pointer {
        Pointer::from_steps(&self.steps())
    }

    /// The container this stands in; `None` for the root.
    pub fn parent(self) -> Option<Node<'t>> {
        if let Some(link) = self.tree.links.get(self.id.0) {
            return (link.parent != self.id.0).then(|| self.tree.node(NodeId(link.parent)));
        }
        let mut at = self.tree.root();
        while at.id != self.id {
            let next = at.items_inside().find(|node| self.id.0 < node.id.0 + node.entry().size)?;
            if next.id == self.id {
                return Some(at);
            }
            at = next;
        }
        None
    }
}

impl Tree {
    /// Whether an entry is this string.
    #[inline]
    fn reads(&self, entry: Entry, text: &str) -> bool {
        match entry.tag {
            Tag::Text => entry.print == print(text.as_bytes()) && self.inside(entry) == Some(text.as_bytes()),
            Tag::EscapedText => decode::string(Span::new(entry.start, entry.end).of(&self.text)) == text,
            _ => false,
        }
    }

    /// The bytes between the quotes.
    fn inside(&self, entry: Entry) -> Option<&[u8]> {
        self.text.as_bytes().get(entry.start as usize + 1..(entry.end as usize).saturating_sub(1))
    }

    /// The value at a pointer. With double names the last one counts.
    pub fn at(&self, pointer: &Pointer) -> Option<Node<'_>> {
        let mut node = self.root();
        for step in pointer.tokens() {
            node = match node.kind() {
                Kind::Array => {
                    let plain = step == "0" || !step.starts_with('0');
                    let index = step.bytes().all(|b| b.is_ascii_digit()).then(|| step.parse().ok()).flatten();
                    node.item(index.filter(|_| plain)?)?
                }
                _ => node.get(&step)?,
            };
        }
        Some(node)
    }

    /// The innermost value (or member name) that covers a byte; the root when none does.
    pub fn at_offset(&self, byte: u32) -> Node<'_> {
        let mut node = self.root();
        loop {
            let inner = node.items_inside().find(|n| {
                let span = n.span();
                span.start <= byte && byte < span.end
            });
            match inner {
                Some(next) => node = next,
                None => return node,
            }
        }
    }
}

/// Values one after another.
#[derive(Clone)]
pub struct Items<'t> {
    tree: &'t Tree,
    next: u32,
    end: u32,
}

impl<'t> Items<'t> {
    fn none(tree: &'t Tree) -> Self {
        Self { tree, next: 0, end: 0 }
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.next >= self.end {
            return None;
        }
        let node = Node { tree: self.tree, id: NodeId(self.next) };
        self.next += node.entry().size;
        Some(node)
    }
}

/// Members one after another.
#[derive(Clone)]
pub struct Members<'t>(Items<'t>);

impl<'t> Iterator for Members<'t> {
    type Item = Member<'t>;

    fn next(&mut self) -> Option<Member<'t>> {
        let name = self.0.next()?;
        Some(Member { name, value: self.0.next()? })
    }
}
