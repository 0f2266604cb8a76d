//! Everything is saved as a project, deleted, and opened again.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

const SALON: &str = "Salon: from hello to the next visit";

/// Asks the core.
async fn invoke(app: &Desktop, call: &str) -> serde_json::Value {
    let answer = app
        .run_async(&format!(
            "const done = arguments[0];
             window.__TAURI_INTERNALS__.invoke({call}).then(it => done({{ ok: it }}), e => done({{ refused: e }}))"
        ))
        .await;
    assert!(answer.get("refused").is_none(), "{call}: {answer}");
    answer.get("ok").cloned().unwrap_or_default()
}

/// The salon's journey with its tests. Gives its id.
async fn salon(app: &Desktop) -> String {
    let made = invoke(app, "'journey_use', { starter: 'salon', language: 'en' }").await;
    made.as_str().unwrap().to_owned()
}

/// Chooses what is done with everything, in the list of journeys.
async fn choose(app: &Desktop, entry: &str) {
    app.whole().press("What can be done with everything").await;
    app.whole().click(&format!("//*[@role='menuitem'][contains(., '{entry}')]"), entry).await;
}

#[tokio::test]
async fn a_project_is_saved_deleted_and_comes_back_with_its_tests_and_its_flow() {
    let home = tempfile::tempdir().unwrap();
    let saved = home.path().join("Salon Amber.waymark");
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    salon(&app).await;
    app.whole().press("Journeys").await;
    app.read(SALON).await;
    choose(&app, "Save as a project").await;
    app.dialog().read("1 journey").await;
    app.dialog().fill("Name of the project", "Salon Amber").await;
    app.look("project-save-1440").await;
    app.dialog().press("Save…").await;
    app.answer("Save", &saved).await;
    app.read("Everything is in “Salon Amber.waymark”.").await;

    // everything is deleted
    for (list, delete, key) in [
        ("journey_list", "journey_delete", "journey"),
        ("flow_list", "flow_delete", "flow"),
        ("message_list", "message_delete", "message"),
    ] {
        for card in invoke(&app, &format!("'{list}'")).await.as_array().unwrap() {
            invoke(&app, &format!("'{delete}', {{ {key}: '{}' }}", card["id"].as_str().unwrap())).await;
        }
    }

    // it comes back, from the palette
    app.chord(&[Key::Control], 'k').await;
    app.see("[role='dialog'] input").await;
    app.keys("Open a project file").await;
    app.dialog().read("Open a project file…").await;
    app.key(Key::Enter).await;
    app.answer("Open", &saved).await;
    app.dialog().read("“Salon Amber” is here").await;
    app.dialog().read("came in").await;
    app.look("project-taken-1440").await;
    app.dialog().press(&format!("Open “{SALON}”")).await;
    app.see(".react-flow__node").await;
    app.read("All clear").await;
    let flows = invoke(&app, "'flow_list'").await;
    assert_eq!(flows.as_array().unwrap().len(), 1);
    let journeys = invoke(&app, "'journey_list'").await;
    let id = journeys[0]["id"].as_str().unwrap();
    let tests = invoke(&app, &format!("'journey_tests', {{ journey: '{id}' }}")).await;
    assert_eq!(
        (tests[0]["name"].as_str(), &tests[0]["differences"]),
        (Some("Agrees and stops before the next visit"), &serde_json::json!([]))
    );
    // the journey alone is passed on with all that it needs
    let alone = home.path().join("alone.waymark");
    app.chord(&[Key::Control, Key::Shift], 's').await;
    app.answer("Save", &alone).await;
    app.read("It is in “alone.waymark” with its Flows, templates and tests.").await;
    let zipped = String::from_utf8_lossy(&std::fs::read(&alone).unwrap()).into_owned();
    for part in ["project.json", ".tests.json", "flows/", "templates/", "media/"] {
        assert!(zipped.contains(part), "{part}");
    }

    app.press("Simulate").await;
    app.read("13 pass").await;
    app.finish().await;
}

#[tokio::test]
async fn what_comes_beside_something_else_says_what_happened_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("salon");
    std::fs::create_dir(&folder).unwrap();
    let app = Start::at(home.path()).sized(1280, 800).open().await;
    let id = salon(&app).await;
    app.whole().press("Settings").await;
    app.read("Open a project folder…").await;
    app.look("project-settings-1280").await;
    app.press("Save as a project…").await;
    app.dialog().read("1 journey").await;
    app.whole().click("//*[@role='radio'][contains(., 'Folder')]", "Folder").await;
    app.dialog().read("Readable files for git").await;
    app.dialog().press("Save…").await;
    app.answer("Select Folder", &folder).await;
    app.read("Everything is in “salon”.").await;
    assert!(folder.join("project.json").exists());
    std::fs::write(folder.join("flows/notes.txt"), "x").unwrap();
    // the journey here becomes another one
    let revision = invoke(&app, &format!("'journey_open', {{ journey: '{id}' }}")).await["revision"].clone();
    let edit = "{ type: 'SetNote', at: '/tests/1', value: null }";
    invoke(&app, &format!("'journey_edit', {{ journey: '{id}', revision: {revision}, edit: {edit} }}")).await;
    app.finish().await;

    // given at the start, as a double click does
    let app = Start::at(home.path()).sized(1280, 800).arg(folder.display().to_string()).open().await;
    app.dialog().read("Under a new name").await;
    app.dialog().read("were here already").await;
    app.dialog().read("This file does not belong to the project.").await;
    app.look("project-clash-1280").await;
    app.dialog().press("Done").await;

    // one that is torn says so and changes nothing
    app.whole().press("Settings").await;
    let torn = home.path().join("torn.waymark");
    std::fs::write(&torn, "PK\u{3}\u{4} torn").unwrap();
    app.press("Open a project file…").await;
    app.answer("Open", &torn).await;
    app.dialog().read("This zipped file is damaged or cut off").await;
    app.look("project-failed-1280").await;
    app.dialog().press("Done").await;

    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.press("حفظ كمشروع…").await;
    app.dialog().read("رحلتان").await;
    app.look("project-arabic-1280").await;
    app.key(Key::Escape).await;
    app.finish().await;
    let app = Start::at(home.path()).sized(960, 640).arg(folder.display().to_string()).open().await;
    app.dialog().read("كل ما فيه كان هنا").await;
    app.look("project-arabic-same-960").await;
    app.finish().await;
}
