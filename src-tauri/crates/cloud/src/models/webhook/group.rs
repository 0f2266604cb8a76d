use super::super::record::record;
use super::{Digits, Problem};

record! {
    /// What happened to a group.
    Group {
        /// Seconds since 1970.
        timestamp: Digits,
        /// The group.
        group_id: String,
        /// What happened.
        kind = "type": String,
        /// The request that did it.
        request_id: String,
        /// Its name.
        subject: String,
        /// What it is for.
        description: String,
        /// Who is in it now.
        added_participants: Vec<Participant>,
        /// Who is not in it any more.
        removed_participants: Vec<Participant>,
        /// Its picture.
        profile_picture: Picture,
        /// Why it failed.
        errors: Vec<Problem>,
    }
}

record! {
    /// Somebody in a group.
    Participant {
        /// As the request named them.
        input: Digits,
        /// Digits of their number.
        wa_id: Digits,
    }
}

record! {
    /// A group's picture.
    Picture {
        /// For example `image/jpeg`.
        mime_type: String,
        /// Of its bytes, in base64.
        sha256: String,
    }
}
