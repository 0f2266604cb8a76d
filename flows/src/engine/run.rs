//! A run goes on from node to node.

use serde_json::Value;

use super::{
    ConsentState, End, Entry, MAX_CALLS, MAX_STEPS, MAX_STEPS_A_DAY, Moment, Run, State, WINDOW, Wait, What,
    values, zone,
};
use crate::journey::{
    Body, FieldName, Journey, JourneyName, JourneyNode, NodeId, Project, Settings, Split, output,
};

/// One step at work.
pub(super) struct Engine<'p> {
    pub(super) project: &'p Project,
    pub(super) state: State,
    pub(super) now: Moment,
    pub(super) out: Vec<Entry>,
}

/// How a run goes on from the node it is at.
pub(super) enum Then<'p> {
    /// By an output.
    By(String),
    /// It waits.
    Waits,
    /// The way ends; in a called journey it goes on with the caller.
    Leaves(End),
    /// The whole run ends.
    Ends(End),
    /// It ends, and the person goes on in another journey.
    Elsewhere(&'p JourneyName, Option<&'p NodeId>),
}

impl Then<'_> {
    pub(super) fn next() -> Self {
        Self::By(output::NEXT.to_owned())
    }

    pub(super) fn by(output: &str) -> Self {
        Self::By(output.to_owned())
    }
}

impl<'p> Engine<'p> {
    pub(super) fn tell(&mut self, run: &Run, what: What) {
        let place = Some((run.journey.clone(), run.node.clone()));
        self.out.push(Entry { at: self.now, run: Some(run.number), place, what });
    }

    /// What changed of the person, by no run.
    pub(super) fn tell_of_person(&mut self, what: Option<What>) {
        self.out.extend(what.map(|what| Entry { at: self.now, run: None, place: None, what }));
    }

    pub(super) fn journey(&self, run: &Run) -> Option<&'p Journey> {
        self.project.journeys.get(&run.journey).map(|journey| &**journey)
    }

    pub(super) fn node(&self, run: &Run) -> Option<&'p JourneyNode> {
        self.journey(run)?.node(&run.node)
    }

    /// What holds for the journey that a run is in.
    pub(super) fn settings(&self, run: &Run) -> Option<&'p Settings> {
        self.journey(run).map(|journey| &journey.settings)
    }

    /// A value as the run reads it.
    pub(super) fn value<'e>(&'e self, run: &'e Run, name: &FieldName) -> Option<&'e Value> {
        value_of(&self.state, run, name)
    }

    /// What stands in a text for a value.
    pub(super) fn text(&self, run: &Run, name: &str) -> Option<String> {
        text_of(self.journey(run), &self.state, run, name)
    }

    pub(super) fn filled(&self, run: &Run, value: &Value) -> Value {
        values::filled(value, &mut |name| self.text(run, name))
    }

    /// A text with its values.
    pub(super) fn filled_text(&self, run: &Run, text: &str) -> String {
        crate::journey::fill(text, |name| self.text(run, name))
    }

    /// Notes a value; `null` forgets it.
    pub(super) fn note(&mut self, run: &mut Run, name: &FieldName, value: Value) {
        let mut changes = *self.value(run, name).unwrap_or(&Value::Null) != value;
        if let Some(own) = &mut run.own {
            own.insert(name.clone(), value.clone());
        }
        let fields = &mut self.state.person.fields;
        let known = fields.get(name).unwrap_or(&Value::Null);
        if *known != value {
            changes = true;
            if value.is_null() {
                fields.remove(name);
            } else {
                fields.insert(name.clone(), value.clone());
            }
        }
        if changes {
            self.tell(run, What::Noted { name: name.0.clone(), value });
        }
    }

    /// The person agreed to marketing messages, or stopped them. Tells whether that is new.
    pub(super) fn consents(&mut self, agrees: bool) -> Option<What> {
        let (state, word) =
            if agrees { (ConsentState::Given, "given") } else { (ConsentState::Stopped, "stopped") };
        let was = std::mem::replace(&mut self.state.person.consent, state);
        (was != state).then(|| What::Noted { name: "consent".to_owned(), value: word.into() })
    }

    /// A run that waits for nothing any more, taken out of the state.
    pub(super) fn take(&mut self, number: u32) -> Option<Run> {
        let at = self.state.runs.iter().position(|run| run.number == number)?;
        Some(self.state.runs.remove(at))
    }

    fn put(&mut self, run: Run) {
        let at = self.state.runs.partition_point(|other| other.number < run.number);
        self.state.runs.insert(at, run);
    }

    /// It begins to wait.
    pub(super) fn wait(&mut self, run: &mut Run, wait: Wait, until: Option<Moment>) -> Then<'p> {
        self.state.waits += 1;
        run.order = self.state.waits;
        run.epoch = run.epoch.saturating_add(1);
        run.until = until;
        if !matches!(wait, Wait::Quiet { .. } | Wait::System) {
            self.tell(run, What::Waits { until, epoch: run.epoch });
        }
        run.wait = wait;
        Then::Waits
    }

    /// Goes on until the run waits or ends.
    pub(super) fn go(&mut self, mut run: Run, mut then: Then<'p>) {
        loop {
            then = match then {
                Then::Waits => return self.put(run),
                Then::By(output) => {
                    let target = self.node(&run).and_then(|node| node.after(&output));
                    self.tell(&run, What::Took { output });
                    self.come(&mut run, target)
                }
                Then::Leaves(why) => match run.calls.pop() {
                    Some((journey, node)) => {
                        (run.journey, run.node) = (journey, node);
                        Then::next()
                    }
                    None => Then::Ends(why),
                },
                Then::Ends(why) => return self.tell(&run, What::Ended { why }),
                Then::Elsewhere(journey, node) => {
                    let Some((new, first)) = self.leads_on(&run, journey, node) else { return };
                    run = new;
                    first
                }
            };
        }
    }

    /// Comes to a node, past those that are switched off or sealed.
    pub(super) fn come(&mut self, run: &mut Run, mut target: Option<&'p NodeId>) -> Then<'p> {
        loop {
            let journey = self.journey(run);
            let Some(node) = target.and_then(|id| journey?.node(id)) else {
                return Then::Leaves(End::Through);
            };
            run.node.clone_from(&node.id);
            if !self.may_go_on(run) {
                return Then::Ends(End::Endless);
            }
            if !node.off && !matches!(node.body, Body::Sealed(_)) {
                self.tell(run, What::Came);
                return self.does(run, node);
            }
            target = node.past().map(|(_, to)| to);
        }
    }

    /// Counts a node; too many in one instant or one day are a loop without end.
    fn may_go_on(&self, run: &mut Run) -> bool {
        if run.instant != self.now {
            (run.instant, run.steps) = (self.now, 0);
        }
        let wrote = self.state.person.last_inbound.is_some_and(|at| at > run.day);
        if wrote || self.now.since(run.day) >= WINDOW {
            (run.day, run.steps_of_day) = (self.now, 0);
        }
        run.steps += 1;
        run.steps_of_day += 1;
        run.steps <= MAX_STEPS && run.steps_of_day <= MAX_STEPS_A_DAY
    }

    /// What a node does when somebody comes to it.
    fn does(&mut self, run: &mut Run, node: &'p JourneyNode) -> Then<'p> {
        let later = |length: Option<crate::journey::Length>| length.map(|length| self.now.after(length));
        match &node.body {
            Body::Send(_) | Body::SendTemplate(_) | Body::Ask(_) | Body::Flow(_) => self.says(run, node, 0),
            Body::Typing(typing) if typing.lasts == crate::journey::Length::ZERO => Then::next(),
            Body::Typing(typing) => {
                let until = later(Some(typing.lasts));
                self.wait(run, Wait::Time, until)
            }
            Body::Faq(faq) => self.looks_up(run, node, faq),
            Body::Ai(_) | Body::Http(_) | Body::Crm(_) | Body::Calendar(_) | Body::Shop(_) => {
                self.asks(run, node)
            }
            Body::Wait(wait) => {
                let until = later(Some(wait.lasts));
                self.wait(run, Wait::Time, until)
            }
            Body::WaitUntil(wait) => {
                let zone = zone::zone(&self.state.person.zone);
                let until = zone::next(&zone, self.now, wait.time, &wait.on);
                self.wait(run, Wait::Time, Some(until))
            }
            Body::WaitReply(wait) => {
                let until = later(wait.timeout);
                self.wait(run, Wait::Reply, until)
            }
            Body::WaitEvent(wait) => {
                let until = later(wait.timeout);
                self.wait(run, Wait::Event, until)
            }
            Body::WaitStatus(wait) => {
                if super::wait::reached(run.status, wait.status) {
                    return Then::next();
                }
                let until = later(wait.timeout);
                self.wait(run, Wait::Status, until)
            }
            Body::Branch(branch) => {
                let case = branch.cases.iter().find(|case| self.holds(run, &case.when));
                case.map_or_else(|| Then::by(output::ELSE), |case| Then::By(output::case(&case.id)))
            }
            Body::Split(split) => self.splits(run, split),
            Body::Assign(assign) => {
                let about = self.filled_text(run, &assign.note.0);
                self.tell(run, What::Assigned { to: assign.to_whom.clone(), note: about });
                self.wait(run, Wait::Somebody, None)
            }
            Body::Call(call) => self.calls(run, &call.journey),
            Body::GoTo(to) => Then::Elsewhere(&to.journey, to.node.as_ref()),
            Body::Goal(goal) => {
                self.tell(run, What::Reached { goal: goal.name.clone() });
                if goal.ends { Then::Leaves(End::Goal) } else { Then::next() }
            }
            Body::End(_) | Body::Note(_) => Then::Leaves(End::Through),
            other => self.notes(run, other),
        }
    }

    /// Nodes that note something; triggers that a way leads to are gone through.
    fn notes(&mut self, run: &mut Run, body: &Body) -> Then<'p> {
        match body {
            Body::Set(set) => {
                let value = match set.value.as_str().and_then(values::only_value) {
                    // A value alone stays what it is: a number is no text
                    Some(name) => self.value(run, &name.into()).cloned().unwrap_or_default(),
                    None => self.filled(run, &set.value),
                };
                self.note(run, &set.field, value);
            }
            Body::Tag(tag) => {
                let tags = &mut self.state.person.tags;
                let before = tags.clone();
                tags.extend(tag.add.iter().cloned());
                tag.remove.iter().for_each(|tag| {
                    tags.remove(tag);
                });
                if before != *tags {
                    let value = tags.iter().cloned().collect();
                    self.tell(run, What::Noted { name: "tag".to_owned(), value });
                }
            }
            Body::Consent(consent) => {
                if let Some(what) = self.consents(consent.marketing) {
                    self.tell(run, what);
                }
            }
            Body::SetStage(stage) => {
                let was = self.state.person.stage.replace(stage.set);
                let value = serde_json::to_value(stage.set).unwrap_or_default();
                if was != Some(stage.set) {
                    self.tell(run, What::Noted { name: "stage".to_owned(), value });
                }
            }
            _ => (),
        }
        Then::next()
    }

    /// Into another journey, and back when that is through.
    fn calls(&mut self, run: &mut Run, name: &'p JourneyName) -> Then<'p> {
        let Some(start) = super::enter::by_hand(self.project, name) else { return Then::Ends(End::Calls) };
        if run.calls.len() >= MAX_CALLS {
            return Then::Ends(End::Calls);
        }
        if !self.lets_in(start) {
            return Then::next();
        }
        run.calls.push((run.journey.clone(), run.node.clone()));
        run.journey.clone_from(name);
        self.come(run, Some(&start.id))
    }

    fn splits(&self, run: &Run, split: &Split) -> Then<'p> {
        let wished = self.state.person.wished.get(&format!("{}/{}", run.journey, run.node));
        let wished = wished.and_then(|id| split.ways.iter().find(|way| way.id == *id));
        let total = split.ways.iter().map(|way| u128::from(way.weight)).sum::<u128>();
        let mut drawn = (u128::from(self.chance(run)) * total) >> 64;
        let drawn = split.ways.iter().find(|way| {
            let here = drawn < u128::from(way.weight);
            drawn = drawn.saturating_sub(u128::from(way.weight));
            here
        });
        match wished.or(drawn).or(split.ways.first()) {
            Some(way) => Then::By(output::case(&way.id)),
            None => Then::next(),
        }
    }

    /// A number that is always the same for one person at one node, and evenly spread over people.
    fn chance(&self, run: &Run) -> u64 {
        let place = [&run.journey.0, "/", &run.node.0];
        let bytes = self.state.person.seed.to_le_bytes();
        let bytes = bytes.iter().copied().chain(place.iter().flat_map(|part| part.bytes()));
        spread(bytes)
    }
}

/// A value as a run reads it.
pub(crate) fn value_of<'s>(state: &'s State, run: &'s Run, name: &FieldName) -> Option<&'s Value> {
    let own = run.own.as_ref().and_then(|own| own.get(name));
    own.or_else(|| state.person.fields.get(name))
}

/// What stands for a value in a text of the journey that a run is in.
pub(crate) fn text_of(journey: Option<&Journey>, state: &State, run: &Run, name: &str) -> Option<String> {
    let name = FieldName::from(name);
    let missing = || journey?.data.get(&name)?.missing.clone();
    value_of(state, run, &name).and_then(values::shown).or_else(missing)
}

/// FNV-1a with the last steps of `MurmurHash3`: evenly spread in all bits.
pub(crate) fn spread(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}
