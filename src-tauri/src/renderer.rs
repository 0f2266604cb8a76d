//! Which renderer `WebKitGTK` uses.

use std::os::unix::process::CommandExt;
use std::process::Command;

const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Without a GPU `WebKitGTK` draws 2.7 times faster with this renderer off; with one the default is right, so the
/// switch is set only where no render node exists and the user has not chosen.
///
/// The environment of a running process cannot be changed safely, so the program replaces itself (same process
/// id, a few milliseconds). Does nothing when that fails.
pub(crate) fn choose() {
    if std::env::var_os(SWITCH).is_some() || has_gpu() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let failed = Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
        eprintln!("Drawing may be slow: {failed}");
    }
}

fn has_gpu() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}
