//! How many people an account may write to first: asked for, kept with it, and what journeys are looked at with.

use commands::account::{connect, list, remove, token};
use commands::{journey, publish};
use flows::edit::Edit;
use flows::journey::MessagingLimit;
use flows::json::Pointer;
use practice::{Fault, Moment, Planned};
use serde_json::{Value, json};

use crate::rig::{Rig, request};

/// A journey that writes to so many people at once.
fn offer(rig: &Rig, people: u32) -> String {
    let id = journey::create(&rig.app, "Offer", "en", "All at once", "Offer", "Hello!").unwrap();
    let set = |at: &str, key: &str, value: Value| {
        let revision = journey::open(&rig.app, &id).unwrap().revision;
        let edit = Edit::SetProperty { at: Pointer(at.to_owned()), key: key.to_owned(), value };
        journey::edit(&rig.app, &id, revision, &edit).unwrap();
    };
    set("/nodes/0", "kind", json!("manual"));
    set("/nodes/0", "people", json!(people));
    set("/nodes/1", "kind", json!("template"));
    set("/nodes/1", "name", json!("ready"));
    id
}

/// What is said of too many people.
fn said(rig: &Rig, journey: &str) -> Option<String> {
    let shown = journey::open(&rig.app, journey).unwrap();
    let found = shown.diagnostics.into_iter().find(|finding| finding.rule == "journey-too-many-people")?;
    Some(format!("{} {}", found.headline, found.why))
}

/// Meta gives the business another limit.
fn tier(rig: &Rig, word: &str) {
    rig.change(|held| held["phone_number"]["whatsapp_business_manager_messaging_limit"] = json!(word));
}

fn kept(rig: &Rig) -> Vec<Option<String>> {
    let accounts = rig.app.store(|workspace| workspace.accounts()).unwrap();
    accounts.into_iter().map(|account| account.messaging_limit).collect()
}

/// What the page is told of the practice account and the others.
fn shown(rig: &Rig) -> Vec<Option<MessagingLimit>> {
    list(&rig.app).unwrap().into_iter().map(|account| account.messaging_limit).collect()
}

#[tokio::test]
async fn the_limit_is_known_once_an_account_is_connected_and_follows_it() {
    let rig = Rig::reviewing(0).await;
    let id = offer(&rig, 2_001);
    assert_eq!(kept(&rig), [Some("TIER_250".to_owned())]);
    let words = said(&rig, &id).unwrap();
    assert!(words.contains("your account may reach 250") && words.contains("'Salon Aurora'"), "{words}");

    // what Meta raised is known when the journey is about to be published
    let plan = async || publish::plan(&rig.app, std::slice::from_ref(&id), &rig.account.id).await.map(drop);
    tier(&rig, "TIER_2K");
    plan().await.unwrap();
    assert_eq!(kept(&rig), [Some("TIER_2K".to_owned())]);
    let words = said(&rig, &id).unwrap();
    assert!(words.contains("your account may reach 2,000"), "{words}");

    // so it is with a new token, and when the account is connected again
    tier(&rig, "TIER_10K");
    token(&rig.app, &rig.account.id, rig.meta.token().to_owned()).await.unwrap();
    assert_eq!((kept(&rig), said(&rig, &id)), (vec![Some("TIER_10K".to_owned())], None));
    assert_eq!(shown(&rig), [Some(MessagingLimit::People(250)), Some(MessagingLimit::People(10_000))]);
    tier(&rig, "TIER_250");
    connect(&rig.app, request(&rig.meta)).await.unwrap();
    assert!(said(&rig, &id).unwrap().contains("your account may reach 250"));

    // a word that nobody knows is kept, and says nothing
    tier(&rig, "TIER_1M");
    plan().await.unwrap();
    assert_eq!(kept(&rig), [Some("TIER_1M".to_owned())]);
    assert_eq!(shown(&rig), [Some(MessagingLimit::People(250)), None]);
    let words = said(&rig, &id).unwrap();
    assert!(words.contains("a new account may reach 250") && words.contains("not known here yet"), "{words}");

    remove(&rig.app, &rig.account.id).unwrap();
    assert!(said(&rig, &id).unwrap().contains("a new account may reach 250"));
}

#[tokio::test]
async fn what_is_known_stays_while_the_account_does_not_answer() {
    let rig = Rig::reviewing(0).await;
    let id = offer(&rig, 300);
    tier(&rig, "TIER_UNLIMITED");
    token(&rig.app, &rig.account.id, rig.meta.token().to_owned()).await.unwrap();
    assert_eq!(said(&rig, &id), None);
    tier(&rig, "TIER_250");
    // asked twice, and then no more
    rig.meta.faults().plan(Planned { skip: 0, times: 2, fault: Fault::Drop { moment: Moment::Before } });
    publish::plan(&rig.app, std::slice::from_ref(&id), &rig.account.id).await.unwrap();
    assert_eq!((kept(&rig), said(&rig, &id)), (vec![Some("TIER_UNLIMITED".to_owned())], None));
}

#[tokio::test]
async fn of_several_accounts_the_lowest_counts_and_one_that_is_not_known_is_lowest() {
    let rig = Rig::reviewing(0).await;
    let id = offer(&rig, 2_001);
    let first = rig.app.store(|workspace| workspace.accounts()).unwrap().remove(0);
    let put = |id: &str, limit: Option<&str>| {
        let account = store::Account {
            id: id.to_owned(),
            name: format!("Salon {id}"),
            messaging_limit: limit.map(str::to_owned),
            ..first.clone()
        };
        rig.app.store(|workspace| workspace.put_account(&account, 1)).unwrap();
    };
    rig.app.store(|workspace| workspace.put_messaging_limit(&first.id, Some("TIER_UNLIMITED"))).unwrap();
    assert_eq!(said(&rig, &id), None);
    put("b", Some("TIER_2K"));
    assert!(said(&rig, &id).unwrap().contains("The limit of 'Salon b' is 2,000."));
    put("c", None);
    assert!(said(&rig, &id).unwrap().contains("a new account may reach 250"));
}
