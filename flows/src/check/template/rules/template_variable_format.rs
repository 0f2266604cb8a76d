//! A template has variables of the other kind: numbers where it uses names, or names where it uses numbers.
//!
//! # Why
//!
//! All variables of a template are written the same way.
//!
//! # Example
//!
//! ```json
//! {"parameter_format": "POSITIONAL", "components": [{"type": "BODY", "text": "Hello {{first_name}}, come in"}]}
//! ```
//!
//! # Fix
//!
//! Use names everywhere, or numbers everywhere.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::collections::BTreeSet;
use crate::check::findings::short;
use crate::check::mend;
use crate::template::{Name, ParameterFormat};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-format",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_variable_format.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let is_other = |name: &Name<'_>| match cx.template.format {
        ParameterFormat::Positional => matches!(name, Name::Name(_)),
        ParameterFormat::Named => matches!(name, Name::Position(_)),
    };
    let all: Vec<(usize, Name<'_>)> = cx
        .texts
        .iter()
        .enumerate()
        .flat_map(|(index, text)| text.variables.list.iter().map(move |variable| (index, variable.name)))
        .collect();
    let others = all.iter().filter(|(_, name)| is_other(name)).count();
    let to = match cx.template.format {
        ParameterFormat::Positional => "named",
        ParameterFormat::Named => "positional",
    };
    let mut told = BTreeSet::new();
    for (index, name) in all.iter().filter(|(_, name)| is_other(name)) {
        let Some(text) = cx.texts.get(*index) else { continue };
        if !told.insert(index) {
            continue;
        }
        let headline = match cx.template.format {
            ParameterFormat::Positional => format!("'{}' is a name; this template numbers its variables", short(&name.to_string())),
            ParameterFormat::Named => format!("'{name}' is a number; this template names its variables"),
        };
        let finding = out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        if others == all.len() {
            let title = if to == "named" { "Name the variables" } else { "Number the variables" };
            finding.mended(mend::fix(title, mend::set(cx.template.root, "parameter_format", to.into())));
        }
    }
}
