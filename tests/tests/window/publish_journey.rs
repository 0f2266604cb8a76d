//! A journey is published as a whole to the practice account: what will happen, what it will cost, what came of it.

use fantoccini::key::Key;
use serde_json::Value;
use tests::desktop::{Desktop, Start};

use crate::journeys::{SALON, block, focus, open_starter};

/// Every field that costs are worked out with, and where it stands.
const FIELDS: &str = "return [...document.querySelectorAll(\"[aria-labelledby='publish-cost'] input\")]
    .map(field => {
        const { x, y } = field.getBoundingClientRect();
        return [field.labels[0]?.innerText, Math.round(x), Math.round(y)];
    })";

/// Presses the button at the foot of the plan.
async fn confirm(app: &Desktop) {
    let button = "//aside//button[starts-with(normalize-space(.), 'Publish ')]";
    app.whole().click(button, "the button that publishes").await;
}

#[tokio::test]
async fn a_journey_is_published_and_what_changed_since_is_seen() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    app.press("Publish…").await;
    app.read("This is what will happen").await;
    app.panel("side").read("Expected per month").await;
    app.panel("side").read("No step breaks a rule of WhatsApp").await;
    app.panel("side").read("All 13 tests pass").await;
    app.look("publish-journey-plan-1440").await;
    app.panel("side").press("How this is worked out").await;
    app.panel("side").read("First message").await;
    // what is worked out anew moves no field under the pointer
    let fields = app.run(FIELDS).await;
    app.panel("side").fill("Customers a month", "1000").await;
    app.key(Key::Tab).await;
    app.panel("side").read("For 1,000 customers").await;
    app.panel("side").fill("Most customers live in", "Brazil").await;
    app.whole().click("//*[@role='option'][.='Brazil']", "Brazil").await;
    app.panel("side").read("For 1,000 customers, Brazil").await;
    app.panel("side").read("between $").await;
    assert!(fields.as_array().is_some_and(|found| found.len() > 3), "{fields}");
    assert_eq!(fields, app.run(FIELDS).await);
    app.look("publish-journey-cost-1440").await;

    confirm(&app).await;
    app.read("Links and QR codes").await;
    app.read("Copy short link").await;
    app.see("img[src^='data:image/svg+xml']").await;
    app.until(
        "the code is drawn",
        "const code = document.querySelector(\"img[src^='data:image/svg+xml']\"); return code.complete && code.naturalWidth > 0",
    )
    .await;
    app.look("publish-journey-done-1440").await;
    app.press("Back to the journey").await;

    // a step goes and another says something else
    focus(&app, "prices").await;
    app.key(Key::Delete).await;
    app.until(
        "it is gone",
        "return document.querySelector(\".react-flow__node[data-id='prices']\") === null",
    )
    .await;
    // what was said of the canvas stays there
    app.read("Deleted “Prices”").await;
    app.press("Publish…").await;
    app.read("Compared with what is live at").await;
    assert_eq!(app.run("return document.querySelector(\"[role='alertdialog']\")").await, Value::Null);
    app.look("publish-journey-change-1440").await;
    app.whole().press("Back to the journey").await;
    app.whole().press("Compare with what is live").await;
    app.read("1 removed").await;
    app.see(".react-flow__node[data-id='prices'] [data-mark=removed]").await;
    app.look("publish-journey-compare-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn a_blocked_journey_says_what_stops_it_and_leads_there() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1024, 720).open().await;
    open_starter(&app, SALON).await;
    block(&app).await;
    app.press("Publish…").await;
    app.read("One thing has to be put right first.").await;
    app.look("publish-journey-blocked-1024").await;
    app.whole().click("//section[@aria-labelledby='differences']//button[contains(., 'Show')]", "Show").await;
    app.see(".react-flow__node[data-id='nudge'] [data-selected]").await;
    app.finish().await;
}

#[tokio::test]
async fn the_plan_in_arabic() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1280, 800).open().await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.whole().press("الرحلات").await;
    app.whole().click("//button[contains(., 'صالون: من أول تحية إلى الزيارة القادمة')]", "the salon").await;
    app.see(".react-flow__node").await;
    app.press("نشر…").await;
    app.panel("side").read("المتوقع شهريًا").await;
    app.look("publish-journey-arabic-1280").await;
    app.finish().await;
}
