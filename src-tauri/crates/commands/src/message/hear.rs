use cloud::models::RejectedReason;
use cloud::models::webhook::{ChangeValue, Digits, TemplateEvent, TemplateUpdate, Webhook};
use store::Live;

use crate::App;
use crate::publish::{GONE, Said, word};
use crate::wire::{Code, Error};

/// Takes what Meta posted to the business's own address and writes down what it says of templates that were sent in
/// here, as if the account had been asked. What is older than what the account said when it was asked is passed over, as are
/// templates that are not here. Gives how many were written down.
pub fn hear(app: &App, account: &str, payload: &str) -> Result<usize, Error> {
    let webhook = Webhook::parse(payload).map_err(|error| Error::new(Code::BadAnswer, error.to_string()))?;
    let known = app.store(|workspace| workspace.all_live())?;
    let mut known: Vec<Live> = known.into_iter().filter(|live| live.account == account).collect();
    let mut changed = vec![false; known.len()];
    for entry in webhook.entry {
        let seconds = entry.time.as_ref().and_then(Digits::number);
        let at = seconds.map_or_else(|| app.host().now(), |seconds| seconds.saturating_mul(1000));
        for change in entry.changes.unwrap_or_default() {
            let Some(ChangeValue::Template(update)) = change.value else { continue };
            let Some(id) = update.id.as_ref().and_then(Digits::number) else { continue };
            let id = id.to_string();
            for (live, changed) in known.iter_mut().zip(&mut changed) {
                // Meta's times are whole seconds.
                if live.remote_id == id && at + 999 >= live.at {
                    *live = after(live, &update, at.max(live.at));
                    *changed = true;
                }
            }
        }
    }
    let states: Vec<Live> =
        known.into_iter().zip(changed).filter(|(_, changed)| *changed).map(|(live, _)| live).collect();
    app.store(|workspace| workspace.put_states(&states))?;
    Ok(states.len())
}

/// What the books have after an update.
fn after(live: &Live, update: &TemplateUpdate, at: i64) -> Live {
    let mut said = Said::read(live);
    let mut status = live.status.clone();
    match &update.event {
        // Something else is told of it; it stands where it stood.
        None | Some(TemplateEvent::Flagged | TemplateEvent::Locked) => {}
        Some(TemplateEvent::Reinstated | TemplateEvent::Unarchived) => "APPROVED".clone_into(&mut status),
        Some(event) => {
            if event.name() == GONE && status != GONE {
                said.before = Some(status.clone());
            }
            event.name().clone_into(&mut status);
            let reason = update.reason.as_ref().filter(|reason| **reason != RejectedReason::None);
            said.reason = reason.and_then(word);
            let info = update.rejection_info.as_ref();
            let lines = info.map(|info| [info.reason.clone(), info.recommendation.clone()]);
            let lines: Vec<String> = lines.into_iter().flatten().flatten().collect();
            said.advice = Some(lines.join(" ")).filter(|advice| !advice.is_empty());
        }
    }
    if let Some(score) = update.new_quality_score.as_ref().and_then(word) {
        said.quality = Some(score);
    }
    if let Some(category) = update.new_category.as_ref().and_then(word) {
        said.category = Some(category);
        said.correct_category = update.correct_category.as_ref().and_then(word);
    }
    Live { status, detail: said.written(), at, ..live.clone() }
}
