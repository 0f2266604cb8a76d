// Runs in a sandboxed frame between the page and the core. Every call passes here before it is encrypted:
// one that is not on the list (allowed.js, generated) or is far larger than any edit goes no further.
"use strict";

(() => {
  const LIMIT = 12 * 1024 * 1024; // characters of JSON; a whole Flow file may be pasted into the source view

  /** About how many characters of JSON a payload is; stops counting at the limit. */
  function weight(value, depth) {
    if (typeof value === "string") return value.length;
    if (typeof value !== "object" || value === null) return 8;
    if (value instanceof ArrayBuffer) return value.byteLength;
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (depth > 512) return LIMIT + 1;
    let sum = 2;
    for (const key in value) {
      sum += key.length + weight(value[key], depth + 1);
      if (sum > LIMIT) break;
    }
    return sum;
  }

  function refused(call, why) {
    // The core has no command of this name, so the page's promise is rejected instead of hanging.
    return { ...call, cmd: `refused_${why}`, payload: {} };
  }

  window.__TAURI_ISOLATION_HOOK__ = (call) => {
    if (typeof call.cmd !== "string" || !ALLOWED.has(call.cmd)) return refused(call, "unknown");
    if (weight(call.payload, 0) > LIMIT) return refused(call, "too_large");
    return call;
  };
})();
