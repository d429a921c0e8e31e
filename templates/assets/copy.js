// Puts a button to each text that is there to be taken elsewhere, which copies it, or where
// browsers do not let a script do that, selects it.
"use strict";
const status = document.querySelector("#__copy");
const say = status.dataset;
const page = document.documentElement;
for (const head of document.querySelectorAll(".copies :is(dt, summary)")) {
  const text = head.nextElementSibling;
  if (!text.matches("dd, pre")) continue; // a fold around several texts
  const name = head.dataset.name || head.textContent;
  const button = document.createElement("button");
  const tell = (what) => {
    button.textContent = what;
    status.textContent = name + ": " + what;
  };
  button.type = "button";
  button.lang = page.lang; // the texts are in English, and what the button says is not
  button.dir = page.dir || "ltr";
  button.textContent = say.copy;
  button.setAttribute("aria-label", say.name.replace("{name}", () => name));
  button.addEventListener("blur", () => { button.textContent = say.copy; status.textContent = ""; });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      tell(say.copied);
    } catch {
      getSelection().selectAllChildren(text);
      tell(say.selected);
    }
  });
  if (text.matches("pre")) text.before(button);
  else head.append(" ", button);
}
