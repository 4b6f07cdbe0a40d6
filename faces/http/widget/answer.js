// Answers as elements: of the FAQ with what is related, of the corpus with its sources.

const who = (citation, say) => {
  const authors = citation.authors.join(", ");
  if (!citation.speaker) return authors || say.nobody;
  const name = citation.speaker === "unnamed" ? say.speaker : citation.speaker;
  return authors ? filled(say.by, { who: name, by: authors }) : filled(say.quotedWho, { who: name });
};

const marker = (citation, say, point) => {
  const name = filled(say.citation, { n: citation.n, who: who(citation, say) });
  const press = { onclick: () => point(citation.n) };
  return element("button", { type: "button", class: "marker", "aria-label": name, ...press }, `[${citation.n}]`);
};

// The sentences, each with its markers behind it; brackets in the words of others stay text.
const paragraphs = ({ answer, sentences, citations }, say, point) => {
  const made = [[]];
  const put = (part) => made.at(-1).push(part);
  const between = (text) =>
    text.split(/\n{2,}/).forEach((part, number) => {
      if (number) made.push([]);
      put(part);
    });
  let at = 0;
  for (const { text, verdict, citations: numbers } of sentences) {
    const start = answer.indexOf(text, at);
    if (start < 0) continue;
    between(answer.slice(at, start));
    put(verdict === "unsupported" ? element("span", { class: "unsupported" }, text) : text);
    at = start + text.length;
    for (const n of numbers) {
      const citation = citations.find((one) => one.n === n);
      if (!citation || !answer.startsWith(` [${n}]`, at)) break;
      put(" ");
      put(marker(citation, say, point));
      at += ` [${n}]`.length;
    }
  }
  between(answer.slice(at));
  return made.map((parts) => element("p", {}, ...parts));
};

const source = (citation, say, base) => {
  const inside = `d/${encodeURIComponent(citation.document)}?start=${citation.start}&end=${citation.end}`;
  const place = [citation.title || citation.path || citation.source_id, citation.heading, citation.date];
  const own = citation.link || citation.url;
  return element(
    "li", { id: `source-${citation.n}`, tabindex: "-1" },
    element("b", {}, `${citation.n}. ${who(citation, say)}`),
    element("blockquote", {}, `“${citation.quote}”`),
    element("small", {}, place.filter(Boolean).join(" · ")),
    citation.also.length ? element("div", { class: "soft" }, filled(say.also, { n: citation.also.length })) : null,
    element("div", {}, link(inside, base, say.read), own ? " · " : "", own ? link(own, base, say.page) : ""),
  );
};

const ofCorpus = (record, say, base) => {
  const sources = element("ol", { class: "sources" }, ...record.citations.map((one) => source(one, say, base)));
  const point = (n) => {
    for (const item of sources.children) item.classList.toggle("lit", item.id === `source-${n}`);
    sources.querySelector(`#source-${n}`).focus();
  };
  const written = filled(say.written, { model: record.model });
  const label = record.abstained ? say.abstained : record.mode === "generated" ? written : say.quoted;
  return element(
    "article", { class: "corpus", tabindex: "-1" },
    element("h2", {}, record.question),
    record.citations.length || record.abstained ? element("p", { class: "label" }, label) : null,
    element("div", { class: "text" }, ...paragraphs(record, say, point)),
    ...(record.citations.length ? [element("h3", {}, say.sources), sources] : []),
  );
};

const ofPeople = (entry, say, base) =>
  element(
    "article", { class: "human", tabindex: "-1" },
    element("h2", {}, entry.question),
    element("p", { class: "label" }, say.human),
    element("div", { class: "text" }, ...safe(entry.html, base)),
    element("div", { class: "soft" }, link(entry.url, base, say.page)),
  );

const related = (entries, say, open) =>
  entries.length
    ? element(
        "section", { class: "related" },
        element("h3", {}, say.related),
        element("ul", { class: "questions" }, ...entries.slice(0, 3).map((one) => choice(one, open))),
      )
    : "";

const choice = (entry, open) =>
  element("li", {}, element("button", { type: "button", onclick: () => open(entry.id) }, entry.title));
