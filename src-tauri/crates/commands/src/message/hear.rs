use cloud::models::{QualityScore, RejectedReason, TemplateCategory};
use serde::Deserialize;
use serde_json::Value;
use store::Live;

use crate::App;
use crate::publish::{GONE, Said, word};
use crate::wire::{Code, Error};

/// What Meta posts to a business, as far as it is about templates.
#[derive(Deserialize)]
struct Payload {
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    /// Seconds since 1970.
    time: Option<i64>,
    changes: Vec<Change>,
}

#[derive(Deserialize)]
struct Change {
    field: String,
    value: Value,
}

#[derive(Deserialize)]
struct Update {
    /// A number here, a text elsewhere in the API.
    message_template_id: Value,
    event: Option<String>,
    reason: Option<RejectedReason>,
    rejection_info: Option<Info>,
    new_quality_score: Option<QualityScore>,
    new_category: Option<TemplateCategory>,
    correct_category: Option<TemplateCategory>,
}

#[derive(Deserialize)]
struct Info {
    reason: Option<String>,
    recommendation: Option<String>,
}

/// Takes what Meta posted to the business's own address and writes down what it says of templates that were sent in
/// here, as if the account had been asked. What is older than what the account said when it was asked is passed over, as are
/// templates that are not here. Gives how many were written down.
pub fn hear(app: &App, account: &str, payload: &str) -> Result<usize, Error> {
    let payload: Payload = serde_json::from_str(payload)
        .map_err(|_| Error::new(Code::BadAnswer, "This is nothing that Meta posts to a business."))?;
    let known = app.store(|workspace| workspace.all_live())?;
    let mut known: Vec<Live> = known.into_iter().filter(|live| live.account == account).collect();
    let mut changed = vec![false; known.len()];
    for entry in payload.entry {
        let at = entry.time.map_or_else(|| app.host().now(), |seconds| seconds.saturating_mul(1000));
        for change in entry.changes {
            let is_ours =
                change.field.starts_with("message_template_") || change.field == "template_category_update";
            let Some(update) = is_ours.then(|| Update::deserialize(change.value).ok()).flatten() else {
                continue;
            };
            let id = match &update.message_template_id {
                Value::String(id) => id.clone(),
                other => other.to_string(),
            };
            for (live, changed) in known.iter_mut().zip(&mut changed) {
                // Meta's times are whole seconds.
                if live.remote_id == id && at + 999 >= live.at {
                    *live = update.onto(live, at.max(live.at));
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

impl Update {
    /// What the books have after it.
    fn onto(&self, live: &Live, at: i64) -> Live {
        let mut said = Said::read(live);
        let mut status = live.status.clone();
        match self.event.as_deref() {
            // Something else is told of it; it stands where it stood.
            None | Some("FLAGGED" | "LOCKED") => {}
            Some("REINSTATED" | "UNARCHIVED") => "APPROVED".clone_into(&mut status),
            Some(event) => {
                if event == GONE && status != GONE {
                    said.before = Some(status.clone());
                }
                event.clone_into(&mut status);
                said.reason =
                    self.reason.as_ref().filter(|reason| **reason != RejectedReason::None).and_then(word);
                let info = self.rejection_info.as_ref();
                let lines = info.map(|info| [info.reason.clone(), info.recommendation.clone()]);
                let lines: Vec<String> = lines.into_iter().flatten().flatten().collect();
                said.advice = Some(lines.join(" ")).filter(|advice| !advice.is_empty());
            }
        }
        if let Some(score) = self.new_quality_score.as_ref().and_then(word) {
            said.quality = Some(score);
        }
        if let Some(category) = self.new_category.as_ref().and_then(word) {
            said.category = Some(category);
            said.correct_category = self.correct_category.as_ref().and_then(word);
        }
        Live { status, detail: said.written(), at, ..live.clone() }
    }
}
