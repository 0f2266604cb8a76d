use crate::json::{Kind, Member, Node};

/// A screen's `data`: what the screen is given, by name, each with a JSON Schema and an example.
#[derive(Debug, Clone, Copy)]
pub struct DataModel<'t> {
    /// Its object.
    pub node: Node<'t>,
}

impl<'t> DataModel<'t> {
    /// `None` when it is not an object.
    pub fn of(node: Node<'t>) -> Option<Self> {
        (node.kind() == Kind::Object).then_some(Self { node })
    }

    /// What the screen is given. A member `required` with a list in it, as JSON Schema has one, names no data.
    pub fn fields(&self) -> impl Iterator<Item = Member<'t>> + use<'t> {
        self.node.members().filter(|member| !is_required_list(member))
    }

    /// The schema of a key.
    pub fn schema(&self, key: &str) -> Option<Node<'t>> {
        self.node.get(key)
    }

    /// The schema that a path (`key`, `key.member`) leads to through `properties`.
    pub fn at(&self, mut path: impl Iterator<Item = impl AsRef<str>>) -> Option<Node<'t>> {
        let first = self.schema(path.next()?.as_ref())?;
        path.try_fold(first, |schema, key| schema.get("properties")?.get(key.as_ref()))
    }
}

/// JSON Schema's list of required members, which Meta takes beside the data.
pub fn is_required_list(member: &Member<'_>) -> bool {
    member.name.is_str("required") && member.value.kind() == Kind::Array
}
