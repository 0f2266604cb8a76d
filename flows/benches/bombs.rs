//! How fast bombs are answered: reading and checking each. The promise is 200 ms.

use criterion::Criterion;
use flows::check::check;
use flows::json::Tree;

#[path = "../tests/hostile/bombs.rs"]
mod bombs;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for bomb in bombs::all() {
        criterion.bench_function(bomb.name, |bencher| {
            bencher.iter_batched(
                || bomb.text.clone(),
                |text| check(&Tree::parse(text)),
                criterion::BatchSize::PerIteration,
            );
        });
    }
    criterion.final_summary();
}
