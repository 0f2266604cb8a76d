//! The first tour through a journey that was made of a starter.

use commands::{journey, message};
use flows::edit::Edit;
use flows::gallery;

use crate::support::fresh;

#[test]
fn every_starter_is_shown_round_in_the_language_of_the_app() {
    let (_folder, started) = fresh();
    let app = &started.app;
    for starter in gallery::journey_starters() {
        let made = journey::use_starter(app, starter.id, "en").unwrap();
        let english = journey::tour(app, &made, "en").unwrap().unwrap();
        let arabic = journey::tour(app, &made, "ar").unwrap().unwrap();
        assert_eq!(english.starter, starter.id);
        assert_eq!(english.stops.len(), starter.tour.len(), "{}", starter.id);
        for (one, other) in english.stops.iter().zip(&arabic.stops) {
            assert_eq!(one.step, other.step);
            assert!(!one.text.is_empty() && one.text != other.text, "{}: {}", starter.id, one.text);
        }
    }
}

#[test]
fn a_journey_of_a_starter_is_listed_as_clear_as_it_is() {
    let (_folder, started) = fresh();
    let app = &started.app;
    for starter in gallery::journey_starters() {
        let made = journey::use_starter(app, starter.id, "en").unwrap();
        let listed = journey::list(app).unwrap().into_iter().find(|card| card.id == made).unwrap();
        let opened = journey::open(app, &made).unwrap();
        let blocked = opened.diagnostics.iter().filter(|it| it.severity == flows::check::Severity::Blocked);
        assert_eq!(listed.blocked.map(|it| it as usize), Some(blocked.count()), "{}", starter.id);
    }
}

#[test]
fn what_is_blocked_in_the_list_follows_what_lies_beside() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let made = journey::use_starter(app, "salon", "en").unwrap();
    let listed = || {
        let card = journey::list(app).unwrap().into_iter().find(|card| card.id == made).unwrap();
        card.blocked.unwrap()
    };
    let with_all = listed();
    let templates: Vec<_> = message::list(app).unwrap().iter().map(|card| card.id.clone()).collect();
    assert!(!templates.is_empty());
    for template in &templates {
        message::delete(app, template).unwrap();
    }
    assert!(listed() > with_all, "{} with no template", listed());
    for template in &templates {
        message::undelete(app, template).unwrap();
    }
    assert_eq!(listed(), with_all);
}

#[test]
fn a_tour_goes_along_with_a_copy_and_leaves_out_what_is_gone() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let made = journey::use_starter(app, "salon", "en").unwrap();
    let copy = journey::duplicate(app, &made).unwrap();
    let first = journey::tour(app, &copy, "en").unwrap().unwrap().stops;
    let gone = Edit::DeleteSteps { steps: vec![first[0].step.clone()], heal: true };
    journey::edit(app, &copy, 0, &gone).unwrap();
    let after = journey::tour(app, &copy, "en").unwrap().unwrap().stops;
    let steps = |stops: &[commands::wire::TourStop]| -> Vec<String> {
        stops.iter().map(|stop| stop.step.clone()).collect()
    };
    assert_eq!(steps(&after), steps(&first)[1..]);
}

#[test]
fn a_journey_of_ones_own_has_no_tour() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let own = journey::create(app, "Mine", "en", "First", "Welcome", "Hello").unwrap();
    assert!(journey::tour(app, &own, "en").unwrap().is_none());
}
