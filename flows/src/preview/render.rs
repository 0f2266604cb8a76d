//! A state to the screen that shows in it.

use super::check::{Fault, faults};
use super::document::Document;
use super::draw;
use super::endpoint;
use super::layout::{Layout, Part, layout};
use super::scene::Scene;
use super::state::PreviewState;
use super::text::{Block, Run};
use super::view::{Fork, Gap, Item, ItemKind, ScreenView};
use crate::facts::ComponentKind as K;
use crate::languages::starts_rtl as direction;

/// Place of the screen that shows: the current one, or where the Flow begins.
pub(super) fn current(document: &Document<'_>, state: &PreviewState) -> usize {
    document.by_key(&state.current).unwrap_or_else(|| document.routes().entry())
}

/// The screens one came through to the current one. For a screen that was opened directly: the shortest way.
pub(super) fn trail(document: &Document<'_>, state: &PreviewState, at: usize) -> Vec<usize> {
    if state.back.is_empty() {
        return document.routes().way_to(at);
    }
    state.back.iter().filter_map(|key| document.by_key(key)).collect()
}

/// Parts that show and what is wrong with each.
pub(super) fn judged<'v>(scene: &Scene<'_>, parts: Vec<Part<'v>>) -> Vec<(Part<'v>, Vec<Fault>)> {
    parts
        .into_iter()
        .map(|part| {
            let faults = faults(scene, &part);
            (part, faults)
        })
        .collect()
}

/// The screen that shows in a state.
pub(super) fn screen(document: &Document<'_>, state: &PreviewState) -> ScreenView {
    let at = current(document, state);
    if state.opening {
        return endpoint::nothing_yet(document, at);
    }
    let scene = Scene::new(document, state, at);
    let screen = scene.screen.clone();
    let Layout { parts, branchings } = layout(&scene, &screen);
    // How many items stand before each part.
    let places: Vec<u32> = parts
        .iter()
        .scan(0, |items, part| {
            let before = *items;
            *items += u32::from(part.kind != Some(K::Footer));
            Some(before)
        })
        .collect();
    let judged = judged(&scene, parts);
    let ready = judged.iter().all(|(_, faults)| faults.is_empty()) && !state.waiting && !state.sent;
    let footer = judged.iter().map(|(part, _)| part).find(|part| part.kind == Some(K::Footer));
    let mut items: Vec<Item> = Vec::with_capacity(judged.len());
    for (part, faults) in judged.iter().filter(|(part, _)| part.kind != Some(K::Footer)) {
        let kind = draw::kind(&scene, part, faults);
        let before = items.last().map(|item| &item.kind);
        items.push(Item {
            pointer: part.pointer.clone(),
            gap: if is_text(Some(&kind)) && is_text(before) { Gap::Small } else { Gap::Normal },
            divider: matches!(
                before,
                Some(
                    ItemKind::CheckboxGroup { .. }
                        | ItemKind::RadioButtonsGroup { .. }
                        | ItemKind::ChipsSelector { .. }
                )
            ),
            kind,
        });
    }
    let all = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let place = |part: usize| places.get(part).copied().unwrap_or(all);
    let forks = branchings.into_iter().map(|branching| Fork {
        start: place(branching.parts.start),
        count: place(branching.parts.end) - place(branching.parts.start),
        pointer: branching.pointer,
        branches: branching.branches,
        shown: branching.shown,
    });
    let forks = forks.collect();
    let trail = trail(document, state, at);
    let footer = footer.map(|part| draw::footer(&scene, part, ready));
    let title = screen.as_object().and_then(|screen| scene.text(screen, "title")).unwrap_or_default();
    ScreenView {
        key: document.key(at),
        id: document.id(at).to_owned(),
        rtl: is_rtl(&title, &items, footer.as_ref().map(|footer| footer.label.as_str())),
        title,
        back: !trail.is_empty(),
        progress: document.routes().progress(&trail, at),
        items,
        forks,
        footer,
        loading: state.waiting,
        notice: scene.known(at).and_then(|known| known.notice.clone()),
        terminal: document.screen(at).is_some_and(|screen| screen.terminal),
    }
}

fn is_text(kind: Option<&ItemKind>) -> bool {
    matches!(kind, Some(ItemKind::Text { .. }))
}

/// Whether the first strong letter of the title and the texts belongs to a script that runs right to left.
fn is_rtl(title: &str, items: &[Item], footer: Option<&str>) -> bool {
    let runs = |runs: &[Run]| runs.iter().find_map(|run| direction(&run.text));
    let words = |item: &Item| match &item.kind {
        ItemKind::Text { blocks, .. } | ItemKind::RichText { blocks } => {
            blocks.iter().find_map(|block| match block {
                Block::Paragraph { runs: text } | Block::Heading { runs: text, .. } => runs(text),
                Block::List { items, .. } => items.iter().find_map(|item| runs(item)),
                Block::Table { header, .. } => header.iter().find_map(|cell| runs(cell)),
                Block::Image { .. } => None,
            })
        }
        ItemKind::TextInput { field, .. }
        | ItemKind::TextArea { field, .. }
        | ItemKind::CheckboxGroup { field, .. }
        | ItemKind::RadioButtonsGroup { field, .. }
        | ItemKind::Dropdown { field, .. }
        | ItemKind::ChipsSelector { field, .. }
        | ItemKind::OptIn { field, .. } => direction(&field.label),
        ItemKind::DatePicker { input, .. } => direction(&input.field.label),
        ItemKind::CalendarPicker { inputs, .. } => {
            inputs.iter().find_map(|input| direction(&input.field.label))
        }
        ItemKind::EmbeddedLink { text } => direction(text),
        ItemKind::NavigationList { label, rows, .. } => label
            .iter()
            .map(String::as_str)
            .chain(rows.iter().map(|row| row.title.as_str()))
            .find_map(direction),
        ItemKind::PhotoPicker { picker, .. } | ItemKind::DocumentPicker { picker, .. } => {
            direction(&picker.field.label)
        }
        ItemKind::Image { .. } | ItemKind::ImageCarousel { .. } | ItemKind::Sealed { .. } => None,
    };
    direction(title)
        .or_else(|| items.iter().find_map(words))
        .or_else(|| footer.and_then(direction))
        .unwrap_or(false)
}
