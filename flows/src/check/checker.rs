//! Runs the phases, and remembers what it found per screen.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::context::{FlowContext, ScreenContext};
use super::findings::{Findings, MOST_FINDINGS, keep_sure_buttons, keep_the_worst, sort};
use super::outline::Outline;
use super::rule::{Rule, Run, rules_of};
use super::{Diagnostic, Place, Severity, rules, schema};
use crate::flow::{Action, Component, Flow, Screen, Version};
use crate::json::{LineIndex, MetaStyle, Node, Span, Tree};

/// Screens of a Flow with more are not looked into.
const MOST_SCREENS: usize = 1_000;
/// Where so much is said that Meta does not refuse, further screens are not looked into.
const MOST_ADVICE: usize = 10 * MOST_FINDINGS;
/// Rules that say that a screen is too large.
const ON_HUGE_SCREENS: [&str; 2] = ["crowded-screen", "too-many-components"];

/// Checks a Flow again and again, looking only at what changed. What it gives is always the same as what
/// a new checker gives for the same text.
#[derive(Debug, Default)]
pub struct Checker {
    /// The text that was checked last.
    text: String,
    basis: Option<Basis>,
    screens: Vec<Kept>,
    /// Each screen seen from outside, in the same order.
    outlines: Vec<Outline>,
}

/// What every screen's findings depend on, beside the screen itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Basis {
    version: Version,
    endpoint: bool,
    /// Ids, ends, data and routes: what a fix chooses names and targets by.
    map: u64,
}

impl Basis {
    fn of(flow: &Flow<'_>, version: Version) -> Self {
        let mut hasher = DefaultHasher::new();
        flow.routing_model.map(Node::raw).hash(&mut hasher);
        for screen in &flow.screens {
            (&screen.id, screen.terminal, screen.data.map(|data| data.node.raw())).hash(&mut hasher);
        }
        Self { version, endpoint: flow.data_api_version.is_some(), map: hasher.finish() }
    }
}

/// What is known of a screen of the last text.
#[derive(Debug)]
struct Kept {
    span: Span,
    /// Findings of the schema phase.
    schema: Vec<Diagnostic>,
    /// Findings about meaning; `None` before the schema phase was passed.
    meaning: Option<Meaning>,
}

#[derive(Debug)]
struct Meaning {
    findings: Vec<Diagnostic>,
    /// Interfaces of other screens that were looked at, by id; `None` when there was no such screen.
    asked: Vec<(String, Option<u64>)>,
    /// A finding points into another screen, so it cannot be moved with this one.
    points_away: bool,
}

impl Checker {
    /// Findings for this text, sorted by place, then rule.
    pub fn check(&mut self, tree: &Tree) -> Vec<Diagnostic> {
        let mut out = self.findings(tree);
        keep_the_worst(&mut out);
        keep_sure_buttons(tree, &mut out);
        sort(&mut out);
        out
    }

    fn findings(&mut self, tree: &Tree) -> Vec<Diagnostic> {
        let mut before = Findings::new(tree, MetaStyle::Quoted);
        let Some(version) = schema::text_and_version(tree, &mut before) else {
            self.forget();
            return before.list;
        };
        let flow = Flow::of(tree);
        let basis = Basis::of(&flow, version);
        if self.basis != Some(basis) {
            self.forget();
            self.basis = Some(basis);
        }
        schema::root(&flow, version, &mut before);
        if flow.screens.len() > MOST_SCREENS {
            self.forget();
            rules::too_many_screens::found(&flow, &mut before);
            return before.list;
        }
        let looked_at = self.follow(tree, &flow, version);
        let refused = !before.list.is_empty() || self.screens.iter().any(|kept| !kept.schema.is_empty());
        let mut out = before.list;
        if refused {
            out.extend(self.screens.iter().flat_map(|kept| kept.schema.iter().cloned()));
        } else {
            out.extend(self.meaning(&flow, version, looked_at));
        }
        self.text.clear();
        self.text.push_str(tree.text());
        out
    }

    fn forget(&mut self) {
        self.text.clear();
        self.screens.clear();
        self.outlines.clear();
        self.basis = None;
    }

    /// Looks at new and changed screens, until too much is found in them; moves what is known of the others to
    /// where they stand now. Gives what was read of each that was looked at.
    fn follow<'t>(&mut self, tree: &'t Tree, flow: &Flow<'t>, version: Version) -> Vec<Option<Parts<'t>>> {
        let old = std::mem::take(&mut self.screens);
        let mut old = old.into_iter().zip(std::mem::take(&mut self.outlines));
        let mut looked_at = Vec::with_capacity(flow.screens.len());
        let mut found = 0;
        for screen in &flow.screens {
            if found >= MOST_FINDINGS {
                break;
            }
            let span = screen.node.span();
            let same = |kept: &Kept| kept.span.of(&self.text) == span.of(tree.text()) && !span.is_empty();
            let (kept, outline, parts) = match old.next().filter(|(kept, _)| same(kept)) {
                Some((mut kept, outline)) => {
                    kept.shift_to(span, tree.lines());
                    (kept, outline, None)
                }
                None => look_at(tree, screen, version),
            };
            looked_at.push(parts);
            found += kept.schema.len();
            self.screens.push(kept);
            self.outlines.push(outline);
        }
        looked_at
    }

    fn meaning<'t>(
        &mut self,
        flow: &Flow<'t>,
        version: Version,
        looked_at: Vec<Option<Parts<'t>>>,
    ) -> Vec<Diagnostic> {
        let outlines = &self.outlines;
        let mut interfaces: BTreeMap<&str, u64> = BTreeMap::new();
        for (screen, outline) in flow.screens.iter().zip(outlines) {
            interfaces.entry(&screen.id).or_insert(outline.interface);
        }
        let mut out: Vec<Diagnostic> = Vec::new();
        let mut blocked = 0;
        for ((screen, kept), parts) in flow.screens.iter().zip(&mut self.screens).zip(looked_at) {
            let valid = kept.meaning.as_ref().is_some_and(|meaning| {
                !meaning.points_away
                    && meaning.asked.iter().all(|(id, was)| interfaces.get(id.as_str()).copied() == *was)
            });
            if !valid {
                kept.meaning = Some(Meaning::of(flow, screen, version, parts, outlines, &interfaces));
            }
            let found = kept.meaning.iter().flat_map(|meaning| &meaning.findings);
            blocked += found.clone().filter(|finding| finding.severity == Severity::Blocked).count();
            out.extend(found.cloned());
            if blocked >= MOST_FINDINGS || out.len() >= MOST_ADVICE {
                return out;
            }
        }
        let context = FlowContext { flow, version, outlines };
        let mut findings = Findings::new(flow.root.tree(), MetaStyle::Dotted);
        for rule in rules_of(version) {
            if let Run::Flow(run) = rule.run {
                run(&context, &mut findings);
            }
        }
        out.extend(findings.list);
        out
    }
}

/// What a screen is made of.
struct Parts<'t> {
    components: Vec<Component<'t>>,
    actions: Vec<Action<'t>>,
}

impl<'t> Parts<'t> {
    fn of(screen: &Screen<'t>) -> Self {
        let components = screen.components();
        Self { actions: Screen::actions(&components), components }
    }
}

fn look_at<'t>(tree: &'t Tree, screen: &Screen<'t>, version: Version) -> (Kept, Outline, Option<Parts<'t>>) {
    let mut findings = Findings::new(tree, MetaStyle::Quoted);
    schema::screen(screen, version, &mut findings);
    let parts = Parts::of(screen);
    let outline = Outline::of(screen, &parts.components, &parts.actions);
    (Kept { span: screen.node.span(), schema: findings.list, meaning: None }, outline, Some(parts))
}

impl Kept {
    fn shift_to(&mut self, span: Span, lines: &LineIndex) {
        let from = self.span.start;
        self.span = span;
        let findings = self.meaning.iter_mut().flat_map(|meaning| &mut meaning.findings);
        for place in self.schema.iter_mut().chain(findings).flat_map(places) {
            // Within the screen nothing moved.
            place.span = Span::new(
                place.span.start.wrapping_sub(from).wrapping_add(span.start),
                place.span.end.wrapping_sub(from).wrapping_add(span.start),
            );
            place.lines = lines.span(place.span);
        }
    }
}

fn places(finding: &mut Diagnostic) -> impl Iterator<Item = &mut Place> {
    std::iter::once(&mut finding.place).chain(&mut finding.more_places)
}

impl Meaning {
    fn of<'t>(
        flow: &Flow<'t>,
        screen: &Screen<'t>,
        version: Version,
        parts: Option<Parts<'t>>,
        outlines: &[Outline],
        interfaces: &BTreeMap<&str, u64>,
    ) -> Self {
        let Parts { components, actions } = parts.unwrap_or_else(|| Parts::of(screen));
        let context = ScreenContext {
            flow,
            screen,
            version,
            components,
            actions,
            outlines,
            asked: std::cell::RefCell::new(BTreeSet::new()),
        };
        let mut findings = Findings::new(flow.root.tree(), MetaStyle::Dotted);
        let huge = context.is_huge();
        let looked_for = |rule: &&&Rule| !huge || ON_HUGE_SCREENS.contains(&rule.id);
        for rule in rules_of(version).iter().filter(looked_for) {
            if let Run::Screen(run) = rule.run {
                run(&context, &mut findings);
            }
        }
        let asked = context.asked.into_inner().into_iter().map(|id| {
            let interface = interfaces.get(id.as_str()).copied();
            (id, interface)
        });
        let own = screen.node.span();
        let away = |place: &Place| place.span.start < own.start || own.end < place.span.end;
        let points_away = findings.list.iter().any(|f| away(&f.place) || f.more_places.iter().any(away));
        Self { asked: asked.collect(), points_away, findings: findings.list }
    }
}
