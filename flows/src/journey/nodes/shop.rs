//! The shop is asked or told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Output, Outside};
use crate::journey::Template;

/// The shop is asked or told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    /// What it does: `order_find`, `cart_find`, `product_find`, `discount_make`.
    pub action: String,
    /// What it is given, with `{{values}}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, Template>,
    /// Asking it.
    #[serde(flatten)]
    pub outside: Outside,
}

impl Kind for Shop {
    fn outputs(&self) -> Vec<Output> {
        Outside::outputs()
    }
}
