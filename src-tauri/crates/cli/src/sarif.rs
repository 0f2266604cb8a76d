//! Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use flows::check::{Severity, explain};
use serde_json::{Value, json};

use crate::check::{Finding, Report};

pub(crate) fn log(reports: &[Report]) -> Value {
    let ids: BTreeSet<&str> =
        reports.iter().flat_map(|report| &report.diagnostics).map(|finding| finding.rule.as_str()).collect();
    let rules: Vec<Value> = ids.into_iter().filter_map(rule).collect();
    let results: Vec<Value> = reports
        .iter()
        .flat_map(|report| report.diagnostics.iter().map(move |finding| result(&report.file, finding)))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "waymark", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "utf16CodeUnits",
            "results": results
        }]
    })
}

fn rule(id: &str) -> Option<Value> {
    let text = explain(id)?;
    Some(json!({
        "id": id,
        "shortDescription": {"text": text.what},
        "fullDescription": {"text": text.why},
        "help": {"text": text.fix},
        "defaultConfiguration": {"level": level(text.severity)}
    }))
}

fn result(file: &str, finding: &Finding) -> Value {
    let text = if finding.message.is_empty() {
        finding.headline.clone()
    } else {
        format!("{}. Meta: {}", finding.headline, finding.message)
    };
    json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": text},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": uri(file)},
                "region": {
                    "startLine": finding.line_start,
                    "startColumn": finding.column_start,
                    "endLine": finding.line_end,
                    "endColumn": finding.column_end
                }
            },
            "logicalLocations": [{"fullyQualifiedName": finding.path}]
        }]
    })
}

/// A path as an address: a reference of RFC 3986.
fn uri(file: &str) -> String {
    let mut uri = String::with_capacity(file.len());
    for byte in file.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocked => "error",
        Severity::Risky => "warning",
        Severity::Advice => "note",
    }
}
