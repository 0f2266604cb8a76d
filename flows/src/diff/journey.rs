//! Two texts of one journey laid side by side: which steps are new, which are different and in what, which are gone, and
//! which ways lead elsewhere. Steps are the same by id, whatever their order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::part::Part;
use super::{Difference, message, whole, words};
use crate::journey::{Journey, JourneyNode, Stage};
use crate::json::{Node, Tree};

/// How a journey differs from an earlier text of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
pub struct JourneyChanges {
    /// Steps that differ: in the order of the later text, then those that are gone in the order of the earlier one.
    pub steps: Vec<StepChange>,
    /// Ways that lead elsewhere, of steps that both have.
    pub ways: Vec<WayChange>,
    /// What holds for all of it.
    pub settings: Vec<Difference>,
}

/// A step that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct StepChange {
    /// Its key: its id as a rule.
    pub key: String,
    /// What its owner calls it; its id where it has no title.
    pub title: String,
    /// Its kind, as written.
    pub kind: String,
    /// Its lane.
    pub stage: Option<Stage>,
    /// What became of it.
    pub change: StepChanged,
    /// What is different in it.
    pub differences: Vec<Difference>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum StepChanged {
    /// It was not there.
    Added,
    /// Something in it is different, or it leads elsewhere.
    Changed,
    /// It is gone.
    Removed,
}

/// A way that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct WayChange {
    /// Key of the step it leaves.
    pub step: String,
    /// The output, as written.
    pub output: String,
    /// Key of the step it led to; none: it led nowhere.
    pub before: Option<String>,
    /// Key of the step it leads to now.
    pub after: Option<String>,
}

/// Differences from one text of a journey to another.
pub fn journey_changes(before: &Tree, after: &Tree) -> JourneyChanges {
    let (old, new) = (Side::of(before), Side::of(after));
    let mut changes = JourneyChanges::default();
    for member in ["settings", "data"] {
        let value = |tree: &Tree| tree.root().get(member).map(Node::to_value);
        let (was, is) = (value(before), value(after));
        message::compare_at(&[Part::Settings], was.as_ref(), is.as_ref(), &mut changes.settings);
    }
    for (key, here) in &new.steps {
        let Some(there) = old.steps.get(key) else {
            changes.steps.push(here.change(key, StepChanged::Added, Vec::new()));
            continue;
        };
        let mut found = here.differences(there);
        for (output, was, is) in ways(&there.node, &here.node) {
            let words = here.words(&output);
            let title = |side: &Side, id: Option<&str>| id.map(|id| side.title(id));
            let (was_title, is_title) = (title(&old, was), title(&new, is));
            found.push(Difference::at(vec![here.part(), Part::Way(words)], was_title, is_title));
            let own = |id: Option<&str>| id.map(str::to_owned);
            changes.ways.push(WayChange { step: key.clone(), output, before: own(was), after: own(is) });
        }
        if !found.is_empty() {
            changes.steps.push(here.change(key, StepChanged::Changed, found));
        }
    }
    // In the order of the later text; a map is in another.
    changes.steps.sort_by_key(|step| new.steps.get(&step.key).map(|step| step.node.at));
    let mut gone: Vec<_> = old.steps.iter().filter(|(key, _)| !new.steps.contains_key(*key)).collect();
    gone.sort_by_key(|(_, step)| step.node.at);
    let gone = gone.into_iter().map(|(key, step)| step.change(key, StepChanged::Removed, Vec::new()));
    changes.steps.extend(gone);
    changes
}

/// The same as lines, in the order of [`JourneyChanges::steps`]. Of a step that came or went its kind is told, as written.
pub fn journey_differences(before: &str, after: &str) -> Vec<Difference> {
    if before == after {
        return Vec::new();
    }
    let (old, new) = (Tree::parse(before), Tree::parse(after));
    if old.error().is_some() || new.error().is_some() {
        return vec![whole()];
    }
    let changes = journey_changes(&old, &new);
    let mut found = changes.settings;
    for step in changes.steps {
        let at = vec![Part::Step(step.title.clone())];
        match step.change {
            StepChanged::Added => found.push(Difference::at(at, None, Some(step.kind))),
            StepChanged::Removed => found.push(Difference::at(at, Some(step.kind), None)),
            StepChanged::Changed => found.extend(step.differences),
        }
    }
    if found.is_empty() && old.root().to_value() != new.root().to_value() {
        // The order of steps, or something that is told of nowhere else.
        found.push(whole());
    }
    found
}

/// One of the two texts.
struct Side {
    steps: BTreeMap<String, Step>,
}

struct Step {
    node: JourneyNode,
    json: Value,
}

impl Side {
    fn of(tree: &Tree) -> Self {
        let journey = Journey::read(tree);
        let texts = tree.root().get("nodes").into_iter().flat_map(Node::items).map(Node::to_value);
        let keys = journey.keys();
        let steps = keys.into_iter().zip(journey.nodes).zip(texts);
        Self { steps: steps.map(|((key, node), json)| (key, Step { node, json })).collect() }
    }

    fn title(&self, id: &str) -> String {
        self.steps.get(id).map_or_else(|| id.to_owned(), Step::title)
    }
}

impl Step {
    fn title(&self) -> String {
        let title = self.node.title.trim();
        if title.is_empty() { self.node.id.0.clone() } else { title.to_owned() }
    }

    fn part(&self) -> Part {
        Part::Step(self.title())
    }

    /// What people call an output.
    fn words(&self, output: &str) -> String {
        let outputs = self.node.body.outputs();
        let words = outputs.into_iter().find(|known| known.name == output).and_then(|known| known.words);
        words.unwrap_or_else(|| words::property(output))
    }

    fn change(&self, key: &str, change: StepChanged, differences: Vec<Difference>) -> StepChange {
        StepChange {
            key: key.to_owned(),
            title: self.title(),
            kind: self.node.body.kind().to_owned(),
            stage: self.node.stage,
            change,
            differences,
        }
    }

    /// What is different in it, its ways apart.
    fn differences(&self, before: &Self) -> Vec<Difference> {
        let without_ways = |step: &Self| {
            let mut json = step.json.clone();
            if let Value::Object(members) = &mut json {
                members.shift_remove("to");
            }
            json
        };
        let mut found = Vec::new();
        let (was, is) = (without_ways(before), without_ways(self));
        message::compare_at(&[self.part()], Some(&was), Some(&is), &mut found);
        found
    }
}

/// Ways of a step that lead elsewhere: the output, and where it led and leads to.
fn ways<'n>(
    before: &'n JourneyNode,
    after: &'n JourneyNode,
) -> Vec<(String, Option<&'n str>, Option<&'n str>)> {
    let outputs = before.to.keys().chain(after.to.keys().filter(|name| !before.to.contains_key(*name)));
    let to = |node: &'n JourneyNode, output: &str| node.after(output).map(|id| id.0.as_str());
    let found = outputs.map(|output| (output.clone(), to(before, output), to(after, output)));
    found.filter(|(_, was, is)| was != is).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journey(nodes: &[&str]) -> String {
        format!(r#"{{"journey": 1, "settings": {{"language": "en"}}, "nodes": [{}]}}"#, nodes.join(","))
    }

    const START: &str =
        r#"{"id": "start", "kind": "first_message", "title": "They write", "to": {"next": "hello"}}"#;
    const HELLO: &str = r#"{"id": "hello", "kind": "send", "title": "Hello", "messages": [{"type": "text", "text": {"body": "Hello!"}}], "to": {"next": "end"}}"#;
    const END: &str = r#"{"id": "end", "kind": "end"}"#;

    fn lines(before: &str, after: &str) -> Vec<String> {
        let line = |it: Difference| {
            let side = |side: Option<String>| side.unwrap_or_else(|| "-".to_owned());
            format!("{}: {} > {}", it.place, side(it.before), side(it.after))
        };
        journey_differences(before, after).into_iter().map(line).collect()
    }

    #[test]
    fn spacing_and_the_order_of_members_are_no_differences() {
        let one = journey(&[START, HELLO, END]);
        assert_eq!(lines(&one, &one.replace(": ", " :  ")), Vec::<String>::new());
        let turned = journey(&[START, HELLO, r#"{"kind": "end", "id": "end"}"#]);
        assert_eq!(lines(&one, &turned), Vec::<String>::new());
        let moved = journey(&[HELLO, START, END]);
        assert_eq!(lines(&one, &moved), ["Technical details: - > -"]);
    }

    #[test]
    fn steps_are_added_changed_and_removed_and_ways_lead_elsewhere() {
        use StepChanged::{Added, Changed, Removed};
        let before = journey(&[START, HELLO, END]);
        let hello = HELLO.replace("Hello!", "Good morning!").replace("\"end\"", "\"pause\"");
        let pause = r#"{"id": "pause", "kind": "wait", "for": "2h"}"#;
        let after = journey(&[START, &hello, pause]);
        assert_eq!(
            lines(&before, &after),
            [
                "Step \"Hello\", Message 1, Text: Hello! > Good morning!",
                "Step \"Hello\", way \"next\": end > pause",
                "Step \"pause\": - > wait",
                "Step \"end\": end > -",
            ]
        );
        let changes = journey_changes(&Tree::parse(before.as_str()), &Tree::parse(after.as_str()));
        let steps: Vec<_> = changes.steps.iter().map(|step| (step.key.as_str(), step.change)).collect();
        assert_eq!(steps, [("hello", Changed), ("pause", Added), ("end", Removed)]);
        let way = WayChange {
            step: "hello".to_owned(),
            output: "next".to_owned(),
            before: Some("end".to_owned()),
            after: Some("pause".to_owned()),
        };
        assert_eq!(changes.ways, [way]);
        let back = journey_changes(&Tree::parse(after.as_str()), &Tree::parse(before.as_str()));
        let steps: Vec<_> = back.steps.iter().map(|step| (step.key.as_str(), step.change)).collect();
        assert_eq!(steps, [("hello", Changed), ("end", Added), ("pause", Removed)]);
    }

    #[test]
    fn what_holds_for_all_of_it_is_told() {
        let before = journey(&[START]);
        let found = lines(&before, &before.replace(r#""en""#, r#""pt_BR", "expires": "30d""#));
        assert_eq!(found, ["Settings, language: en > pt_BR", "Settings, expires: - > 30d"]);
    }

    #[test]
    fn what_cannot_be_read_is_different() {
        assert_eq!(lines("{", "{\"a\": 1}"), ["Technical details: - > -"]);
        assert_eq!(lines("{", "{"), Vec::<String>::new());
    }
}
