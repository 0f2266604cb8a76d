//! What is to be done with one Flow. Pure.

use cloud::models::FlowStatus;
use flows::diff::{Difference, differences};
use flows::languages::Coverage;
use store::Live;

use super::local::Local;
use super::look::{Remote, goes_by};
use crate::account::Side;
use crate::wire::{PlanAction, PlanKind, PlanRow};

/// The row of the plan for a Flow.
pub(super) fn decide(
    local: &Local,
    live: Option<&Live>,
    remote: Option<&Remote>,
    in_doubt: bool,
    side: &Side,
) -> PlanRow {
    let (action, mut reason, differences) = judge(local, live, remote, side);
    if in_doubt && !matches!(action, PlanAction::Skip | PlanAction::Blocked) {
        reason = format!("The last time, publishing was broken off. {reason}");
    }
    PlanRow {
        screens: local.screens,
        differences,
        blocked: local.blocked.clone(),
        remote_id: remote.map(|remote| remote.id.to_string()),
        ..PlanRow::new(PlanKind::Flow, &local.flow, &local.name, action, reason)
    }
}

fn judge(
    local: &Local,
    live: Option<&Live>,
    remote: Option<&Remote>,
    side: &Side,
) -> (PlanAction, String, Vec<Difference>) {
    let name = side.name();
    if let Some(Coverage { translated, total }) = local.unfinished {
        let reason = format!("{translated} of {total} texts are translated. It waits until none is missing.");
        return (PlanAction::Skip, reason, Vec::new());
    }
    if !local.blocked.is_empty() {
        return (PlanAction::Blocked, mend_first(local.blocked.len(), name), Vec::new());
    }
    let Some(remote) = remote else {
        let again = if live.is_some() { " any more" } else { " yet" };
        return (PlanAction::Create, format!("{name} does not have it{again}."), Vec::new());
    };
    let changes = changes(local, remote);
    match remote.status {
        FlowStatus::Draft => {
            let published = live.is_some_and(|live| live.text.is_some() && remote.known);
            let reason = match (published, remote.known, remote.text.is_some()) {
                (true, ..) => {
                    format!("{name} has a newer draft of it; what was published before is still live.")
                }
                (false, true, _) => format!("{name} has it as a draft that was never published."),
                (false, false, true) => {
                    format!("{name} has a draft of this name. Its content will be replaced.")
                }
                (false, false, false) => format!("{name} has an empty draft of this name."),
            };
            (PlanAction::Change, reason, changes)
        }
        FlowStatus::Deprecated => (
            PlanAction::Replace,
            format!("{name} has one that was ended for good. A new one takes its place."),
            changes,
        ),
        _ if changes.is_empty() && remote.text.is_some() => {
            (PlanAction::Skip, "It is the same as what is live.".to_owned(), changes)
        }
        _ => (PlanAction::Change, changed(live, remote, name), changes),
    }
}

/// Why something with so many blocked findings is not sent.
pub(super) fn mend_first(found: usize, name: &str) -> String {
    let things = match found {
        1 => "One thing has".to_owned(),
        more => format!("{more} things have"),
    };
    format!("{things} to be mended first: {name} would refuse it.")
}

fn changed(live: Option<&Live>, remote: &Remote, name: &str) -> String {
    let ours = live.and_then(|live| live.text.as_deref());
    match (ours, remote.text.as_deref()) {
        (Some(ours), Some(there)) if !flows::diff::same(ours, there) => {
            format!(
                "It differs from what is live, and {name} was given another text since you last published here."
            )
        }
        (_, None) => format!("{name} has it; what is live there could not be read."),
        (None, _) if !remote.known => format!("{name} has a published one of this name, which differs."),
        _ => "You changed it since it was published.".to_owned(),
    }
}

/// Differences against what the other side has.
pub(super) fn changes(local: &Local, remote: &Remote) -> Vec<Difference> {
    let mut changes = Vec::new();
    if !goes_by(&remote.name, &local.name) {
        let (before, after) = (Some(remote.name.clone()), Some(local.name.clone()));
        changes.push(Difference::new("Name of the Flow", before, after));
    }
    if let Some(text) = &remote.text {
        changes.extend(differences(text, &local.text));
    }
    changes
}

#[cfg(test)]
mod tests {
    use cloud::models::FlowId;

    use super::*;

    const TEXT: &str = r#"{"version":"7.1","screens":[]}"#;
    const OTHER: &str = r#"{"version":"7.0","screens":[]}"#;

    fn local() -> Local {
        Local {
            flow: "f".to_owned(),
            name: "Booking".to_owned(),
            text: TEXT.to_owned(),
            screens: 1,
            blocked: Vec::new(),
            unfinished: None,
        }
    }

    fn remote(status: FlowStatus, text: Option<&str>) -> Remote {
        let id = FlowId::new("1").unwrap();
        Remote { id, name: "Booking".to_owned(), status, text: text.map(str::to_owned), known: true }
    }

    fn live(text: Option<&str>) -> Live {
        Live {
            document: "f".to_owned(),
            account: "a".to_owned(),
            remote_id: "1".to_owned(),
            status: "PUBLISHED".to_owned(),
            text: text.map(str::to_owned),
            text_hash: None,
            detail: String::new(),
            at: 0,
        }
    }

    fn check(live: Option<&Live>, remote: Option<&Remote>, action: PlanAction, words: &str) {
        let row = decide(&local(), live, remote, false, &Side::Practice);
        assert_eq!(row.action, action, "{row:?}");
        assert!(row.reason.contains(words), "{}", row.reason);
    }

    #[test]
    fn every_case_has_its_action_and_reason() {
        use FlowStatus::{Deprecated, Draft, Published, Throttled};
        use PlanAction::{Change, Create, Replace, Skip};
        check(None, None, Create, "does not have it yet");
        check(Some(&live(Some(TEXT))), None, Create, "any more");
        check(None, Some(&remote(Draft, None)), Change, "never published");
        check(Some(&live(Some(OTHER))), Some(&remote(Draft, Some(TEXT))), Change, "still live");
        check(None, Some(&Remote { known: false, ..remote(Draft, Some(OTHER)) }), Change, "will be replaced");
        check(Some(&live(Some(TEXT))), Some(&remote(Published, Some(TEXT))), Skip, "same as what is live");
        check(
            None,
            Some(&remote(Published, Some("{ \"screens\": [], \"version\": \"7.1\" }"))),
            Skip,
            "same",
        );
        check(Some(&live(Some(OTHER))), Some(&remote(Published, Some(OTHER))), Change, "You changed it");
        check(Some(&live(Some(TEXT))), Some(&remote(Published, Some(OTHER))), Change, "another text");
        check(None, Some(&remote(Throttled, None)), Change, "could not be read");
        check(None, Some(&remote(Deprecated, Some(TEXT))), Replace, "ended for good");
    }

    #[test]
    fn another_name_is_a_difference_and_a_number_is_not() {
        let renamed = Remote { name: "Visits".to_owned(), ..remote(FlowStatus::Published, Some(TEXT)) };
        assert_eq!(changes(&local(), &renamed)[0].before.as_deref(), Some("Visits"));
        let numbered = Remote { name: "Booking 2".to_owned(), ..remote(FlowStatus::Published, Some(TEXT)) };
        assert_eq!(changes(&local(), &numbered), []);
    }

    #[test]
    fn a_run_that_was_broken_off_is_said() {
        let row = decide(&local(), None, Some(&remote(FlowStatus::Draft, None)), true, &Side::Practice);
        assert!(row.reason.starts_with("The last time, publishing was broken off."), "{}", row.reason);
    }
}
