//! QR codes of the practice account, asked with our own client.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use cloud::models::QrCodeId;
use rig::{accepted, instant, refused};

#[tokio::test]
async fn a_code_keeps_its_address_when_its_text_changes() {
    let rig = instant().await;
    let (graph, number) = (&rig.graph, &rig.number);
    let made = accepted(graph.create_qr_code(number, "I would like to book").await);
    assert_eq!(made.code.as_str().len(), 14);
    assert_eq!(made.deep_link_url, format!("https://wa.me/message/{}", made.code));
    let other = accepted(graph.create_qr_code(number, "I would like to book").await);
    assert_ne!(other.code, made.code, "codes have no name that could be taken");
    let changed = graph.update_qr_code(number, &made.code, "A table, please").await.unwrap();
    assert_eq!(changed.deep_link_url, made.deep_link_url);
    let all = graph.qr_codes(number).await.unwrap();
    let texts: Vec<&str> = all.iter().map(|code| code.prefilled_message.as_str()).collect();
    assert_eq!(texts, ["A table, please", "I would like to book"]);
    accepted(graph.delete_qr_code(number, &made.code).await);
    assert_eq!(graph.qr_codes(number).await.unwrap(), [other]);
    assert_eq!(refused(graph.delete_qr_code(number, &made.code).await), (100, Some(33)));
}

#[tokio::test]
async fn texts_and_codes_have_their_limits() {
    let rig = instant().await;
    let (graph, number) = (&rig.graph, &rig.number);
    accepted(graph.create_qr_code(number, &"é".repeat(140)).await);
    assert_eq!(refused(graph.create_qr_code(number, &"é".repeat(141)).await).0, 100);
    assert_eq!(refused(graph.create_qr_code(number, "").await).0, 100);
    let unknown = QrCodeId::new("NOSUCHCODE0000").unwrap();
    assert_eq!(graph.update_qr_code(number, &unknown, "Hello").await.unwrap_err().code(), Some(100));
}
