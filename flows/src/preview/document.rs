//! A Flow as the preview reads it: its screens by key, its version, and the ways between screens.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::route::Routes;
use crate::facts::Version;
use crate::json::{Node, Tree};

/// A screen's place in the text.
pub(super) struct Head<'t> {
    /// Unique in the file: the id, or `#index` where it cannot serve.
    pub(super) key: String,
    /// As written; empty when missing.
    pub(super) id: String,
    /// The screen.
    pub(super) node: Node<'t>,
}

/// A Flow's text, ready to be shown.
pub(super) struct Document<'t> {
    pub(super) heads: Vec<Head<'t>>,
    /// `data_api_version` as written; empty when missing.
    pub(super) data_api_version: String,
    version: Option<Version>,
    routes: OnceCell<Routes>,
    tree: &'t Tree,
}

impl<'t> Document<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let root = tree.root();
        let mut seen = HashSet::new();
        let heads = root.get("screens").into_iter().flat_map(Node::items).enumerate().map(|(index, node)| {
            let id = node.get("id").and_then(Node::as_str).unwrap_or_default().into_owned();
            let free = !id.is_empty() && seen.insert(id.clone());
            Head { key: if free { id.clone() } else { format!("#{index}") }, id, node }
        });
        Self {
            heads: heads.collect(),
            data_api_version: root
                .get("data_api_version")
                .and_then(Node::as_str)
                .unwrap_or_default()
                .into_owned(),
            version: root.get("version").and_then(Node::as_str).and_then(|text| text.parse().ok()),
            routes: OnceCell::new(),
            tree,
        }
    }

    /// Whether the Flow's version is that one or later. A missing or odd version counts as the newest.
    pub(super) fn since(&self, since: Version) -> bool {
        self.version.is_none_or(|version| version >= since)
    }

    /// Place of the screen with that key.
    pub(super) fn by_key(&self, key: &str) -> Option<usize> {
        self.heads.iter().position(|head| head.key == key)
    }

    /// Place of the first screen with that id.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.heads.iter().position(|head| head.id == id)
    }

    /// The ways between screens, worked out when first asked for.
    pub(super) fn routes(&self) -> &Routes {
        self.routes.get_or_init(|| Routes::new(self, self.tree.root().get("routing_model")))
    }
}
