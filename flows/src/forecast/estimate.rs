//! Expected messages with their prices.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::walk::{Sent, Walked};
use super::{CategoryCost, StageCost};
use crate::cost::{self, Charge, Kind, Line, Message, Month, Recipient, Send};
use crate::facts::{self, Category, Micros, RateCard};
use crate::journey::Stage;

/// One of the three estimates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estimate {
    /// None: a rate is not known.
    pub(super) amount: Option<Micros>,
    pub(super) currency: Option<String>,
    pub(super) why: Option<String>,
    pub(super) service: u32,
    pub(super) free_tier: Option<u32>,
    pub(super) stages: Vec<StageCost>,
    pub(super) categories: Vec<CategoryCost>,
    pub(super) endless: bool,
}

/// What several lines come to.
#[derive(Default)]
struct Sum {
    messages: u64,
    free: u64,
    amount: Micros,
    is_unknown: bool,
}

impl Sum {
    fn add(&mut self, line: &Line) {
        for part in &line.parts {
            self.messages += part.count;
            match &part.each {
                Charge::Free { .. } => self.free += part.count,
                Charge::Charged { amount, .. } => self.amount = self.amount.plus(amount.times(part.count)),
                Charge::Unknown { .. } => self.is_unknown = true,
            }
        }
    }

    fn amount(&self) -> Option<String> {
        (!self.is_unknown).then(|| self.amount.to_string())
    }
}

const STAGES: [Stage; 5] =
    [Stage::Awareness, Stage::Consideration, Stage::Decision, Stage::Retention, Stage::Advocacy];

/// Prices what is expected. Messages are counted in whole ones, and those of earlier stages use up what is free.
pub(super) fn estimate(walked: &Walked, country: &str, on: Date, card: Option<&RateCard>) -> Estimate {
    let whole = |expected: &f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "people of a month")]
        let count = expected.round().clamp(0.0, 1e15) as u64;
        count
    };
    let mut sent: Vec<(&Sent, u64)> =
        walked.sent.iter().map(|(sent, expected)| (sent, whole(expected))).collect();
    // What is in no lane comes last, as it is told.
    sent.sort_by_key(|(sent, _)| (sent.stage.is_none(), **sent));
    let sends = sent.iter().map(|(sent, count)| Send {
        message: Message { kind: Kind::Of(sent.category), to: Recipient::Country(country) },
        count: *count,
        window_open: sent.window_open,
        ad_window_open: sent.ad_window_open,
    });
    let month = Month { delivered: on, service_used: 0, volumes: BTreeMap::new() };
    let plan = cost::plan(sends, &month, card);
    let lines = || sent.iter().map(|(sent, _)| *sent).zip(&plan.lines);
    let sum = |is_it: &dyn Fn(&Sent) -> bool| {
        let mut sum = Sum::default();
        lines().filter(|(sent, _)| is_it(sent)).for_each(|(_, line)| sum.add(line));
        sum
    };
    let short = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let stage = |stage: Option<Stage>| {
        let sum = sum(&|sent| sent.stage == stage);
        StageCost { stage, messages: short(sum.messages), amount: sum.amount() }
    };
    let mut stages: Vec<StageCost> = STAGES.into_iter().map(|it| stage(Some(it))).collect();
    stages.extend(Some(stage(None)).filter(|none| none.messages > 0));
    let kinds = [Category::Marketing, Category::Utility, Category::Authentication, Category::Service];
    let categories = kinds.into_iter().map(|category| {
        let sum = sum(&|sent| sent.category == category);
        let word = category.to_string().to_uppercase();
        CategoryCost {
            category: word,
            messages: short(sum.messages),
            free: short(sum.free),
            amount: sum.amount(),
        }
    });
    let all = sum(&|_| true);
    let unknown = plan.lines.iter().flat_map(|line| &line.parts).find_map(|part| match &part.each {
        Charge::Unknown { why } => Some(why.to_string()),
        _ => None,
    });
    let tier = facts::pricing().era(on).and_then(|era| era.free_tier.as_ref());
    Estimate {
        amount: (!all.is_unknown).then_some(all.amount),
        currency: plan.total.amounts.keys().next().map(ToString::to_string),
        why: unknown,
        service: short(sum(&|sent| sent.category == Category::Service).messages),
        free_tier: tier.map(|tier| short(tier.count)),
        stages,
        categories: categories.filter(|category| category.messages > 0).collect(),
        endless: walked.endless,
    }
}
