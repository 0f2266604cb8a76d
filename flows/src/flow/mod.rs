//! What a Flow's text means: screens, components, actions and ways between screens, as cheap views over
//! the [`Tree`]. Nothing is copied and nothing is judged: what is missing or odd is simply not there.

mod action;
mod component;
mod data;
mod screen;

use std::borrow::Cow;
use std::collections::HashMap;

pub use action::{Action, Slot};
pub use component::{Component, Holder};
pub use data::{DataModel, is_required_list};
pub use screen::Screen;

pub use crate::facts::{ComponentKind, Version};
use crate::json::{Node, Tree};

/// A Flow.
#[derive(Debug, Clone)]
pub struct Flow<'t> {
    /// The outermost object.
    pub root: Node<'t>,
    /// `version`, as far as it is one.
    pub version: Option<Version>,
    /// `data_api_version`: present means the Flow asks an endpoint.
    pub data_api_version: Option<Node<'t>>,
    /// `routing_model`.
    pub routing_model: Option<Node<'t>>,
    /// In file order.
    pub screens: Vec<Screen<'t>>,
    /// Places of the screens by id, of double ids the first.
    places: HashMap<Cow<'t, str>, usize>,
}

impl<'t> Flow<'t> {
    /// Looks at a tree. Of screens only the outermost members are read.
    pub fn of(tree: &'t Tree) -> Self {
        let root = tree.root();
        let screens = root.get("screens").into_iter().flat_map(Node::items).enumerate();
        let screens: Vec<Screen<'t>> = screens.map(|(index, node)| Screen::of(node, index)).collect();
        let mut places = HashMap::new();
        for screen in &screens {
            places.entry(screen.id.clone()).or_insert(screen.index);
        }
        Self {
            root,
            version: root.get("version").and_then(|v| v.as_str()?.parse().ok()),
            data_api_version: root.get("data_api_version"),
            routing_model: root.get("routing_model"),
            screens,
            places,
        }
    }

    /// Names for the screens that are unique in the file, in file order: the id where it stands once, else
    /// `#` and the place in `screens`.
    pub fn keys(&self) -> Vec<String> {
        let mut uses: HashMap<&str, usize> = HashMap::new();
        for screen in &self.screens {
            *uses.entry(&screen.id).or_default() += 1;
        }
        let named = |id: &str| !id.is_empty() && uses.get(id) == Some(&1);
        let key = |screen: &Screen<'_>| {
            if named(&screen.id) { screen.id.to_string() } else { format!("#{}", screen.index) }
        };
        self.screens.iter().map(key).collect()
    }

    /// The first screen of that id.
    pub fn screen(&self, id: &str) -> Option<&Screen<'t>> {
        self.screens.get(*self.places.get(id)?)
    }
}
