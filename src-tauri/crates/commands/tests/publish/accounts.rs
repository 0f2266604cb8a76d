//! Accounts: connected when the token is good, without ever giving the token back.

use commands::account::{connect, list, remove, token};
use commands::wire::Code;
use practice::account::Rules;
use secrets::Secret;
use store::{Error, WritePoint};

use crate::rig::{Rig, open, request};

#[tokio::test]
async fn an_account_is_connected_listed_and_removed() {
    let rig = Rig::new(Rules::default()).await;
    let account = &rig.account;
    assert_eq!((account.name.as_str(), account.practice), ("Salon Aurora", false));
    assert_eq!(account.display_phone_number.as_deref(), Some("+1 555-010-0199"));
    assert!(account.has_token && account.session_only, "there is no keychain here");
    assert!(rig.meta.token().ends_with(account.last4.as_deref().unwrap()));
    let listed = list(&rig.app).unwrap();
    assert!(listed[0].practice && listed[0].id == "practice");
    assert_eq!(listed[1], *account);
    assert!(!serde_json::to_string(&listed).unwrap().contains(rig.meta.token()));

    let again = connect(&rig.app, request(&rig.meta)).await.unwrap();
    assert_eq!(again.id, account.id, "the same account is not connected twice");
    remove(&rig.app, &account.id).unwrap();
    assert_eq!(list(&rig.app).unwrap().len(), 1);
    assert_eq!(remove(&rig.app, "practice").unwrap_err().code, Code::Refused);
}

#[tokio::test]
async fn after_a_restart_without_a_keychain_the_token_is_asked_for_again() {
    let mut rig = Rig::new(Rules::default()).await;
    let (app, _) = open(rig.folder.path());
    rig.app = app;
    let known = &list(&rig.app).unwrap()[1];
    assert!(!known.has_token && known.last4.is_none(), "{known:?}");
    let error = rig.plan(&[("Booking", "{}")]).await.unwrap_err();
    assert_eq!(error.code, Code::TokenNeeded);
    token(&rig.app, &rig.account.id, rig.meta.token().to_owned()).await.unwrap();
    rig.plan(&[("Booking", "{}")]).await.unwrap();
}

#[tokio::test]
async fn what_does_not_fit_together_is_said_and_nothing_is_kept() {
    let rig = Rig::new(Rules::default()).await;
    remove(&rig.app, &rig.account.id).unwrap();
    let with = |change: fn(&mut commands::wire::ConnectAccount)| {
        let mut request = request(&rig.meta);
        change(&mut request);
        request
    };
    for (request, code, words) in [
        (with(|r| r.token = "wrong-token-0123".to_owned()), Code::TokenNeeded, "token"),
        (with(|r| r.waba_id = "12 34".to_owned()), Code::Refused, "digits"),
        (with(|r| r.waba_id = "999".to_owned()), Code::Refused, "999"),
        (with(|r| r.phone_number_id = "999".to_owned()), Code::Refused, "999"),
        (with(|r| r.name = "  ".to_owned()), Code::Refused, "name"),
        (with(|r| r.base_url = Some("http://graph.example/v25.0".to_owned())), Code::Refused, "https"),
        (with(|r| r.base_url = Some("https://10.0.0.1/v25.0".to_owned())), Code::Refused, "https"),
        (with(|r| r.token = "line\nbreak-0123456".to_owned()), Code::Refused, "account"),
    ] {
        let error = connect(&rig.app, request).await.unwrap_err();
        assert_eq!(error.code, code, "{error:?}");
        assert!(error.sentence.contains(words), "{}", error.sentence);
    }
    assert_eq!(list(&rig.app).unwrap().len(), 1);
}

/// Every write point but the last fails in turn: behind a commit there is nothing left to fail.
fn fail_at(rig: &Rig, point: Option<WritePoint>) {
    let watch = move |at| if Some(at) == point { Err(Error::DiskFull) } else { Ok(()) };
    let watched = |workspace: &mut store::Workspace| {
        workspace.watch_writes(watch);
        Ok(())
    };
    rig.app.store(watched).unwrap();
}

/// The token goes to the keychain and the account to the workspace: both or neither.
#[tokio::test]
async fn an_account_that_could_not_be_written_down_leaves_no_token() {
    let mut rig = Rig::new(Rules::default()).await;
    let id = rig.account.id.clone();
    // As after a restart without a keychain: the account is known, its token is not.
    rig.app = open(rig.folder.path()).0;
    let seen = |rig: &Rig| {
        let token = rig.app.keychain().get(&id).unwrap().map(|(token, _)| token.expose().clone());
        (list(&rig.app).unwrap(), token)
    };
    for before in [None, Some("an-older-token-0123")] {
        if let Some(older) = before {
            rig.app.keychain().put(&id, &Secret::new(older.to_owned())).unwrap();
        }
        let then = seen(&rig);
        assert_eq!(then.1.as_deref(), before);
        for point in [WritePoint::Begun, WritePoint::Documented] {
            fail_at(&rig, Some(point));
            let failed = connect(&rig.app, request(&rig.meta)).await;
            assert_eq!(failed.unwrap_err().code, Code::DiskFull);
            assert_eq!(seen(&rig), then, "account_connect at {point:?}");
            let failed = token(&rig.app, &id, rig.meta.token().to_owned()).await;
            assert_eq!(failed.unwrap_err().code, Code::DiskFull);
            assert_eq!(seen(&rig), then, "account_token at {point:?}");
            assert_eq!(remove(&rig.app, &id).unwrap_err().code, Code::DiskFull);
            assert_eq!(seen(&rig), then, "account_remove at {point:?}");
        }
    }
    fail_at(&rig, None);
    token(&rig.app, &id, rig.meta.token().to_owned()).await.unwrap();
    assert_eq!(seen(&rig).1.as_deref(), Some(rig.meta.token()));
    remove(&rig.app, &id).unwrap();
    assert_eq!(seen(&rig).1, None);
}
