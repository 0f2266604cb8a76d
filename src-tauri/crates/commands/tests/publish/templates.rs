//! A template is sent in, followed and put right; never sent twice.

use commands::message;
use commands::wire::Code;
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::json::Pointer;
use practice::account::Rules;
use practice::{Fault, Moment};

use crate::rig::Rig;

const TEMPLATE: &str = "Your order left our shop today. It arrives on Friday.";

/// A template of one text. Gives its id.
fn template(rig: &Rig, text: &str) -> String {
    let id = message::create(&rig.app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    write(rig, &id, text);
    id
}

fn write(rig: &Rig, id: &str, text: &str) {
    let revision = message::open(&rig.app, id).unwrap().revision;
    let at = Pointer("/components/0".to_owned());
    let edit = Edit::SetProperty { at, key: "text".to_owned(), value: text.into() };
    message::edit(&rig.app, id, revision, &edit).unwrap();
}

#[tokio::test]
async fn a_template_is_sent_in_and_its_state_is_followed() {
    let rig = Rig::new(Rules::default()).await;
    let (app, account) = (&rig.app, rig.account.id.as_str());
    let id = template(&rig, TEMPLATE);
    assert_eq!(message::standing(app, &id, account).await.unwrap(), None);
    let sent = message::submit(app, &id, account).await.unwrap();
    assert!(sent.is_current, "{sent:?}");
    let known = message::standing(app, &id, account).await.unwrap().unwrap();
    assert!(["PENDING", "APPROVED"].contains(&known.status.as_str()), "{known:?}");
    write(&rig, &id, "Your order left our shop today. It arrives on Monday.");
    let changed = message::standing(app, &id, account).await.unwrap().unwrap();
    assert!(!changed.is_current);
}

#[tokio::test]
async fn what_meta_would_refuse_is_not_sent_in() {
    let rig = Rig::new(Rules::default()).await;
    let id = template(&rig, "");
    let error = message::submit(&rig.app, &id, &rig.account.id).await.unwrap_err();
    assert_eq!(error.code, Code::Refused);
    assert_eq!(message::standing(&rig.app, &id, &rig.account.id).await.unwrap(), None);
}

#[tokio::test]
async fn a_picture_above_the_text_is_uploaded_on_the_way() {
    let rig = Rig::new(Rules::default()).await;
    let id = message::use_starter(&rig.app, "season-offer", "en_US", "en").unwrap();
    let text = message::open(&rig.app, &id).unwrap().text;
    assert!(text.contains("\"media:"), "the starter shows a picture of the workspace");
    let sent = message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
    assert!(sent.is_current, "the kept text still names the picture");
}

#[tokio::test]
async fn another_name_is_another_template_and_a_change_is_not() {
    let rig = Rig::new(Rules::default()).await;
    let (app, account) = (&rig.app, rig.account.id.as_str());
    let id = template(&rig, TEMPLATE);
    message::submit(app, &id, account).await.unwrap();
    let revision = message::open(app, &id).unwrap().revision;
    let at = Pointer(String::new());
    let edit = Edit::SetProperty { at, key: "name".to_owned(), value: "order_on_its_way".into() };
    message::edit(app, &id, revision, &edit).unwrap();
    let sent = message::submit(app, &id, account).await.unwrap();
    assert!(sent.is_current, "{sent:?}");
    assert_eq!(sent.status, "PENDING", "a new one is looked at, also while the first one is");
}

/// Creations that the account has been asked for.
fn created(rig: &Rig) -> usize {
    let asked = rig.meta.faults().seen();
    asked.iter().filter(|call| call.starts_with("POST") && call.ends_with("/message_templates")).count()
}

#[tokio::test]
async fn whatever_strikes_the_template_is_there_once() {
    let faults = [
        Fault::Drop { moment: Moment::Before },
        Fault::Drop { moment: Moment::After },
        Fault::Server { status: 502, moment: Moment::After },
        Fault::CutReply { bytes: 20 },
        Fault::NotJson,
    ];
    for fault in faults {
        let rig = Rig::new(Rules::default()).await;
        let (app, account) = (&rig.app, rig.account.id.as_str());
        let id = template(&rig, TEMPLATE);
        rig.meta.faults().after(0, fault.clone());
        let first = message::submit(app, &id, account).await;
        rig.meta.faults().clear();
        let sent = message::submit(app, &id, account).await;
        assert!(first.is_ok() || sent.is_ok(), "{fault:?}: {first:?} {sent:?}");
        let known = message::standing(app, &id, account).await.unwrap().unwrap();
        assert!(known.is_current, "{fault:?}: {known:?}");
        assert!(created(&rig) <= 2, "{fault:?}");
    }
}

/// Each text that was sent in is a version, once, whatever came of the answer.
#[tokio::test]
async fn what_was_sent_in_is_kept_as_a_version() {
    let sent = |rig: &Rig, id: &str| -> Vec<String> {
        let versions = message::versions(&rig.app, id).unwrap();
        assert!(versions.iter().all(|version| version.name.is_none() && version.sent_to.is_some()));
        let account = versions.first().and_then(|version| version.sent_to.clone());
        assert!(account.is_none_or(|to| !to.practice && to.account.as_ref() == Some(&rig.account.name)));
        versions.into_iter().map(|version| version.id).collect()
    };
    for fault in [None, Some(Fault::Drop { moment: Moment::After }), Some(Fault::NotJson)] {
        let rig = Rig::reviewing(0).await;
        let (app, account) = (&rig.app, rig.account.id.as_str());
        let id = template(&rig, TEMPLATE);
        message::standing(app, &id, account).await.unwrap();
        assert!(sent(&rig, &id).is_empty(), "nothing was sent in yet");
        if let Some(fault) = &fault {
            rig.meta.faults().after(0, fault.clone());
            let _ = message::submit(app, &id, account).await;
            rig.meta.faults().clear();
        }
        message::submit(app, &id, account).await.unwrap();
        message::submit(app, &id, account).await.unwrap();
        assert_eq!(sent(&rig, &id).len(), 1, "{fault:?}");

        rig.goes_on(48);
        write(&rig, &id, "Your order left our shop today. It arrives on Monday.");
        message::submit(app, &id, account).await.unwrap();
        let versions = sent(&rig, &id);
        assert_eq!(versions.len(), 2, "{fault:?}");
        let changes = message::compare_version(app, &id, &versions[1]).unwrap();
        assert_eq!(changes[0].after.as_deref(), Some(TEMPLATE));
        assert!(message::versions(app, &id).unwrap()[0].is_here);
    }
}
