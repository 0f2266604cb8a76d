//! One of several ways, by what is so. The first case that is so is taken.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, OutputRole, output};
use crate::journey::Condition;

/// One of several ways, by what is so. The first case that is so is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Branch {
    /// The cases, in order.
    pub cases: Vec<Case>,
}

/// A case of a branch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Unique in the branch.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it is so.
    pub when: Condition,
}

impl Kind for Branch {
    fn outputs(&self) -> Vec<Output> {
        let case = |case: &Case| Output::choice(output::case(&case.id), &case.name);
            let mut outputs: Vec<Output> = self.cases.iter().map(case).collect();
            outputs.push(Output::named(output::ELSE, OutputRole::Else));
            outputs
    }
}
