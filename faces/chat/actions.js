// The buttons under an answer: ask again, edit, copy, export, link, thumbs.
(() => {
  "use strict";
  const RATED = "whosaid.rated", SAID_FOR = 2000;
  const FILES = { markdown: "answer.md", json: "answer.json", bibtex: "sources.bib", csl: "sources.json" };
  const rated = new Set(whosaid.read(RATED));

  const within = (event, selector) =>
    event.target instanceof Element ? event.target.closest(selector) : null;
  const number = (turn) => Number(turn.id.replace("turn-", ""));

  function say(button, words) { // on the button itself, for a moment
    const before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.textContent = words;
    setTimeout(() => (button.textContent = before), SAID_FOR);
  }

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(await text);
      say(button, "Copied");
    } catch {
      say(button, "Could not be copied");
    }
  }

  async function exported(answer, format) {
    if (format === "json") return `${JSON.stringify(answer, null, 2)}\n`;
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`export/${format}`, { method: "POST", headers, body: JSON.stringify(answer) });
    if (!response.ok) throw new Error(response.statusText);
    return response.text();
  }

  async function download(button, answer, format) {
    try {
      const url = URL.createObjectURL(new Blob([await exported(answer, format)]));
      const link = Object.assign(document.createElement("a"), { href: url, download: FILES[format] });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), SAID_FOR);
    } catch {
      say(button, "Could not be exported");
    }
  }

  function edit(turn, kept) {
    const heading = turn.querySelector(".question");
    const form = document.createElement("form");
    form.className = "editing";
    form.innerHTML =
      '<textarea aria-label="Question" rows="3"></textarea><div><button type="submit">Ask</button> <button type="button" class="cancel">Cancel</button></div>';
    const box = form.querySelector("textarea");
    box.value = kept.question;
    const close = () => {
      form.replaceWith(heading);
      turn.querySelector(".edit")?.focus();
    };
    form.querySelector(".cancel").onclick = close;
    form.onsubmit = (event) => {
      event.preventDefault();
      const question = box.value.trim();
      close();
      if (question) whosaid.act({ do: "ask", question, wanted: kept.wanted, at: number(turn) });
    };
    form.onkeydown = (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Enter" && !event.shiftKey && event.target === box) {
        event.preventDefault();
        form.requestSubmit();
      }
    };
    heading.replaceWith(form);
    box.focus();
  }

  async function rate(form, turn, kept) {
    const rating = turn.querySelector(".rating");
    const pressed = rating.querySelector("[aria-pressed=true]");
    const body = JSON.stringify({
      answer: rating.dataset.answer, kind: rating.dataset.kind, question: kept.question.slice(0, 4000),
      thumb: pressed.dataset.thumb, reason: form.elements.reason.value,
    });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("api/feedback", { method: "POST", headers, body }).catch(() => null);
    if (!response?.ok) return say(form.querySelector("button"), "Could not be sent");
    rated.add(rating.dataset.answer);
    whosaid.write(RATED, JSON.stringify([...rated].slice(-500)));
    thank();
    rating.focus();
  }

  function thank() { // an answer is rated once
    for (const rating of document.querySelectorAll(".rating")) {
      if (!rated.has(rating.dataset.answer) || rating.dataset.thanked) continue;
      rating.dataset.thanked = "yes";
      rating.tabIndex = -1;
      rating.setAttribute("role", "status");
      rating.textContent = "Thank you.";
      const form = rating.closest(".turn").querySelector(".reason");
      if (form) form.hidden = true;
    }
  }

  function press(thumb, turn) {
    const form = turn.querySelector(".reason");
    for (const one of turn.querySelectorAll(".thumb")) one.setAttribute("aria-pressed", String(one === thumb));
    form.hidden = false;
    form.elements.reason.focus();
  }

  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll(".export[open]"))
      if (within(event, ".export") !== open) open.open = false;
    const button = within(event, ".actions button, .corpus");
    const turn = button?.closest(".turn");
    if (!turn) return;
    const kept = JSON.parse(turn.dataset.kept);
    const again = { do: "ask", question: kept.question, wanted: kept.wanted, at: number(turn) };
    if (button.matches(".again")) whosaid.act({ ...again, corpus: !kept.entry && Boolean(kept.answer) });
    else if (button.matches(".corpus")) whosaid.act({ ...again, corpus: true });
    else if (button.matches(".edit")) edit(turn, kept);
    else if (button.matches(".copy")) copy(button, exported(kept.answer, "text"));
    else if (button.matches(".link")) copy(button, whosaid.address(kept));
    else if (button.matches(".thumb")) press(button, turn);
    else if (button.dataset.format) {
      button.closest("details").open = false;
      download(turn.querySelector(".export summary"), kept.answer, button.dataset.format);
    }
  });

  document.addEventListener("submit", (event) => {
    const form = within(event, ".reason");
    if (!form) return;
    event.preventDefault();
    const turn = form.closest(".turn");
    rate(form, turn, JSON.parse(turn.dataset.kept));
  });

  document.addEventListener("keydown", (event) => {
    const open = within(event, ".export[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  new MutationObserver(thank).observe(document, { subtree: true, childList: true });
})();
