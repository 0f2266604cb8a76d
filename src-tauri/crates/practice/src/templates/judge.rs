//! What the checks and the adviser say of a template, sorted by what Meta does about it.

use cloud::models::{RejectedReason, TemplateCategory};
use flows::adviser::advise;
use flows::check::{Diagnostic, Severity, check_template};
use flows::json::Tree;
use flows::template::{Category, Template};

use crate::refusal::Refusal;

/// Meta's code of what is not refused at once but rejected by the review.
const INVALID_FORMAT: &str = "INVALID_FORMAT";
/// The rule about what a template must not ask for: a judgement that only a review can make.
const ASKS_SECRETS: &str = "template-asks-secrets";

/// What a review comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Approved, as this.
    Approved(TemplateCategory),
    /// Rejected.
    Rejected {
        reason: RejectedReason,
        /// What is wrong and what to do, in words.
        info: Option<(String, String)>,
    },
}

/// Refuses what Meta does not even take in.
pub(super) fn refuse(text: &str) -> Result<(), Refusal> {
    let tree = Tree::parse(text);
    let refused = check_template(&tree)
        .into_iter()
        .find(|finding| is_blocked(finding) && finding.meta_code.as_deref() != Some(INVALID_FORMAT));
    refused.map_or(Ok(()), |finding| Err(Refusal::finding(&finding)))
}

/// Reviews a template that was taken in as `category`.
pub(super) fn review(text: &str, category: &TemplateCategory) -> Verdict {
    let tree = Tree::parse(text);
    for finding in check_template(&tree) {
        if is_blocked(&finding) {
            let advice = finding.fixes.first().map_or_else(|| finding.why.clone(), |fix| fix.title.clone());
            let info = Some((finding.headline, advice));
            return Verdict::Rejected { reason: RejectedReason::InvalidFormat, info };
        }
        if finding.rule == ASKS_SECRETS {
            return Verdict::Rejected { reason: RejectedReason::AbusiveContent, info: None };
        }
    }
    // The words of templates for codes are Meta's own.
    if *category == TemplateCategory::Authentication {
        return Verdict::Approved(category.clone());
    }
    match advise(&Template::of(&tree)).category {
        Some(Category::Authentication) => {
            Verdict::Rejected { reason: RejectedReason::IncorrectCategory, info: None }
        }
        Some(Category::Marketing) => Verdict::Approved(TemplateCategory::Marketing),
        _ => Verdict::Approved(category.clone()),
    }
}

fn is_blocked(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Blocked
}

/// What a template's author calls it.
pub(super) fn category(text: &str) -> Option<TemplateCategory> {
    Some(match Template::of(&Tree::parse(text)).category? {
        Category::Marketing => TemplateCategory::Marketing,
        Category::Utility => TemplateCategory::Utility,
        Category::Authentication => TemplateCategory::Authentication,
    })
}
