//! One of several ways by chance, to find out which is better. The same person always goes the same way.

use serde::{Deserialize, Serialize};

use super::{Kind, Output, output};

/// One of several ways by chance, to find out which is better. The same person always goes the same way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// The ways.
    pub ways: Vec<Way>,
}

/// A way of a split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Unique in the split.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// Its share, against the sum of all.
    pub weight: u32,
}

impl Kind for Split {
    fn outputs(&self) -> Vec<Output> {
        self.ways.iter().map(|way| Output::choice(output::case(&way.id), &way.name)).collect()
    }
}
