// Keeps templates, publishes a Flow and sends every type of message that @kapso/whatsapp-cloud-api has.
//
// Arguments: base URL, account id, phone number id, token (as `waymark practice` prints them), a file with Flow JSON.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { buildTemplateSendPayload, TemplateDefinition, WhatsAppClient } from "@kapso/whatsapp-cloud-api";

const [baseUrl, businessAccountId, phoneNumberId, accessToken, flowFile] = process.argv.slice(2);
const client = new WhatsAppClient({ baseUrl, accessToken, graphVersion: "v25.0" });
const ANA = "+5511987654321";

async function ask(method, path, what) {
  const answer = await fetch(`${baseUrl}/practice/${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    body: what && JSON.stringify(what),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/** Meta's code of a refusal. */
async function refused(call) {
  return call.then(
    () => assert.fail("expected a refusal"),
    (error) => error.code,
  );
}

await ask("POST", "settings", { review_seconds: 0, deliver_seconds: 0, read_seconds: 0 });

// Templates: taken in, reviewed, listed, deleted.
const definition = (name, text) =>
  TemplateDefinition.buildTemplateDefinition({
    name,
    language: "en_US",
    category: "UTILITY",
    parameterFormat: "NAMED",
    components: [
      {
        type: "BODY",
        text,
        example: {
          bodyTextNamedParams: [
            { paramName: "name", example: "Ana" },
            { paramName: "day", example: "Friday" },
          ],
        },
      },
      { type: "FOOTER", text: "Salon Aurora" },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thanks" }] },
    ],
  });
const order = definition(
  "order_sent",
  "Hi {{name}}, your order has left our shop and will be with you on {{day}} as you asked.",
);
const created = await client.templates.create({ businessAccountId, ...order });
assert.match(created.id, /^\d+$/);
assert.equal(created.status, "PENDING");
assert.equal(await refused(client.templates.create({ businessAccountId, ...order })), 100);
const booking = definition(
  "booking_moved",
  "Hi {{name}}, your booking with us was moved to {{day}} at noon, as you asked on the phone.",
);
await client.templates.create({ businessAccountId, ...booking });
const listed = await client.templates.list({ businessAccountId, status: "APPROVED" });
assert.deepEqual(listed.data.map((template) => template.name).sort(), ["booking_moved", "order_sent"]);
// One template alone: `templates.get` asks below the account, where Meta has nothing, so the client asks for the id.
assert.equal(await refused(client.templates.get({ businessAccountId, templateId: created.id })), 100);
const details = await client.request("GET", created.id, { responseType: "json" });
assert.equal(details.status, "APPROVED");
assert.ok((await client.templates.delete({ businessAccountId, name: "booking_moved" })).success);
assert.equal((await client.templates.list({ businessAccountId })).data.length, 1);

// A Flow: created, uploaded, published, listed.
const first = {
  version: "7.2",
  screens: [
    {
      id: "HELLO",
      title: "Hello",
      terminal: true,
      layout: {
        type: "SingleColumnLayout",
        children: [{ type: "Footer", label: "Done", onClickAction: { name: "complete", payload: {} } }],
      },
    },
  ],
};
const wabaId = businessAccountId;
const { id: flowId, validationErrors } = await client.flows.create({ wabaId, name: "Book a visit", flowJson: first });
assert.deepEqual(validationErrors ?? [], []);
const uploaded = await client.flows.updateAsset({ flowId, file: new Blob([readFileSync(flowFile)]) });
assert.ok(uploaded.success, JSON.stringify(uploaded));
assert.ok((await client.flows.publish({ flowId })).success);
assert.equal((await client.flows.get({ flowId })).status, "PUBLISHED");

// Outside the window only templates go out.
const ana = { phoneNumberId, to: ANA };
assert.equal(await refused(client.messages.sendText({ ...ana, body: "Hello" })), 131047);
const template = buildTemplateSendPayload({
  name: "order_sent",
  language: "en_US",
  body: [
    { type: "text", text: "Ana", parameterName: "name" },
    { type: "text", text: "Friday", parameterName: "day" },
  ],
  buttons: [{ type: "button", subType: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "thanks" }] }],
});
const sent = [await client.messages.sendTemplate({ ...ana, template })];

// The person writes; everything goes out.
const { id: wrote } = await ask("POST", `phones/${ANA.slice(1)}`, { do: "write", text: "Hi" });
assert.ok((await client.messages.markRead({ phoneNumberId, messageId: wrote })).success);
const typing = { phoneNumberId, messageId: wrote, typingIndicator: { type: "text" } };
assert.ok((await client.messages.markRead(typing)).success);
const picture = new Blob([Buffer.from("\x89PNG\r\n\x1a\n a picture", "latin1")], { type: "image/png" });
const media = await client.media.upload({ phoneNumberId, type: "image/png", file: picture, fileName: "door.png" });
const link = (file) => `https://shop.example/${file}`;
const contact = {
  name: { formattedName: "Dr. Ana B. Lima Jr.", firstName: "Ana", lastName: "Lima", middleName: "B.", suffix: "Jr.", prefix: "Dr." },
  birthday: "1990-05-17",
  phones: [{ phone: "+15550100", type: "WORK", waId: "15550100" }],
  emails: [{ email: "ana@shop.example", type: "WORK" }],
  urls: [{ url: link(""), type: "WORK" }],
  addresses: [{ street: "1 Main Street", city: "Paris", zip: "75001", country: "France", countryCode: "fr", type: "WORK" }],
  org: { company: "Salon Aurora", department: "Hair", title: "Owner" },
};
const buttons = [
  { id: "yes", title: "Yes" },
  { id: "no", title: "No" },
];
const card = (cardIndex, action) => ({
  cardIndex,
  header: { type: "image", image: { link: link(`cake-${cardIndex}.png`) } },
  bodyText: "Fresh today",
  action,
});
const see = (cake) => ({ type: "cta_url", displayText: "See it", url: link(cake) });
const messages = client.messages;
for (const send of [
  () => messages.sendText({ ...ana, body: "Hello https://shop.example", previewUrl: true, bizOpaqueCallbackData: "journey:1" }),
  () => messages.sendText({ ...ana, body: "An answer", contextMessageId: wrote }),
  () => messages.sendImage({ ...ana, image: { id: media.id, caption: "A door" } }),
  () => messages.sendImage({ ...ana, image: { link: link("door.png") } }),
  () => messages.sendVideo({ ...ana, video: { link: link("door.mp4"), caption: "A door" } }),
  () => messages.sendDocument({ ...ana, document: { link: link("menu.pdf"), filename: "menu.pdf" } }),
  () => messages.sendAudio({ ...ana, audio: { link: link("hello.mp3") } }),
  () => messages.sendSticker({ ...ana, sticker: { link: link("hello.webp") } }),
  () => messages.sendLocation({ ...ana, location: { latitude: 48.85, longitude: 2.35, name: "Shop", address: "1 Main Street" } }),
  () => messages.sendContacts({ ...ana, contacts: [contact] }),
  () => messages.sendReaction({ ...ana, reaction: { messageId: wrote, emoji: "👍" } }),
  () => messages.sendInteractiveButtons({ ...ana, header: { type: "image", image: { id: media.id } }, bodyText: "Yes or no?", footerText: "Please", buttons }),
  () =>
    messages.sendInteractiveList({
      ...ana,
      header: { type: "text", text: "Cakes" },
      bodyText: "Which cake?",
      buttonText: "Choose",
      sections: [{ title: "Cakes", rows: [{ id: "apple", title: "Apple", description: "Fresh" }, { id: "plum", title: "Plum" }] }],
    }),
  () => messages.sendInteractiveCtaUrl({ ...ana, bodyText: "See our shop", parameters: { displayText: "Open", url: link("") } }),
  () =>
    messages.sendInteractiveFlow({
      ...ana,
      bodyText: "Book a visit",
      parameters: { flowId, flowCta: "Book", flowToken: "visit-1", flowAction: "navigate", flowActionPayload: { screen: "SERVICE" } },
    }),
  () => messages.sendInteractiveProduct({ ...ana, bodyText: "Fresh", catalogId: "1", productRetailerId: "apple" }),
  () =>
    messages.sendInteractiveProductList({
      ...ana,
      header: { type: "text", text: "Cakes" },
      bodyText: "Fresh",
      catalogId: "1",
      sections: [{ title: "Cakes", productItems: [{ productRetailerId: "apple" }, { productRetailerId: "plum" }] }],
    }),
  () => messages.sendInteractiveCatalogMessage({ ...ana, bodyText: "Our cakes", parameters: { thumbnailProductRetailerId: "apple" } }),
  () => messages.sendInteractiveCarousel({ ...ana, bodyText: "Our cakes", cards: [card(0, see("apple")), card(1, see("plum"))] }),
  () => messages.sendInteractiveCarousel({ ...ana, bodyText: "Our cakes", cards: [card(0, { buttons: [buttons[0]] }), card(1, { buttons: [buttons[1]] })] }),
  () => messages.sendInteractiveAddress({ ...ana, bodyText: "Where to?", parameters: { country: "IN" } }),
  () => messages.sendInteractiveLocationRequest({ ...ana, bodyText: "Where are you?", parameters: { requestMessage: "Share it" } }),
  () => messages.sendInteractiveCallPermission({ ...ana, bodyText: "May we call you?", parameters: { phoneNumber: ANA } }),
  () => messages.sendInteractiveRaw({ ...ana, interactive: { type: "request_contact_info", body: { text: "What is your number?" }, action: { name: "request_contact_info" } } }),
  () => messages.sendRaw({ phoneNumberId, payload: { messaging_product: "whatsapp", to: ANA, type: "text", text: { body: "Raw" } } }),
]) {
  sent.push(await send().catch((error) => assert.fail(`${send}\n${error} ${JSON.stringify(error.details ?? error.raw)}`)));
}

const shown = await ask("GET", `phones/${ANA.slice(1)}`);
const own = shown.messages.filter((message) => message.from === "business");
assert.deepEqual(
  own.map((message) => message.id),
  sent.map((message) => message.messages[0].id),
);
for (const message of own) {
  const statuses = message.statuses.map((status) => status.status);
  assert.deepEqual(statuses, message.kind === "reaction" ? ["sent"] : ["sent", "delivered", "read"], JSON.stringify(message));
}
assert.ok(own[0].shown[0].text.startsWith("Hi Ana, your order has left our shop"), JSON.stringify(own[0].shown));
console.log("sent", own.length);
