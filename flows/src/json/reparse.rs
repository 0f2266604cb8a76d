//! Following edits: only the innermost container that an edit lies in is read again.

use super::links::Links;
use super::parse::{Tree, read_exactly};
use super::syntax::to_u32;
use super::{NodeId, TextEdit};

impl Tree {
    /// Applies edits (sorted by place, not overlapping, offsets into the text as it is now) and follows
    /// them in the tree. The result is the same as parsing the new text.
    pub fn apply(&mut self, edits: &[TextEdit]) {
        // From the end, so that the offsets of those still to come stay right.
        for edit in edits.iter().rev() {
            self.apply_one(edit);
        }
    }

    fn apply_one(&mut self, edit: &TextEdit) {
        let span = edit.span;
        let enclosing = if self.error.is_none() { self.containers_around(edit) } else { Vec::new() };
        let (start, end) = (span.start as usize, span.end as usize);
        if self.text.get(start..end).is_none() {
            return;
        }
        self.links = Links::default();
        self.text.replace_range(start..end, &edit.text);
        if self.text.len() <= crate::facts::limits().file_bytes as usize {
            for depth in (0..enclosing.len()).rev() {
                if self.splice(&enclosing, depth, edit) {
                    if let Some(lines) = self.lines.get_mut() {
                        lines.follow(edit);
                    }
                    return;
                }
            }
        }
        *self = Self::parse(std::mem::take(&mut self.text));
    }

    /// Containers whose inside the edit lies in, outermost first.
    fn containers_around(&self, edit: &TextEdit) -> Vec<NodeId> {
        let mut around = Vec::new();
        let mut node = Some(self.root());
        while let Some(inner) = node {
            around.push(inner.id);
            node = inner.items_inside().find(|n| {
                n.is_container() && n.span().start < edit.span.start && edit.span.end < n.span().end
            });
        }
        let root = self.root().span();
        let inside = root.start < edit.span.start && edit.span.end < root.end;
        if inside && self.root().is_container() { around } else { Vec::new() }
    }

    /// Reads the container at `depth` of `enclosing` again and puts it in place of the old one.
    fn splice(&mut self, enclosing: &[NodeId], depth: usize, edit: &TextEdit) -> bool {
        let Some(id) = enclosing.get(depth) else { return false };
        let old = self.entry(*id);
        let added = to_u32(edit.text.len());
        let removed = edit.span.len();
        let new_end = old.end - removed + added;
        let Some(fresh) = read_exactly(&self.text, old.start as usize, new_end as usize, depth) else {
            return false;
        };
        let first = id.0 as usize;
        let last = first + old.size as usize;
        let grown = to_u32(fresh.len());
        for outer in enclosing.iter().take(depth) {
            if let Some(entry) = self.entries.get_mut(outer.0 as usize) {
                entry.size = entry.size - old.size + grown;
                entry.end = entry.end - removed + added;
            }
        }
        if added != removed {
            for entry in self.entries.iter_mut().skip(last) {
                entry.start = entry.start - removed + added;
                entry.end = entry.end - removed + added;
            }
        }
        self.entries.splice(first..last, fresh);
        true
    }
}
