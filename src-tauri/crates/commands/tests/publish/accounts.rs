//! Accounts: connected when the token is good, without ever giving the token back.

use commands::account::{connect, list, remove, token};
use commands::wire::Code;
use practice::account::Rules;

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
