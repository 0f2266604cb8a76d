use practice::PersonAct;

use super::prepare::people;
use crate::App;
use crate::account::{self, PRACTICE};
use crate::wire::{Code, Error, PhoneAct, TrialPhone};

/// Words that a person writes who was only asked to write.
const WORDS: &str = "Hello!";

/// Lets the person with a simulated phone do something.
pub async fn phone(app: &App, number: &str, act: PhoneAct) -> Result<Vec<TrialPhone>, Error> {
    let running = app.accounts().practice(app).await?;
    let act = match act {
        PhoneAct::Write => {
            PersonAct::Write { text: Some(WORDS.to_owned()), message: None, context: None, from_ad: false }
        }
        PhoneAct::Block => PersonAct::Block,
        PhoneAct::Unblock => PersonAct::Unblock,
        PhoneAct::StopMarketing => PersonAct::StopMarketing,
        PhoneAct::ResumeMarketing => PersonAct::ResumeMarketing,
    };
    running
        .let_person(number, act)
        .map_err(|why| Error::new(Code::Refused, format!("The simulated phone cannot do that. {why}")))?;
    let connection = account::open(app, PRACTICE).await?;
    Ok(people(app, &connection).await?.into_iter().map(|(phone, _)| phone).collect())
}

/// The practice account cannot be looked at.
pub(super) fn unwell(error: &practice::Error) -> Error {
    Error::new(Code::Internal, format!("The practice account cannot be read: {error}. Please try again."))
}
