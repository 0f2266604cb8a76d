//! Where rules put what they find.

use std::borrow::Cow;
use std::cell::RefCell;

use super::rule::{Rule, explain};
use super::{Diagnostic, Fix, LineSpan, Place, Severity};
use crate::edit::{Edit, mending};
use crate::facts;
use crate::flow::{ComponentKind, Flow};
use crate::json::{Kind, LineColumn, Member, MetaStyle, Node, Pointer, Step, Tree};

/// Most findings of a Flow; one with more is broken as a whole, and must not keep the window waiting.
pub(super) const MOST_FINDINGS: usize = 500;
/// Most places of one finding.
pub(super) const MOST_PLACES: usize = 1_000;

/// Most bytes of a message that lists what it found.
const MOST_BYTES: usize = 50_000;

/// A place that a finding points to.
#[derive(Clone, Copy)]
pub(super) struct Spot<'t> {
    /// The value.
    node: Node<'t>,
    /// Point to this instead (a name, or a part of the value), under the same path.
    shown: Option<Node<'t>>,
    /// The path names a member that the schema does not know: written with a dot, whatever the name.
    stray: bool,
}

impl<'t> Spot<'t> {
    /// A value.
    pub(super) fn value(node: Node<'t>) -> Self {
        Self { node, shown: None, stray: false }
    }

    /// Pointer of the value.
    pub(super) fn pointer(&self) -> Pointer {
        self.node.pointer()
    }

    /// A member, pointing to its name.
    pub(super) fn name(member: Member<'t>) -> Self {
        Self { node: member.value, shown: Some(member.name), stray: true }
    }

    /// The same path, pointing elsewhere.
    pub(super) fn shown_at(self, node: Node<'t>) -> Self {
        Self { shown: Some(node), ..self }
    }
}

/// How much is done to tell what is dear to tell: the run in which a message of a journey is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// Nothing: nobody reads the findings, they are only counted, whether a button keeps its word.
    None,
    /// What is there at once: right after an edit.
    Little,
    /// All there is.
    Whole,
}

/// Findings of one run of rules over one text.
pub(super) struct Findings<'t> {
    tree: &'t Tree,
    style: MetaStyle,
    pub(super) list: Vec<Diagnostic>,
    pub(super) effort: Effort,
    /// What comes after the list is full.
    left_out: Option<Diagnostic>,
    /// Place and id of the screen that was pointed into last.
    screen: RefCell<Option<(usize, Option<String>)>>,
}

impl<'t> Findings<'t> {
    pub(super) fn new(tree: &'t Tree, style: MetaStyle) -> Self {
        Self {
            tree,
            style,
            list: Vec::new(),
            effort: Effort::Whole,
            left_out: None,
            screen: RefCell::default(),
        }
    }

    pub(super) fn tree(&self) -> &'t Tree {
        self.tree
    }

    /// Adds a finding; `message` is Meta's sentence (empty when Meta has none), `headline` ours.
    /// Without a spot it is about the whole Flow.
    pub(super) fn add(
        &mut self,
        rule: &Rule,
        message: impl Into<String>,
        headline: impl Into<String>,
        spots: &[Spot<'t>],
    ) -> &mut Diagnostic {
        if !self.has_room(rule) {
            return self.push(rule, String::new(), String::new(), nowhere(), Vec::new());
        }
        let mut places: Vec<Place> = spots.iter().take(MOST_PLACES).map(|spot| self.place(*spot)).collect();
        let place =
            if places.is_empty() { self.place(Spot::value(self.tree.root())) } else { places.remove(0) };
        self.push(rule, message.into(), headline.into(), place, places)
    }

    pub(super) fn push(
        &mut self,
        rule: &Rule,
        mut message: String,
        headline: String,
        place: Place,
        more_places: Vec<Place>,
    ) -> &mut Diagnostic {
        message.truncate(message.floor_char_boundary(MOST_BYTES));
        let finding = Diagnostic {
            rule: rule.id.to_owned(),
            meta_code: rule.codes.first().map(|code| (*code).to_owned()),
            severity: rule.severity,
            place,
            more_places,
            headline,
            why: explain(rule.id).map(|text| text.why.clone()).unwrap_or_default(),
            message,
            fixes: Vec::new(),
        };
        if !self.has_room(rule) {
            return self.left_out.insert(finding);
        }
        self.list.push(finding);
        let last = self.list.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "it was pushed right above")]
        &mut self.list[last]
    }

    /// Advice leaves room for what Meta refuses.
    fn has_room(&self, rule: &Rule) -> bool {
        let most = if rule.severity == Severity::Blocked { 2 * MOST_FINDINGS } else { MOST_FINDINGS };
        self.list.len() < most
    }

    /// Whether there are so many that nobody reads more. What is left out shows once others are mended.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MOST_FINDINGS
    }

    pub(super) fn place(&self, spot: Spot<'t>) -> Place {
        let steps = spot.node.steps();
        let path = match steps.split_last() {
            Some((Step::Key(key), before)) if spot.stray => {
                let before = self.style.write(before);
                if before.is_empty() { key.clone() } else { format!("{before}.{key}") }
            }
            _ => self.style.write(&steps),
        };
        let span = spot.shown.unwrap_or(spot.node).span();
        Place {
            pointer: Pointer::from_steps(&steps),
            path,
            span,
            lines: self.tree.lines().span(span),
            screen: self.screen_of(&steps),
        }
    }

    /// Id of the screen that such a way leads into.
    fn screen_of(&self, steps: &[Step]) -> Option<String> {
        let [Step::Key(screens), Step::Index(index), ..] = steps else { return None };
        if screens != "screens" {
            return None;
        }
        let mut last = self.screen.borrow_mut();
        if let Some((_, id)) = last.as_ref().filter(|(known, _)| known == index) {
            return id.clone();
        }
        let screen = self.tree.root().get("screens").and_then(|screens| screens.item(*index));
        let id = screen.and_then(|screen| screen.get("id")?.as_str()).map(Cow::into_owned);
        last.insert((*index, id)).1.clone()
    }
}

impl Diagnostic {
    /// Gives it the code that fits, where a rule has several.
    pub(super) fn coded(&mut self, code: &'static str) -> &mut Self {
        self.meta_code = Some(code.to_owned());
        self
    }

    /// Adds ways to mend it.
    pub(super) fn mended_by(&mut self, fixes: Vec<Fix>) -> &mut Self {
        self.fixes.extend(fixes);
        self
    }

    /// In this version Meta's validator lets it pass; only the documentation forbids it.
    pub(super) fn only_documented(&mut self) -> &mut Self {
        self.severity = Severity::Risky;
        self.meta_code = None;
        self.message.clear();
        self
    }

    /// Adds a way to mend it.
    pub(super) fn mended(&mut self, fix: Fix) -> &mut Self {
        self.fixes.push(fix);
        self
    }
}

/// The worst of too many, the first of them.
pub(super) fn keep_the_worst(list: &mut Vec<Diagnostic>) {
    if list.len() > MOST_FINDINGS {
        list.sort_by_key(|finding| finding.severity);
        list.truncate(MOST_FINDINGS);
    }
}

/// Takes the buttons from what is not named for sure: because a name on the way of a pointer, or the screen of the id
/// that a button changes, is there twice.
pub(super) fn keep_sure_buttons(tree: &Tree, list: &mut [Diagnostic]) {
    let is_sure = |edit: &Edit| screens_changed(edit).iter().all(|id| mending::is_only_screen(tree, id));
    for finding in list.iter_mut().filter(|finding| !finding.fixes.is_empty()) {
        finding.fixes.retain(|fix| fix.edits.iter().all(is_sure));
        let mut at = Some(tree.root());
        for token in finding.place.pointer.tokens() {
            let Some(node) = at else { break };
            let named = node.members().filter(|member| member.name.is_str(&token)).take(2).count();
            if named > 1 {
                finding.fixes.clear();
                break;
            }
            at = match node.kind() {
                Kind::Array => token.parse().ok().and_then(|index| node.item(index)),
                _ => node.get(&token),
            };
        }
    }
}

/// Ids of the screens that an edit of a button changes, where it names them by id.
fn screens_changed(edit: &Edit) -> Vec<&str> {
    match edit {
        Edit::SetTerminal { screen, .. } => vec![screen],
        Edit::ConnectScreens { from, to, .. } => vec![from, to],
        Edit::RenameScreen { from, .. } => vec![from],
        Edit::DeleteScreens { screens } => screens.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Sorts by place, then rule.
pub(super) fn sort(list: &mut [Diagnostic]) {
    list.sort_by(|a, b| {
        (a.place.span, &a.rule, &a.message, &a.place.path).cmp(&(
            b.place.span,
            &b.rule,
            &b.message,
            &b.place.path,
        ))
    });
}

/// A name as it goes into a headline: shortened, so that the headline stays within 80 characters.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 24;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// With a capital letter, as a headline begins.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A property as the editor calls it; a name that Meta does not have, as it is written.
pub(super) fn plain(property: &str) -> String {
    facts::words().property(property).map_or_else(|| short(property), str::to_owned)
}

/// A part as the editor calls it.
pub(super) fn part(kind: ComponentKind) -> &'static str {
    facts::words().part(kind)
}

/// `[a, b]`, as Meta lists names.
pub(super) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    format!("[{}]", names.join(", "))
}

/// An empty place at the start, for a text of which nothing can be read.
pub(super) fn nowhere() -> Place {
    let start = LineColumn { line: 1, column: 1 };
    Place {
        pointer: Pointer::root(),
        path: String::new(),
        span: crate::json::Span::new(0, 0),
        lines: LineSpan {
            line_start: start.line,
            column_start: start.column,
            line_end: start.line,
            column_end: start.column,
        },
        screen: None,
    }
}

/// Finds a flow's screen for a rule's headline: its id, or its place when it has none.
pub(super) fn screen_name(flow: &Flow<'_>, index: usize) -> String {
    match flow.screens.get(index) {
        Some(screen) if !screen.id.is_empty() => short(&screen.id),
        _ => format!("number {}", index + 1),
    }
}
