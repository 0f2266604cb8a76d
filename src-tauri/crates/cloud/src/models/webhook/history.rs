//! What a business brings along that has used the WhatsApp Business app before.

use super::super::record::record;
use super::{Digits, Message, Problem};

record! {
    /// A part of the messages of the past.
    Chunk {
        /// Which part.
        metadata: ChunkPlace,
        /// The messages, by whom they were exchanged with.
        threads: Vec<Thread>,
        /// Why there are none.
        errors: Vec<Problem>,
    }
}

record! {
    /// Which part of the past.
    ChunkPlace {
        /// 0 to 2: how long ago.
        phase: Digits,
        /// Its place in the phase.
        chunk_order: Digits,
        /// How much has come, in percent.
        progress: Digits,
    }
}

record! {
    /// Messages exchanged with somebody.
    Thread {
        /// Digits of their number.
        id: String,
        /// The messages.
        messages: Vec<Message>,
    }
}

record! {
    /// A change of the address book.
    StateChange {
        /// `contact`.
        kind = "type": String,
        /// Whose entry.
        contact: StateContact,
        /// `add` or `remove`.
        action: String,
        /// When.
        metadata: StateTime,
    }
}

record! {
    /// Somebody in the address book. The names are missing when they are removed.
    StateContact {
        /// All of the name.
        full_name: String,
        /// Given name.
        first_name: String,
        /// Digits of the number.
        phone_number: String,
    }
}

record! {
    /// When the address book changed.
    StateTime {
        /// Seconds since 1970.
        timestamp: Digits,
    }
}
