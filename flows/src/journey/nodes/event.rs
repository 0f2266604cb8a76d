//! Something happens in the shop, the booking system or the CRM: an order, a cart left, a booking.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::{DataType, FieldName};

/// Something happens in the shop, the booking system or the CRM: an order, a cart left, a booking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its name: `order_placed`, `cart_left`, `booking_made`, `delivered`. `call`: the person calls on WhatsApp.
    pub event: String,
    /// What comes with it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<FieldName, DataType>,
    /// Only people who agreed to marketing messages come in.
    #[serde(default)]
    pub with_consent: bool,
    /// About how many people come in by it on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
}

impl Kind for Event {}
