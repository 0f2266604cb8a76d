//! Documents and their journal.

use store::{Error, IntentState, Kind, Live, NewEntry, SNAPSHOT_EVERY, Workspace, WritePoint};
use tempfile::TempDir;

use crate::support::{CARD, append_next, expected, new_document, read_back, state};

fn fresh() -> (TempDir, Workspace, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let document = workspace.create(new_document()).unwrap();
    (folder, workspace, document)
}

fn grow(workspace: &mut Workspace, document: &str, to: u32) {
    let (mut revision, mut text) = read_back(&workspace.load(document, 1).unwrap());
    while revision < to {
        (revision, text) = append_next(workspace, document, 7, revision, &text).unwrap();
    }
}

/// Changes the file behind the store's back.
fn tamper(folder: &TempDir, statement: &str) {
    rusqlite::Connection::open(folder.path().join(store::FILE)).unwrap().execute_batch(statement).unwrap();
}

#[test]
fn a_document_is_its_newest_snapshot_and_what_came_after() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, SNAPSHOT_EVERY + 7);
    drop(workspace);
    let loaded = Workspace::open(folder.path(), 2).unwrap().load(&document, 2).unwrap();
    assert_eq!(loaded.revision, SNAPSHOT_EVERY);
    assert_eq!(loaded.entries.len() as u32, SNAPSHOT_EVERY + 7, "the whole history is there");
    assert_eq!(read_back(&loaded), (SNAPSHOT_EVERY + 7, expected(7, SNAPSHOT_EVERY + 7)));
}

#[test]
fn a_stale_append_says_where_the_document_is_and_changes_nothing() {
    let (_folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, 3);
    let late = append_next(&mut workspace, &document, 7, 1, "");
    assert!(matches!(late, Err(Error::Stale { head: 3 })), "{late:?}");
    assert_eq!(read_back(&workspace.load(&document, 1).unwrap()).0, 3);
}

#[test]
fn damaged_entries_at_the_end_are_counted_and_set_aside() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, 9);
    tamper(&folder, "UPDATE edits SET change = '0 0 forged' WHERE revision = 7");
    let loaded = workspace.load(&document, 5).unwrap();
    assert_eq!(loaded.lost, 3);
    assert_eq!(read_back(&loaded), (6, expected(7, 6)));
    // From there on it works again, and what was found is kept.
    assert_eq!(workspace.load(&document, 5).unwrap().lost, 0);
    grow(&mut workspace, &document, 8);
    assert_eq!(read_back(&workspace.load(&document, 5).unwrap()), (8, expected(7, 8)));
    let connection = rusqlite::Connection::open(folder.path().join(store::FILE)).unwrap();
    let kept: String =
        connection.query_row("SELECT group_concat(row) FROM damaged_edits", [], |row| row.get(0)).unwrap();
    assert!(kept.contains("forged"), "{kept}");
}

#[test]
fn a_missing_entry_ends_the_document_before_it() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, 9);
    tamper(&folder, "DELETE FROM edits WHERE revision = 5");
    let loaded = workspace.load(&document, 5).unwrap();
    assert_eq!((loaded.lost, read_back(&loaded).0), (5, 4));
}

#[test]
fn a_damaged_snapshot_falls_back_to_the_one_before() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, SNAPSHOT_EVERY + 2);
    tamper(&folder, "UPDATE snapshots SET text = 'forged' WHERE revision > 0");
    let loaded = workspace.load(&document, 5).unwrap();
    assert_eq!((loaded.revision, loaded.lost), (0, 0));
    assert_eq!(read_back(&loaded), (SNAPSHOT_EVERY + 2, expected(7, SNAPSHOT_EVERY + 2)));
}

#[test]
fn damage_before_a_snapshot_costs_history_only() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, SNAPSHOT_EVERY + 5);
    tamper(&folder, "DELETE FROM edits WHERE revision = 150 OR revision = 200");
    let loaded = workspace.load(&document, 5).unwrap();
    assert_eq!((loaded.lost, loaded.entries.first().unwrap().revision), (0, SNAPSHOT_EVERY + 1));
    assert_eq!(read_back(&loaded), (SNAPSHOT_EVERY + 5, expected(7, SNAPSHOT_EVERY + 5)));
}

#[test]
fn without_any_snapshot_the_document_is_damaged_and_stays() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, 2);
    tamper(&folder, "UPDATE snapshots SET layout = 'x'");
    assert!(matches!(workspace.load(&document, 5), Err(Error::Damaged(_))));
    assert_eq!(workspace.documents("flow").unwrap().len(), 1);
}

#[test]
fn a_write_that_fails_at_any_point_leaves_no_trace() {
    let (folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, SNAPSHOT_EVERY - 1);
    let text = expected(7, SNAPSHOT_EVERY - 1);
    let content = |folder: &TempDir| {
        let connection = rusqlite::Connection::open(folder.path().join(store::FILE)).unwrap();
        ["documents", "edits", "snapshots"].map(|table| {
            let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let columns = statement.column_count();
            let rows = statement
                .query_map([], |row| (0..columns).map(|index| row.get(index)).collect::<Result<Vec<_>, _>>())
                .unwrap();
            rows.collect::<Result<Vec<Vec<rusqlite::types::Value>>, _>>().unwrap()
        })
    };
    let before = content(&folder);
    for point in [WritePoint::Begun, WritePoint::Documented, WritePoint::Journaled, WritePoint::Snapshotted] {
        workspace.watch_writes(move |at| if at == point { Err(Error::DiskFull) } else { Ok(()) });
        let failed = append_next(&mut workspace, &document, 7, SNAPSHOT_EVERY - 1, &text);
        assert!(matches!(failed, Err(Error::DiskFull)), "{point:?}: {failed:?}");
        assert_eq!(content(&folder), before, "{point:?}");
    }
    workspace.watch_writes(|_| Ok(()));
    let again = append_next(&mut workspace, &document, 7, SNAPSHOT_EVERY - 1, &text).unwrap();
    assert_eq!(again.0, SNAPSHOT_EVERY);
}

#[test]
fn deleted_documents_are_hidden_and_come_back_whole() {
    let (_folder, mut workspace, document) = fresh();
    grow(&mut workspace, &document, 4);
    workspace.set_deleted(&document, Some(5)).unwrap();
    assert!(workspace.documents("flow").unwrap().is_empty());
    workspace.set_deleted(&document, None).unwrap();
    assert_eq!(workspace.documents("flow").unwrap().len(), 1);
    assert_eq!(read_back(&workspace.load(&document, 1).unwrap()), (4, expected(7, 4)));
    assert!(matches!(workspace.set_deleted("nobody", None), Err(Error::NotFound(_))));
}

#[test]
fn the_kind_of_each_entry_is_kept() {
    let (folder, mut workspace, document) = fresh();
    for (base, kind) in [Kind::Edit, Kind::Undo, Kind::Redo].into_iter().enumerate() {
        let entry = NewEntry {
            kind,
            name: "n",
            at: 9,
            change: "0 0 x",
            state: state("x"),
            start_here: true,
            card: &CARD,
        };
        workspace.append(&document, base as u32, entry).unwrap();
    }
    drop(workspace);
    let loaded = Workspace::open(folder.path(), 2).unwrap().load(&document, 2).unwrap();
    let kinds: Vec<Kind> = loaded.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Kind::Edit, Kind::Undo, Kind::Redo]);
}

#[test]
fn an_intent_stays_open_until_it_is_settled() {
    let (folder, mut workspace, document) = fresh();
    let done = workspace.begin_intent(&document, "a", "create", "{}", 3).unwrap();
    let doubt = workspace.begin_intent(&document, "a", "publish", "{}", 4).unwrap();
    workspace.settle_intent(&done, IntentState::Done, Some("12"), 5).unwrap();
    workspace.settle_intent(&doubt, IntentState::Unknown, None, 5).unwrap();
    drop(workspace);
    let workspace = Workspace::open(folder.path(), 2).unwrap();
    let open = workspace.open_intents("a").unwrap();
    assert_eq!(open.iter().map(|intent| intent.id.as_str()).collect::<Vec<_>>(), [doubt]);
    assert!(workspace.open_intents("b").unwrap().is_empty());
}

#[test]
fn what_is_live_is_found_by_document_and_account() {
    let (_folder, mut workspace, document) = fresh();
    let live = Live {
        document: document.clone(),
        account: "a".into(),
        remote_id: "1".into(),
        status: "PUBLISHED".into(),
        text: Some("{}".into()),
        text_hash: None,
        detail: String::new(),
        at: 3,
    };
    workspace.put_live(&live).unwrap();
    let found = workspace.live(&document, "a").unwrap().unwrap();
    assert_eq!(found.text, live.text);
    assert!(found.text_hash.is_some());
    assert_eq!(workspace.live(&document, "b").unwrap(), None);
    workspace.remove_live(&document, "a").unwrap();
    assert_eq!(workspace.live(&document, "a").unwrap(), None);
}

#[test]
fn a_snapshot_waits_for_a_state_a_replay_may_start_from() {
    let (_folder, mut workspace, document) = fresh();
    let change = "0 0 x";
    for base in 0..SNAPSHOT_EVERY + 3 {
        let start_here = base == SNAPSHOT_EVERY + 1;
        let entry = NewEntry {
            kind: Kind::Edit,
            name: "n",
            at: 9,
            change,
            state: state("x"),
            start_here,
            card: &CARD,
        };
        workspace.append(&document, base, entry).unwrap();
    }
    assert_eq!(workspace.load(&document, 10).unwrap().revision, SNAPSHOT_EVERY + 2);
}
