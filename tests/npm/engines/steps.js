// A journey of two questions in public engines: people come in, tap and write; their state is a string between two steps.
//
// Arguments: how many people, how many rounds. Prints a line of JSON: steps a second of each engine, the median of the rounds.
// Engines take turns within each round, so that whatever else the machine does falls on all of them alike.

import assert from "node:assert/strict";
import { ActivityTypes, BotAdapter, ConversationState, MemoryStorage, TurnContext } from "botbuilder-core";
import { ChoicePrompt, DialogSet, ListStyle, TextPrompt, WaterfallDialog } from "botbuilder-dialogs";
import { assign, createActor, setup } from "xstate";

const [people, rounds] = process.argv.slice(2).map(Number);
const WORDS = ["Appointment", "A cut", "Ana"];
const SERVICES = ["A cut", "Colour"];

// Microsoft's dialogs: a waterfall with two prompts. `MemoryStorage` keeps what it is given as a string of JSON and reads it
// back, and the conversation's state is loaded and saved around each turn, as its documentation has it.

class Silent extends BotAdapter {
  sent = [];
  async sendActivities(_context, activities) {
    for (const activity of activities) this.sent.push(activity.text);
    return activities.map(() => ({ id: "1" }));
  }
}

async function botbuilder() {
  const adapter = new Silent();
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty("dialog"));
  const which = new ChoicePrompt("which");
  which.style = ListStyle.suggestedAction;
  dialogs.add(which);
  dialogs.add(new TextPrompt("name"));
  dialogs.add(
    new WaterfallDialog("booking", [
      (step) => step.prompt("which", { prompt: "What would you like?", choices: SERVICES }),
      (step) => {
        step.values.service = step.result.value;
        return step.prompt("name", "What is your name?");
      },
      async (step) => {
        await step.context.sendActivity(`Thank you, ${step.result}.`);
        return step.endDialog({ service: step.values.service, name: step.result });
      },
    ]),
  );
  for (let person = 0; person < people; person++) {
    let booked;
    for (const text of WORDS) {
      const context = new TurnContext(adapter, {
        type: ActivityTypes.Message,
        channelId: "whatsapp",
        serviceUrl: "",
        conversation: { id: `${person}` },
        from: { id: `${person}` },
        recipient: { id: "salon" },
        locale: "en-us",
        text,
      });
      const dialog = await dialogs.createContext(context);
      const went = await dialog.continueDialog();
      booked = went.result;
      if (!context.responded && !booked) await dialog.beginDialog("booking");
      await state.saveChanges(context);
    }
    assert.deepEqual(booked, { service: "A cut", name: "Ana" });
  }
  assert.equal(adapter.sent.length, people * WORDS.length);
}

// XState: the same as a machine; its persisted snapshot is written and read at each step.

const booking = setup({
  guards: {
    isService: ({ event }) => SERVICES.includes(event.text),
  },
  actions: {
    says: ({ context }, text) => sent.push(text.replace("{name}", context.name ?? "")),
  },
}).createMachine({
  id: "booking",
  initial: "idle",
  context: { service: null, name: null },
  states: {
    idle: { on: { wrote: { target: "which", actions: { type: "says", params: "What would you like?" } } } },
    which: {
      on: {
        wrote: {
          guard: "isService",
          target: "name",
          actions: [assign({ service: ({ event }) => event.text }), { type: "says", params: "What is your name?" }],
        },
      },
    },
    name: {
      on: {
        wrote: {
          target: "booked",
          actions: [assign({ name: ({ event }) => event.text }), { type: "says", params: "Thank you, {name}." }],
        },
      },
    },
    booked: { type: "final" },
  },
});
let sent = [];

async function xstate() {
  sent = [];
  for (let person = 0; person < people; person++) {
    let written = JSON.stringify(createActor(booking).getPersistedSnapshot());
    for (const text of WORDS) {
      const actor = createActor(booking, { snapshot: JSON.parse(written) }).start();
      actor.send({ type: "wrote", text });
      written = JSON.stringify(actor.getPersistedSnapshot());
      actor.stop();
    }
    const { value, context } = JSON.parse(written);
    assert.deepEqual([value, context], ["booked", { service: "A cut", name: "Ana" }]);
  }
  assert.equal(sent.length, people * WORDS.length);
}

const WARM_UP = 3;
const engines = { "botbuilder-dialogs": botbuilder, xstate };
const taken = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
for (let round = 0; round < WARM_UP + rounds; round++) {
  for (const [name, run] of Object.entries(engines)) {
    const start = performance.now();
    await run();
    if (round >= WARM_UP) taken[name].push(performance.now() - start);
  }
}
const perSecond = Object.entries(taken).map(([name, times]) => {
  const median = times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)];
  return [name, Math.round((people * WORDS.length * 1000) / median)];
});
console.log(JSON.stringify(Object.fromEntries(perSecond)));
