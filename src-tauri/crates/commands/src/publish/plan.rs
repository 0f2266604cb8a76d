use super::books::Books;
use super::decide;
use super::journey::{self, Gathered, LocalJourney, Parts, gather};
use super::lately::Lately;
use super::link;
use super::local::Local;
use super::look::Look;
use super::opens::{Opened, Opening};
use super::plans::{Item, Kept};
use super::template::{self, Known, LocalTemplate};
use crate::App;
use crate::account::{self, Connection, failed, open};
use crate::wire::{Error, Plan, PlanAction, PlanRow};

/// What publishing would do with Flows, each in all its languages, templates and journeys of the workspace. With a journey
/// comes all that it uses: Flows, templates, the codes of its links, and the journeys it leads to. A Flow that a
/// template's button opens and the account does not have comes along. Nothing is changed.
pub async fn plan(app: &App, documents: &[String], account: &str) -> Result<Plan, Error> {
    make(app, gather(app, documents)?, account).await
}

/// What publishing would do with these texts of Flows. Nothing is changed.
pub async fn plan_texts(app: &App, locals: Vec<Local>, account: &str) -> Result<Plan, Error> {
    make(app, Gathered { flows: locals, ..Gathered::default() }, account).await
}

async fn make(app: &App, gathered: Gathered, account: &str) -> Result<Plan, Error> {
    let Gathered { mut flows, templates, journeys } = gathered;
    let connection = open(app, account).await?;
    if !journeys.is_empty() {
        account::ask_limit(app, &connection).await?;
    }
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
    let gone = add_links(app, &connection, &books, &journeys, &mut rows, &mut items).await?;
    add_journeys(&connection, &books, journeys, &mut rows, &mut items)?;
    rows.extend(gone.iter().map(link::gone));
    items.extend(gone.into_iter().map(Item::Gone));
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

/// Adds the links of journeys. Gives the codes that are to go away.
async fn add_links(
    app: &App,
    connection: &Connection,
    books: &Books<'_>,
    journeys: &[LocalJourney],
    rows: &mut Vec<PlanRow>,
    items: &mut Vec<Item>,
) -> Result<Vec<link::GoneLink>, Error> {
    let number = account::list(app)?.into_iter().find(|known| known.id == connection.id);
    let number = number.and_then(|account| account.display_phone_number).unwrap_or_default();
    let mut look = link::Look::new(connection, books)?;
    let said = |error: cloud::Error| failed(&error, &connection.side);
    let (mut made, mut left_over) = (0, Vec::new());
    for journey in journeys {
        for local in &journey.links {
            let (live, doubts) = (books.live(&local.document)?, books.doubts(&local.document)?);
            let found = if local.has_code {
                look.find(local, live.as_ref(), &doubts).await.map_err(said)?
            } else {
                None
            };
            let count = if local.has_code { look.count().await.map_err(said)? + made } else { 0 };
            let row = link::decide(local, found.as_ref(), &number, count, &connection.side);
            made += usize::from(row.action == PlanAction::Create);
            rows.push(row);
            items.push(Item::Link(local.clone()));
        }
        for gone in link::left_over(books, &journey.journey, &journey.links)? {
            if look.has(&gone.code).await.map_err(said)? {
                left_over.push(gone);
            }
        }
    }
    // Only what no link of any journey has found is nobody's.
    for journey in journeys {
        for doubt in link::left_in_doubt(books, &journey.journey, &journey.links)? {
            if left_over.iter().any(|gone| gone.document == doubt.document) {
                continue;
            }
            if let Some(code) = look.free(&doubt.detail).await.map_err(said)? {
                let (document, code) = (doubt.document, code.code.to_string());
                left_over.push(link::GoneLink { document, code, text: doubt.detail });
            }
        }
    }
    Ok(left_over)
}

fn add_journeys(
    connection: &Connection,
    books: &Books<'_>,
    journeys: Vec<LocalJourney>,
    rows: &mut Vec<PlanRow>,
    items: &mut Vec<Item>,
) -> Result<(), Error> {
    for local in journeys {
        let live = books.live(&local.journey)?;
        let parts = Parts(rows.iter().filter(|row| local.after.contains(&row.document)).collect());
        let row = journey::decide(&local, live.as_ref(), &parts, &connection.side);
        rows.push(row);
        items.push(Item::Journey(local));
    }
    Ok(())
}
