use serde_json::{Value, json};

use super::StoredTemplate;
use crate::account::Account;
use crate::facts::{DAY, facts};
use crate::refusal::Refusal;

/// Seconds by which the end of a comparison may lie off the account's clock.
const NOW_IS_ABOUT: i64 = 3600;

impl Account {
    /// Two templates side by side.
    pub(crate) fn compare_templates(
        &self,
        id: &str,
        other: &[String],
        start: i64,
        end: i64,
        now: i64,
    ) -> Result<Value, Refusal> {
        let [other] = other else { return Err(Refusal::parameter("template_ids takes one id.")) };
        let (one, other) = (self.template(id)?, self.template(other)?);
        let days = (end - start) / DAY;
        if !facts().compared_days.contains(&days) || (now - end).abs() > NOW_IS_ABOUT {
            return Err(Refusal::parameter("start and end must span 7, 30, 60 or 90 days up to now."));
        }
        let both = [one, other];
        if both.iter().any(|template| template.sends < facts().compared_sends) {
            let least = facts().compared_sends;
            return Err(Refusal::parameter(format!("Both templates must have been sent {least} times.")));
        }
        let mut by_rate = both;
        by_rate.sort_by(|a, b| (a.blocks * b.sends).cmp(&(b.blocks * a.sends)));
        let order: Vec<&str> = by_rate.iter().map(|template| template.id.as_str()).collect();
        let values = |value: fn(&StoredTemplate) -> Value| -> Vec<Value> {
            both.iter().map(|template| json!({"key": template.id, "value": value(template)})).collect()
        };
        Ok(json!({"data": [
            {"metric": "BLOCK_RATE", "type": "RELATIVE", "order_by_relative_metric": order},
            {"metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES", "number_values": values(|one| json!(one.sends))},
            {"metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES",
                "string_values": values(|_| json!("UNKNOWN_BLOCK_REASON"))},
        ]}))
    }
}
