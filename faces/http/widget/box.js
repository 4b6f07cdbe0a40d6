// The box: a question, what it brings, and what can be done with that.

const NEAR = 0.5; // the score from which a question belongs to an answer of the corpus

const box = ({ base, say, lang, theme, limit, initial, details, framed, placeholder }) => {
  const api = server(base);
  const status = element("p", { class: "status", role: "status" });
  const place = element("div", { class: "place" });
  const first = element("section", { class: "first", hidden: true });
  const list = element("ul", { role: "listbox", id: "list", "aria-label": say.suggestions, hidden: true });
  const input = element("input", {
    id: "question", type: "text", role: "combobox", autocomplete: "off", enterkeyhint: "search", maxlength: "4000",
    "aria-expanded": "false", "aria-controls": "list", "aria-autocomplete": "list", placeholder: placeholder || say.placeholder,
  });
  const go = element("button", { class: "go" }, say.go);
  let running = null, terms = null;

  const tell = (text) => { status.textContent = text; };
  // one thing at a time: what is asked next stops what is asked now
  const doing = async (work, again) => {
    running?.abort();
    const mine = (running = new AbortController());
    typed.close();
    go.textContent = say.stop;
    first.hidden = true;
    tell(say.searching);
    try {
      await work(mine.signal);
      if (running === mine) tell("");
    } catch (error) {
      if (running !== mine) return;
      tell("");
      if (error.name === "AbortError") tell(say.stopped);
      else fault(error instanceof Refused ? error.message : say.unreachable, again);
    }
    if (running === mine) { running = null; go.textContent = say.go; }
  };
  const fault = (message, again) =>
    place.replaceChildren(
      element(
        "article", { class: "fault" }, element("p", { class: "error", role: "alert" }, message),
        element("button", { type: "button", onclick: again }, say.again),
      ),
    );
  const put = async (article, rating, ...more) => {
    place.replaceChildren(article);
    article.append(thumbs(rating, say, api), ...more);
    article.focus({ preventScroll: framed });
    terms ??= await api.get("api/faq/glossary").catch(() => null);
    explained(article, terms ?? [], say, base); // an answer needs no glossary
  };
  const people = (entry, question) =>
    put(
      ofPeople(entry, say, base), { answer: entry.id, question, kind: "faq" },
      element("div", { class: "acts" }, element("button", { type: "button", onclick: () => ask(question, true) }, say.corpus)),
      related(entry.related, say, open),
    );
  const open = (id) =>
    doing(async (signal) => {
      const entry = await api.get(`api/faq/${encodeURIComponent(id)}`, {}, signal);
      input.value = entry.question;
      await people(entry, entry.question);
    }, () => open(id));
  const ask = (question, corpus = false) =>
    doing(async (signal) => {
      const entry = corpus ? null : await api.get("api/faq/answer", { question }, signal);
      if (entry) return people(entry, question);
      const words = element("p", {});
      place.replaceChildren(element("article", { "aria-busy": "true" }, element("div", { class: "text" }, words)));
      const record = await api.answer(question, signal, (name, data) => {
        if (name === "status" && lang === "en") tell(data.text);
        if (name === "delta") words.append(data.text);
      });
      const near = await api.get("api/faq/search", { query: question, top: 3 }, signal).catch(() => []);
      const more = related(near.filter((one) => one.score >= NEAR), say, open);
      return put(ofCorpus(record, say, base), { answer: record.id, question, kind: "corpus" }, more);
    }, () => ask(question, corpus));
  const submit = (event) => {
    event.preventDefault();
    if (running) running.abort();
    else if (input.value.trim()) ask(input.value.trim());
  };

  const form = element(
    "form", { class: "ask", role: "search", hidden: initial === "only", onsubmit: submit },
    element("label", { for: "question" }, say.ask), element("div", { class: "row" }, input, go), list,
  );
  const typed = suggestions(input, list, { limit, details, api, say, tell, open });
  const start = async () => {
    const entries = await api.get("api/faq", { top: limit });
    first.append(
      element("h3", {}, say.initial),
      element("ul", { class: "questions" }, ...entries.map((one) => choice(one, open))),
    );
    first.hidden = !entries.length;
  };
  if (initial) start().catch(() => {});
  const dark = theme === "dark" ? "dark" : "";
  const whole = element(
    "div", { class: `whole ${dark} ${framed ? "framed" : ""}`, lang }, form, first, status, place,
  );
  return { whole, ask: (question) => { input.value = question; ask(question); }, open };
};
