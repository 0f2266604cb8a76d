//! What is to be done with one template, by what the account has and by Meta's rules for edits. Pure.

use cloud::models::{Template, TemplateStatus};
use flows::diff::{Before, CATEGORY, Difference, template_differences};
use flows::facts;
use serde_json::{Map, Value, json};
use store::Live;

use super::local::{Key, LocalTemplate, category};
use super::said::{GONE, Said, word};
use crate::account::Side;
use crate::publish::decide::mend_first;
use crate::wire::{PlanAction, PlanKind, PlanRow};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = 30 * DAY;

/// What is known of a template and its account. Times in milliseconds since 1970.
pub(in crate::publish) struct Known<'a> {
    /// What the books have.
    pub(in crate::publish) live: Option<&'a Live>,
    /// What the account has.
    pub(in crate::publish) there: Option<&'a Template>,
    /// When it was edited while it was approved, oldest first.
    pub(in crate::publish) edits: &'a [i64],
    /// When templates were created in the account, oldest first; those that the plan creates count too.
    pub(in crate::publish) creations: &'a [i64],
    /// How many templates the account has, when that is known.
    pub(in crate::publish) count: Option<usize>,
    pub(in crate::publish) now: i64,
    pub(in crate::publish) side: &'a Side,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::publish) struct Decision {
    pub(in crate::publish) action: PlanAction,
    pub(in crate::publish) reason: String,
    pub(in crate::publish) differences: Vec<Difference>,
    pub(in crate::publish) wait_until: Option<i64>,
}

impl Decision {
    fn new(action: PlanAction, reason: impl Into<String>) -> Self {
        Self { action, reason: reason.into(), differences: Vec::new(), wait_until: None }
    }

    fn until(mut self, time: i64) -> Self {
        self.wait_until = Some(time);
        self
    }

    /// The row of the plan.
    pub(in crate::publish) fn row(self, local: &LocalTemplate, there: Option<&Template>) -> PlanRow {
        let (kind, action) = (PlanKind::Template, self.action);
        PlanRow {
            language: Some(local.key.language.clone()),
            category: Some(local.category.clone()).filter(|category| !category.is_empty()),
            wait_until: self.wait_until.map(|time| time.to_string()),
            differences: self.differences,
            blocked: local.blocked.clone(),
            remote_id: there.map(|there| there.id.to_string()),
            standing: there.and_then(|there| there.status.as_ref()).and_then(word),
            ..PlanRow::new(kind, &local.message, &local.name, action, self.reason)
        }
    }
}

/// Decides.
pub(in crate::publish) fn decide(local: &LocalTemplate, known: &Known<'_>) -> Decision {
    let name = known.side.name();
    if !local.blocked.is_empty() {
        return Decision::new(PlanAction::Blocked, mend_first(local.blocked.len(), name));
    }
    match known.there {
        Some(there) => {
            let differences = changes(local, known.live, there);
            Decision { differences: differences.clone(), ..change(local, known, there, &differences) }
        }
        None => create(local, known),
    }
}

/// Differences between what the account has and what is here: what was written since it was sent in, when the account
/// still has what was sent in.
pub(super) fn changes(local: &LocalTemplate, live: Option<&Live>, there: &Template) -> Vec<Difference> {
    let told = payload(there);
    let has = |text: &str| template_differences(&told, text, Before::Told);
    let sent = sent(local, live).filter(|sent| {
        // Meta may have filed it as something else.
        has(sent).iter().all(|difference| difference.place == CATEGORY)
    });
    let mut found = match sent {
        Some(sent) => template_differences(sent, &local.text, Before::Written),
        None => has(&local.text),
    };
    if filed(there) == local.category {
        found.retain(|difference| difference.place != CATEGORY);
    }
    found
}

/// Whether the account has what is here, whatever it files it under.
pub(super) fn is_there(local: &LocalTemplate, there: &Template) -> bool {
    changes(local, None, there).iter().all(|difference| difference.place == CATEGORY)
}

/// What was sent in last under this name, when that is known.
fn sent<'l>(local: &LocalTemplate, live: Option<&'l Live>) -> Option<&'l str> {
    live?.text.as_deref().filter(|text| Key::of(text) == local.key)
}

/// What the account tells, as a payload.
fn payload(there: &Template) -> String {
    let mut all = Map::new();
    let members = [
        ("category", there.category.as_ref().map(|category| json!(category))),
        ("parameter_format", there.parameter_format.as_ref().map(|format| json!(format))),
        ("message_send_ttl_seconds", there.message_send_ttl_seconds.map(|seconds| json!(seconds))),
        ("components", there.components.clone()),
    ];
    all.extend(members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    Value::Object(all).to_string()
}

fn filed(there: &Template) -> String {
    there.category.as_ref().and_then(word).unwrap_or_default()
}

fn create(local: &LocalTemplate, known: &Known<'_>) -> Decision {
    let (facts, name) = (facts::account(), known.side.name());
    if known.count.is_some_and(|count| count >= facts.templates_verified) {
        let most = facts.templates_verified;
        return Decision::new(
            PlanAction::Blocked,
            format!("The account has {most} templates, the most there may be. Delete one there first."),
        );
    }
    if let Some(free) = name_is_free(local, known) {
        let days = facts.blocked_name_days;
        return Decision::new(
            PlanAction::Wait,
            format!("It was deleted at {}, which keeps the name of a deleted template for {days} days. Give it another name, or wait.", known.side.inside()),
        )
        .until(free);
    }
    let lately: Vec<i64> = known.creations.iter().copied().filter(|at| *at > known.now - HOUR).collect();
    if let Some(full) = lately.len().checked_sub(facts.creations_per_hour) {
        let most = facts.creations_per_hour;
        return Decision::new(PlanAction::Wait, format!("{name} takes {most} new templates an hour."))
            .until(lately.get(full).map_or(known.now, |first| first + HOUR));
    }
    let again = if was_sent(local, known) { " It has none of this name any more." } else { "" };
    Decision::new(PlanAction::Create, format!("New. {name} looks at it before it can be sent.{again}"))
}

fn was_sent(local: &LocalTemplate, known: &Known<'_>) -> bool {
    sent(local, known.live).is_some()
}

/// When the name of one that was deleted may be taken again, at the earliest: all that is known is when it was still there.
fn name_is_free(local: &LocalTemplate, known: &Known<'_>) -> Option<i64> {
    let live = known.live.filter(|_| was_sent(local, known))?;
    let before = if live.status == GONE { Said::read(live).before } else { Some(live.status.clone()) };
    let was_approved = matches!(before.as_deref(), Some("APPROVED" | "PAUSED" | "DISABLED" | "ARCHIVED"));
    let free = live.at + facts::account().blocked_name_days * DAY;
    (was_approved && free > known.now).then_some(free)
}

fn change(
    local: &LocalTemplate,
    known: &Known<'_>,
    there: &Template,
    differences: &[Difference],
) -> Decision {
    let (facts, name) = (facts::account(), known.side.name());
    let status = there.status.as_ref().and_then(word).unwrap_or_default();
    if differences.is_empty() {
        let reason = match there.status {
            Some(TemplateStatus::Pending | TemplateStatus::InAppeal) => {
                format!("It is what {name} is looking at.")
            }
            Some(TemplateStatus::Rejected) => {
                format!("It is what {name} refused. Change it before you send it in again.")
            }
            Some(TemplateStatus::Approved) => "It is the same as what is approved.".to_owned(),
            _ => format!("{name} has the same."),
        };
        return Decision::new(PlanAction::Skip, reason);
    }
    if !facts.edited_when.contains(&status) {
        return match there.status {
            Some(TemplateStatus::Pending | TemplateStatus::InAppeal) => Decision::new(
                PlanAction::Wait,
                format!("{name} is looking at it. It can be changed once that is done."),
            ),
            _ => Decision::new(
                PlanAction::Blocked,
                format!(
                    "{name} does not let it be changed as it stands ({status}). Give it another name to send it in as a new one."
                ),
            ),
        };
    }
    let written = |value: &str| if value.eq_ignore_ascii_case("NAMED") { "by name" } else { "by number" };
    let (here, at) = (format_of(&local.text), there.parameter_format.clone().unwrap_or_default());
    if written(&here) != written(&at) {
        return Decision::new(
            PlanAction::Blocked,
            format!(
                "Its details are written {} here and {} at {}, which cannot be changed. Give it another name to send it in as a new one.",
                written(&here),
                written(&at),
                known.side.inside()
            ),
        );
    }
    if there.status == Some(TemplateStatus::Approved)
        && let Some(decision) = not_of_approved(local, known, there)
    {
        return decision;
    }
    let reason = match (&there.status, sent(local, known.live).is_some()) {
        (Some(TemplateStatus::Rejected), _) => format!("{name} refused it. You changed it since."),
        (_, true) => "You changed it since it was sent in.".to_owned(),
        (_, false) => format!("{name} has one of this name, which differs."),
    };
    Decision::new(PlanAction::Change, format!("{reason} {name} looks at it again."))
}

/// Why an approved template may not be changed like this, or not yet.
fn not_of_approved(local: &LocalTemplate, known: &Known<'_>, there: &Template) -> Option<Decision> {
    let facts = facts::account();
    let filed = filed(there);
    let same = sent(local, known.live).is_some_and(|sent| category(sent) == local.category);
    if local.category != filed && !same {
        return Some(Decision::new(
            PlanAction::Blocked,
            format!(
                "The category of an approved template cannot be changed. Make it {filed} again, or give it another name."
            ),
        ));
    }
    let within = |time: i64| known.edits.iter().copied().filter(move |at| *at > known.now - time);
    // The one that has to grow old first, for as many as there may be.
    let full = |time: i64, most: usize| {
        let all: Vec<i64> = within(time).collect();
        all.len().checked_sub(most).and_then(|first| Some(all.get(first)? + time))
    };
    let (month, day) = (full(MONTH, facts.edits_in_30_days), full(DAY, facts.edits_in_24_hours));
    if month.is_some_and(|month| day.is_none_or(|day| month >= day)) {
        let reason = format!(
            "An approved template may be changed {} times in 30 days, and you did.",
            facts.edits_in_30_days
        );
        return Some(Decision::new(PlanAction::Wait, reason).until(month?));
    }
    day.map(|free| {
        let reason = "An approved template may be changed once in 24 hours, and you did.";
        Decision::new(PlanAction::Wait, reason).until(free)
    })
}

fn format_of(text: &str) -> String {
    let tree = flows::json::Tree::parse(text);
    let format = tree.root().get("parameter_format").and_then(flows::json::Node::as_str);
    format.map(Into::into).unwrap_or_default()
}
