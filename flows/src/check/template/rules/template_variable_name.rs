//! What stands between double braces is no variable, or braces open or close nothing.
//!
//! # Why
//!
//! Meta takes a number, or small letters and underscores.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Hello {{First Name}}, your order is ready"}
//! ```
//!
//! # Fix
//!
//! Write `{{1}}` or `{{first_name}}`.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::check::mend;
use crate::template::{Name, ParameterFormat, name_of};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-name",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_variable_name.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in &cx.texts {
        let found = &text.variables;
        for variable in &found.list {
            let Name::Wrong(name) = variable.name else { continue };
            let headline = match name {
                "" => "A variable has no name".to_owned(),
                name => format!("'{}' cannot be a variable's name", short(name)),
            };
            let finding = out.add(&RULE, "", headline, &[Spot::value(text.node)]);
            let new = small(name);
            if !new.is_empty() && cx.template.format == ParameterFormat::Named {
                let mut written = text.written.to_string();
                written.replace_range(variable.at.clone(), &format!("{{{{{new}}}}}"));
                finding.mended(mend::fix(format!("Change it to {}", short(&new)), mend::replace(text.node, written.into())));
            }
        }
        if !found.loose.is_empty() {
            let headline = format!("{} has double braces without a partner", text.words());
            out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        }
    }
}

fn small(name: &str) -> String {
    name_of(name).trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').to_owned()
}
