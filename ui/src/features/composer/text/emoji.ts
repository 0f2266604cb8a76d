/** Emoji that shops, salons and clinics write, by what they are about. A screen reader says their own names. */
export const EMOJI = {
  smileys:
    '😀 😃 😄 😊 🙂 😉 😍 🥰 😘 😎 🤗 🤩 🤔 😅 😂 🥳 😇 🙃 😋 😌 😴 🤒 🤕 😢 😭 😮 😕 🙈 💛 ❤️ 🧡 💚 💙 💜 🖤 🤍 💖 💕',
  hands:
    '👍 👎 👏 🙌 🙏 🤝 👋 ✌️ 🤞 👌 💪 👉 👈 👆 👇 ✋ 🤙 🫶 👩 👨 👧 👦 👶 👵 👴 👪 💃 🕺 💇‍♀️ 💅 🧑‍⚕️ 🧑‍🍳 🧑‍🏫 🧑‍🔧',
  celebrate: '🎉 🎊 🎁 🎈 🎂 🍾 🥂 ✨ ⭐ 🌟 🏆 🥇 🎓 🎄 🎃 🌙 ☀️ 🌸 🌷 🌹 🌻 🌿 🍀 🔥 💯 ❄️ 🌈',
  food: '🍕 🍔 🌮 🍣 🍜 🥗 🥐 🍰 🧁 🍩 🍪 🍫 🍓 🍎 🍇 🥑 🍷 🍺 ☕ 🍵 🧃 🍽️',
  shop: '🛍️ 🛒 📦 🚚 🏬 🏪 💳 💵 💶 🧾 🏷️ 👗 👠 👟 👜 💍 ⌚ 📱 💻 🎧 📷 🎮 🧴 💄 ✂️ 🪒 🛠️ 🔧 🔑 🚗 🏠 🏨 🛏️ ✈️ 🐶 🐱 🦷 💊 🩺 🏋️ ⚽ 🎫',
  signs:
    '✅ ☑️ ✔️ ❌ ❗ ❓ ⚠️ ℹ️ 🔔 🔕 📣 📢 📅 🗓️ ⏰ ⏳ 🕒 📍 🗺️ 📞 ☎️ ✉️ 📧 💬 📝 📎 🔗 🔒 🔓 ➡️ ⬅️ ⬆️ ⬇️ 🔄 ▶️ 🆕 🆓 🔴 🟠 🟡 🟢 🔵',
} as const;
export type EmojiGroup = keyof typeof EMOJI;
export const EMOJI_GROUPS = Object.keys(EMOJI) as EmojiGroup[];
