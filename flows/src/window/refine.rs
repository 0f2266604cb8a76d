//! The part of a zone for which a condition is so, or is not.

use super::atoms::Asked;
use super::clock::{Arc, Week};
use super::search::Search;
use super::transfer::{with_consent, with_country};
use super::zone::{Rest, Zone, consent, country};

/// Answers to atoms on the way.
pub(super) type Answers = Vec<(u32, bool)>;

/// Pieces from which on a condition is not looked into any further: all of the zone stands for them. Ours.
const MOST: usize = 32;

impl Search<'_> {
    /// The pieces of a zone for which a condition has an answer, with the answers to atoms that makes.
    pub(super) fn refine(
        &self,
        node: u32,
        when: &Asked,
        so: bool,
        zone: Zone,
        before: &[(u32, bool)],
    ) -> Vec<(Zone, Answers)> {
        let mut out = Vec::new();
        self.refine_into(node, when, so, zone, before.to_vec(), &mut out);
        if out.len() > MOST { vec![(zone, before.to_vec())] } else { out }
    }

    fn refine_into(
        &self,
        node: u32,
        when: &Asked,
        so: bool,
        zone: Zone,
        answers: Answers,
        out: &mut Vec<(Zone, Answers)>,
    ) {
        if out.len() > MOST {
            return;
        }
        match (when, so) {
            (Asked::Not(of), _) => self.refine_into(node, of, !so, zone, answers, out),
            (Asked::All(of), true) | (Asked::Any(of), false) => {
                let mut pieces = vec![(zone, answers)];
                for inner in of {
                    pieces = self.each(node, inner, so, pieces);
                    if pieces.len() > MOST {
                        break;
                    }
                }
                out.extend(pieces);
            }
            (Asked::All(of), false) | (Asked::Any(of), true) => {
                // The first that decides; those before it do not
                let mut undecided = vec![(zone, answers)];
                for inner in of {
                    out.extend(self.each(node, inner, so, undecided.clone()));
                    undecided = self.each(node, inner, !so, undecided);
                    if undecided.len() > MOST {
                        return out.extend(undecided);
                    }
                }
            }
            (Asked::Window, true) => out.extend(zone.by_window(0).0.map(|zone| (zone, answers))),
            (Asked::Window, false) => {
                out.extend(zone.by_window(self.graph.expires(node)).1.map(|zone| (zone, answers)));
            }
            (Asked::AdWindow, _) => {
                let top = self.ad_top;
                let (lo, hi) = if so { (0, top - 1) } else { (top, top) };
                let ad = zone.rest.ad.meet(super::zone::Span::new(lo, hi));
                out.extend(ad.map(|ad| (zone.with(Rest { ad, ..zone.rest }), answers)));
            }
            (Asked::Consent, _) => {
                let of = if so { consent::GIVEN } else { consent::UNKNOWN | consent::STOPPED };
                out.extend(with_consent(zone, of).map(|zone| (zone, answers)));
            }
            (Asked::Marketing, true) => {
                let both =
                    with_consent(zone, consent::GIVEN).and_then(|zone| with_country(zone, country::OTHER));
                out.extend(both.map(|zone| (zone, answers)));
            }
            (Asked::Marketing, false) => {
                let no = with_consent(zone, consent::UNKNOWN | consent::STOPPED);
                let us = with_consent(zone, consent::GIVEN).and_then(|zone| with_country(zone, country::US));
                out.extend(no.into_iter().chain(us).map(|zone| (zone, answers.clone())));
            }
            (Asked::Between(from, to), _) => {
                let hours = Arc::between(*from, *to);
                let part = |local| (zone.with(Rest { local, ..zone.rest }), answers.clone());
                if so {
                    out.extend(zone.rest.local.meet(hours).map(part));
                } else {
                    out.extend(zone.rest.local.without(hours).map(part));
                }
            }
            (Asked::On(days), _) => {
                let days = if so { *days } else { Week::ANY.without(*days) };
                let part = |local| (zone.with(Rest { local, ..zone.rest }), answers.clone());
                out.extend(zone.rest.local.on(days).map(part));
            }
            (Asked::Atom(number), _) => {
                let Some(zone) = self.answered(*number, so, zone) else { return };
                if answers.iter().any(|(other, answer)| other == number && *answer != so) {
                    return;
                }
                let mut answers = answers;
                answers.push((*number, so));
                out.push((zone, answers));
            }
        }
    }

    fn each(&self, node: u32, when: &Asked, so: bool, pieces: Vec<(Zone, Answers)>) -> Vec<(Zone, Answers)> {
        let mut out = Vec::new();
        for (zone, answers) in pieces {
            let mut part = Vec::new();
            self.refine_into(node, when, so, zone, answers.clone(), &mut part);
            if part.len() > MOST {
                part = vec![(zone, answers)];
            }
            out.extend(part);
        }
        out
    }

    /// A zone in which an atom has an answer; none: it is known to have the other one.
    fn answered(&self, number: u32, so: bool, mut zone: Zone) -> Option<Zone> {
        let Some(bit) = self.remembered.iter().position(|it| *it == number) else { return Some(zone) };
        let (others, values) =
            self.follows.get(bit).and_then(|it| it.get(usize::from(so))).copied().unwrap_or_default();
        let (bits, values) = (others | 1 << bit, values | u64::from(so) << bit);
        let rest = &mut zone.rest;
        let both = rest.known & bits;
        if (rest.value ^ values) & both != 0 {
            return None;
        }
        rest.known |= bits;
        rest.value |= values;
        Some(zone)
    }
}
