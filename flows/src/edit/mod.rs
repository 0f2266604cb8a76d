//! Edits: typed intents that change a Flow by the smallest span of text.
//!
//! [`apply`] makes an [`Edit`] on a [`Document`] and gives the new one with a [`Change`]: the diff from which
//! undo, redo and the journal's replay are derived. Everything an edit does not mean stays byte for byte,
//! and what Waymark does not know is never dropped.

mod apply;
mod change;
mod clipboard;
mod components;
mod connect;
mod data;
mod diff;
mod document;
mod draft;
mod endpoint;
mod error;
mod fields;
mod forget;
mod history;
mod items;
pub(crate) mod mending;
mod names;
mod notes;
pub(crate) mod references;
pub(crate) mod routing;
mod screens;
mod steps;
mod title;
pub(crate) mod view;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use apply::{Applied, apply};
pub use change::{Change, DoesNotFit, Moved, Renamed};
pub use clipboard::copy;
pub use diff::TextDiff;
pub use document::Document;
pub use error::EditError;
pub use history::{Recorded, Step, Timeline};
pub use notes::{Noted, Notes};
pub use steps::Way;

use crate::journey::Stage;
use crate::json::Pointer;

/// Where the card of a screen or a step stands on the map, in px of the map at 100 %. Stored left-to-right; mirrored when drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct Position {
    /// From the start edge.
    #[specta(type = i32)]
    // `number` for TypeScript, which would otherwise have to mind a NaN that never is
    pub x: f32,
    /// From the top.
    #[specta(type = i32)]
    pub y: f32,
}

/// A change somebody asks for. Screens and steps are named by id, everything else by JSON Pointer into the
/// text of the revision the edit was made against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum Edit {
    /// Set (add or replace) the member `key` of the object at `at`.
    SetProperty {
        /// The object.
        at: Pointer,
        /// The member's name, Meta's spelling.
        key: String,
        /// The new value.
        value: Value,
    },
    /// Remove the member `key` of the object at `at`.
    RemoveProperty {
        /// The object.
        at: Pointer,
        /// The member's name.
        key: String,
    },
    /// Rename the member `key` of the object at `at`, keeping its place and value. References are not touched.
    RenameProperty {
        /// The object.
        at: Pointer,
        /// The member's name now.
        key: String,
        /// The member's name after.
        to: String,
    },
    /// Replace the whole value at `at`.
    ReplaceValue {
        /// The value.
        at: Pointer,
        /// The new value.
        value: Value,
    },
    /// Insert a value into the array at `at`.
    InsertItem {
        /// The array.
        at: Pointer,
        /// Position; the length of the array appends.
        index: u32,
        /// The new item.
        value: Value,
    },
    /// Remove the array items at these pointers (of any arrays), together.
    RemoveItems {
        /// The items.
        items: Vec<Pointer>,
    },
    /// Move an array item, within its array or into another one.
    MoveItem {
        /// The item.
        from: Pointer,
        /// The array it goes to.
        to: Pointer,
        /// Position in that array after the item has been taken out.
        index: u32,
    },
    /// Copy array items to directly behind themselves; names and ids are made unique.
    DuplicateItems {
        /// The items.
        items: Vec<Pointer>,
    },
    /// Add a new component to the array of components at `parent`, with sensible words, a unique name and all that is required.
    AddComponent {
        /// A `children`, `then`, `else` or case array.
        parent: Pointer,
        /// Position in that array.
        index: u32,
        /// Meta's component type, for example `TextInput`.
        component: String,
    },
    /// Change the name of an input and every reference to it.
    RenameField {
        /// Id of its screen.
        screen: String,
        /// The name now.
        from: String,
        /// The name after.
        to: String,
    },
    /// Change the name of a value that a screen is given and every reference to it: bindings, what sends it and what changes it.
    RenameData {
        /// Id of the screen that has it in its data model.
        screen: String,
        /// The name now.
        from: String,
        /// The name after.
        to: String,
    },
    /// Add a screen with a title and a button; a free id is made from the title.
    AddScreen {
        /// What people read at the top of it.
        title: String,
        /// Where its card stands; none lets the map place it.
        position: Option<Position>,
        /// Connect from this screen to the new one.
        connect_from: Option<String>,
        /// Which part of that screen leads to the new one; none takes the Footer.
        via: Option<Pointer>,
    },
    /// Put a new screen between two connected ones.
    InsertScreenBetween {
        /// What people read at the top of it.
        title: String,
        /// Where the connection starts.
        from: String,
        /// Where it goes.
        to: String,
    },
    /// Delete screens with everything that points to them.
    DeleteScreens {
        /// Their ids.
        screens: Vec<String>,
    },
    /// Copy screens; ids are made unique, connections among them are kept.
    DuplicateScreens {
        /// Their ids.
        screens: Vec<String>,
        /// How far the copies' cards stand from the originals; none places them in free spots beside.
        offset: Option<Position>,
    },
    /// Change a screen's id and every reference to it.
    RenameScreen {
        /// The id now.
        from: String,
        /// The id after.
        to: String,
    },
    /// Let `from` lead to `to`: its Footer (made when missing) navigates there with a matching payload, and the routing model follows.
    ConnectScreens {
        /// Where it starts.
        from: String,
        /// Where it goes.
        to: String,
        /// Which part leads there (a Footer, link, opt-in, list or list item); none takes the Footer.
        via: Option<Pointer>,
    },
    /// Take the connection away: actions that lead from `from` to `to` and the route in the model.
    DisconnectScreens {
        /// Where it starts.
        from: String,
        /// Where it goes.
        to: String,
    },
    /// Mark a screen as the end (Footer completes) or not.
    SetTerminal {
        /// Its id.
        screen: String,
        /// Whether the form ends here.
        terminal: bool,
    },
    /// Let the Flow ask the business's own system (its version and the routing model come with it), or not any
    /// more: what the system had no choice in then happens without it.
    SetEndpoint {
        /// Whether it asks.
        asks: bool,
    },
    /// Add a step to a journey: the example of its kind, with a free id made from its title.
    AddStep {
        /// Its kind, as in [`crate::journey::kinds`].
        kind: String,
        /// What its owner calls it.
        title: String,
        /// Its lane.
        stage: Option<Stage>,
        /// Where its card stands; none lets the canvas place it.
        position: Option<Position>,
        /// The way that leads to it; where that way went before, the new step goes on to.
        after: Option<Way>,
    },
    /// Let a way out of a step lead to another step.
    ConnectSteps {
        /// The way.
        way: Way,
        /// Id of the step it leads to.
        to: String,
    },
    /// Let a way out of a step lead nowhere.
    DisconnectStep {
        /// The way.
        way: Way,
    },
    /// Delete steps with every way to them.
    DeleteSteps {
        /// Their ids.
        steps: Vec<String>,
        /// Ways to them lead on to what came after them, where something did.
        heal: bool,
    },
    /// Copy steps; ids are made unique, ways among them are kept.
    DuplicateSteps {
        /// Their ids.
        steps: Vec<String>,
        /// How far the copies' cards stand from the originals; none lets the canvas place them.
        offset: Option<Position>,
    },
    /// Paste what `copy` gave: screens, steps, or components into the array at `parent`.
    Paste {
        /// The copied text.
        clipboard: String,
        /// For components: the array they go to.
        parent: Option<Pointer>,
        /// For components: position in it.
        index: Option<u32>,
        /// For screens and steps: where the top left card of them stands; none places them in free spots.
        position: Option<Position>,
    },
    /// Move cards on the map. No text changes.
    MoveCards {
        /// New places by screen id.
        positions: BTreeMap<String, Position>,
    },
    /// Let the map or the canvas place cards. No text changes.
    ForgetPlaces {
        /// Screens or steps, as the mirror names them.
        cards: Vec<String>,
    },
    /// Replace a stretch of the text, as typed in the source view. Offsets count UTF-16 code units.
    ReplaceText {
        /// First code unit.
        start: u32,
        /// One past the last.
        end: u32,
        /// The new text.
        text: String,
    },
    /// Change the Flow's name (in Waymark and at Meta).
    RenameFlow {
        /// The new name.
        name: String,
    },
    /// Keep a note beside the text, or drop it. No text changes.
    SetNote {
        /// Its name, as in [`Notes`].
        at: Pointer,
        /// `None` drops it.
        value: Option<Value>,
    },
    /// Several edits as one undoable step. Each one's pointers go into what the one before it left.
    Batch {
        /// What the undo list calls it; none takes the first edit's name.
        name: Option<String>,
        /// Applied in order.
        edits: Vec<Edit>,
    },
}
