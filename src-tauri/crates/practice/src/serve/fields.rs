//! The `fields` parameter: names with arguments and nested fields, `id,preview.invalidate(false),app{id,name}`.

/// One field that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// What stands after the name: `.invalidate(false)`, `{id,name}`.
    pub(crate) rest: String,
}

/// The fields asked for; commas inside brackets belong to their field.
pub(crate) fn parse(text: &str) -> Vec<Field> {
    let mut depth = 0_u32;
    text.split(|c| {
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .map(str::trim)
    .filter(|field| !field.is_empty())
    .map(|field| {
        let end = field.find(['.', '(', '{']).unwrap_or(field.len());
        let (name, rest) = field.split_at(end);
        Field { name: name.to_owned(), rest: rest.to_owned() }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_they_are_asked_with() {
        let read: Vec<_> =
            parse("id, preview.invalidate(false),app{id,name},health_status.phone_number(1),,status")
                .into_iter()
                .map(|field| (field.name, field.rest))
                .collect();
        let expected = [
            ("id", ""),
            ("preview", ".invalidate(false)"),
            ("app", "{id,name}"),
            ("health_status", ".phone_number(1)"),
            ("status", ""),
        ];
        assert_eq!(read, expected.map(|(name, rest)| (name.to_owned(), rest.to_owned())));
    }
}
