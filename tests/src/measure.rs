//! Time and memory of running programs, as the system counts them.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A process, as /proc shows it.
#[derive(Debug, Clone)]
pub struct Process {
    /// Its id.
    pub id: u32,
    /// Id of the process that started it.
    pub parent: u32,
    /// Name of its program, as the system cuts it.
    pub name: String,
    /// When it started, in milliseconds since 1970.
    pub started: f64,
}

/// All processes.
#[must_use]
pub fn processes() -> Vec<Process> {
    let boot = boot_time();
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().parse().ok())
        .filter_map(|id: u32| read(id, boot))
        .collect()
}

fn read(id: u32, boot: f64) -> Option<Process> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let open = stat.find('(')?;
    let close = stat.rfind(')')?;
    let fields: Vec<&str> = stat.get(close + 2..)?.split(' ').collect();
    // fields from the third on: state, parent, ...; the 22nd is the start in ticks of 10 ms after boot
    let parent = fields.get(1)?.parse().ok()?;
    let ticks: f64 = fields.get(19)?.parse().ok()?;
    Some(Process { id, parent, name: stat.get(open + 1..close)?.to_owned(), started: boot + ticks * 10.0 })
}

/// When the machine started, in milliseconds since 1970.
fn boot_time() -> f64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs_f64();
    let up = fs::read_to_string("/proc/uptime").unwrap_or_default();
    let up: f64 = up.split(' ').next().and_then(|seconds| seconds.parse().ok()).unwrap_or_default();
    (now - up) * 1000.0
}

/// This process and all that descend from it.
#[must_use]
pub fn family(root: u32) -> Vec<Process> {
    let all = processes();
    let mut found: Vec<Process> = all.iter().filter(|process| process.id == root).cloned().collect();
    let mut next = 0;
    while let Some(parent) = found.get(next).map(|process| process.id) {
        found.extend(all.iter().filter(|process| process.parent == parent).cloned());
        next += 1;
    }
    found
}

/// Memory of a process in bytes, what it shares with others divided among them (PSS).
#[must_use]
pub fn memory(id: u32) -> u64 {
    let rollup = fs::read_to_string(Path::new("/proc").join(id.to_string()).join("smaps_rollup"));
    rollup
        .unwrap_or_default()
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))
        .and_then(|pss| pss.trim().trim_end_matches("kB").trim().parse::<u64>().ok())
        .unwrap_or_default()
        * 1024
}

/// The value below which `share` (0 to 1) of the values lie.
#[must_use]
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let place = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
