//! Paired measuring: what is compared takes turns within one run, so that whatever else the machine does meanwhile
//! falls on all of them alike; medians are held against the promised bars.

#![allow(dead_code, reason = "not every benchmark measures side by side")]

use std::time::Duration;

/// One thing to measure: does its work once and says how long that took.
pub(crate) type Pass<'a> = dyn FnMut() -> Duration + 'a;

/// Rounds before the counted ones, which warm caches and compilers.
const WARM_UP: usize = 3;

/// Median time of each pass over so many rounds; every round runs each pass once, in turn.
pub(crate) fn medians<const N: usize>(rounds: usize, mut passes: [&mut Pass<'_>; N]) -> [Duration; N] {
    let mut taken: [Vec<Duration>; N] = std::array::from_fn(|_| Vec::with_capacity(rounds));
    for round in 0..WARM_UP + rounds {
        for (pass, taken) in passes.iter_mut().zip(&mut taken) {
            let time = pass();
            if round >= WARM_UP {
                taken.push(time);
            }
        }
    }
    taken.map(|mut times| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    })
}

/// Milliseconds.
pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Prints a promise with its figure and whether it is kept, which it returns.
pub(crate) fn promise(what: &str, figure: &str, bar: &str, kept: bool) -> bool {
    println!("{} {what}: {figure} ({bar})", if kept { "kept  " } else { "BROKEN" });
    kept
}
