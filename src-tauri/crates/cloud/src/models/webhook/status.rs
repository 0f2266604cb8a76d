use super::super::record::record;
use super::super::words::words;
use super::{Digits, Problem};

record! {
    /// How far a message that was sent has got. They may come twice and in any order, and `delivered` may be missing.
    Status {
        /// The message, or the call.
        id: String,
        /// How far.
        status: StatusKind,
        /// `payment` or `call`, when it is not about a message.
        kind = "type": String,
        /// Seconds since 1970.
        timestamp: Digits,
        /// Whom it went to: digits of a number, or the group.
        recipient_id: String,
        /// Whom it went to: the id for this business portfolio.
        recipient_user_id: String,
        /// Whom it went to: the id for the parent of the portfolio.
        recipient_parent_user_id: String,
        /// `group`, when it went to one.
        recipient_type: String,
        /// Who of the group: digits of a number.
        recipient_participant_id: String,
        /// Who of the group: the id for this business portfolio.
        recipient_participant_user_id: String,
        /// Who of the group: the id for the parent of the portfolio.
        recipient_participant_parent_user_id: String,
        /// Changes when they change phones.
        recipient_identity_key_hash: String,
        /// The group it went to.
        group_id: String,
        /// Who paid: digits of a number.
        from: String,
        /// The business's own mark.
        biz_opaque_callback_data: String,
        /// When everything is free for a while.
        conversation: Conversation,
        /// What it is charged as. Of `sent`, and of one of `delivered` and `read`.
        pricing: Pricing,
        /// What was paid.
        payment: Payment,
        /// Why it failed.
        errors: Vec<Problem>,
    }
}

words! {
    /// How far a message, a call or a payment has got.
    StatusKind {
        /// On its way.
        Sent = "sent",
        /// On the phone.
        Delivered = "delivered",
        /// Seen.
        Read = "read",
        /// A voice message was heard.
        Played = "played",
        /// It will not arrive; of a payment, it did not go through.
        Failed = "failed",
        /// A call rings.
        Ringing = "RINGING",
        /// A call was taken.
        Accepted = "ACCEPTED",
        /// A call was not taken.
        Rejected = "REJECTED",
        /// A payment is on its way.
        Pending = "pending",
        /// A payment went through.
        Captured = "captured",
    }
}

record! {
    /// A while in which messages belong together.
    Conversation {
        /// Its id.
        id: String,
        /// Its end, seconds since 1970; of `sent` only.
        expiration_timestamp: Digits,
        /// How it began.
        origin: Origin,
    }
}

record! {
    /// How a conversation began.
    Origin {
        /// For example `referral_conversion`.
        kind = "type": String,
    }
}

record! {
    /// What a message is charged as.
    Pricing {
        /// Meta will leave it out: kind and category say it.
        billable: bool,
        /// `PMP` by message, `CBP` by conversation as before.
        pricing_model: String,
        /// `regular`, or why it is free.
        kind = "type": String,
        /// Whose rate.
        category: String,
    }
}

record! {
    /// What was paid.
    Payment {
        /// The order's.
        reference_id: String,
    }
}
