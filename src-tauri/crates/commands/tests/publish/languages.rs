//! Each language of a Flow is a Flow of its own at the account.

use commands::wire::{Outcome, PlanAction};
use commands::{flow, gallery, publish};
use flows::edit::Edit;
use flows::json::{Pointer, Tree};
use flows::languages::{language_note, same, words_note};
use practice::account::Rules;
use serde_json::json;

use crate::rig::Rig;

#[tokio::test]
async fn a_whole_language_goes_live_and_an_unfinished_one_waits() {
    let rig = Rig::new(Rules::default()).await;
    let id = gallery::use_starter(&rig.app, "restaurant-table", "en").unwrap();
    let starter = flows::gallery::starter("restaurant-table").unwrap();
    let tree = |tag: &str| Tree::parse(starter.source(tag).unwrap());
    let portuguese = same(&tree("en"), &tree("pt"), "pt").unwrap().edit;
    let note = |at: Pointer, value| Edit::SetNote { at, value: Some(value) };
    let spanish = [note(language_note("es"), json!({})), note(words_note("es", "Continue"), json!("Seguir"))];
    let edits = [vec![portuguese], spanish.to_vec()].concat();
    let revision = flow::open(&rig.app, &id).unwrap().revision;
    flow::edit(&rig.app, &id, revision, &Edit::Batch { name: None, edits }).unwrap();

    let plan = publish::plan(&rig.app, std::slice::from_ref(&id), &rig.account.id).await.unwrap();
    let actions: Vec<_> = plan.rows.iter().map(|row| row.action).collect();
    assert_eq!(actions, [PlanAction::Create, PlanAction::Skip, PlanAction::Create]);
    assert!(plan.rows[1].reason.starts_with("1 of "), "{}", plan.rows[1].reason);
    let report = rig.apply(&plan, false).await.unwrap();
    let outcomes: Vec<_> = report.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::Published, Outcome::Skipped, Outcome::Published]);

    let name = flow::open(&rig.app, &id).unwrap().name;
    let live = rig.flows();
    assert_eq!(live.len(), 2);
    let translated = live.iter().find(|flow| flow.name == format!("{name} (pt)")).unwrap();
    let text = Tree::parse(translated.text.clone().unwrap());
    assert_eq!(text.root().to_value(), tree("pt").root().to_value());

    let again = publish::plan(&rig.app, &[id], &rig.account.id).await.unwrap();
    assert!(again.rows.iter().all(|row| row.action == PlanAction::Skip), "{again:?}");
}
