//! Another client that nobody here wrote, from npm: it keeps templates, sends messages of every type it has and publishes
//! a Flow against `waymark practice`.

use std::process::Command;

use tests::place::{built, root};
use tests::practice::{Practice, succeed};

#[test]
fn a_client_of_npm_keeps_templates_publishes_a_flow_and_sends_every_type_of_message() {
    let source = root().join("tests/npm");
    let folder = built().join("npm-client");
    std::fs::create_dir_all(&folder).expect("a folder beside the programs");
    for file in ["package.json", "package-lock.json", "send_messages.js"] {
        std::fs::copy(source.join(file), folder.join(file)).expect("the client's files");
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    succeed(
        Command::new(npm)
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(&folder),
    );
    let practice = Practice::start();
    let out = succeed(
        Command::new("node")
            .arg("send_messages.js")
            .args(&practice.lines)
            .arg(root().join("flows/gallery/salon-booking/en.json"))
            .current_dir(&folder),
    );
    assert!(out.starts_with("sent "), "{out}");
}
