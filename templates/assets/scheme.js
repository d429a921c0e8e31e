// What every page does: first, light or dark, as the reader chooses. It runs before anything is drawn, so that
// no page is shown in the other first; the choice is made in the foot of a page.
"use strict";
(() => {
const root = document.documentElement;
const schemes = ["", "light", "dark"]; // the first is that of the device
const buttons = [];

// A list that the address of the page narrows is seen once the script for it, which is
// deferred, has done so: nothing moves under a reader.
if (location.search) {
  root.dataset.asked = "";
  addEventListener("DOMContentLoaded", () => { delete root.dataset.asked; });
}

function remembered() {
  try {
    return localStorage.getItem("scheme");
  } catch {
    return ""; // the browser keeps nothing
  }
}

function remember(scheme) {
  try {
    if (scheme) localStorage.setItem("scheme", scheme);
    else localStorage.removeItem("scheme");
  } catch {
    // then it holds for this page alone
  }
}

function show(value) {
  const scheme = schemes.includes(value) ? value : "";
  if (scheme) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
  for (const button of buttons) button.checked = button.value === scheme;
}

function choice(scheme, text) {
  const button = document.createElement("input");
  const label = document.createElement("label");
  button.type = "radio";
  button.name = "__scheme";
  button.value = scheme;
  button.autocomplete = "off"; // what is remembered here counts, and not what the browser filled in last
  button.addEventListener("change", () => {
    remember(scheme);
    show(scheme);
  });
  buttons.push(button);
  label.append(button, text);
  return label;
}

// A statement that another page shows in a frame tells that page how high it is, so that the
// frame fits, and leads out of it. It says nothing else, and listens only for who asks that.
addEventListener("DOMContentLoaded", () => {
  if (parent === window || location.hash !== "#__embed") return;
  const tell = () => parent.postMessage({ demarcheHeight: Math.ceil(root.getBoundingClientRect().height) }, "*");
  for (const link of document.links) link.target = "_blank";
  new ResizeObserver(tell).observe(root);
  addEventListener("message", (event) => {
    if (event.source === parent && event.data === "demarcheHeight") tell();
  });
});

show(remembered());
addEventListener("storage", (event) => { // another page chose
  if (event.key === "scheme" || event.key === null) show(event.newValue);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) show(remembered());
});
addEventListener("DOMContentLoaded", () => {
  const group = document.querySelector(".scheme");
  if (!group) return;
  const say = group.dataset;
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", say.title);
  group.append(say.title, ...schemes.map((scheme) => choice(scheme, say[scheme || "device"])));
  show(remembered());
});
})();
