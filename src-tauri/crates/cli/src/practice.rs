use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use practice::account::Rules;
use practice::{Keep, Settings};

use crate::{UNUSABLE, runtime};

/// Run the practice account: a Graph API on this computer
///
/// Prints its base URL, account id, phone number id and token, a line each, and runs until it is ended.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Keep the account in this file; without it everything is forgotten at the end
    #[arg(long)]
    state: Option<PathBuf>,
    /// Refuse changes to published Flows (139001), as Meta does with old ones
    #[arg(long)]
    published_is_final: bool,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let settings = Settings {
        port: arguments.port,
        keep: arguments.state.clone().map_or(Keep::InMemory, Keep::File),
        rules: Rules { published_is_final: arguments.published_is_final },
        pace: None,
    };
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(code) => return code,
    };
    runtime.block_on(async {
        let running = match practice::start(settings).await {
            Ok(running) => running,
            Err(error) => {
                eprintln!("waymark: the practice account did not start: {error}");
                return ExitCode::from(UNUSABLE);
            }
        };
        let lines = [&running.base_url(), running.waba_id(), running.phone_number_id(), running.token()]
            .map(str::to_owned);
        let mut out = std::io::stdout();
        // Whoever started us may have gone; then nobody needs the account.
        if writeln!(out, "{}", lines.join("\n")).and_then(|()| out.flush()).is_ok() {
            running.run().await;
        }
        ExitCode::SUCCESS
    })
}
