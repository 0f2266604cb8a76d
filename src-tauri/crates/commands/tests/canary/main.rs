//! A token that went all the way through stands in no file, log, event or answer. A program of its own: only the
//! whole program's log shows everything that is written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // test code

#[allow(dead_code, reason = "the other journeys use the rest")]
#[path = "../publish/rig.rs"]
mod rig;

use std::path::Path;
use std::sync::{Arc, Mutex};

use commands::account::{connect, list};
use commands::wire::ProjectForm;
use practice::account::Rules;
use practice::{Fault, Moment};

use crate::rig::{Rig, flow, request};

/// Everything that is logged, at the most talkative level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn holds(bytes: &[u8], needle: &str) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

/// Files below a folder that hold the needle, in UTF-8 or UTF-16.
fn files_with(folder: &Path, needle: &str, seen: &mut usize) -> Vec<String> {
    let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, needle, seen));
            continue;
        }
        *seen += 1;
        let bytes = std::fs::read(&path).unwrap();
        if holds(&bytes, needle) || bytes.windows(wide.len()).any(|window| window == wide) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test]
async fn a_token_stands_nowhere() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let rig = Rig::new(Rules::default()).await;
    let token = rig.meta.token().to_owned();
    let mut said = vec![format!("{:?}", connect(&rig.app, request(&rig.meta)).await)];
    for fault in [
        Fault::TokenExpired,
        Fault::Drop { moment: Moment::After },
        Fault::NotJson,
        Fault::Server { status: 500, moment: Moment::Before },
    ] {
        rig.meta.faults().after(2, fault);
        said.push(format!("{:?}", rig.publish("Booking", &flow("Send"), false).await));
    }
    said.push(format!("{:?}", rig.publish("Booking", &flow("Send"), false).await));
    let mut wrong = request(&rig.meta);
    wrong.waba_id = "999".to_owned();
    said.push(format!("{:?}", connect(&rig.app, wrong).await));
    said.push(format!("{:?}", list(&rig.app)));
    said.push(serde_json::to_string(&*rig.events.lock().unwrap()).unwrap());
    // The practice account keeps its own token to itself as well.
    let local = commands::publish::Local::of_file("Booking", flow("Send"));
    said.push(format!("{:?}", commands::publish::plan_texts(&rig.app, vec![local], "practice").await));
    // A backup is the export that holds most.
    assert!(commands::workspace::backup(&rig.app).unwrap().is_some());
    // A project goes to other people; nothing in it is packed, so that everything can be seen.
    let folder = commands::project::export(&rig.app, "Canary", ProjectForm::Folder).unwrap();
    assert!(folder.is_some() && rig.folder.path().join("as project/project.json").exists());

    assert!(said.iter().all(|text| !text.contains(&token)), "{said:?}");
    let log = log.0.lock().unwrap().clone();
    assert!(log.len() > 1000 && !holds(&log, &token));
    let mut seen = 0;
    assert_eq!(files_with(rig.folder.path(), &token, &mut seen), Vec::<String>::new());
    assert!(seen >= 6, "database, its journal, practice account, backup, project: {seen}");
}

/// What crosses to the page is what the generated types say. A token goes in at two places and comes out nowhere.
#[test]
fn no_type_of_the_page_carries_a_token_out() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/bindings.ts");
    let text = std::fs::read_to_string(file).unwrap();
    let mut inside = "";
    let mut found = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with("/*") && !line.starts_with('*')) {
        if let Some(name) = line.strip_prefix("export type ") {
            inside = name.split([' ', '<']).next().unwrap();
        }
        let command = line.split_once(": (").filter(|_| line.contains("__TAURI_INVOKE"));
        let (place, members) =
            command.map_or((inside, line), |(name, rest)| (name, rest.split("=>").next().unwrap()));
        let words =
            members.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != ':' && letter != '_');
        for word in words.filter(|word| word.ends_with(':')) {
            let name = word.trim_end_matches(':').to_ascii_lowercase();
            if ["token", "secret", "password", "credential"].iter().any(|kind| name.contains(kind)) {
                found.push(format!("{place} {}", word.trim_end_matches(':')));
            }
        }
    }
    found.sort();
    // `ConnectAccount` is asked for and never answered; the token of a drop names files that wait.
    let known = [
        "Account hasToken",
        "ConnectAccount token",
        "CoreEvent token",
        "accountToken token",
        "flowDropImage token",
        "messageDropFile token",
    ];
    assert_eq!(found, known);
    let answers = text.lines().filter_map(|line| line.split_once("typedError<"));
    assert!(answers.clone().count() > 30);
    for (_, answer) in answers {
        assert!(!answer.split(", WireError").next().unwrap().contains("ConnectAccount"), "{answer}");
    }
}
