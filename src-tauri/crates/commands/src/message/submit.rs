use crate::App;
use crate::publish::send_alone;
use crate::wire::{Error, Standing};

/// Sends a template in for review, or its changes when the account has it already, as a plan of it alone would. It is
/// never sent twice: when no answer came, the account is asked whether it has it. Files above the text are uploaded first.
pub async fn submit(app: &App, message: &str, account: &str) -> Result<Standing, Error> {
    let live = send_alone(app, message, account).await?;
    super::standing::told(app, message, &live)
}
