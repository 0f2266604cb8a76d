//! What goes over the wire, in Meta's spelling. Fields the API may leave out are optional; values it may add
//! to a list are kept as they are.

mod comparison;
mod debug_token;
mod flow;
mod id;
mod library;
mod media;
mod message;
mod page;
mod phone_number;
mod qr_code;
mod record;
mod template;
mod validation_error;
mod waba;
pub mod webhook;
mod words;

pub use comparison::{Comparison, NumberValue, TextValue};
pub use debug_token::{DebugToken, GranularScope};
pub use flow::{Asset, Created, Flow, FlowStatus, Preview, Success};
pub use id::{AppId, FlowId, InvalidId, MediaId, PhoneNumberId, TemplateId, WabaId};
pub use library::LibraryTemplate;
pub use media::{Media, Uploaded};
pub use message::{
    Acceptance, Contact, DeliveryEvent, DeliveryEvents, DeliveryStatus, MessageHistory, Sent, SentMessage,
};
pub use page::{Cursors, Listing, Page, Paging};
pub use phone_number::{MessagingLimit, PhoneNumber};
pub use qr_code::{InvalidCode, QrCode, QrCodeId};
pub use template::{
    CreatedTemplate, Quality, QualityScore, RejectedReason, Template, TemplateCategory, TemplateStatus,
};
pub use validation_error::{ErrorPointer, ValidationError};
pub use waba::Waba;
