use flows::check::DocumentKind;

use super::books::Books;
use super::decide;
use super::lately::Lately;
use super::local::Local;
use super::look::Look;
use super::opens::{Opened, Opening};
use super::plans::{Item, Kept};
use super::template::{self, Known, LocalTemplate};
use crate::App;
use crate::account::{Connection, failed, open};
use crate::wire::{Error, Plan, PlanAction, PlanRow};

/// What publishing would do with Flows, each in all its languages, and templates of the workspace. A Flow that a
/// template's button opens and the account does not have comes along. Nothing is changed.
pub async fn plan(app: &App, documents: &[String], account: &str) -> Result<Plan, Error> {
    let (mut flows, mut templates) = (Vec::new(), Vec::new());
    for document in documents {
        let kind = app.store(|workspace| workspace.document(document))?.kind;
        match DocumentKind::from_name(&kind) {
            Some(DocumentKind::Template) => templates.push(LocalTemplate::of_workspace(app, document)?),
            Some(DocumentKind::Message) => {}
            _ => flows.extend(Local::of_workspace(app, document)?),
        }
    }
    make(app, flows, templates, account).await
}

/// What publishing would do with these texts of Flows. Nothing is changed.
pub async fn plan_texts(app: &App, locals: Vec<Local>, account: &str) -> Result<Plan, Error> {
    make(app, locals, Vec::new(), account).await
}

async fn make(
    app: &App,
    mut flows: Vec<Local>,
    templates: Vec<LocalTemplate>,
    account: &str,
) -> Result<Plan, Error> {
    let connection = open(app, account).await?;
    let books = Books { app, account: &connection.id };
    let mut look = Look::new(&connection);
    let opening = Opening { app, books: &books };
    let mut opened = Vec::with_capacity(templates.len());
    for template in &templates {
        let all = opening.of(template, &mut flows, &mut look).await;
        opened.push(all.map_err(|trouble| trouble.said(&connection.side))?);
    }
    let mut rows = Vec::with_capacity(flows.len() + templates.len());
    let mut items = Vec::with_capacity(rows.capacity());
    for local in flows {
        rows.push(flow_row(&local, &books, &mut look, &connection).await?);
        items.push(Item::Flow(local));
    }
    rows.extend(template_rows(app, &connection, &books, &templates, &opened).await?);
    let both = templates.into_iter().zip(opened);
    items.extend(both.map(|(local, opened)| Item::Template { local, after: opened.after }));
    let id = app.store(|workspace| workspace.new_id())?;
    let plan = Plan { id, account: connection.id.clone(), rows };
    app.plans().keep(Kept { plan: plan.clone(), items });
    Ok(plan)
}

async fn flow_row(
    local: &Local,
    books: &Books<'_>,
    look: &mut Look<'_>,
    connection: &Connection,
) -> Result<PlanRow, Error> {
    let (live, doubts) = (books.live(&local.flow)?, books.doubts(&local.flow)?);
    let remote = look.find(&local.name, live.as_ref(), &doubts).await;
    let remote = remote.map_err(|error| failed(&error, &connection.side))?;
    Ok(decide::decide(local, live.as_ref(), remote.as_ref(), !doubts.is_empty(), &connection.side))
}

async fn template_rows(
    app: &App,
    connection: &Connection,
    books: &Books<'_>,
    templates: &[LocalTemplate],
    opened: &[Opened],
) -> Result<Vec<PlanRow>, Error> {
    let mut look = template::Look::new(connection, templates.iter().map(|local| &local.key));
    let mut lately = Lately::read(books, app.host().now())?;
    let mut rows = Vec::with_capacity(templates.len());
    for (local, opened) in templates.iter().zip(opened) {
        let live = books.live(&local.message)?;
        let there = look.find(&local.key).await;
        let there = there.map_err(|error| failed(&error, &connection.side))?;
        let known = Known {
            live: live.as_ref(),
            there: there.as_ref(),
            edits: &lately.edits_of(there.as_ref().map(|there| there.id.as_str())),
            creations: &lately.creations,
            count: look.count(),
            now: lately.now,
            side: &connection.side,
        };
        let row = template::decide(local, &known).row(local, there.as_ref());
        let row = opened.said_in(row, &connection.side);
        if row.action == PlanAction::Create {
            lately.creations.push(lately.now);
        }
        rows.push(row);
    }
    Ok(rows)
}
