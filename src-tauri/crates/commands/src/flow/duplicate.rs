use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::edit::Document;

use crate::App;
use crate::wire::Error;

/// Makes a copy of a Flow, with its cards where they stand. Gives the copy's id.
pub fn duplicate(app: &App, flow: &str) -> Result<String, Error> {
    let taken: BTreeSet<String> = app
        .store(|workspace| workspace.documents(DocumentKind::Flow.name()))?
        .into_iter()
        .map(|document| document.name)
        .collect();
    let copy = app.flow(flow, |open| {
        let original = open.document();
        let name = free_name(original.name(), &taken);
        let copy = Document::new(name, original.text(), original.positions().clone());
        Ok(copy.with_notes(original.notes().clone()))
    })?;
    super::make::put(app, &copy)
}

/// `Booking` gives `Booking 2`, that gives `Booking 3`.
pub(crate) fn free_name(name: &str, taken: &BTreeSet<String>) -> String {
    let stem = match name.rsplit_once(' ') {
        Some((stem, number)) if number.parse::<u32>().is_ok() => stem,
        _ => name,
    };
    let mut number: u32 = 2;
    loop {
        let candidate = format!("{stem} {number}");
        if !taken.contains(&candidate) {
            return candidate;
        }
        number = number.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::free_name;

    #[test]
    fn a_copy_takes_the_next_free_number() {
        let taken = ["Booking", "Booking 2"].map(String::from).into();
        assert_eq!(free_name("Booking", &taken), "Booking 3");
        assert_eq!(free_name("Booking 2", &taken), "Booking 3");
        assert_eq!(free_name("Salon", &taken), "Salon 2");
    }
}
