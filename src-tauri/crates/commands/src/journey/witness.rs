use flows::engine::Refusal;
use flows::journey::{JourneyName, NodeId};
use flows::mirror::RunWay;
use flows::window::{self, Settled};

use crate::App;
use crate::wire::{Error, Witness};

/// The shortest run in which a step's message is refused, as the proof over all runs found it; none: no run was found.
pub fn witness(app: &App, journey: &str, step: &str) -> Result<Option<Witness>, Error> {
    let (name, project) = app.journey(journey, |open| {
        let name = open.document().name().to_owned();
        let project = open.beside().played(&name, open.document().shown());
        Ok((JourneyName(name), project))
    })?;
    let Some(proof) = window::prove(&project, &name) else { return Ok(None) };
    let step = NodeId(step.to_owned());
    let messages = proof.messages.iter().enumerate();
    let here = messages.filter(|(_, message)| message.journey == name && message.node == step);
    let found = here.flat_map(|(number, _)| [(number, Refusal::Window), (number, Refusal::Consent)]);
    for (number, why) in found {
        let Settled::Refused(witness) = proof.settle(number, why) else { continue };
        let ways = witness.path.iter().filter(|(journey, ..)| *journey == name);
        return Ok(Some(Witness {
            why,
            ways: ways
                .map(|(_, node, output)| RunWay { step: node.0.clone(), output: output.clone() })
                .collect(),
            refused_at: witness.refused_at.0,
            silent_for: witness.silent_for.map(|length| length.to_string()),
            script: serde_json::to_value(&witness.script).unwrap_or_default(),
        }));
    }
    Ok(None)
}
