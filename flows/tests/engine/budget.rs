//! How many nodes a run goes through within a day.

use flows::engine::{End, Event, Inbound, MAX_STEPS_A_DAY, Moment, Person, What};
use flows::journey::Length;
use flows::simulate::{Script, play};
use serde_json::json;

const BEGIN: Moment = Moment(1_780_000_000_000);

/// Plays a journey that waits again and again for so long. The person writes so often. Tells when it ended.
fn ends(wait: &str, writes: Option<Length>) -> Option<Length> {
    let project = super::project::read(&json!({"journeys": {"a": {"journey": 1, "nodes": [
        {"id": "start", "kind": "manual", "to": {"next": "w"}},
        {"id": "w", "kind": "wait", "for": wait, "to": {"next": "w"}}
    ]}}}));
    let days = Length::of_hours(3 * 24);
    let start = Event::Started {
        journey: "a".into(),
        node: "start".into(),
        data: std::collections::BTreeMap::default(),
    };
    let mut events = vec![(BEGIN, start)];
    let mut at = BEGIN;
    while let Some(pause) = writes.filter(|pause| at.after(*pause) < BEGIN.after(days)) {
        at = at.after(pause);
        events.push((at, Event::Wrote(Inbound::Text("hello".to_owned()))));
    }
    let played = play(&project, &Script { person: Person::default(), events }, BEGIN.after(days));
    let ended = played.entries.iter().find(|entry| entry.what == What::Ended { why: End::Endless })?;
    Some(ended.at.since(BEGIN))
}

#[test]
fn a_loop_of_seconds_ends_within_the_day() {
    assert_eq!(MAX_STEPS_A_DAY, 1_000);
    assert_eq!(ends("1s", None), Some(Length::of_millis(1_000 * 1_000)));
    // 1,000 rounds take less than a day
    assert_eq!(ends("86399ms", None), Some(Length::of_millis(1_000 * 86_399)));
    // 1,000 rounds take the whole day
    assert_eq!(ends("86400ms", None), None);
}

#[test]
fn nodes_are_counted_anew_when_the_person_writes() {
    assert_eq!(ends("50s", Some(Length::of_hours(13))), None);
    assert_eq!(ends("46s", Some(Length::of_hours(13))), Some(Length::of_millis(1_000 * 46_000)));
}
