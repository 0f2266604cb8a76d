//! How much a phone shows and takes, from the facts.

use serde_json::Value;

use crate::facts::{ComponentKind, PropertyFacts, component, limits};

fn chars(property: Option<&PropertyFacts>) -> usize {
    let most = property.and_then(|property| property.max_chars_client.or(property.max_chars));
    most.map_or(usize::MAX, |most| most as usize)
}

/// Letters of a property that a phone shows.
pub(super) fn shown_chars(kind: ComponentKind, property: &str) -> usize {
    chars(component(kind).property(property))
}

/// A property of a list row; `holder` is the object it stands in, if it does.
fn of_row(holder: Option<&str>, property: &str) -> Option<&'static PropertyFacts> {
    let row = &component(ComponentKind::NavigationList).property("list-items")?.item;
    let find =
        |list: &'static [PropertyFacts], name: &str| list.iter().find(|property| property.name == name);
    match holder {
        Some(holder) => find(&find(row, holder)?.members, property),
        None => find(row, property),
    }
}

/// Letters of a list row's property that a phone shows; `holder` is the object it stands in, if it does.
pub(super) fn row_chars(holder: Option<&str>, property: &str) -> usize {
    chars(of_row(holder, property))
}

/// Entries of a list row's list that a phone shows.
pub(super) fn row_items(property: &str) -> usize {
    of_row(None, property).and_then(|property| property.max_items).map_or(usize::MAX, |most| most as usize)
}

/// Entries of a component's list that a phone shows.
pub(super) fn shown_items(kind: ComponentKind) -> usize {
    component(kind).shown_items.as_ref().map_or(usize::MAX, |shown| shown.max as usize)
}

/// What a count is worth when a component does not set it.
pub(super) fn default_count(kind: ComponentKind, property: &str) -> u32 {
    let default = component(kind).property(property).and_then(|property| property.default.as_ref());
    default.and_then(Value::as_u64).and_then(|count| u32::try_from(count).ok()).unwrap_or(u32::MAX)
}

/// First and last day of a date input that sets none, `YYYY-MM-DD`.
pub(super) fn days() -> (String, String) {
    let limits = limits();
    (format!("{:04}-01-01", limits.selectable_year_min), format!("{:04}-12-31", limits.selectable_year_max))
}
