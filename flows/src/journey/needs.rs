//! What has to be at the account before anybody can go through a journey.

use std::collections::BTreeSet;

use super::{Body, Journey, JourneyName, JourneyNode, Link, Project};

/// What a journey uses. Steps that are switched off use nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Names of the Flows it opens.
    pub flows: BTreeSet<String>,
    /// The templates it may send: Meta's name, and the language that the step asks for or else the journey's.
    pub templates: BTreeSet<(String, String)>,
    /// Journeys it leads to.
    pub journeys: BTreeSet<JourneyName>,
}

impl Journey {
    /// What it uses itself; what the journeys it leads to use is theirs.
    pub fn needs(&self) -> Needs {
        let mut needs = Needs::default();
        for node in self.in_use() {
            match &node.body {
                Body::Call(call) => drop(needs.journeys.insert(call.journey.clone())),
                Body::GoTo(go) => drop(needs.journeys.insert(go.journey.clone())),
                _ => {}
            }
            for sent in node.body.sends() {
                let opened = sent.payload.and_then(|payload| {
                    payload.0.pointer("/interactive/action/parameters/flow_name")?.as_str()
                });
                needs.flows.extend(opened.map(str::to_owned));
                if let Some(used) = sent.template() {
                    let language = used.language.as_ref().unwrap_or(&self.settings.language);
                    needs.templates.insert((used.name.clone(), language.clone()));
                }
            }
        }
        needs
    }

    /// The starts that a link or code leads to, in the order of the text.
    pub fn links(&self) -> impl Iterator<Item = (&JourneyNode, &Link)> {
        self.in_use().filter_map(|node| match &node.body {
            Body::Link(link) => Some((node, link)),
            _ => None,
        })
    }

    fn in_use(&self) -> impl Iterator<Item = &JourneyNode> {
        self.nodes.iter().filter(|node| !node.off)
    }
}

impl Project {
    /// A journey and all that it leads to, each once: what is led to comes first, as far as they do not lead to each
    /// other, and the journey itself is the last. Names that no journey of the project has are left out.
    pub fn reached(&self, from: &JourneyName) -> Vec<JourneyName> {
        enum Visit {
            Enter(JourneyName),
            Leave(JourneyName),
        }
        let (mut seen, mut out) = (BTreeSet::new(), Vec::new());
        let mut visits = vec![Visit::Enter(from.clone())];
        while let Some(visit) = visits.pop() {
            match visit {
                Visit::Leave(name) => out.push(name),
                Visit::Enter(name) => {
                    let Some(journey) = self.journeys.get(&name) else { continue };
                    if !seen.insert(name.clone()) {
                        continue;
                    }
                    visits.push(Visit::Leave(name));
                    visits.extend(journey.needs().journeys.into_iter().rev().map(Visit::Enter));
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Tree;

    fn journey(nodes: &str) -> Journey {
        let text = format!(r#"{{"journey": 1, "settings": {{"language": "en"}}, "nodes": [{nodes}]}}"#);
        let journey = Journey::read(&Tree::parse(text.as_str()));
        assert_eq!(journey.unread, [], "{text}");
        journey
    }

    #[test]
    fn what_is_switched_off_needs_nothing() {
        let found = journey(
            r#"{"id": "a", "kind": "link", "text": "Hello", "to": {"next": "b"}},
               {"id": "b", "kind": "template", "name": "order_sent"},
               {"id": "c", "kind": "template", "name": "order_sent", "language": "pt_BR"},
               {"id": "d", "kind": "template", "name": "never", "off": true},
               {"id": "e", "kind": "flow", "message": {"type": "interactive", "interactive": {"type": "flow",
                 "action": {"name": "flow", "parameters": {"flow_name": "Booking"}}}}},
               {"id": "f", "kind": "link", "text": "Off", "off": true},
               {"id": "g", "kind": "call", "journey": "after"}"#,
        );
        let needs = found.needs();
        assert_eq!(needs.flows.iter().collect::<Vec<_>>(), ["Booking"]);
        let templates: Vec<_> = needs.templates.iter().map(|(name, tag)| format!("{name} {tag}")).collect();
        assert_eq!(templates, ["order_sent en", "order_sent pt_BR"]);
        assert_eq!(needs.journeys.iter().map(|name| name.0.as_str()).collect::<Vec<_>>(), ["after"]);
        let links: Vec<_> =
            found.links().map(|(node, link)| (node.id.0.as_str(), link.text.as_str())).collect();
        assert_eq!(links, [("a", "Hello")]);
    }

    #[test]
    fn what_is_led_to_comes_first_and_circles_end() {
        let calls = |names: &[&str]| {
            let nodes: Vec<String> = names
                .iter()
                .map(|name| format!(r#"{{"id": "{name}", "kind": "call", "journey": "{name}"}}"#))
                .collect();
            journey(&nodes.join(","))
        };
        let mut project = Project::of("main", calls(&["b", "a", "gone"]));
        project.journeys.insert("a".into(), calls(&["c", "main"]).into());
        project.journeys.insert("b".into(), calls(&["c"]).into());
        project.journeys.insert("c".into(), calls(&[]).into());
        project.journeys.insert("alone".into(), calls(&[]).into());
        let order: Vec<String> = project.reached(&"main".into()).into_iter().map(|name| name.0).collect();
        assert_eq!(order, ["c", "a", "b", "main"]);
        assert_eq!(project.reached(&"nowhere".into()), []);
    }
}
