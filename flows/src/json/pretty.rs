use super::Tree;
use super::node::{Kind, Node};

impl Tree {
    /// The same document written with two spaces of indentation and a line end at the end, without a byte
    /// order mark. Names, texts and numbers keep their spelling; double names stay.
    pub fn pretty(&self) -> String {
        let mut out = String::with_capacity(self.text().len());
        write(self.root(), 0, &mut out);
        out.push('\n');
        out
    }
}

fn write(node: Node<'_>, depth: usize, out: &mut String) {
    let object = node.kind() == Kind::Object;
    if !node.is_container() || node.items_inside().next().is_none() {
        // An empty container may have white space inside.
        match node.kind() {
            Kind::Object => out.push_str("{}"),
            Kind::Array => out.push_str("[]"),
            _ => out.push_str(node.raw()),
        }
        return;
    }
    out.push(if object { '{' } else { '[' });
    let mut first = true;
    let mut next = |out: &mut String| {
        out.push_str(if first { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        first = false;
    };
    for member in node.members() {
        next(out);
        out.push_str(member.name.raw());
        out.push_str(": ");
        write(member.value, depth + 1, out);
    }
    for item in node.items() {
        next(out);
        write(item, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(if object { '}' } else { ']' });
}
