//! Messages on trial: sent once, to a phone, followed until they are read.

use commands::account::PRACTICE;
use commands::wire::{Code, PhoneAct, Trial, TrialProblem};
use commands::{message, trial};
use flows::chat::SampleValue;
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::gallery::template_starters;
use practice::account::Pace;
use practice::{Delivery, Fault, Keep, Moment, PersonAct};
use serde_json::{Value, json};

use crate::rig::{Rig, flow};

/// A number in a range that is kept for fiction.
const ANA: &str = "+447700900123";

/// A picture of one point.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

impl Rig {
    fn message(&self, content: &Value) -> String {
        let id = message::create(&self.app, DocumentKind::Message, "On trial", "en_US").unwrap();
        self.write(&id, content);
        id
    }

    fn write(&self, id: &str, content: &Value) {
        let open = message::open(&self.app, id).unwrap();
        let end = u32::try_from(open.text.encode_utf16().count()).unwrap();
        let edit = Edit::ReplaceText { start: 0, end, text: content.to_string() };
        message::edit(&self.app, id, open.revision, &edit).unwrap();
    }

    fn person(&self, act: PersonAct) {
        self.meta.let_person(ANA, act).unwrap();
    }

    fn ana_writes(&self) {
        let text = Some("Hello".to_owned());
        self.person(PersonAct::Write { text, message: None, context: None, from_ad: false });
    }

    async fn prepare(&self, id: &str, values: &[SampleValue]) -> Trial {
        trial::prepare(&self.app, id, &self.account.id, ANA, values).await.unwrap()
    }

    async fn send(&self, id: &str) -> Result<String, commands::wire::Error> {
        trial::send(&self.app, id, &self.account.id, ANA, &[]).await
    }

    /// What the account was told of a message until now.
    async fn statuses(&self, id: &str) -> Vec<String> {
        let standing = trial::follow(&self.app, &self.account.id, id).await.unwrap();
        standing.events.into_iter().map(|event| event.status).collect()
    }
}

/// Content of every type, and of every kind of message that can be tapped.
fn every_type() -> Vec<Value> {
    let body = json!({"text": "Please choose"});
    let link = |file: &str| json!({"link": format!("https://www.example.com/{file}")});
    let reply = |id: &str| json!({"type": "reply", "reply": {"id": id, "title": id}});
    let rows = json!([{"id": "1", "title": "Apple"}, {"id": "2", "title": "Plum"}]);
    let card = |index: usize| {
        json!({"card_index": index, "type": "cta_url", "header": {"type": "image", "image": link("cake.jpg")},
            "body": {"text": "A cake"}, "action": {"name": "cta_url",
            "parameters": {"display_text": "See", "url": "https://www.example.com/cake"}}})
    };
    let interactive = [
        json!({"type": "button", "body": body, "action": {"buttons": [reply("yes"), reply("no")]}}),
        json!({"type": "list", "body": body, "action": {"button": "Choose", "sections": [{"title": "Cakes", "rows": rows}]}}),
        json!({"type": "cta_url", "body": body, "action": {"name": "cta_url",
            "parameters": {"display_text": "See", "url": "https://www.example.com"}}}),
        json!({"type": "location_request_message", "body": body, "action": {"name": "send_location"}}),
        json!({"type": "catalog_message", "body": body, "action": {"name": "catalog_message"}}),
        json!({"type": "product", "body": body, "action": {"catalog_id": "1", "product_retailer_id": "sku-1"}}),
        json!({"type": "product_list", "header": {"type": "text", "text": "Cakes"}, "body": body, "action": {"catalog_id": "1",
            "sections": [{"title": "Cakes", "product_items": [{"product_retailer_id": "sku-1"}]}]}}),
        json!({"type": "carousel", "body": body, "action": {"cards": [card(0), card(1)]}}),
        json!({"type": "call_permission_request", "body": body, "action": {"name": "call_permission_request"}}),
        json!({"type": "request_contact_info", "body": body, "action": {"name": "request_contact_info"}}),
        json!({"type": "address_message", "body": body, "action": {"name": "address_message",
            "parameters": {"country": "IN"}}}),
        json!({"type": "flow", "body": body, "action": {"name": "flow", "parameters": {"flow_message_version": "3",
            "flow_name": "Booking", "flow_cta": "Book", "flow_token": "t", "flow_action": "navigate",
            "flow_action_payload": {"screen": "BOOK"}}}}),
    ];
    let mut all = vec![
        json!({"type": "text", "text": {"body": "Hi *Ana*"}}),
        json!({"type": "image", "image": {"id": "media:cake.png", "caption": "A cake"}}),
        json!({"type": "image", "image": link("cake.jpg")}),
        json!({"type": "video", "video": link("cake.mp4")}),
        json!({"type": "audio", "audio": link("cake.mp3")}),
        json!({"type": "document", "document": link("menu.pdf")}),
        json!({"type": "sticker", "sticker": link("hi.webp")}),
        json!({"type": "location", "location": {"latitude": 48.85, "longitude": 2.35, "name": "Shop", "address": "1 Main Street"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Ana Lima", "first_name": "Ana"},
            "phones": [{"phone": "+15550100", "type": "WORK"}]}]}),
        json!({"type": "text", "text": {"body": "An answer"}, "context": {"message_id": "wamid.of-the-person"}}),
        json!({"type": "text", "text": {"body": "To a group"}, "recipient_type": "group", "to": "a-group"}),
    ];
    all.extend(interactive.map(|one| json!({"type": "interactive", "interactive": one})));
    all
}

#[tokio::test]
async fn every_type_of_message_is_sent_and_read() {
    let rig = Rig::reviewing(0).await;
    rig.ana_writes();
    rig.publish("Booking", &flow("Send"), false).await.unwrap();
    rig.app.store(|workspace| workspace.keep_media("cake.png", PNG, 0)).unwrap();
    let all = every_type();
    for content in &all {
        let id = rig.message(content);
        let prepared = rig.prepare(&id, &[]).await;
        assert_eq!(prepared.problems, [], "{content}");
        let sent = rig.send(&id).await.unwrap_or_else(|error| panic!("{content}: {error:?}"));
        assert_eq!(rig.statuses(&sent).await, ["SENT", "DELIVERED", "READ"], "{content}");
    }
    let account = rig.meta.account().unwrap();
    let own: Vec<_> = account.messages.iter().filter(|message| message.kind.is_some()).collect();
    assert_eq!(own.len(), all.len());
    // What arrived is what the workspace holds, for this person, with its file uploaded.
    for (message, content) in own.iter().zip(&all) {
        let kind = content["type"].as_str().unwrap();
        assert_eq!(message.payload["to"], ANA);
        if content[kind].get("id").is_none() {
            assert_eq!(message.payload[kind], content[kind], "{kind}");
        }
        assert!(message.mark.as_deref().is_some_and(|mark| mark.starts_with("trial-")));
    }
    assert_eq!(own[1].payload["image"]["id"], account.media[0].id.as_str());
}

/// All starters in all languages: sent in, approved, and sent with their samples.
#[tokio::test]
async fn every_template_one_can_start_from_is_sent_and_read() {
    let rig = Rig::reviewing(0).await;
    let starters = template_starters();
    assert!(starters.len() >= 40);
    for (order, starter) in starters.iter().enumerate() {
        // Nobody gets that many at once.
        let to = format!("+4477009001{order:02}");
        // One language of each stands for all: `flows` tests that they take the same values.
        let id = message::use_starter(&rig.app, starter.id, "es", "en").unwrap();
        let standing = message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
        let standing = match standing.status.as_str() {
            "APPROVED" => standing,
            _ => message::standing(&rig.app, &id, &rig.account.id).await.unwrap().unwrap(),
        };
        assert_eq!(standing.status, "APPROVED", "{}: {standing:?}", starter.id);
        let prepared = rig.prepare(&id, &[]).await;
        let places = prepared.blanks.iter().filter(|blank| blank.name.ends_with("tude"));
        let values: Vec<SampleValue> = places
            .map(|blank| SampleValue {
                at: blank.at.clone(),
                name: blank.name.clone(),
                text: "12.5".to_owned(),
            })
            .collect();
        let wamid = trial::send(&rig.app, &id, &rig.account.id, &to, &values).await;
        let wamid = wamid.unwrap_or_else(|error| panic!("{}: {error:?}", starter.id));
        assert_eq!(rig.statuses(&wamid).await, ["SENT", "DELIVERED", "READ"], "{}", starter.id);
    }
}

#[tokio::test]
async fn what_is_in_the_way_is_said_before_anything_is_sent() {
    let rig = Rig::reviewing(0).await;
    let (app, account) = (&rig.app, rig.account.id.as_str());
    let template = message::use_starter(app, "open-day", "en_US", "en").unwrap();
    let problems = rig.prepare(&template, &[]).await.problems;
    assert_eq!(problems, [TrialProblem::NotSentIn, TrialProblem::ValuesMissing]);
    assert_eq!(rig.send(&template).await.unwrap_err().code, Code::Refused);
    let prepared = trial::prepare(app, &template, account, "12", &[]).await.unwrap();
    assert_eq!((prepared.to, prepared.problems.first()), (None, Some(&TrialProblem::NoNumber)));
    let receipt =
        rig.message(&json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.1"}));
    assert_eq!(rig.prepare(&receipt, &[]).await.problems, [TrialProblem::NoMessage]);
    let empty = rig.message(&json!({"type": "text", "text": {"body": ""}}));
    let problems = rig.prepare(&empty, &[]).await.problems;
    assert!(matches!(problems.as_slice(), [TrialProblem::Refused { .. }]), "{problems:?}");
    assert!(!rig.meta.faults().seen().iter().any(|call| call.ends_with("/messages")), "nothing was sent");
}

#[tokio::test]
async fn a_refusal_is_explained() {
    let rig = Rig::reviewing(0).await;
    let id = rig.message(&json!({"type": "text", "text": {"body": "Hi"}}));
    let error = rig.send(&id).await.unwrap_err();
    let known = flows::facts::error(131_047, None).unwrap();
    assert!(error.sentence.contains(&known.todo), "{error:?}");
    assert_eq!(error.meta.map(|said| said.code), Some(131_047));
}

#[tokio::test]
async fn whatever_strikes_it_is_sent_once() {
    for fault in [
        Fault::Drop { moment: Moment::After },
        Fault::Server { status: 502, moment: Moment::After },
        Fault::CutReply { bytes: 20 },
        Fault::NotJson,
    ] {
        let rig = Rig::reviewing(0).await;
        rig.ana_writes();
        let id = rig.message(&json!({"type": "text", "text": {"body": "Hi"}}));
        rig.meta.faults().after(0, fault.clone());
        let error = rig.send(&id).await.unwrap_err();
        assert!(error.sentence.contains("not sent again"), "{fault:?}: {error:?}");
        let calls = rig.meta.faults().seen().into_iter().filter(|call| call.ends_with("/messages")).count();
        assert_eq!(calls, 1, "{fault:?}");
        // Its doubt is none about a template.
        assert_eq!(message::standing(&rig.app, &id, &rig.account.id).await.unwrap(), None);
    }
}

#[tokio::test]
async fn simulated_phones_are_there_from_the_start_and_do_as_they_are_told() {
    let rig = Rig::reviewing(0).await;
    // The built-in account as it would be left by a run in which nothing needs time.
    let keep = Keep::File(rig.folder.path().join("practice.json"));
    let settings = practice::Settings { keep, pace: Some(Pace::instant()), ..practice::Settings::default() };
    drop(practice::start(settings).await.unwrap());
    let app = &rig.app;
    let id = rig.message(&json!({"type": "text", "text": {"body": "Hi"}}));
    let trial = trial::prepare(app, &id, PRACTICE, "", &[]).await.unwrap();
    assert_eq!(trial.to.as_deref(), Some(trial.phones[0].number.as_str()));
    assert_eq!(trial.problems, [TrialProblem::WindowClosed]);
    let countries: Vec<&str> = trial.phones.iter().map(|phone| phone.country.as_str()).collect();
    assert_eq!(countries[0], "GB");
    let number = trial.phones[0].number.clone();
    let phones = trial::phone(app, &number, PhoneAct::Write).await.unwrap();
    assert!(phones[0].is_window_open);
    let sent = trial::send(app, &id, PRACTICE, &number, &[]).await.unwrap();
    let standing = trial::follow(app, PRACTICE, &sent).await.unwrap();
    assert_eq!(standing.events.len(), 3, "{standing:?}");
    assert_eq!(
        standing.price.map(|price| price.amount).as_deref(),
        Some("0"),
        "within the month's free ones"
    );

    // A reaction is to what the person wrote last; of it nothing is told but that it is on its way.
    let reaction =
        rig.message(&json!({"type": "reaction", "reaction": {"message_id": "wamid.any", "emoji": "👍"}}));
    let sent = trial::send(app, &reaction, PRACTICE, &number, &[]).await.unwrap();
    let standing = trial::follow(app, PRACTICE, &sent).await.unwrap();
    assert_eq!(standing.events.len(), 1, "{standing:?}");

    // A marketing template does not arrive where people have stopped it, and costs nothing.
    let offer = message::use_starter(app, "season-offer", "en_US", "en").unwrap();
    message::submit(app, &offer, PRACTICE).await.unwrap();
    message::standing(app, &offer, PRACTICE).await.unwrap();
    // A number in Mexico: the card that is built in has a rate for it.
    let sent = trial::send(app, &offer, PRACTICE, "+525500000000", &[]).await.unwrap();
    let standing = trial::follow(app, PRACTICE, &sent).await.unwrap();
    let price = standing.price.unwrap();
    assert!(price.currency.is_some() && price.amount != "0", "{price:?}");
    let phones = trial::phone(app, &number, PhoneAct::StopMarketing).await.unwrap();
    assert!(phones[0].has_stopped_marketing);
    let sent = trial::send(app, &offer, PRACTICE, &number, &[]).await.unwrap();
    let standing = trial::follow(app, PRACTICE, &sent).await.unwrap();
    assert_eq!(standing.code, Some(131_050));
    let known = flows::facts::error(131_050, None).unwrap();
    assert!(standing.failed.is_some_and(|said| said.contains(&known.happened)));
    assert_eq!(standing.price, None);
}

/// On an account that tells nothing of its people, `follow` says what the history says.
#[tokio::test]
async fn a_real_account_tells_what_its_history_tells() {
    let rig = Rig::reviewing(0).await;
    rig.ana_writes();
    rig.person(PersonAct::Unreachable);
    let id = rig.message(&json!({"type": "text", "text": {"body": "Hi"}}));
    let sent = rig.send(&id).await.unwrap();
    assert_eq!(rig.statuses(&sent).await, ["SENT"]);
    rig.person(PersonAct::Reachable);
    assert_eq!(rig.statuses(&sent).await, ["SENT", "DELIVERED", "READ"]);
    let held = rig.meta.account().unwrap();
    assert_eq!(held.messages.last().and_then(practice::StoredMessage::delivery), Some(Delivery::Read));
}
