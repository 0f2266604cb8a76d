//! Publishing is broken off anywhere, and the next run makes it whole: each Flow once, nothing half-done unsaid.
//!
//! `WAYMARK_TRIALS` sets how many places of each kind are tried; without it a few of each.

use cloud::models::FlowStatus;
use commands::wire::{Outcome, PlanAction};
use practice::account::Rules;
use practice::{Fault, Moment};

use crate::rig::{Rig, flow};

/// What is published, onto what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// Nothing is there.
    New,
    /// An older text is published.
    Change,
    /// An older text is published and cannot be changed.
    Replace,
}

const CASES: [Case; 3] = [Case::New, Case::Change, Case::Replace];

impl Case {
    async fn rig(self) -> Rig {
        let rig = Rig::new(Rules { published_is_final: self == Self::Replace }).await;
        if self != Self::New {
            let (_, report) = rig.publish("Booking", &flow("Old"), false).await.unwrap();
            assert!(report.complete);
        }
        rig
    }

    fn names(self) -> &'static [&'static str] {
        if self == Self::Replace { &["Booking", "Booking 2"] } else { &["Booking"] }
    }

    async fn publish(self, rig: &Rig) -> bool {
        match rig.publish("Booking", &flow("New"), self == Self::Replace).await {
            Ok((_, report)) => {
                for row in &report.rows {
                    let said = !row.sentence.is_empty()
                        && (row.error.is_some() || row.outcome != Outcome::Unfinished);
                    assert!(said, "{row:?}");
                }
                report.complete
            }
            Err(error) => {
                assert!(!error.sentence.is_empty());
                false
            }
        }
    }

    /// How many calls a run without trouble makes.
    async fn calls(self) -> u32 {
        let rig = self.rig().await;
        let before = rig.meta.faults().seen().len();
        assert!(self.publish(&rig).await);
        u32::try_from(rig.meta.faults().seen().len() - before).unwrap()
    }

    /// What stands half-done at the account is told by the next plan.
    async fn is_said(self, rig: &Rig) {
        let flows = rig.flows();
        let newest = flows.last();
        let half = newest.is_some_and(|flow| flow.status == FlowStatus::Draft);
        let plan = rig.plan(&[("Booking", &flow("New"))]).await.unwrap();
        let row = &plan.rows[0];
        if half {
            assert_eq!(row.action, PlanAction::Change, "{self:?} {row:?}");
            assert!(row.reason.contains("draft"), "{self:?} {}", row.reason);
            assert_eq!(row.remote_id.as_deref(), newest.map(|flow| flow.id.as_str()));
        }
    }

    /// Exactly one Flow for each name, the newest with the new text, nothing left in doubt.
    async fn is_whole(self, rig: &Rig) {
        let flows = rig.flows();
        assert_eq!(flows.iter().map(|flow| flow.name.as_str()).collect::<Vec<_>>(), self.names(), "{self:?}");
        let newest = flows.last().unwrap();
        assert_eq!(
            (&newest.status, newest.published.first()),
            (&FlowStatus::Published, Some(&flow("New"))),
            "{self:?}"
        );
        let plan = rig.plan(&[("Booking", &flow("New"))]).await.unwrap();
        assert_eq!(plan.rows[0].action, PlanAction::Skip, "{self:?} {plan:?}");
        let open = rig.app.store(|workspace| workspace.open_intents(&rig.account.id)).unwrap();
        assert!(open.is_empty(), "{open:?}");
    }
}

fn trials() -> Option<u32> {
    std::env::var("WAYMARK_TRIALS").ok()?.parse().ok()
}

/// The program dies at a call: before it reaches the account, or after it has done its work.
async fn dies(case: Case, call: u32, moment: Moment) {
    let mut rig = case.rig().await;
    rig.meta.faults().after(call, Fault::Silence { moment });
    tokio::select! {
        biased;
        () = rig.meta.faults().silent() => {}
        done = case.publish(&rig) => panic!("{case:?} was not held at call {call}: {done}"),
    }
    rig.restart().await;
    case.is_said(&rig).await;
    assert!(case.publish(&rig).await, "{case:?} {call} {moment:?}");
    case.is_whole(&rig).await;
}

#[tokio::test]
async fn the_program_dies_at_every_call() {
    for case in CASES {
        for call in 0..case.calls().await {
            for moment in [Moment::Before, Moment::After] {
                dies(case, call, moment).await;
            }
        }
    }
}

/// A call meets trouble the program lives through. It may finish all the same; if not it says so, and going on
/// finishes it.
async fn meets(case: Case, call: u32, fault: Fault) {
    let rig = case.rig().await;
    rig.meta.faults().after(call, fault.clone());
    if !case.publish(&rig).await {
        rig.meta.faults().clear();
        case.is_said(&rig).await;
        assert!(case.publish(&rig).await, "{case:?} {call} {fault:?}");
    }
    case.is_whole(&rig).await;
}

async fn every_call_meets_every_trouble(case: Case) {
    let troubles = [
        Fault::Drop { moment: Moment::Before },
        Fault::Drop { moment: Moment::After },
        Fault::Server { status: 500, moment: Moment::Before },
        Fault::Server { status: 502, moment: Moment::After },
        Fault::NotJson,
        Fault::TokenExpired,
        Fault::RateLimited { retry_after: Some(3600), regain_minutes: 0 },
    ];
    for call in 0..case.calls().await {
        for fault in &troubles {
            meets(case, call, fault.clone()).await;
        }
    }
}

#[tokio::test]
async fn every_call_for_a_new_flow_meets_every_trouble() {
    every_call_meets_every_trouble(Case::New).await;
}

#[tokio::test]
async fn every_call_for_a_change_meets_every_trouble() {
    every_call_meets_every_trouble(Case::Change).await;
}

#[tokio::test]
async fn every_call_for_a_replacement_meets_every_trouble() {
    every_call_meets_every_trouble(Case::Replace).await;
}

/// The reply breaks off after some bytes, at places spread over all calls and the length of a reply.
#[tokio::test]
async fn the_reply_breaks_off_at_any_byte() {
    const LONGEST_REPLY: u32 = 420;
    let trials = trials().unwrap_or(30);
    let mut calls = Vec::new();
    for case in CASES {
        calls.push((case, case.calls().await));
    }
    for trial in 0..trials {
        let (case, count) = calls[trial as usize % calls.len()];
        let call = trial / 3 % count;
        // A step that shares no factor with the length comes to every byte.
        let bytes = trial * 137 % LONGEST_REPLY;
        meets(case, call, Fault::CutReply { bytes }).await;
    }
}

/// The workspace cannot be written to, at one write after the other. What is half-done is said; with room again the
/// next run finishes it.
#[tokio::test]
async fn the_disk_is_full_at_every_write() {
    for case in CASES {
        for nth in 0.. {
            let rig = case.rig().await;
            let count = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
            let counter = count.clone();
            let watch = move |at| {
                let write = u32::from(at != store::WritePoint::Committed);
                let number = counter.fetch_add(write, std::sync::atomic::Ordering::Relaxed);
                if write == 1 && number == nth { Err(store::Error::DiskFull) } else { Ok(()) }
            };
            let watched = |workspace: &mut store::Workspace| {
                workspace.watch_writes(watch);
                Ok(())
            };
            rig.app.store(watched).unwrap();
            let complete = case.publish(&rig).await;
            if count.load(std::sync::atomic::Ordering::Relaxed) <= nth {
                assert!(complete && nth > 4, "{case:?} {nth}");
                break;
            }
            case.is_said(&rig).await;
            assert!(case.publish(&rig).await, "{case:?} {nth}");
            case.is_whole(&rig).await;
        }
    }
}
