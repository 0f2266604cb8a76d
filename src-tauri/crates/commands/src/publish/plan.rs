use super::books::Books;
use super::decide::decide;
use super::local::Local;
use super::look::Look;
use super::plans::Kept;
use crate::App;
use crate::account::{failed, open};
use crate::wire::{Error, Plan};

/// What publishing would do with Flows of the workspace, each in all its languages. Nothing is changed.
pub async fn plan(app: &App, flows: &[String], account: &str) -> Result<Plan, Error> {
    let locals = flows.iter().map(|flow| Local::of_workspace(app, flow)).collect::<Result<Vec<_>, _>>()?;
    plan_texts(app, locals.concat(), account).await
}

/// What publishing would do with these texts. Nothing is changed.
pub async fn plan_texts(app: &App, locals: Vec<Local>, account: &str) -> Result<Plan, Error> {
    let connection = open(app, account).await?;
    let books = Books { app, account: &connection.id };
    let mut look = Look::new(&connection);
    let mut rows = Vec::with_capacity(locals.len());
    for local in &locals {
        let (live, doubts) = (books.live(&local.flow)?, books.doubts(&local.flow)?);
        let remote = look
            .find(&local.name, live.as_ref(), &doubts)
            .await
            .map_err(|error| failed(&error, &connection.side))?;
        rows.push(decide(local, live.as_ref(), remote.as_ref(), !doubts.is_empty(), &connection.side));
    }
    let id = app.store(|workspace| workspace.new_id())?;
    let plan = Plan { id, account: connection.id.clone(), rows };
    app.plans().keep(Kept { plan: plan.clone(), locals });
    Ok(plan)
}
