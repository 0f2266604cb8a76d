// Types into the text of a template and gives, for each word, the time until the phone shows it, in milliseconds. The words
// begin with the same letter, and between two of them the hand rests for so many milliseconds.
const [letter, count, rest, done] = arguments;
(async () => {
  const field = document.querySelector("[data-region='composer'] [role='textbox'][aria-label='Message']");
  const phone = document.querySelector("[data-region='phone']");
  const times = [];
  field.focus();
  for (let index = 0; index < count; index += 1) {
    const word = ` ${letter}${index}.`;
    const shown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!phone.textContent.includes(word.trim())) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(phone, { subtree: true, childList: true, characterData: true });
    });
    const begun = performance.now();
    document.execCommand("insertText", false, word);
    times.push((await shown) - begun);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
  done(times);
})();
