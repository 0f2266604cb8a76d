use std::collections::BTreeSet;

use super::journey;
use super::link::Bringer;
use super::plans::{Item, Kept};
use super::row::Row;
use super::run::Run;
use super::template::Sender;
use super::turn::Turn;
use crate::App;
use crate::account::open;
use crate::wire::{Code, Error, Outcome, Plan, PlanAction, PlanKind, PlanRow, Report, ReportRow};

/// Does what the plan says, the rows in `leave` apart (by their `document`). Safe to repeat and to interrupt. Flows in
/// `replace` are published as new ones when the account has one already. Nothing is done while a journey of the plan is
/// blocked.
pub async fn apply(app: &App, plan: &str, leave: &[String], replace: &[String]) -> Result<Report, Error> {
    let Kept { plan, items } = app.plans().get(plan)?;
    refuse_blocked(&plan)?;
    let _turn = Turn::take(app, &plan.account)?;
    let connection = open(app, &plan.account).await?;
    let mut run = Run::new(app, &connection, &plan.id);
    let is_done = |planned: &PlanRow| {
        let is_kept_back = matches!(planned.action, PlanAction::Blocked | PlanAction::Wait);
        !is_kept_back && !leave.contains(&planned.document)
    };
    let keys = plan.rows.iter().zip(&items).filter_map(|(planned, item)| match item {
        Item::Template { local, .. } if is_done(planned) => Some(&local.key),
        _ => None,
    });
    let mut sender = Sender::new(app, &connection, Some(&plan.id), keys);
    let mut bringer = Bringer::new(app, &connection, &plan.id)?;
    let mut rows: Vec<ReportRow> = Vec::with_capacity(plan.rows.len());
    let mut stopped: Option<Error> = None;
    // What the account has as it is here, by the rows' `document`.
    let mut there: BTreeSet<String> = BTreeSet::new();
    for (planned, item) in plan.rows.iter().zip(&items) {
        if let Some(error) = &stopped {
            let why = "Not begun, because publishing stopped before it. Go on to publish it.";
            rows.push(ReportRow {
                error: Some(error.clone()),
                ..kept_back(planned, Outcome::Unfinished, why)
            });
            continue;
        }
        let row = match item {
            _ if !is_done(planned) => {
                let is_left = leave.contains(&planned.document);
                let why = if is_left { "You left it out." } else { planned.reason.as_str() };
                Row::Done(kept_back(planned, Outcome::Skipped, why))
            }
            Item::Flow(local) if local.unfinished.is_some() => {
                Row::Done(kept_back(planned, Outcome::Skipped, &planned.reason))
            }
            Item::Flow(local) => run.publish(local, planned, replace.contains(&local.flow)).await,
            Item::Template { after, .. } if waits_for(&rows, &plan.rows, after) => {
                let why = "It waits: the Flow that a button opens is not live.";
                Row::Done(kept_back(planned, Outcome::Unfinished, why))
            }
            Item::Template { local, .. } => sender.send(local).await,
            Item::Link(link) => bringer.bring(link).await,
            Item::Gone(gone) if !there.contains(gone.journey()) => {
                let why = "It stays until the journey is published without it.";
                let is_left = leave.iter().any(|document| document == gone.journey());
                let outcome = if is_left { Outcome::Skipped } else { Outcome::Unfinished };
                Row::Done(kept_back(planned, outcome, why))
            }
            Item::Gone(gone) => bringer.remove(gone).await,
            Item::Journey(local) => journey::keep(app, &plan.account, local, &plan.rows, &there),
        };
        let (row, is_there) = match row {
            Row::There(row) => (row, true),
            Row::Done(row) => {
                let is_same = planned.action == PlanAction::Skip && row.outcome == Outcome::Skipped;
                (row, is_same)
            }
            Row::Stopped(row) => {
                stopped.clone_from(&row.error);
                (row, false)
            }
        };
        if is_there {
            there.insert(planned.document.clone());
        }
        rows.push(row);
    }
    let done = [Outcome::Published, Outcome::Submitted, Outcome::Removed, Outcome::Skipped];
    let complete = rows.iter().all(|row| done.contains(&row.outcome));
    Ok(Report { rows, complete })
}

fn refuse_blocked(plan: &Plan) -> Result<(), Error> {
    let is_blocked = |row: &&PlanRow| row.kind == PlanKind::Journey && row.action == PlanAction::Blocked;
    plan.rows.iter().find(is_blocked).map_or(Ok(()), |row| {
        let sentence = format!("The journey \"{}\" cannot be published: {}", row.name, row.reason);
        Err(Error::new(Code::Refused, sentence))
    })
}

/// Whether a Flow that has to come first did not come: it was not done, and was not there before.
fn waits_for(rows: &[ReportRow], planned: &[PlanRow], after: &[String]) -> bool {
    after.iter().any(|flow| {
        let was_there = planned.iter().any(|row| row.document == *flow && row.remote_id.is_some());
        let is_live = rows.iter().any(|row| row.document == *flow && row.outcome == Outcome::Published);
        !was_there && !is_live
    })
}

/// A row that was not done.
fn kept_back(planned: &PlanRow, outcome: Outcome, why: &str) -> ReportRow {
    let validation = if outcome == Outcome::Skipped { planned.blocked.clone() } else { Vec::new() };
    ReportRow {
        remote_id: planned.remote_id.clone(),
        validation,
        ..ReportRow::new(planned.kind, &planned.document, &planned.name, outcome, why.to_owned())
    }
}
