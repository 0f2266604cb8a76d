//! A template is sent in, followed and put right; never sent twice.

use commands::message;
use commands::wire::Code;
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::json::Pointer;
use practice::account::Rules;

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
