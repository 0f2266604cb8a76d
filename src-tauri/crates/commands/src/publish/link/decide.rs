//! What is to be done with one link. Pure.

use cloud::models::QrCode;
use flows::diff::Difference;
use flows::facts;

use super::{GoneLink, LocalLink, address};
use crate::account::Side;
use crate::wire::{PlanAction, PlanKind, PlanRow};

/// The row of the plan for a link. `number` is the account's phone number as people write it, `count` how many codes it has.
pub(in crate::publish) fn decide(
    link: &LocalLink,
    found: Option<&QrCode>,
    number: &str,
    count: usize,
    side: &Side,
) -> PlanRow {
    let (action, reason) = judge(link, found, count, side);
    let differences = match found {
        Some(code) if action == PlanAction::Change => {
            let (before, after) = (Some(code.prefilled_message.clone()), Some(link.text.clone()));
            vec![Difference::new("Text that it writes", before, after)]
        }
        _ => Vec::new(),
    };
    PlanRow {
        differences,
        remote_id: found.map(|code| code.code.to_string()),
        link: address(number, &link.text),
        ..PlanRow::new(PlanKind::Link, &link.document, &link.name, action, reason)
    }
}

fn judge(link: &LocalLink, found: Option<&QrCode>, count: usize, side: &Side) -> (PlanAction, String) {
    let (facts, name) = (facts::account(), side.name());
    if !link.has_code {
        return (
            PlanAction::Skip,
            format!("The link works by itself: {} needs nothing for it.", side.inside()),
        );
    }
    let letters = link.text.chars().count();
    if letters == 0 || letters > facts.qr_text_max {
        let most = facts.qr_text_max;
        return (
            PlanAction::Blocked,
            format!("A QR code writes 1 to {most} letters, and this text has {letters}."),
        );
    }
    match found {
        Some(code) if code.prefilled_message == link.text => {
            (PlanAction::Skip, "Its QR code is the same as what is live.".to_owned())
        }
        Some(_) => (
            PlanAction::Change,
            "The QR code writes the new text. What is printed goes on working.".to_owned(),
        ),
        None if count >= facts.qr_codes_max => {
            let most = facts.qr_codes_max;
            let reason =
                format!("The number has {most} QR codes, the most there may be. Delete one there first.");
            (PlanAction::Blocked, reason)
        }
        None => (PlanAction::Create, format!("New. {name} makes a QR code and a short link at once.")),
    }
}

/// The row of the plan for a code that the journey does not have any more.
pub(in crate::publish) fn gone(link: &GoneLink) -> PlanRow {
    let reason = "No step begins with it any more. Whoever scans what is printed is told that it is gone.";
    PlanRow {
        remote_id: Some(link.code.clone()),
        ..PlanRow::new(PlanKind::Link, &link.row(), &link.text, PlanAction::Remove, reason.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use cloud::models::QrCodeId;

    use super::*;

    #[test]
    fn every_case_has_its_action_and_reason() {
        use PlanAction::{Blocked, Change, Create, Skip};
        let link = |text: &str, has_code| LocalLink {
            document: "j#a".to_owned(),
            name: "Counter".to_owned(),
            text: text.to_owned(),
            has_code,
        };
        let code = QrCode {
            code: QrCodeId::new("A1").unwrap(),
            prefilled_message: "Hello".to_owned(),
            deep_link_url: String::new(),
            qr_image_url: None,
        };
        let long = "é".repeat(141);
        for (link, found, count, action, words) in [
            (link("Hello", false), None, 0, Skip, "works by itself"),
            (link("Hello", true), None, 1999, Create, "at once"),
            (link("Hello", true), None, 2000, Blocked, "2000 QR codes"),
            (link("Hello", true), Some(&code), 2000, Skip, "same as what is live"),
            (link("Hi", true), Some(&code), 2000, Change, "goes on working"),
            (link(&long, true), None, 0, Blocked, "has 141"),
            (link("", true), None, 0, Blocked, "has 0"),
        ] {
            let row = decide(&link, found, "+1 555 0100", count, &Side::Practice);
            assert_eq!(row.action, action, "{row:?}");
            assert!(row.reason.contains(words), "{}", row.reason);
            assert!(row.link.is_some_and(|link| link.starts_with("https://wa.me/15550100?text=")));
        }
    }
}
