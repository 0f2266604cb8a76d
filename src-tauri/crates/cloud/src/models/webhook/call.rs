use super::super::record::record;
use super::{Digits, Problem};

record! {
    /// A call.
    Call {
        /// `wacid.` and more.
        id: String,
        /// Digits of the number that calls.
        from: String,
        /// Who calls: the id for this business portfolio.
        from_user_id: String,
        /// Who calls: the id for the parent of the portfolio.
        from_parent_user_id: String,
        /// Digits of the number that is called.
        to: String,
        /// Who is called: the id for this business portfolio.
        to_user_id: String,
        /// Who is called: the id for the parent of the portfolio.
        to_parent_user_id: String,
        /// `connect` or `terminate`.
        event: String,
        /// `BUSINESS_INITIATED` or `USER_INITIATED`.
        direction: String,
        /// Seconds since 1970.
        timestamp: Digits,
        /// What both sides offer each other.
        session: Session,
        /// `COMPLETED` or `FAILED`, at its end.
        status: String,
        /// Its start, seconds since 1970.
        start_time: Digits,
        /// Its end, seconds since 1970.
        end_time: Digits,
        /// Seconds.
        duration: Digits,
        /// The business's own mark.
        biz_opaque_callback_data: String,
        /// Why it failed.
        errors: Vec<Problem>,
    }
}

record! {
    /// What one side offers the other.
    Session {
        /// `offer` or `answer`.
        sdp_type: String,
        /// By RFC 8866.
        sdp: String,
    }
}
