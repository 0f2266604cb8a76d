//! A project from a part of a test file.

use flows::journey::{Journey, JourneyName, Project, TemplateKnown, TemplateStatus};
use flows::json::Tree;
use flows::template::Category;
use serde_json::Value;

pub(crate) fn read(group: &Value) -> Project {
    let mut project = Project::default();
    for (name, journey) in group["journeys"].as_object().unwrap() {
        let read = Journey::read(&Tree::parse(journey.to_string()));
        let only_unknown = read.unread.iter().all(|unread| group["sealed"] == true && !unread.why.is_empty());
        assert!(only_unknown, "{name}: {:?}", read.unread);
        project.journeys.insert(JourneyName(name.clone()), read.into());
    }
    for (name, known) in group.get("templates").and_then(Value::as_object).into_iter().flatten() {
        let words = |key: &str| {
            let all = known.get(key).and_then(Value::as_array).into_iter().flatten();
            all.map(|word| word.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let known = TemplateKnown {
            category: Category::from_name(known["category"].as_str().unwrap()).unwrap(),
            status: match known["status"].as_str() {
                None => TemplateStatus::Approved,
                Some("pending") => TemplateStatus::Pending,
                Some("draft") => TemplateStatus::Draft,
                _ => TemplateStatus::Refused,
            },
            variables: words("variables"),
            quick_replies: words("quick_replies"),
            offers_stop: false,
        };
        project.templates.entry(name.clone()).or_default().insert("en".to_owned(), known);
    }
    project
}
