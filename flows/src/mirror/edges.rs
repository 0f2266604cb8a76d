//! Ways from screen to screen, as the map draws them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Edge, EdgeKind};
use crate::edit::view::{Action, ScreenNode};
use crate::edit::{routing, view};
use crate::json::{Node, Pointer, Tree};

/// Where the actions of one screen lead.
#[derive(Debug, PartialEq)]
pub(super) struct Ways {
    from: String,
    /// A `NavigationList` is on it, which leads where it likes.
    is_list: bool,
    leads: Vec<Way>,
}

#[derive(Debug, PartialEq)]
struct Way {
    to: String,
    via: Pointer,
    label: String,
}

impl Ways {
    /// Reads a screen; nothing outside it counts.
    pub(super) fn of(screen: ScreenNode<'_>) -> Self {
        let parts = screen.parts();
        let way = |action: Action<'_>| {
            Some(Way { to: action.target()?, label: label(action.holder), via: action.at })
        };
        Self {
            from: screen.id(),
            is_list: parts
                .iter()
                .any(|part| part.node.get("type").is_some_and(|kind| kind.is_str("NavigationList"))),
            leads: parts.iter().flat_map(view::actions).filter_map(way).collect(),
        }
    }
}

/// Every way: `navigate` actions in file order, then routes that only the model has.
pub(super) fn edges(tree: &Tree, screens: &[Arc<Ways>]) -> Vec<Edge> {
    let places: BTreeMap<&str, usize> =
        screens.iter().enumerate().rev().map(|(place, screen)| (screen.from.as_str(), place)).collect();
    let routes: BTreeSet<(String, String)> = routing::routes(tree).into_iter().collect();
    let has_model = routing::model(tree).is_some();
    let mut edges = Vec::new();
    let mut taken = BTreeSet::new();
    for Ways { from, is_list, leads } in screens.iter().map(Arc::as_ref) {
        for Way { to, via, label } in leads {
            let way = (from.clone(), to.clone());
            let unlisted = has_model && !is_list && !routes.contains(&way);
            let broken = !places.contains_key(to.as_str()) || from == to || unlisted;
            edges.push(Edge {
                from: from.clone(),
                to: to.clone(),
                kind: EdgeKind::Navigate,
                via: via.clone(),
                label: label.clone(),
                broken,
            });
            taken.insert(way);
        }
    }
    for (from, to) in &routes {
        let backward = routes.contains(&(to.clone(), from.clone()))
            && places.get(from.as_str()) >= places.get(to.as_str());
        if backward {
            edges.iter_mut().filter(|e| e.from == *from && e.to == *to).for_each(|e| e.broken = true);
        }
        if taken.contains(&(from.clone(), to.clone())) {
            continue;
        }
        let unknown = !places.contains_key(from.as_str()) || !places.contains_key(to.as_str());
        edges.push(Edge {
            from: from.clone(),
            to: to.clone(),
            kind: EdgeKind::Route,
            via: Pointer::root().key("routing_model").key(from),
            label: String::new(),
            broken: unknown || backward || from == to,
        });
    }
    edges
}

/// What people press.
fn label(holder: Node<'_>) -> String {
    let title = holder.get("main-content").map(|content| view::text_of(content, "title"));
    let words = ["label", "text", "title"].iter().map(|key| view::text_of(holder, key));
    title.into_iter().chain(words).find(|text| !text.is_empty()).unwrap_or_default()
}
