//! QR codes over HTTP. Pictures are not drawn here: no `qr_image_url` is told.

use serde_json::Value;

use super::Server;
use super::asked::Asked;
use super::list::page;
use super::route::{done, to_value};
use crate::refusal::Refusal;

/// `/{number}/message_qrdls`
pub(super) fn of_number(server: &Server, asked: &Asked, number: &str) -> Result<Value, Refusal> {
    match asked.method.as_str() {
        "GET" => server.read(|account, _| {
            account.is_own_number(number)?;
            page(server, asked, &account.qr_codes.iter().map(to_value).collect::<Vec<_>>())
        }),
        "POST" => {
            let text = asked.text("prefilled_message").unwrap_or_default();
            server.change(|account, _| {
                account.is_own_number(number)?;
                match asked.text("code") {
                    Some(code) => account.change_qr_code(&code, &text).map(to_value),
                    None => account.add_qr_code(&text).map(to_value),
                }
            })
        }
        _ => Err(Refusal::parameter("This is read, posted to, or deleted code by code.")),
    }
}

/// `/{number}/message_qrdls/{code}`
pub(super) fn one(server: &Server, asked: &Asked, number: &str, code: &str) -> Result<Value, Refusal> {
    match asked.method.as_str() {
        "GET" => server.read(|account, _| {
            account.is_own_number(number)?;
            let found = to_value(account.qr_code(code)?);
            page(server, asked, std::slice::from_ref(&found))
        }),
        "DELETE" => server.change(|account, _| {
            account.is_own_number(number)?;
            account.delete_qr_code(code).map(|()| done())
        }),
        _ => Err(Refusal::parameter("A code is read or deleted here.")),
    }
}
