//! What a message costs, from dated facts: the rules of the day it is delivered on (`facts/pricing.json`), the market
//! of the recipient (`facts/markets.json`) and a rate card (`facts/rates.json`, or Meta's own file: [`read_csv`]).
//!
//! Everything here is an estimate before the bill: Meta's status webhook says what was charged. Governments and
//! non-profits that Meta exempts, and tokens of Meta's own agent, are left out.

mod charge;
mod plan;
mod rate_csv;

pub use charge::{Charge, Circumstances, FreeReason, Kind, Message, Recipient, TierUsed, Why, card_on, of};
pub use plan::{Line, Month, Part, Plan, Send, Sum, Thousand, per_thousand, plan};
pub use rate_csv::{CardError, Imported, Note, Origin, OtherDay, read_csv, with_tiers, write_csv};

pub use crate::facts::{Category, Currency, Micros, Price, RateCard, Tier};
