//! What the page cannot do, tried from inside the page.

use std::path::Path;

use serde_json::{Value, json};
use tests::desktop::{Desktop, Start};
use tests::place;

/// Calls the core as a script that got into the page would, and gives the refusal.
async fn call(app: &Desktop, command: &str) -> String {
    let script = format!(
        "const done = arguments[0];
         window.__TAURI_INTERNALS__.invoke({}, {{}}).then(v => done('answered: ' + JSON.stringify(v)), e => done('refused: ' + e))",
        json!(command)
    );
    app.run_async(&script).await.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_core_answers_no_command_that_was_not_granted() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    // the page's own commands do answer, so that a refusal below means something
    assert!(call(&app, "flow_list").await.starts_with("answered: "));
    for command in [
        "plugin:app|version",
        "plugin:dialog|open",
        "plugin:dialog|save",
        "plugin:event|emit",
        "plugin:event|emit_to",
        "plugin:fs|read_text_file",
        "plugin:http|fetch",
        "plugin:image|from_path",
        "plugin:menu|new",
        "plugin:opener|open_path",
        "plugin:opener|open_url",
        "plugin:path|resolve_directory",
        "plugin:process|exit",
        "plugin:resources|close",
        "plugin:shell|execute",
        "plugin:store|load",
        "plugin:tray|new",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:window-state|restore_state",
        "plugin:window|close",
        "plugin:window|create",
        "__initialize_plugin",
        "workspace_delete",
        "",
    ] {
        let answer = call(&app, command).await;
        assert!(answer.starts_with("refused: "), "{command:?} was {answer}");
    }
    app.finish().await;
}

#[tokio::test]
async fn the_policy_refuses_code_and_strangers() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    assert_eq!(app.violations().await, Vec::<String>::new());
    let ran = app
        .run_async(
            "const done = arguments[0];
             window.ran = [];
             const script = document.createElement('script');
             script.textContent = 'window.ran.push(\"inline\")';
             document.body.append(script);
             const remote = document.createElement('script');
             remote.src = 'https://example.com/x.js';
             remote.onload = () => window.ran.push('remote');
             document.body.append(remote);
             const handler = document.createElement('b');
             handler.setAttribute('onclick', 'window.ran.push(\"handler\")');
             document.body.append(handler);
             handler.click();
             try { window.ran.push(Function('return \"eval\"')()); } catch { /* as it should be */ }
             const frame = document.createElement('iframe');
             frame.src = 'https://example.com/';
             document.body.append(frame);
             Promise.allSettled([fetch('https://example.com/'), fetch('http://127.0.0.1:9/')])
                 .then(all => { window.ran.push(...all.filter(a => a.status === 'fulfilled').map(() => 'fetch'));
                                done(window.ran); })",
        )
        .await;
    assert_eq!(ran, json!([]));
    let refused = app.violations().await.join("\n");
    for directive in ["script-src", "connect-src"] {
        assert!(refused.contains(directive), "{directive} is not among\n{refused}");
    }
}

/// Ways to get a script into a page through text; `PWN` stands for what would run.
const TRICKS: [&str; 20] = [
    "<script>PWN</script>",
    "<img src=x onerror=PWN>",
    "\"><svg onload=PWN>",
    "'-PWN-'",
    "javascript:PWN",
    "[x](javascript:PWN)",
    "![x](x\" onerror=\"PWN)",
    "<iframe srcdoc='<script>parent.PWN</script>'>",
    "<style>@import 'javascript:PWN'</style>",
    "{{constructor.constructor('PWN')()}}",
    "${PWN}",
    "`${PWN}`",
    "</title><details open ontoggle=PWN>",
    "<a href=javascript:PWN autofocus onfocus=PWN>",
    "<math><mtext></form><form><mglyph><svg><mtext><style><path id=</style><img onerror=PWN src>",
    "<body onpageshow=PWN>",
    "<input autofocus onfocus=PWN>",
    "&lt;img src=x onerror=PWN&gt;",
    "\u{202e}<img src=x onerror=PWN>",
    "data:text/html,<script>PWN</script>",
];

/// Disguises, to have ten of each.
const DISGUISES: [fn(&str) -> String; 10] = [
    str::to_owned,
    str::to_uppercase,
    |trick| format!("**{trick}**"),
    |trick| format!("Hello {trick} dear"),
    |trick| format!("{trick}{trick}"),
    |trick| trick.replace('<', "<\t"),
    |trick| trick.replace(' ', "/"),
    |trick| trick.replace("on", "ON"),
    |trick| format!("</span>{trick}"),
    |trick| format!("--> {trick} <!--"),
];

/// Texts of a Flow that people write and others read.
const TEXTS: [&str; 11] = [
    "title",
    "label",
    "text",
    "description",
    "helper-text",
    "metadata",
    "left-caption",
    "right-caption",
    "center-caption",
    "error-message",
    "alt-text",
];

/// Puts a trick into every text somebody can write; gives how many.
fn poison(value: &mut Value, tricks: &mut impl Iterator<Item = String>) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(|item| poison(item, tricks)).sum(),
        Value::Object(members) => members
            .iter_mut()
            .map(|(key, value)| match value {
                Value::String(text) if TEXTS.contains(&key.as_str()) => {
                    *text = tricks.next().unwrap();
                    1
                }
                _ => poison(value, tricks),
            })
            .sum(),
        _ => 0,
    }
}

/// Writes a starter whose every text is a trick; gives how many there are.
fn poisoned(starter: &str, file: &Path, tricks: &mut impl Iterator<Item = String>) -> usize {
    let path = place::root().join(format!("flows/gallery/{starter}/en.json"));
    let mut flow: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let placed = poison(&mut flow, tricks);
    std::fs::write(file, flow.to_string()).unwrap();
    placed
}

#[tokio::test]
async fn what_people_write_is_only_ever_text() {
    let home = tempfile::tempdir().unwrap();
    let mut tricks = DISGUISES
        .iter()
        .flat_map(|disguise| TRICKS.map(disguise))
        .map(|trick| trick.replace("PWN", "window.pwned=1"))
        .cycle();
    // the first comes by argument under a name that is a trick itself, the others by the dialog
    let named = home.path().join("<img src=x onerror=window.pwned=1>.json");
    let mut placed = poisoned("salon-booking", &named, &mut tricks);
    let mut planned = 0;
    let app = Start::at(home.path()).arg(named.display().to_string()).open().await;
    for starter in ["", "support-photos", "delivery-survey", "trades-lead"] {
        if !starter.is_empty() {
            let file = home.path().join(format!("{starter}.json"));
            placed += poisoned(starter, &file, &mut tricks);
            app.press("Start").await;
            app.press("Import Flow JSON").await;
            app.answer("Open", &file).await;
        }
        app.see(".react-flow__node").await;

        // every screen on the phone, edited and tried, then the source and the plan
        for mode in ["Edit", "Try it"] {
            app.panel("phone").click(&format!("//*[@role='radio'][.='{mode}']"), mode).await;
            let screens = app.run("return document.querySelectorAll('[role=treeitem]').length").await;
            for number in 1..=screens.as_u64().unwrap() {
                let row =
                    format!("//*[@role='treeitem'][count(preceding::*[@role='treeitem'])={}]", number - 1);
                app.whole().click(&row, "a screen").await;
            }
        }
        app.whole().click("//*[@role='radio'][.='Source']", "Source").await;
        app.see(".cm-content").await;
        app.whole().click("//*[@role='radio'][.='Map']", "Map").await;
        if !app.panel("problems").text().await.contains("blocked") {
            app.press("Publish…").await;
            app.read("This is what will happen").await;
            planned += 1;
        }
        assert_eq!(app.run("return window.pwned ?? null").await, Value::Null, "{starter}");
    }
    assert!(placed >= 200 && planned >= 1, "{placed} texts, {planned} plans");
    app.picture("only-text-1280-light").await;
    app.finish().await;
}
