//! What is read of a node once, however often its journey is called.

use std::sync::Arc as Shared;

use super::atoms::{Asked, Atom, Effect, effect};
use super::clock::Arc;
use super::graph::{Graph, Slot};
use crate::journey::{
    Body, Journey, JourneyNode, QuietHours, QuietScope, QuietThen, Reach, TemplateStatus, TemplateUse, output,
};
use crate::template::Category;

/// A template as the proof looks at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Template {
    pub(super) marketing: bool,
    pub(super) approved: bool,
}

/// A message that a node may send: its place among the results, and how it goes out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Message {
    pub(super) result: usize,
    pub(super) free_form: bool,
    pub(super) template: Option<Template>,
}

impl Message {
    pub(super) fn is_marketing(&self) -> bool {
        self.template.is_some_and(|template| template.marketing)
    }
}

/// Quiet hours of a journey.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quiet {
    pub(super) hours: Arc,
    pub(super) to: u32,
    pub(super) all: bool,
    pub(super) skip: bool,
}

/// What is read of a node once, however often its journey is called.
#[derive(Debug)]
pub(super) struct Read<'p> {
    pub(super) node: &'p JourneyNode,
    /// The node is gone through as if it were not there.
    pub(super) past: bool,
    pub(super) cases: Shared<[(String, Asked)]>,
    /// Ways of a split, and their atoms.
    pub(super) ways: Shared<[(String, u32)]>,
    /// Whether the person's last words are among the questions of a FAQ.
    pub(super) heard: Option<u32>,
    /// What is looked at first, and the template instead.
    pub(super) first: Option<Message>,
    pub(super) instead: Option<Message>,
    /// Messages after the first one, which no rule refuses where the first one went out.
    pub(super) others: Shared<[usize]>,
    /// Effects on remembered atoms.
    pub(super) forgets: u64,
    pub(super) makes: u64,
    pub(super) made: u64,
}

impl<'p> Graph<'p> {
    pub(super) fn read_node(
        &mut self,
        part: usize,
        journey: &Journey,
        at: usize,
        node: &'p JourneyNode,
    ) -> Read<'p> {
        let left_out = node.off || matches!(node.body, Body::Sealed(_));
        let mut read = Read {
            node,
            past: left_out,
            cases: Shared::default(),
            ways: Shared::default(),
            heard: None,
            first: None,
            instead: None,
            others: Shared::default(),
            forgets: 0,
            makes: 0,
            made: 0,
        };
        if left_out {
            return read;
        }
        match &node.body {
            Body::Branch(it) => {
                let cases = it.cases.iter().map(|case| (output::case(&case.id), self.atoms.read(&case.when)));
                read.cases = cases.collect();
            }
            Body::Split(it) => {
                let all: u64 = it.ways.iter().map(|way| u64::from(way.weight)).sum();
                let taken = it.ways.iter().enumerate();
                let taken = taken.filter(|(at, way)| if all == 0 { *at == 0 } else { way.weight > 0 });
                read.ways = taken
                    .map(|(_, way)| {
                        (output::case(&way.id), self.atoms.of(Atom::Way(part, at, way.id.clone())))
                    })
                    .collect();
            }
            Body::Faq(it) => {
                let questions = it.entries.iter().flat_map(|entry| entry.questions.iter().cloned());
                read.heard = Some(self.atoms.of(Atom::Heard(questions.collect())));
            }
            _ => (),
        }
        let project = self.project();
        let template = |used: &TemplateUse| {
            let language = &journey.settings.language;
            let known = project.template(used, language);
            Template {
                marketing: project.category(used, language) == Category::Marketing,
                approved: known.is_some_and(|known| known.status == TemplateStatus::Approved),
            }
        };
        let slots = &mut self.slots;
        let mut slot = |slot: u32, free_form: bool, instead: bool| {
            slots.push(Slot { part, node: at, number: slot, free_form, instead });
            slots.len() - 1
        };
        let mut others = Vec::new();
        for (number, sent) in (0..).zip(node.body.sends()) {
            let (free_form, used) = match sent.reach {
                Reach::InWindow(used) => (true, used),
                Reach::Template(used) => (false, Some(used)),
            };
            let result = slot(number, free_form, false);
            if number > 0 {
                others.push(result);
                continue;
            }
            let used = used.map(template);
            read.first = Some(Message { result, free_form, template: used.filter(|_| !free_form) });
            if free_form && let Some(used) = used {
                let result = slot(0, false, true);
                read.instead = Some(Message { result, free_form: false, template: Some(used) });
            }
        }
        read.others = others.into();
        if matches!(node.body, Body::Faq(_) | Body::Ai(_)) {
            read.first = Some(Message { result: slot(0, true, false), free_form: true, template: None });
        }
        read
    }

    /// Notes which atoms are remembered: their numbers, in the order of their bits.
    pub(super) fn remember(&mut self, atoms: &[u32]) {
        let all = &self.atoms;
        for read in self.parts.iter_mut().flat_map(|part| &mut part.nodes).filter(|read| !read.past) {
            for (bit, number) in atoms.iter().enumerate() {
                match all.get(*number).map_or(Effect::Nothing, |atom| effect(read.node, atom)) {
                    Effect::Nothing => (),
                    Effect::Forgets => read.forgets |= 1 << bit,
                    Effect::Makes(answer) => {
                        read.makes |= 1 << bit;
                        read.made |= u64::from(answer) << bit;
                    }
                }
            }
        }
    }
}

pub(super) fn quiet(of: QuietHours) -> Quiet {
    let [from, to] = [of.from, of.to].map(|clock| u32::from(clock.minutes()) * 60_000);
    Quiet {
        hours: Arc::between(from, to),
        to,
        all: of.holds == QuietScope::All,
        skip: of.then == QuietThen::Skip,
    }
}
