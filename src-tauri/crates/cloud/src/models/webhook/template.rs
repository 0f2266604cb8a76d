use super::super::record::record;
use super::super::words::words;
use super::super::{QualityScore, RejectedReason, TemplateCategory};
use super::Digits;

record! {
    /// What became of a template. The field says which of the members are there.
    TemplateUpdate {
        /// The template. A number here, a text elsewhere in the API.
        id = "message_template_id": Digits,
        /// Its name.
        name = "message_template_name": String,
        /// Meta's code, with a dash or with an underscore.
        language = "message_template_language": String,
        /// Where it stands now.
        event: TemplateEvent,
        /// Why it was rejected.
        reason: RejectedReason,
        /// What it is filed as.
        message_template_category: TemplateCategory,
        /// What is wrong with it, and what to do.
        rejection_info: RejectionInfo,
        /// Since when it is not sent any more.
        disable_info: DisableInfo,
        /// More about a pause or a lock.
        other_info: OtherInfo,
        /// How people took it before.
        previous_quality_score: QualityScore,
        /// How people take it.
        new_quality_score: QualityScore,
        /// What it was filed as.
        previous_category: TemplateCategory,
        /// What it is filed as.
        new_category: TemplateCategory,
        /// What it will be filed as.
        correct_category: TemplateCategory,
        /// When that happens, seconds since 1970.
        category_update_timestamp: Digits,
        /// What it is filed as, when Meta thinks another is right.
        category: TemplateCategory,
        /// The words of its header.
        title = "message_template_title": String,
        /// Its text.
        text = "message_template_element": String,
        /// Its small print.
        footer = "message_template_footer": String,
        /// Its buttons.
        buttons = "message_template_buttons": Vec<ButtonText>,
    }
}

words! {
    /// Where a template stands now.
    TemplateEvent {
        /// It can be sent.
        Approved = "APPROVED",
        /// Set aside after a year without use.
        Archived = "ARCHIVED",
        /// No more set aside.
        Unarchived = "UNARCHIVED",
        /// Deleted.
        Deleted = "DELETED",
        /// Not sent again: people did not like it.
        Disabled = "DISABLED",
        /// People do not like it; it may be disabled.
        Flagged = "FLAGGED",
        /// Reviewed again on request.
        InAppeal = "IN_APPEAL",
        /// Not taken: the account has as many as it may.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// It cannot be edited.
        Locked = "LOCKED",
        /// Not sent for some hours: people did not like it.
        Paused = "PAUSED",
        /// Being reviewed.
        Pending = "PENDING",
        /// No more disabled.
        Reinstated = "REINSTATED",
        /// Deleted while messages are still on their way.
        PendingDeletion = "PENDING_DELETION",
        /// Refused by the review.
        Rejected = "REJECTED",
    }
}

record! {
    /// What is wrong with a template, and what to do.
    RejectionInfo {
        /// What is wrong.
        reason: String,
        /// What to do.
        recommendation: String,
    }
}

record! {
    /// Since when a template is not sent any more.
    DisableInfo {
        /// Seconds since 1970, or a day in words.
        disable_date: Digits,
    }
}

record! {
    /// More about a pause or a lock.
    OtherInfo {
        /// For example `FIRST_PAUSE`.
        title: String,
        /// In English.
        description: String,
    }
}

record! {
    /// A button of a template.
    ButtonText {
        /// For example `URL`.
        kind = "message_template_button_type": String,
        /// What it says.
        text = "message_template_button_text": String,
        /// Where it leads.
        url = "message_template_button_url": String,
        /// Whom it calls.
        phone_number = "message_template_button_phone_number": String,
    }
}
