//! A Flow as the preview reads it: its screens by key, its version, and the ways between screens.

use std::cell::OnceCell;

use super::route::Routes;
use crate::facts::Version;
use crate::flow::{Flow, Screen};
use crate::json::{Node, Tree};

/// A Flow's text, ready to be shown.
pub(super) struct Document<'t> {
    flow: Flow<'t>,
    /// Keys of the screens, in file order.
    pub(super) keys: Vec<String>,
    routes: OnceCell<Routes>,
}

impl<'t> Document<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let flow = Flow::of(tree);
        Self { keys: flow.keys(), flow, routes: OnceCell::new() }
    }

    /// The screen at a place in the file.
    pub(super) fn screen(&self, at: usize) -> Option<&Screen<'t>> {
        self.flow.screens.get(at)
    }

    /// Id of the screen at a place; empty when it has none.
    pub(super) fn id(&self, at: usize) -> &str {
        self.screen(at).map(|screen| &*screen.id).unwrap_or_default()
    }

    /// Key of the screen at a place.
    pub(super) fn key(&self, at: usize) -> String {
        self.keys.get(at).cloned().unwrap_or_default()
    }

    /// Place of the screen with that key.
    pub(super) fn by_key(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|own| own == key)
    }

    /// Place of the first screen with that id.
    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.flow.screen(id).map(|screen| screen.index)
    }

    /// Whether the Flow's version is that one or later. A missing or odd version counts as the newest.
    pub(super) fn since(&self, since: Version) -> bool {
        self.flow.version.is_none_or(|version| version >= since)
    }

    /// `data_api_version` as written; empty when missing.
    pub(super) fn data_api_version(&self) -> String {
        self.flow.data_api_version.and_then(Node::as_str).unwrap_or_default().into_owned()
    }

    /// The Flow itself.
    pub(super) fn flow(&self) -> &Flow<'t> {
        &self.flow
    }

    /// The ways between screens, worked out when first asked for.
    pub(super) fn routes(&self) -> &Routes {
        self.routes.get_or_init(|| Routes::new(&self.flow))
    }
}
