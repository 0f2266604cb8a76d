//! What becomes of the account, its numbers and its Flows.

use serde_json::{Number, Value};

use super::super::FlowStatus;
use super::super::record::record;
use super::Digits;

record! {
    /// What became of the account. The event says which of the members are there.
    AccountUpdate {
        /// For example `ACCOUNT_RESTRICTION`.
        event: String,
        /// The rule it has broken.
        violation_info: ViolationInfo,
        /// What it cannot do for now.
        restriction_info: Vec<Restriction>,
        /// That it is shut out, or let in again.
        ban_info: BanInfo,
        /// What belongs to it.
        waba_info: WabaInfo,
        /// Why it is apart from the WhatsApp Business app.
        disconnection_info: DisconnectionInfo,
        /// Where the business is, two letters.
        country: String,
        /// What more messages cost.
        volume_tier_info: VolumeTier,
        /// Where codes to other countries cost more.
        auth_international_rate_eligibility: InternationalRates,
        /// What became of a client's papers.
        partner_client_certification_info: CertificationInfo,
        /// Digits of the number it is about.
        phone_number: String,
    }
}

record! {
    /// The rule that an account has broken.
    ViolationInfo {
        /// For example `SPAM`.
        violation_type: String,
        /// What to do.
        remediation: String,
    }
}

record! {
    /// What an account cannot do for now.
    Restriction {
        /// For example `RESTRICTED_BIZ_INITIATED_MESSAGING`.
        restriction_type: String,
        /// Until when, seconds since 1970; missing when it has no end.
        expiration: Digits,
        /// What to do.
        remediation: String,
    }
}

record! {
    /// That an account is shut out, or let in again.
    BanInfo {
        /// For example `SCHEDULE_FOR_DISABLE`.
        waba_ban_state: String,
        /// When, in words.
        waba_ban_date: String,
    }
}

record! {
    /// What belongs to an account.
    WabaInfo {
        /// The account.
        waba_id: String,
        /// The business portfolio that has it.
        owner_business_id: String,
        /// The app of a partner.
        partner_app_id: String,
        /// The solution of several partners.
        solution_id: String,
        /// The partners in it.
        solution_partner_business_ids: Vec<String>,
        /// The account for ads.
        ad_account_linked: String,
    }
}

record! {
    /// Why an account is apart from the WhatsApp Business app.
    DisconnectionInfo {
        /// For example `PRIMARY_INACTIVITY`.
        reason: String,
        /// For example `SYSTEM`.
        initiated_by: String,
    }
}

record! {
    /// What more messages cost.
    VolumeTier {
        /// Since when, seconds since 1970.
        tier_update_time: Digits,
        /// For example `UTILITY`.
        pricing_category: String,
        /// From how many messages to how many.
        tier: String,
        /// As `2026-11`.
        effective_month: String,
        /// The market.
        region: String,
    }
}

record! {
    /// Where codes to other countries cost more.
    InternationalRates {
        /// Since when, seconds since 1970.
        start_time: Digits,
        /// Countries with a start of their own.
        exception_countries: Vec<ExceptionCountry>,
    }
}

record! {
    /// A country with a start of its own.
    ExceptionCountry {
        /// Two letters.
        country_code: String,
        /// Since when, seconds since 1970.
        start_time: Digits,
    }
}

record! {
    /// What became of a client's papers.
    CertificationInfo {
        /// The client.
        client_business_id: String,
        /// For example `APPROVED`.
        status: String,
        /// Why not.
        rejection_reasons: Vec<String>,
    }
}

record! {
    /// What became of the review of an account.
    AccountReview {
        /// For example `APPROVED`.
        decision: String,
    }
}

record! {
    /// Something to look after.
    AccountAlert {
        /// For example `BUSINESS`.
        entity_type: String,
        /// What it is about.
        entity_id: String,
        /// What there is to do.
        alert_info: AlertInfo,
    }
}

record! {
    /// What there is to do.
    AlertInfo {
        /// `CRITICAL`, `WARNING` or `INFORMATIONAL`.
        alert_severity: String,
        /// `ACTIVE` or `NONE`.
        alert_status: String,
        /// For example `PROFILE_PICTURE_LOST`.
        alert_type: String,
        /// In English.
        alert_description: String,
    }
}

record! {
    /// What the business may do now.
    CapabilityUpdate {
        /// People a day, for example `TIER_2K`.
        max_daily_conversations_per_business: Digits,
        /// Numbers of the business.
        max_phone_numbers_per_business: Digits,
        /// Numbers of the account.
        max_phone_numbers_per_waba: Digits,
    }
}

record! {
    /// How fast a number may send now.
    NumberQuality {
        /// Its digits.
        display_phone_number: String,
        /// For example `THROUGHPUT_UPGRADE`.
        event: String,
        /// People a day before, until February 2026.
        old_limit: String,
        /// People a day, until February 2026.
        current_limit: String,
        /// People a day, for example `TIER_2K`.
        max_daily_conversations_per_business: String,
    }
}

record! {
    /// Whether a number gets the name that was asked for.
    NumberName {
        /// Its digits.
        display_phone_number: String,
        /// For example `APPROVED`.
        decision: String,
        /// The name.
        requested_verified_name: String,
        /// Why not: a text, or null.
        rejection_reason: Value,
    }
}

record! {
    /// That the code of a number was changed.
    SecurityUpdate {
        /// Its digits.
        display_phone_number: String,
        /// For example `PIN_CHANGED`.
        event: String,
        /// Who did it.
        requester: String,
    }
}

record! {
    /// What became of a Flow, or how its endpoint is. The event says which of the members are there.
    FlowUpdate {
        /// For example `FLOW_STATUS_CHANGE`.
        event: String,
        /// In English.
        message: String,
        /// The Flow.
        flow_id: String,
        /// Where it stood.
        old_status: FlowStatus,
        /// Where it stands.
        new_status: FlowStatus,
        /// Percent of the requests that went wrong.
        error_rate: Number,
        /// What is too much of it.
        threshold: Number,
        /// `ACTIVATED` or `DEACTIVATED`.
        alert_state: String,
        /// What went wrong how often.
        errors: Vec<FlowError>,
    }
}

record! {
    /// What went wrong how often.
    FlowError {
        /// For example `TIMEOUT`.
        error_type: String,
        /// Percent.
        error_rate: Number,
        /// How often.
        error_count: i64,
    }
}

record! {
    /// What became of a solution of several partners.
    SolutionUpdate {
        /// `SOLUTION_CREATED` or `SOLUTION_UPDATED`.
        event: String,
        /// The solution.
        solution_id: String,
        /// For example `INITIATED`.
        solution_status: String,
    }
}
