use super::super::record::record;
use super::super::words::words;
use super::{Call, Chunk, Digits, Group, Message, StateChange, Status};

record! {
    /// What happened in the conversations of a phone number. The field says which of the lists is there.
    Messaging {
        /// `whatsapp`.
        messaging_product: String,
        /// The number.
        metadata: Metadata,
        /// Whom it is about.
        contacts: Vec<Contact>,
        /// What came in.
        messages: Vec<Message>,
        /// How far messages that were sent have got; under `calls`, how far a call has.
        statuses: Vec<Status>,
        /// What the business sent from another place than this API.
        message_echoes: Vec<Message>,
        /// Calls.
        calls: Vec<Call>,
        /// Groups.
        groups: Vec<Group>,
        /// What people want no more, or want again.
        user_preferences: Vec<Preference>,
        /// Messages of the past.
        history: Vec<Chunk>,
        /// What changed in the address book of the business's phone.
        state_sync: Vec<StateChange>,
        /// What went wrong, with none of the above in particular.
        errors: Vec<Problem>,
    }
}

record! {
    /// A phone number of the business.
    Metadata {
        /// The number as people see it.
        display_phone_number: String,
        /// Its id.
        phone_number_id: String,
    }
}

record! {
    /// Somebody. Who has a username may come without a number.
    Contact {
        /// What they say of themselves.
        profile: Profile,
        /// Digits of their number.
        wa_id: String,
        /// Their id for this business portfolio.
        user_id: String,
        /// Their id for the parent of the portfolio.
        parent_user_id: String,
        /// Changes when they change phones.
        identity_key_hash: String,
    }
}

record! {
    /// What somebody says of themselves.
    Profile {
        /// The name they chose.
        name: String,
        /// Unique on WhatsApp.
        username: String,
    }
}

record! {
    /// What somebody wants no more, or wants again.
    Preference {
        /// Digits of their number.
        wa_id: String,
        /// Their id for this business portfolio.
        user_id: String,
        /// Their id for the parent of the portfolio.
        parent_user_id: String,
        /// In English.
        detail: String,
        /// For example `marketing_messages`.
        category: String,
        /// What they want.
        value: PreferenceValue,
        /// Where they signed up.
        signup_id: String,
        /// Seconds since 1970.
        timestamp: Digits,
    }
}

words! {
    /// What somebody wants.
    PreferenceValue {
        /// No more of it.
        Stop = "stop",
        /// It again.
        Resume = "resume",
        /// It, from a link to sign up.
        Signup = "signup",
    }
}

record! {
    /// What went wrong.
    Problem {
        /// What to branch on.
        code: i64,
        /// Headline, in English.
        title: String,
        /// In most cases the same as the headline.
        message: String,
        /// For example `OAuthException`.
        kind = "type": String,
        /// What is wrong, in older webhooks.
        details: String,
        /// What is wrong.
        error_data: ProblemData,
        /// Where Meta writes about its codes.
        href: String,
    }
}

record! {
    /// What is wrong.
    ProblemData {
        /// In English.
        details: String,
    }
}
