use std::collections::BTreeMap;
use std::time::Duration;

use outbound::{HeaderMap, header};
use serde::Deserialize;

/// How much of the allowed calls is used up, from the headers of the newest reply that had them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Usage {
    /// `X-App-Usage`.
    pub app: Option<Use>,
    /// `X-Business-Use-Case-Usage`, flattened.
    pub business: Vec<BusinessUse>,
}

/// Percentages of what an app may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Use {
    /// Calls.
    pub call_count: u32,
    /// Time.
    pub total_time: u32,
    /// Processor time.
    pub total_cputime: u32,
}

/// Percentages of what may be done with one business's assets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct BusinessUse {
    /// Id of the business or account.
    #[serde(skip)]
    pub business: String,
    /// Which limit.
    #[serde(rename = "type")]
    pub kind: String,
    /// Calls.
    pub call_count: u32,
    /// Time.
    pub total_time: u32,
    /// Processor time.
    pub total_cputime: u32,
    /// Minutes until calls are taken again; 0 when they are.
    pub estimated_time_to_regain_access: u32,
}

impl Usage {
    /// Reads what the headers say; none when they say nothing. A header that is not JSON says nothing.
    pub(crate) fn read(headers: &HeaderMap) -> Option<Self> {
        let app = json::<Use>(headers, "x-app-usage");
        let business = json::<BTreeMap<String, Vec<BusinessUse>>>(headers, "x-business-use-case-usage");
        if app.is_none() && business.is_none() {
            return None;
        }
        let business = business.unwrap_or_default().into_iter().flat_map(|(id, uses)| {
            uses.into_iter().map(move |one| BusinessUse { business: id.clone(), ..one })
        });
        Some(Self { app, business: business.collect() })
    }

    /// How long until calls are taken again, when they are not.
    pub fn wait(&self) -> Option<Duration> {
        let minutes = self.business.iter().map(|one| one.estimated_time_to_regain_access).max()?;
        (minutes > 0).then(|| Duration::from_mins(u64::from(minutes)))
    }
}

/// How long the reply asks to wait: `Retry-After` in seconds, or the longest wait of the usage headers.
pub(crate) fn wait_asked(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse().ok());
    seconds.map(Duration::from_secs).or_else(|| Usage::read(headers)?.wait())
}

fn json<T: for<'de> Deserialize<'de>>(headers: &HeaderMap, name: &str) -> Option<T> {
    serde_json::from_slice(headers.get(name)?.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| ((*name).parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_usage_headers_are_read() {
        let usage = Usage::read(&headers(&[
            ("x-app-usage", r#"{"call_count":28,"total_time":25,"total_cputime":24}"#),
            (
                "x-business-use-case-usage",
                r#"{"111":[{"type":"whatsapp_business_management","call_count":100,"total_cputime":1,"total_time":2,"estimated_time_to_regain_access":19}],"222":[{"type":"x","call_count":1}]}"#,
            ),
        ]))
        .unwrap();
        assert_eq!(usage.app, Some(Use { call_count: 28, total_time: 25, total_cputime: 24 }));
        assert_eq!(usage.business.len(), 2);
        assert_eq!(usage.business[0].business, "111");
        assert_eq!(usage.wait(), Some(Duration::from_mins(19)));
    }

    #[test]
    fn headers_that_are_missing_or_broken_say_nothing() {
        assert_eq!(Usage::read(&headers(&[])), None);
        assert_eq!(Usage::read(&headers(&[("x-app-usage", "not json")])), None);
        assert_eq!(wait_asked(&headers(&[("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT")])), None);
        assert_eq!(wait_asked(&headers(&[("retry-after", " 7 ")])), Some(Duration::from_secs(7)));
    }
}
