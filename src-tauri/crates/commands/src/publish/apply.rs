use super::plans::Kept;
use super::run::{Row, Run};
use super::turn::Turn;
use crate::App;
use crate::account::open;
use crate::wire::{Error, Outcome, PlanAction, PlanRow, Report, ReportRow};

/// Does what the plan says. Safe to repeat and to interrupt. Flows in `replace` are published as new ones when
/// the account has one already.
pub async fn apply(app: &App, plan: &str, replace: &[String]) -> Result<Report, Error> {
    let Kept { plan, locals } = app.plans().get(plan)?;
    let _turn = Turn::take(app, &plan.account)?;
    let connection = open(app, &plan.account).await?;
    let mut run = Run::new(app, &connection, &plan.id);
    let mut rows = Vec::with_capacity(plan.rows.len());
    let mut stopped: Option<Error> = None;
    for (planned, local) in plan.rows.iter().zip(&locals) {
        if let Some(error) = &stopped {
            rows.push(not_reached(planned, error));
            continue;
        }
        if planned.action == PlanAction::Blocked || local.unfinished.is_some() {
            rows.push(left_out(planned));
            continue;
        }
        match run.publish(local, planned, replace.contains(&local.flow)).await {
            Row::Done(row) => rows.push(row),
            Row::Stopped(row) => {
                stopped.clone_from(&row.error);
                rows.push(row);
            }
        }
    }
    let complete = rows.iter().all(|row| matches!(row.outcome, Outcome::Published | Outcome::Skipped));
    Ok(Report { rows, complete })
}

fn not_reached(planned: &PlanRow, error: &Error) -> ReportRow {
    ReportRow {
        flow: planned.flow.clone(),
        name: planned.name.clone(),
        outcome: Outcome::Unfinished,
        sentence: "Not begun, because publishing stopped before it. Go on to publish it.".to_owned(),
        remote_id: planned.remote_id.clone(),
        error: Some(error.clone()),
        validation: Vec::new(),
        offer_new: false,
    }
}

/// A row the plan said would not be published.
fn left_out(planned: &PlanRow) -> ReportRow {
    ReportRow {
        flow: planned.flow.clone(),
        name: planned.name.clone(),
        outcome: Outcome::Skipped,
        sentence: planned.reason.clone(),
        remote_id: planned.remote_id.clone(),
        error: None,
        validation: planned.blocked.clone(),
        offer_new: false,
    }
}
