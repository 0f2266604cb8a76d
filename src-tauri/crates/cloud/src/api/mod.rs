//! One folder a resource, one file a call.

pub(crate) mod flows;
mod phone_numbers;
mod token;
mod waba;
