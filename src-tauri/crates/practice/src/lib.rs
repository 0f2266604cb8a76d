//! The practice account: a Graph API on this computer that keeps Flows, templates, QR codes and messages as Meta does, with Meta's states and
//! errors, so that everything works without an account and without a network.
//!
//! Invariants: it listens on 127.0.0.1 alone, answers only requests that name that address as their host and
//! carry the token of this run, and never opens a connection itself. What may be done next is decided in [`account`],
//! `templates`, `messages`, `people`, `qr_codes` and `media`, all of it on the account alone; `serve` translates between HTTP and
//! that. What happens by itself stands on the account's agenda and happens by its clock when somebody looks.

pub mod account;
mod agenda;
mod blobs;
mod door;
mod facts;
mod fault;
mod keep;
mod media;
mod messages;
mod people;
mod qr_codes;
mod refusal;
mod serve;
mod templates;
mod validate;
mod webhooks;

pub use fault::{Fault, Faults, Moment, Planned};
pub use keep::{Keep, KeepError, peek};
pub use media::StoredMedia;
pub use messages::{Delivery, Kind, Side, Status, StoredMessage};
pub use people::{People, Person, PersonAct, Reading};
pub use serve::{Error, Running, Settings, start};
pub use templates::{StoredTemplate, TemplateAct};
pub use webhooks::{Payload, Webhooks};
