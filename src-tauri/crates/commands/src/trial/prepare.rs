use flows::chat::{self, SampleValue};
use flows::facts;
use flows::json::Tree;
use practice::{Person, Side as Writer};

use super::{number, payload};
use crate::App;
use crate::account::{self, Connection, PRACTICE};
use crate::wire::{Error, Trial, TrialPhone, TrialProblem};

/// Numbers of simulated phones, of ranges that are kept for fiction: one in a country that gets everything, one in the
/// United States, where marketing templates do not arrive.
const SIMULATED: [&str; 2] = ["+447700900123", "+12025550143"];

/// What a trial would send to a number as it was typed (empty: the first simulated phone), and what is in its way.
/// Nothing is sent.
pub async fn prepare(
    app: &App,
    message: &str,
    account: &str,
    to: &str,
    values: &[SampleValue],
) -> Result<Trial, Error> {
    let connection = account::open(app, account).await?;
    let people = people(app, &connection).await?;
    let first = people.first().map_or("", |(phone, _)| phone.number.as_str());
    let to = if to.trim().is_empty() { first } else { to };
    let heard = people.iter().find(|(phone, _)| phone.number == to).and_then(|(_, heard)| heard.as_deref());
    let made = payload::make(app, &connection, message, to, values, heard)?;
    let mut problems = made.problems;
    let known = people.iter().map(|(phone, _)| phone).find(|phone| Some(&phone.number) == made.to.as_ref());
    // Of a real number only Meta knows when it last wrote.
    let is_closed = connection.id == PRACTICE && known.is_none_or(|phone| !phone.is_window_open);
    if made.template.is_none() && made.to.is_some() && is_closed {
        problems.push(TrialProblem::WindowClosed);
    }
    let body = Tree::parse(made.text);
    let chat = match &made.template {
        Some(template) => chat::of_sent_template(template, &body),
        None => chat::of_message(&body),
    };
    Ok(Trial {
        blanks: made.blanks,
        chat,
        to: made.to,
        phones: people.into_iter().map(|(phone, _)| phone).collect(),
        address: connection.graph.url(&[connection.number.as_str(), "messages"]).to_string(),
        body: body.into_text(),
        problems,
    })
}

/// The simulated phones of the practice account, each with the last message that came from it.
pub(super) async fn people(
    app: &App,
    connection: &Connection,
) -> Result<Vec<(TrialPhone, Option<String>)>, Error> {
    if connection.id != PRACTICE {
        return Ok(Vec::new());
    }
    let running = app.accounts().practice(app).await?;
    let account = running.account().map_err(|error| super::phone::unwell(&error))?;
    let now = app.host().now() / 1000 + account.ahead;
    let mut numbers: Vec<String> = SIMULATED.map(str::to_owned).into();
    let others = account.people.values().map(|person| format!("+{}", person.number));
    numbers.extend(others.filter(|number| !SIMULATED.contains(&number.as_str())));
    let phone = |number: String| {
        let digits = number.trim_start_matches('+');
        let person = account.people.get(digits);
        let is = |what: fn(&Person) -> bool| person.is_some_and(what);
        let heard = account
            .messages
            .iter()
            .rev()
            .find(|message| message.from == Writer::Person && message.phone == digits);
        let phone = TrialPhone {
            shown: number::shown(&number),
            country: facts::countries_of_number(digits).first().map_or("", |country| &country.iso).to_owned(),
            is_window_open: person.is_some_and(|person| person.is_window_open(now)),
            has_blocked: is(|person| person.has_blocked),
            has_stopped_marketing: is(|person| person.has_stopped_marketing),
            number,
        };
        (phone, heard.map(|message| message.id.clone()))
    };
    Ok(numbers.into_iter().map(phone).collect())
}
