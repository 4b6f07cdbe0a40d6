// The conversation is kept in the browser, shown again after a reload, and can be begun by a link.
// What is to be done goes to the server as the text of #act; see deed.py.
(() => {
  "use strict";
  const KEY = "whosaid.conversation", MOST = 30;
  const FIELDS = ["author", "source", "after", "before", "mode"];
  let ready = false; // nothing is written over what was kept before it is shown again
  let leaving = false; // a new conversation is begun, and the old one still to be seen
  let deeds = 0, waiting = null;

  const box = (id) => document.querySelector(`#${id} :is(textarea, input)`);
  const shown = (id) => document.querySelector(`#${id}`)?.offsetParent;

  function tell(id, text) { // gradio hears what is typed, not what is set
    box(id).value = text;
    box(id).dispatchEvent(new Event("input", { bubbles: true }));
  }

  function act(deed) { // what is being answered is stopped first
    const go = () => tell("act", JSON.stringify({ ...deed, count: ++deeds }));
    if (!shown("stop")) return go();
    waiting = go;
    document.getElementById("stop").click();
  }

  function read(key) {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  function write(key, text) {
    try {
      localStorage.setItem(key, text);
    } catch {
      // no room, or not allowed: it is known as long as the page lives
    }
  }

  function keep() {
    const turns = [...document.querySelectorAll(".turn")].map((turn) => turn.dataset.kept);
    if (!turns.length) leaving = false;
    else if (ready && !leaving) write(KEY, `[${turns.slice(-MOST).join(",")}]`);
  }

  const link = new URLSearchParams(location.search);
  if (link.size) history.replaceState(null, "", location.pathname); // it asks once

  function opening() { // the deed to begin with: what a link asks, else what was kept
    ready = true;
    const question = link.get("q"), kept = read(KEY);
    if (question) return JSON.stringify({ do: "ask", question, wanted: wanted() });
    return kept.length ? JSON.stringify({ do: "restore", turns: kept }) : "";
  }

  function wanted() { // what the link wants of the filter, which shows it
    const given = FIELDS.filter((name) => link.get(name)).map((name) => [name, link.get(name)]);
    for (const [name, value] of given) {
      const field = document.getElementById("narrow")?.elements[name];
      if (!field) continue;
      if (field.options && ![...field.options].some((one) => one.value === value)) field.append(new Option(value));
      field.value = value;
    }
    return new URLSearchParams(given).toString();
  }

  function address(turn) { // the link that asks the question of a turn
    const link = new URLSearchParams({ q: turn.question });
    for (const [name, value] of new URLSearchParams(turn.wanted || "")) if (value) link.set(name, value);
    return `${location.origin}${location.pathname}?${link}`;
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#new")) return;
    write(KEY, "[]");
    leaving = true;
    act({ do: "new" });
    document.querySelector("#box textarea").focus();
  });

  new MutationObserver(() => {
    if (waiting && shown("send")) {
      const go = waiting;
      waiting = null;
      go();
    }
    keep();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-kept", "class"] });

  window.whosaid = { act, address, opening, wanted, read, write };
})();
