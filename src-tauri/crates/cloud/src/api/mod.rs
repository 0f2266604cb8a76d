//! One folder a resource, one file a call.

pub(crate) mod flows;
pub(crate) mod media;
mod messages;
mod phone_numbers;
mod qr_codes;
pub(crate) mod templates;
mod token;
mod uploads;
mod waba;
