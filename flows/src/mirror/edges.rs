//! Ways from screen to screen, as the map draws them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, EdgeKind};
use crate::edit::{routing, view};
use crate::json::{Node, Pointer, Tree};

/// Every way: `navigate` actions in file order, then routes that only the model has.
pub(super) fn edges(tree: &Tree) -> Vec<Edge> {
    let screens = view::screens(tree);
    let places: BTreeMap<String, usize> = screens.iter().rev().map(|s| (s.id(), s.index)).collect();
    let routes: BTreeSet<(String, String)> = routing::routes(tree).into_iter().collect();
    let has_model = routing::model(tree).is_some();
    let mut edges = Vec::new();
    let mut taken = BTreeSet::new();
    for screen in screens {
        let from = screen.id();
        let parts = screen.parts();
        let is_list = parts.iter().any(|part| part.kind() == "NavigationList");
        for action in parts.iter().flat_map(view::actions) {
            let Some(to) = action.target() else { continue };
            let unlisted = has_model && !is_list && !routes.contains(&(from.clone(), to.clone()));
            let broken = !places.contains_key(&to) || from == to || unlisted;
            taken.insert((from.clone(), to.clone()));
            let label = label(action.holder);
            edges.push(Edge {
                from: from.clone(),
                to,
                kind: EdgeKind::Navigate,
                via: action.at,
                label,
                broken,
            });
        }
    }
    for (from, to) in &routes {
        let backward = routes.contains(&(to.clone(), from.clone())) && places.get(from) >= places.get(to);
        if backward {
            edges.iter_mut().filter(|e| e.from == *from && e.to == *to).for_each(|e| e.broken = true);
        }
        if taken.contains(&(from.clone(), to.clone())) {
            continue;
        }
        let unknown = !places.contains_key(from) || !places.contains_key(to);
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
