//! Accounts and what is known of them.

use store::{Account, FILE, Workspace};

#[test]
fn an_account_from_before_its_messaging_limit_was_known_gets_one() {
    let folder = tempfile::tempdir().unwrap();
    let account = Account {
        id: "a".to_owned(),
        name: "Salon Aurora".to_owned(),
        waba_id: "1".to_owned(),
        phone_number_id: "2".to_owned(),
        display_phone_number: Some("+1 555-010-0199".to_owned()),
        messaging_limit: None,
        base_url: None,
        last4: Some("1234".to_owned()),
    };
    Workspace::open(folder.path(), 1).unwrap().put_account(&account, 1).unwrap();
    let file = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    file.execute_batch("ALTER TABLE accounts DROP COLUMN messaging_limit; PRAGMA user_version = 4").unwrap();
    drop(file);

    let mut workspace = Workspace::open(folder.path(), 2).unwrap();
    assert_eq!(workspace.accounts().unwrap(), std::slice::from_ref(&account));
    workspace.put_messaging_limit("a", Some("TIER_2K")).unwrap();
    workspace.put_messaging_limit("gone", Some("TIER_2K")).unwrap();
    let known = Account { messaging_limit: Some("TIER_2K".to_owned()), ..account };
    assert_eq!(workspace.accounts().unwrap(), std::slice::from_ref(&known));
    workspace.put_account(&Account { name: "Salon Amber".to_owned(), ..known.clone() }, 3).unwrap();
    assert_eq!(workspace.accounts().unwrap()[0].messaging_limit, known.messaging_limit);
    workspace.put_messaging_limit("a", None).unwrap();
    assert_eq!(workspace.accounts().unwrap()[0].messaging_limit, None);
}
