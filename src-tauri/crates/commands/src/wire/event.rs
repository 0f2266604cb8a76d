use serde::{Deserialize, Serialize};

/// What the core tells the page without being asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "CoreEvent", tag = "type", rename_all_fields = "camelCase")] // the browser has an `Event` already
pub enum Event {
    /// A file was dragged in or double-clicked and is now in the workspace.
    DocumentArrived {
        /// What it is now.
        arrived: super::Imported,
    },
    /// A project was dragged in or double-clicked and is now in the workspace.
    ProjectArrived {
        /// What came in.
        taken: super::ProjectTaken,
    },
    /// The end of a Flow's history was damaged and is set aside; the Flow stands before it.
    FlowRecovered {
        /// The Flow.
        flow: String,
        /// How many edits are missing.
        lost: u32,
    },
    /// A file that came from outside could not be taken in.
    ArrivalFailed {
        /// Why.
        error: super::Error,
    },
    /// Files hang over the window. Coordinates are CSS px of the page.
    FilesHover {
        /// From the left edge of the page.
        x: i32,
        /// From the top edge of the page.
        y: i32,
        /// How many of them are pictures; told when they enter.
        images: Option<u32>,
    },
    /// The files have left the window again without being dropped.
    FilesLeft,
    /// Pictures were dropped. `flow_drop_image` takes them by the token, once.
    FilesDropped {
        /// Names this drop.
        token: String,
        /// File names of the pictures, without folders.
        images: Vec<String>,
        /// From the left edge of the page, CSS px.
        x: i32,
        /// From the top edge of the page, CSS px.
        y: i32,
    },
    /// Publishing went one step on.
    PublishProgress {
        /// The plan that is being applied.
        plan: String,
        /// The Flow or template it is at.
        document: String,
        /// What is happening, as a sentence.
        step: String,
    },
}
