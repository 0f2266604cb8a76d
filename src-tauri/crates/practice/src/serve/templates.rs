//! Message templates over HTTP.

use axum::http::Method;
use serde_json::{Map, Value, json};

use super::Server;
use super::asked::Asked;
use super::fields::{self, Field};
use super::list::page;
use super::route::{done, wanted};
use crate::refusal::Refusal;
use crate::templates::{StoredTemplate, library as all};

/// What is told of a template when the request does not say.
pub(super) const FIELDS: &str = "name,parameter_format,components,language,status,category,id";

/// `/{account}/message_templates`
pub(super) fn of_account(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    match asked.method {
        Method::GET => list(server, asked),
        Method::POST => server.change(|account, now| {
            let created = account.create_template(asked.payload(), now)?;
            Ok(json!({"id": created.id, "status": created.status, "category": created.category}))
        }),
        Method::DELETE => server.change(|account, now| {
            let (name, id, ids) = (asked.text("name"), asked.text("hsm_id"), asked.list("hsm_ids"));
            account.delete_templates(name.as_deref(), id.as_deref(), ids.as_deref(), now)?;
            Ok(done())
        }),
        _ => Err(Refusal::parameter("The practice account does not know this call.")),
    }
}

fn list(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let wanted = wanted(asked, FIELDS);
    server.read(|account, _| {
        let found: Vec<&StoredTemplate> =
            account.templates.iter().filter(|template| fits(template, asked)).collect();
        let described: Vec<Value> = found.iter().map(|template| describe(template, &wanted)).collect();
        let mut list = page(server, asked, &described)?;
        if let (Some(summary), Some(list)) = (asked.text("summary"), list.as_object_mut()) {
            let count = account.templates.len();
            let known = json!({"total_count": found.len(), "message_template_count": count,
                "message_template_limit": account.template_limit(), "are_translations_complete": false});
            let asked_for = fields::parse(&summary);
            let told = asked_for
                .iter()
                .filter_map(|field| Some((field.name.clone(), known.get(&field.name)?.clone())));
            list.insert("summary".to_owned(), Value::Object(told.collect()));
        }
        Ok(list)
    })
}

/// Whether a template is among those asked for. A name fits in part; of the rest several are separated by commas.
fn fits(template: &StoredTemplate, asked: &Asked) -> bool {
    let is_one_of = |name: &str| {
        let own = template.field(name);
        let own = own.as_ref().and_then(Value::as_str).unwrap_or_default();
        asked.text(name).is_none_or(|list| list.split(',').any(|one| own.eq_ignore_ascii_case(one.trim())))
    };
    asked.text("name").is_none_or(|part| template.name.contains(&part.to_ascii_lowercase()))
        && ["status", "category", "language"].into_iter().all(is_one_of)
}

/// A template with the fields that are asked for; those it does not have are left out.
pub(super) fn describe(template: &StoredTemplate, wanted: &[Field]) -> Value {
    let told = wanted.iter().filter_map(|field| Some((field.name.clone(), template.field(&field.name)?)));
    let mut told: Map<String, Value> = told.collect();
    told.insert("id".to_owned(), json!(template.id));
    Value::Object(told)
}

/// `/message_template_library`
pub(super) fn library(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let is = |name: &str, own: Option<&str>| {
        asked.text(name).is_none_or(|text| own.is_some_and(|own| own.eq_ignore_ascii_case(&text)))
    };
    let search = asked.text("search").map(|text| text.to_lowercase());
    let found = all().iter().filter(|known| {
        let words = format!("{} {}", known.name, known.body.as_deref().unwrap_or_default()).to_lowercase();
        let industry = asked.text("industry");
        is("topic", known.topic.as_deref())
            && is("usecase", known.usecase.as_deref())
            && is("language", known.language.as_deref())
            && is("name", Some(&known.name))
            && search.as_ref().is_none_or(|search| words.contains(search))
            && industry.is_none_or(|text| known.industry.iter().flatten().any(|own| *own == text))
    });
    let found: Vec<Value> = found.map(|known| json!(known)).collect();
    page(server, asked, &found)
}

/// `/{template}/compare`
pub(super) fn compare(server: &Server, asked: &Asked, id: &str) -> Result<Value, Refusal> {
    let others = asked.parameters.get("template_ids").map(|ids| match ids {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    // `[123]` and `["123"]` are both lists of ids.
    let others: Vec<String> = others
        .unwrap_or_default()
        .trim_matches(['[', ']'])
        .split(',')
        .map(|id| id.trim_matches([' ', '"']).to_owned())
        .filter(|id| !id.is_empty())
        .collect();
    let time = |name: &str| {
        let time = asked.text(name).and_then(|text| text.parse::<i64>().ok());
        time.ok_or_else(|| Refusal::parameter(format!("{name} is missing.")))
    };
    let (start, end) = (time("start")?, time("end")?);
    server.read(|account, now| account.compare_templates(id, &others, start, end, now))
}
