//! What goes over the wire, in Meta's spelling. Fields the API may leave out are optional; values it may add
//! to a list are kept as they are.

mod debug_token;
mod flow;
mod id;
mod page;
mod phone_number;
mod validation_error;
mod waba;

pub use debug_token::{DebugToken, GranularScope};
pub use flow::{Asset, Created, Flow, FlowStatus, Preview, Success};
pub use id::{FlowId, InvalidId, PhoneNumberId, WabaId};
pub use page::{Cursors, Page, Paging};
pub use phone_number::PhoneNumber;
pub use validation_error::{ErrorPointer, ValidationError};
pub use waba::Waba;
