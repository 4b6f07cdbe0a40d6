// Terms of the glossary: a note at the first mention of each, which says that it is the glossary's.

const forms = (terms) => {
  const known = new Map();
  for (const term of terms) {
    for (const form of [...term.aliases, term.term]) known.set(form.toLowerCase(), term);
  }
  return known;
};

const explained = (article, terms, say, base) => {
  const known = forms(terms);
  if (!known.size) return;
  const longest = [...known.keys()].sort((one, other) => other.length - one.length);
  const any = longest.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, "giu");
  const told = new Set();
  const walker = document.createTreeWalker(article.querySelector(".text"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("a, button, code, pre, h1, h2, h3")) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const parts = [];
    let from = 0;
    for (const found of text.data.matchAll(pattern)) {
      const term = known.get(found[0].toLowerCase());
      if (!term || told.has(term)) continue;
      told.add(term);
      parts.push(text.data.slice(from, found.index), note(found[0], term, say, base));
      from = found.index + found[0].length;
    }
    if (parts.length) text.replaceWith(...parts, text.data.slice(from));
  }
};

// The note lies in a tree of its own: the words that it stands at stay their author's alone.
const note = (word, term, say, base) => {
  const tip = element("span", { class: "tip", role: "tooltip", id: "tip" }, element("small", {}, say.glossary));
  tip.append(...safe(term.html, base).flatMap((part) => (part.nodeName === "P" ? [...part.childNodes] : [part])));
  const known = { class: "term", role: "button", tabindex: "0", "aria-describedby": "tip" };
  const shown = element("span", known, element("slot"), tip);
  const open = () => {
    shown.classList.remove("shut");
    tip.style.translate = "none";
    const over = tip.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
    if (over > 0) tip.style.translate = `${-over}px`;
  };
  shown.addEventListener("keydown", (event) => event.key === "Escape" && shown.classList.add("shut"));
  for (const opening of ["pointerenter", "focus"]) shown.addEventListener(opening, open);
  const host = element("span", {}, word);
  styled(host).append(shown);
  return host;
};
