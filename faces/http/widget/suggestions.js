// The questions that match while somebody types: a combobox with a list, by keyboard and pointer.

const PAUSE = 120;

const suggestions = (input, list, { limit, details, api, say, tell, open }) => {
  let found = [];
  let active = -1;
  let timer, asking;

  const mark = (number) => {
    active = number;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", at === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const show = (hits) => {
    found = hits;
    list.replaceChildren(
      ...found.map((hit, at) =>
        element(
          "li", { role: "option", id: `option-${at}`, "aria-selected": "false", onclick: () => choose(at) },
          hit.title, details ? element("small", {}, beginning(hit.content, 140)) : null,
        ),
      ),
    );
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
    tell(found.length ? filled(say.count, { n: found.length }) : "");
  };
  const choose = (at) => {
    const { id } = found[at];
    found = [];
    close();
    open(id);
  };
  const search = async () => {
    asking?.abort();
    asking = new AbortController();
    const query = { query: input.value, top: limit, ...(details ? { getContent: true } : {}) };
    try {
      show(input.value.trim() ? await api.get("api/faq/search", query, asking.signal) : []);
    } catch {
      // typing goes on without suggestions; asking tells what is wrong
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      if (list.hidden) show(found);
      const places = found.length + 1;
      mark(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  return { close };
};
