use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::journey::{JourneyName, Needs};
use store::Document;

use super::LocalJourney;
use crate::App;
use crate::message;
use crate::publish::local::Local;
use crate::publish::template::LocalTemplate;
use crate::wire::{Error, MessageCard};

/// What is to be published, each once, in the order of its kind.
#[derive(Default)]
pub(in crate::publish) struct Gathered {
    pub(in crate::publish) flows: Vec<Local>,
    pub(in crate::publish) templates: Vec<LocalTemplate>,
    /// What a journey leads to stands before it.
    pub(in crate::publish) journeys: Vec<LocalJourney>,
}

/// Reads documents of the workspace, and with a journey all that it uses.
pub(in crate::publish) fn gather(app: &App, documents: &[String]) -> Result<Gathered, Error> {
    let mut gathered = Gathered::default();
    let mut journeys = Vec::new();
    for document in documents {
        let kind = app.store(|workspace| workspace.document(document))?.kind;
        match DocumentKind::from_name(&kind) {
            Some(DocumentKind::Template) => gathered.add_template(app, document)?,
            Some(DocumentKind::Journey) => journeys.push(document),
            Some(DocumentKind::Message) => {}
            _ => gathered.add_flow(app, document)?,
        }
    }
    if !journeys.is_empty() {
        let here = Here::read(app)?;
        for journey in journeys {
            gathered.add_journey(app, journey, &here)?;
        }
    }
    Ok(gathered)
}

/// What is in the workspace.
struct Here {
    flows: Vec<Document>,
    templates: Vec<MessageCard>,
    journeys: Vec<Document>,
}

impl Here {
    fn read(app: &App) -> Result<Self, Error> {
        let documents = |kind: DocumentKind| app.store(|workspace| workspace.documents(kind.name()));
        let mut templates = message::list(app)?;
        templates.retain(|card| card.kind == DocumentKind::Template);
        Ok(Self {
            flows: documents(DocumentKind::Flow)?,
            templates,
            journeys: documents(DocumentKind::Journey)?,
        })
    }

    /// Ids of the Flows that are opened. One that is not here is at the account alone, or the checks say that it is missing.
    fn flows(&self, needs: &Needs) -> BTreeSet<String> {
        let named = |name: &String| self.flows.iter().find(|flow| flow.name == *name);
        needs.flows.iter().filter_map(named).map(|flow| flow.id.clone()).collect()
    }

    /// Ids of the templates that are sent.
    fn templates(&self, needs: &Needs) -> BTreeSet<String> {
        let all = || self.templates.iter();
        let found = needs.templates.iter().filter_map(|(name, language)| {
            let named = move || all().filter(move |card| card.remote_name.as_ref() == Some(name));
            let exact = named().find(|card| card.language.as_ref() == Some(language));
            // The only language there is stands for one that is not there, as in a run.
            exact.or_else(|| named().next().filter(|_| named().count() == 1))
        });
        found.map(|card| card.id.clone()).collect()
    }

    /// The journey of a name, as the project has it.
    fn journey(&self, name: &JourneyName) -> Option<&Document> {
        self.journeys.iter().filter(|document| document.name == name.0).max_by(|a, b| a.id.cmp(&b.id))
    }
}

impl Gathered {
    fn add_flow(&mut self, app: &App, id: &str) -> Result<(), Error> {
        if !self.flows.iter().any(|local| local.flow == id) {
            self.flows.extend(Local::of_workspace(app, id)?);
        }
        Ok(())
    }

    fn add_template(&mut self, app: &App, id: &str) -> Result<(), Error> {
        if !self.templates.iter().any(|local| local.message == id) {
            self.templates.push(LocalTemplate::of_workspace(app, id)?);
        }
        Ok(())
    }

    fn add_journey(&mut self, app: &App, id: &str, here: &Here) -> Result<(), Error> {
        let (name, project) = app.journey(id, |open| {
            open.snapshot(app)?;
            let name = JourneyName(open.document().name().to_owned());
            let project = open.beside().played(&name.0, open.document().shown());
            Ok((name, project))
        })?;
        let id_of = |other: &JourneyName| {
            if *other == name { Some(id) } else { here.journey(other).map(|document| document.id.as_str()) }
        };
        for reached in project.reached(&name) {
            let Some(journey) = id_of(&reached) else { continue };
            if self.journeys.iter().any(|local| local.journey == journey) {
                continue;
            }
            let mut local = LocalJourney::of_workspace(app, journey)?;
            let needs = project.journeys.get(&reached).map(|model| model.needs()).unwrap_or_default();
            let (flows, templates) = (here.flows(&needs), here.templates(&needs));
            for flow in &flows {
                self.add_flow(app, flow)?;
            }
            for template in &templates {
                self.add_template(app, template)?;
            }
            local.after = flows.into_iter().chain(templates).collect();
            local.after.extend(local.links.iter().map(|link| link.document.clone()));
            // Of journeys that lead to each other one has to be the first.
            let before = |id: &str| self.journeys.iter().any(|known| known.journey == id);
            let led_to = needs.journeys.iter().filter_map(id_of).filter(|id| before(id));
            local.after.extend(led_to.map(str::to_owned));
            self.journeys.push(local);
        }
        Ok(())
    }
}
