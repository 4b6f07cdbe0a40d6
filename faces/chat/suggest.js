// Questions that people have answered already, offered while one is typed.
(() => {
  "use strict";
  const WAIT = 250, SHORTEST = 4, MOST = 3;
  let timer, latest = 0;

  const box = () => document.querySelector("#box textarea");
  const list = () => document.querySelector("#suggested ul");

  function hide() {
    clearTimeout(timer);
    latest += 1;
    list()?.replaceChildren();
  }

  function entry(title) {
    const line = document.createElement("li"), button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: title });
    line.append(button);
    return line;
  }

  async function suggest(typed) {
    const mine = (latest += 1);
    const query = new URLSearchParams({ query: typed, top: MOST });
    const response = await fetch(`api/faq/search?${query}`).catch(() => null);
    const found = response?.ok ? await response.json() : [];
    if (mine === latest && Array.isArray(found)) list().replaceChildren(...found.map((one) => entry(one.title)));
  }

  document.addEventListener("input", (event) => {
    if (!event.isTrusted || event.target !== box()) return;
    clearTimeout(timer);
    const typed = event.target.value.trim();
    if (typed.length < SHORTEST) return hide();
    timer = setTimeout(() => suggest(typed), WAIT);
  });

  document.addEventListener("keydown", (event) => {
    const inside = event.target instanceof Element && event.target.closest("#suggested");
    if (event.target === box() && ["Enter", "Escape"].includes(event.key)) hide();
    if (inside && event.key === "Escape") {
      hide();
      box().focus();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("#suggested button");
    if (event.target instanceof Element && event.target.closest("#send")) hide();
    if (!button) return;
    const question = button.textContent;
    hide();
    whosaid.act({ do: "ask", question, wanted: "" });
  });
})();
