//! The main job: a starter is changed, mended, tried and published.

use tests::desktop::Start;

use crate::{SALON, use_starter};

#[tokio::test]
async fn a_starter_is_changed_mended_tried_and_published() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    use_starter(&app, SALON).await;
    app.read("All clear").await;
    let (list, phone, inspector) = (app.panel("left"), app.panel("phone"), app.panel("inspector"));

    // a button gets other words; the phone follows while one types
    phone.pick("Button, Continue").await;
    inspector.fill("Words on the button", "Next, please").await;
    phone.read("Next, please").await;

    // a question is added
    list.pick("Your details").await;
    list.press("Short answer").await;
    inspector.fill("Label", "Favourite drink").await;
    phone.read("Favourite drink").await;

    // a screen is added behind the last one and is part of the way at once
    list.pick("Confirm").await;
    list.press("Add a screen").await;
    app.see("input:focus[aria-label^='Title of screen']").await;
    app.keys("Thank you\u{e007}").await;
    phone.read("Thank you").await;
    list.press("Text").await;
    phone.pick("Text, ").await;
    inspector.fill("Text", "See you soon.").await;
    phone.read("See you soon.").await;
    app.read("All clear").await;

    // a mistake is a sentence with a button that mends it
    list.pick("Your details").await;
    phone.pick("Favourite drink").await;
    inspector.fill("Label", "\u{e017}").await;
    app.panel("problems").read("'Label' is").await;
    app.look("problems-1280").await;
    app.panel("problems").press("Write 'Your answer'").await;
    app.read("All clear").await;
    inspector.fill("Label", "Favourite drink").await;

    // filled in as a customer would
    app.whole().click("//header//button[normalize-space(.)='Try it']", "Try it").await;
    phone.pick("Cut and finish").await;
    app.look("phone-try-1280").await;
    phone.press("Next, please").await;
    phone.open("Day").await;
    app.dialog().press("Next").await;
    app.dialog().click("//td//*[@role='button' and not(@aria-disabled)]", "a free day").await;
    phone.press("10:00").await;
    phone.open("Stylist").await;
    app.dialog().pick("Rosa").await;
    phone.press("Continue").await;
    phone.fill("Full name", "Maya Example").await;
    phone.fill("Phone", "+351900000000").await;
    app.look("phone-keys-1280").await;
    phone.pick("No, I have been before").await;
    phone.fill("Favourite drink", "Mint tea").await;
    phone.press("Continue").await;
    phone.read("All set?").await;
    phone.press("Continue").await;
    phone.read("See you soon.").await;
    phone.press("Book it").await;
    // the answers arrive, the new one among them
    phone.read("This is what you would receive").await;
    phone.read("Mint tea").await;
    phone.press("Show the exact text").await;
    phone.read("\"full_name\": \"Maya Example\"").await;
    phone.read("\"stylist\"").await;
    app.look("phone-answers-1280").await;

    // published to the practice account
    app.press("Publish…").await;
    app.read("This is what will happen").await;
    app.look("publish-plan-1280").await;
    app.press("Publish 1 change").await;
    app.read("It is live.").await;
    app.look("published-1280").await;
    app.finish().await;
}

#[tokio::test]
async fn a_screen_chosen_while_a_field_is_filled_in_comes_up() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    use_starter(&app, SALON).await;
    let (left, phone) = (app.panel("left"), app.panel("phone"));
    left.pick("Allergy check").await;
    phone.click("//*[@role='radio'][.='Try it']", "Try it").await;
    phone.fill("Allergies (optional)", "Nuts").await;
    left.pick("Your details").await;
    phone.read("Almost there").await;
    left.pick("Allergy check").await;
    phone.read("Colour is gentler").await;
    app.until(
        "what was typed to be there",
        "return document.querySelector('[data-region=phone] textarea')?.value === 'Nuts'",
    )
    .await;
    app.finish().await;
}
