use super::*;
use crate::journey::{Journey, TemplateKnown, TemplateStatus};
use crate::json::Tree;
use crate::template::Category;

fn project(nodes: &str) -> Project {
    let text = format!(r#"{{"journey": 1, "settings": {{"language": "en"}}, "nodes": [{nodes}]}}"#);
    let journey = Journey::read(&Tree::parse(text.as_str()));
    assert_eq!(journey.unread, [], "{text}");
    let mut project = Project::of("main", journey);
    for (name, category) in [("offer", Category::Marketing), ("order", Category::Utility)] {
        let known = TemplateKnown {
            category,
            status: TemplateStatus::Approved,
            variables: Vec::new(),
            quick_replies: Vec::new(),
            offers_stop: true,
        };
        project.templates.entry(name.to_owned()).or_default().insert("en".to_owned(), known);
    }
    project
}

fn assumed(customers: u32) -> Assumed {
    Assumed { customers, answering: 60, country: "BR".to_owned(), starts: BTreeMap::new() }
}

fn on() -> Date {
    jiff::civil::date(2026, 11, 2)
}

fn of(nodes: &str, assumed: &Assumed) -> Forecast {
    let cards = crate::facts::rate_cards();
    forecast(&project(nodes), &"main".into(), assumed, on(), cards).unwrap()
}

/// `MARKETING 60` and so on.
fn counts(forecast: &Forecast) -> Vec<String> {
    let line = |it: &CategoryCost| format!("{} {}", it.category, it.messages);
    forecast.categories.iter().map(line).collect()
}

const TEXT: &str = r#""messages": [{"type": "text", "text": {"body": "Hello"}}]"#;
const ASK: &str = r#"{"id": "ask", "kind": "ask", "stage": "decision", "expects": "choice", "timeout": "20h", "message":
    {"type": "interactive", "interactive": {"type": "button", "body": {"text": "Well?"}, "action": {"buttons": [
    {"type": "reply", "reply": {"id": "yes", "title": "Yes"}}, {"type": "reply", "reply": {"id": "no", "title": "No"}}]}}},
    "to": {"answer:yes": "order", "answer:no": "bye", "no_answer": "offer"}}"#;

#[test]
fn shares_go_the_ways_as_it_is_said() {
    let nodes = format!(
        r#"{{"id": "a", "kind": "first_message", "to": {{"next": "ask"}}}}, {ASK},
           {{"id": "order", "kind": "template", "stage": "retention", "name": "order"}},
           {{"id": "bye", "kind": "send", "stage": "advocacy", {TEXT}}},
           {{"id": "offer", "kind": "template", "stage": "advocacy", "name": "offer"}}"#
    );
    let found = of(&nodes, &assumed(1000));
    // 1000 are asked; 600 answer, half of them yes; 400 are silent.
    assert_eq!(counts(&found), ["MARKETING 400", "UTILITY 300", "SERVICE 1300"]);
    let stages: Vec<u32> = found.stages.iter().map(|stage| stage.messages).collect();
    assert_eq!(stages, [0, 0, 1000, 300, 700]);
    assert_eq!((found.service, found.free_tier, found.endless), (1300, Some(1000), false));
    assert_eq!((found.starts[0].people, found.currency.as_deref()), (1000, Some("USD")));
    let amount = |text: &Option<String>| text.as_ref().unwrap().parse::<f64>().unwrap();
    // 400 x 0.0625 for marketing in Brazil alone are 25.
    assert!(amount(&found.amount) > 25.0, "{found:?}");
    assert!(amount(&found.low) <= amount(&found.amount) && amount(&found.amount) <= amount(&found.high));
    let stages: f64 = found.stages.iter().map(|stage| amount(&stage.amount)).sum();
    assert!((stages - amount(&found.amount)).abs() < 1e-9, "the stages come to all of it");
    // Fewer answers: more offers, which cost the most.
    let quiet = of(&nodes, &Assumed { answering: 35, ..assumed(1000) });
    assert_eq!(quiet.amount, found.high);
    assert_eq!(of(&nodes, &Assumed { answering: 85, ..assumed(1000) }).amount, found.low);
}

#[test]
fn starts_share_those_who_write_and_the_others_happen_to_everybody() {
    let nodes = format!(
        r#"{{"id": "a", "kind": "first_message", "to": {{"next": "hi"}}}},
           {{"id": "b", "kind": "keyword", "words": ["book"], "to": {{"next": "hi"}}}},
           {{"id": "c", "kind": "event", "event": "order", "to": {{"next": "order"}}}},
           {{"id": "hi", "kind": "send", {TEXT}}}, {{"id": "order", "kind": "template", "name": "order"}}"#
    );
    let found = of(&nodes, &assumed(101));
    let people: Vec<u32> = found.starts.iter().map(|start| start.people).collect();
    assert_eq!(people, [51, 50, 101]);
    assert_eq!(counts(&found), ["UTILITY 101", "SERVICE 101"]);
    let told = Assumed { starts: [("c".to_owned(), 7)].into(), ..assumed(101) };
    assert_eq!(counts(&of(&nodes, &told)), ["UTILITY 7", "SERVICE 101"]);
}

#[test]
fn a_start_that_says_how_many_come_in_on_a_day_is_counted_by_it() {
    let start = |id: &str, kind: &str| {
        format!(r#"{{"id": "{id}", {kind}, "people": 100, "to": {{"next": "order"}}}}"#)
    };
    let starts = [
        start("a", r#""kind": "event", "event": "order""#),
        start("b", r#""kind": "schedule", "at": "09:00""#),
        start("c", r#""kind": "schedule", "at": "09:00", "on": ["friday", "monday"]"#),
        start("d", r#""kind": "manual""#),
    ];
    let nodes = format!(r#"{}, {{"id": "order", "kind": "template", "name": "order"}}"#, starts.join(", "));
    let found = of(&nodes, &assumed(5));
    let people: Vec<u32> = found.starts.iter().map(|start| start.people).collect();
    assert_eq!(people, [3000, 3000, 800, 100]);
    assert_eq!(counts(&found), ["UTILITY 6900"]);
    let told = Assumed { starts: [("d".to_owned(), 7)].into(), ..assumed(5) };
    assert_eq!(of(&nodes, &told).starts[3].people, 7);
}

#[test]
fn what_the_window_does_not_let_out_is_not_counted_and_its_template_is() {
    let later = |wait: &str, more: &str| {
        format!(
            r#"{{"id": "a", "kind": "first_message", "to": {{"next": "w"}}}},
               {{"id": "w", "kind": "wait", "for": "{wait}", "to": {{"next": "hi"}}}},
               {{"id": "hi", "kind": "send", {TEXT}{more}}}"#
        )
    };
    assert_eq!(counts(&of(&later("23h", ""), &assumed(10))), ["SERVICE 10"]);
    assert_eq!(counts(&of(&later("24h", ""), &assumed(10))), Vec::<String>::new());
    let instead = r#", "if_closed": {"name": "offer"}"#;
    assert_eq!(counts(&of(&later("24h", instead), &assumed(10))), ["MARKETING 10"]);
}

#[test]
fn while_an_ads_window_is_open_all_is_free() {
    let nodes = |wait: &str| {
        format!(
            r#"{{"id": "a", "kind": "ad", "to": {{"next": "w"}}}},
               {{"id": "w", "kind": "wait", "for": "{wait}", "to": {{"next": "offer"}}}},
               {{"id": "offer", "kind": "template", "name": "offer"}}"#
        )
    };
    let free = of(&nodes("71h"), &assumed(10));
    assert_eq!((free.amount.as_deref(), free.categories[0].free), (Some("0"), 10));
    assert_ne!(of(&nodes("72h"), &assumed(10)).amount.as_deref(), Some("0"));
}

#[test]
fn circles_come_to_an_end() {
    let waiting = r#"{"id": "a", "kind": "first_message", "to": {"next": "offer"}},
        {"id": "offer", "kind": "template", "name": "offer", "to": {"next": "w"}},
        {"id": "w", "kind": "wait", "for": "7d", "to": {"next": "offer"}}"#;
    let found = of(waiting, &assumed(10));
    assert_eq!((counts(&found), found.endless), (vec!["MARKETING 530".to_owned()], true));
    let spinning = r#"{"id": "a", "kind": "first_message", "to": {"next": "b"}},
        {"id": "b", "kind": "tag", "add": ["x"], "to": {"next": "c"}}, {"id": "c", "kind": "tag", "add": ["y"], "to": {"next": "b"}}"#;
    assert!(of(spinning, &assumed(10)).endless);
}

#[test]
fn what_is_not_known_is_said_and_no_amount_is_given() {
    let nodes = r#"{"id": "a", "kind": "first_message", "to": {"next": "offer"}},
        {"id": "offer", "kind": "template", "name": "offer"}"#;
    let nowhere = of(nodes, &Assumed { country: "XX".to_owned(), ..assumed(10) });
    assert_eq!((nowhere.amount, nowhere.low, nowhere.high), (None, None, None));
    assert!(nowhere.why.is_some_and(|why| why.contains("'XX'")));
    let without = forecast(&project(nodes), &"main".into(), &assumed(10), on(), &[]).unwrap();
    assert!(without.amount.is_none() && without.why.is_some() && without.valid_from.is_none());
    assert!(forecast(&project(nodes), &"other".into(), &assumed(10), on(), &[]).is_none());
}

#[test]
fn journeys_that_are_called_are_counted_and_the_way_goes_on() {
    let mut project = project(
        r#"{"id": "a", "kind": "first_message", "to": {"next": "more"}},
           {"id": "more", "kind": "call", "journey": "after", "to": {"next": "order"}},
           {"id": "order", "kind": "template", "name": "order"}"#,
    );
    let after = r#"{"journey": 1, "settings": {"language": "en"}, "nodes": [
        {"id": "a", "kind": "manual", "to": {"next": "offer"}}, {"id": "offer", "kind": "template", "name": "offer"}]}"#;
    project.journeys.insert("after".into(), Journey::read(&Tree::parse(after)).into());
    let cards = crate::facts::rate_cards();
    let found = forecast(&project, &"main".into(), &assumed(10), on(), cards).unwrap();
    assert_eq!(counts(&found), ["MARKETING 10", "UTILITY 10"]);
}

#[test]
fn every_starter_has_a_forecast_that_ends() {
    for starter in crate::gallery::journey_starters() {
        let (_, source) = starter.sources().next().unwrap();
        let project = crate::gallery::gallery_project(starter.id, source);
        let cards = crate::facts::rate_cards();
        let found = forecast(&project, &starter.id.into(), &assumed(200), on(), cards).unwrap();
        assert!(found.amount.is_some() && !found.categories.is_empty(), "{}: {found:?}", starter.id);
    }
}
