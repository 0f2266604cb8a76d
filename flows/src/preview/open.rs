//! A screen comes up: at the beginning, going on, going back, or because the endpoint says so.

use super::act::{Hand, Next};
use super::document::Document;
use super::endpoint;
use super::layout::parts;
use super::render::current;
use super::scene::Scene;
use super::state::{Outcome, PreviewState};
use crate::facts::Version;

/// Versions in which the select action of a whole input also runs when its screen comes up: from the first
/// up to the second one, without it.
const SELECTS_ON_ARRIVAL: (Version, Version) = (Version::new(6, 0), Version::new(7, 0));

/// What happens on the screen that the state has come to. `outcome`: how it came there.
pub(super) fn arrive(document: &Document<'_>, state: PreviewState, outcome: Outcome) -> Next {
    let (first, after) = SELECTS_ON_ARRIVAL;
    if !document.since(first) || document.since(after) {
        return (state, outcome);
    }
    let here = state.clone();
    let scene = Scene::new(document, &here, current(document, &here));
    let json = scene.screen.clone();
    let hand = Hand { scene: &scene, parts: parts(&scene, &json) };
    let mut state = state;
    for part in &hand.parts {
        let action = part.component.get("on-select-action");
        let name = action.and_then(|action| action.get("name")?.as_str());
        if !matches!(name, Some("update_data" | "data_exchange")) {
            continue;
        }
        let (next, led) = hand.run(action, state);
        state = next;
        if state.waiting {
            return (state, led);
        }
    }
    (state, outcome)
}

impl Hand<'_> {
    /// The Flow is opened by the message.
    pub(super) fn open(&self, exchange: bool) -> Next {
        if exchange {
            return endpoint::open(self.scene.document, self.scene.state);
        }
        arrive(self.scene.document, self.state(), Outcome::Stay)
    }
}
