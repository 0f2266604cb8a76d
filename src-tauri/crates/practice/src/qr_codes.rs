//! QR codes and short links that write a text for whoever opens them.

use cloud::models::{QrCode, QrCodeId};
use flows::facts;

use crate::account::Account;
use crate::refusal::Refusal;

impl Account {
    /// Makes a code.
    pub(crate) fn add_qr_code(&mut self, text: &str) -> Result<&QrCode, Refusal> {
        is_text(text)?;
        let most = facts::account().qr_codes_max;
        if self.qr_codes.len() >= most {
            return Err(Refusal::parameter(format!("The number has {most} codes, the most there may be.")));
        }
        let number = self.next_number('8');
        // Meta's have 14 letters and digits.
        let id = number.get(1..).unwrap_or_default();
        let code = QrCodeId::new(id).map_err(|_| Refusal::internal())?;
        self.qr_codes.push(QrCode {
            deep_link_url: format!("https://wa.me/message/{code}"),
            code,
            prefilled_message: text.to_owned(),
            qr_image_url: None,
        });
        self.qr_codes.last().ok_or_else(Refusal::internal)
    }

    /// Gives a code another text.
    pub(crate) fn change_qr_code(&mut self, code: &str, text: &str) -> Result<&QrCode, Refusal> {
        is_text(text)?;
        let found = self.qr_codes.iter_mut().find(|known| known.code.as_str() == code);
        let found = found.ok_or_else(|| Refusal::no_object(code))?;
        text.clone_into(&mut found.prefilled_message);
        Ok(found)
    }

    /// The code with this id.
    pub(crate) fn qr_code(&self, code: &str) -> Result<&QrCode, Refusal> {
        let found = self.qr_codes.iter().find(|known| known.code.as_str() == code);
        found.ok_or_else(|| Refusal::no_object(code))
    }

    pub(crate) fn delete_qr_code(&mut self, code: &str) -> Result<(), Refusal> {
        self.qr_code(code)?;
        self.qr_codes.retain(|known| known.code.as_str() != code);
        Ok(())
    }
}

fn is_text(text: &str) -> Result<(), Refusal> {
    let most = facts::account().qr_text_max;
    if (1..=most).contains(&text.chars().count()) {
        Ok(())
    } else {
        Err(Refusal::parameter(format!("prefilled_message takes 1 to {most} characters.")))
    }
}
