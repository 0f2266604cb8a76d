use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::journey::{Journey, Reach};

use crate::wire::Error;
use crate::{App, flow, message};

/// Ids of the Flows and templates in the workspace that a journey uses: what is published with it, Flows first.
pub fn uses(app: &App, journey: &str) -> Result<Vec<String>, Error> {
    let journey = app.journey(journey, |open| Ok(Journey::read(open.document().shown())))?;
    let (mut flows, mut templates) = (BTreeSet::new(), BTreeSet::new());
    for sent in journey.nodes.iter().flat_map(|node| node.body.sends()) {
        let parameters = sent.payload.and_then(|payload| payload.0.pointer("/interactive/action/parameters"));
        flows.extend(parameters.and_then(|it| it.get("flow_name")?.as_str()).map(str::to_owned));
        let used = match sent.reach {
            Reach::Template(used) | Reach::InWindow(Some(used)) => used,
            Reach::InWindow(None) => continue,
        };
        let language = used.language.as_ref().unwrap_or(&journey.settings.language);
        templates.insert((used.name.clone(), language.clone()));
    }
    let mut ids: Vec<String> =
        flow::list(app)?.into_iter().filter(|card| flows.contains(&card.name)).map(|card| card.id).collect();
    let here = message::list(app)?.into_iter().filter(|card| card.kind == DocumentKind::Template);
    ids.extend(
        here.filter_map(|card| templates.contains(&(card.remote_name?, card.language?)).then_some(card.id)),
    );
    Ok(ids)
}
