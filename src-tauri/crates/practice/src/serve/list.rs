//! Lists in pages.

use cloud::models::{Cursors, Page, Paging};
use serde_json::{Value, json};

use super::Server;
use super::asked::Asked;
use crate::refusal::{Refusal, Trouble};

/// Items on a page of a list when the request does not say.
const PAGE: usize = 25;

/// One page of a list. Cursors are places in the list.
pub(super) fn page(server: &Server, asked: &Asked, all: &[Value]) -> Result<Value, Refusal> {
    let number = |name: &str| match asked.text(name) {
        Some(text) => text
            .parse::<usize>()
            .map(Some)
            .map_err(|_| Refusal::of(Trouble::Parameter, format!("{name} is not valid."))),
        None => Ok(None),
    };
    let limit = number("limit")?.unwrap_or(PAGE).clamp(1, 1000);
    let start = match (number("after")?, number("before")?) {
        (Some(after), _) => after,
        (None, Some(before)) => before.saturating_sub(limit),
        (None, None) => 0,
    };
    let data: Vec<Value> = all.iter().skip(start).take(limit).cloned().collect();
    let end = start + data.len();
    // A link repeats what was asked, the place apart.
    let link = |name: &str, cursor: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("limit", &limit.to_string()).append_pair(name, &cursor.to_string());
        for kept in
            asked.parameters.keys().filter(|key| !["limit", "after", "before"].contains(&key.as_str()))
        {
            query.append_pair(kept, &asked.text(kept).unwrap_or_default());
        }
        format!("{}{}/{}?{}", server.base_url(), asked.version, asked.path.join("/"), query.finish())
    };
    let paging = (!data.is_empty()).then(|| Paging {
        cursors: Some(Cursors { before: Some(start.to_string()), after: Some(end.to_string()) }),
        next: (end < all.len()).then(|| link("after", end)),
        previous: (start > 0).then(|| link("before", start)),
    });
    Ok(json!(Page { data, paging }))
}
