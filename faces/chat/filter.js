// The filter beside the question box: its form, the type-ahead over the authors, its chips.
// What the form holds goes to the server as the text of #wanted whenever a field is left.
(() => {
  "use strict";
  const MOST = 50; // names that are listed at once

  const at = (id) => document.getElementById(id);
  const fold = (text) =>
    ` ${text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
  const within = (event, selector) =>
    event.target instanceof Element ? event.target.closest(selector) : null;

  function commit() { // gradio hears what is typed, not what is set
    const box = document.querySelector("#wanted textarea");
    const wanted = new URLSearchParams(new FormData(at("narrow"))).toString();
    if (box.value === wanted) return;
    box.value = wanted;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show(open) {
    at("narrow").hidden = !open;
    at("filter").setAttribute("aria-expanded", String(open));
    if (open) at("author").focus();
    else hideNames();
  }

  function hideNames() {
    document.querySelector("#narrow .found").hidden = true;
    at("author").setAttribute("aria-expanded", "false");
    at("author").removeAttribute("aria-activedescendant");
  }

  function matching(typed) {
    const words = fold(typed).trim().split(" ");
    return [...document.querySelectorAll("#authors option")].filter((option) => {
      const names = fold(`${option.value} ${option.dataset.also}`);
      return words.every((word) => names.includes(` ${word}`));
    });
  }

  function entry(option, number) {
    const line = document.createElement("li");
    line.id = `name-${number}`;
    line.setAttribute("role", "option");
    line.dataset.name = option.value;
    const also = document.createElement("small");
    also.textContent = [option.dataset.also, option.textContent].filter(Boolean).join(" · ");
    line.append(option.value, " ", also);
    return line;
  }

  function listNames() {
    const found = matching(at("author").value);
    at("names").replaceChildren(...found.slice(0, MOST).map(entry));
    at("names").scrollTop = 0;
    const all = document.querySelectorAll("#authors option").length;
    at("count").textContent = `${found.length.toLocaleString("en")} of ${all.toLocaleString("en")} authors`;
    document.querySelector("#narrow .found").hidden = false;
    at("author").setAttribute("aria-expanded", "true");
    at("author").removeAttribute("aria-activedescendant");
  }

  function choose(name) {
    at("author").value = name;
    hideNames();
    commit();
  }

  function move(step) {
    if (at("author").getAttribute("aria-expanded") === "false") listNames();
    const lines = [...at("names").children];
    if (!lines.length) return;
    const before = lines.findIndex((line) => line.ariaSelected === "true");
    const next = before < 0 && step < 0 ? lines.length - 1 : (before + step + lines.length) % lines.length;
    lines.forEach((line, number) => line.setAttribute("aria-selected", String(number === next)));
    lines[next].scrollIntoView({ block: "nearest" });
    at("author").setAttribute("aria-activedescendant", lines[next].id);
  }

  document.addEventListener("input", (event) => event.target.id === "author" && listNames());
  document.addEventListener("pointerdown", (event) => {
    if (within(event, "#narrow .found")) event.preventDefault(); // the field keeps the focus
  });
  document.addEventListener("focusout", (event) => {
    if (within(event, "#narrow")) commit();
    if (event.target.id === "author") hideNames();
  });

  document.addEventListener("change", (event) => {
    if (event.target.form?.id === "narrow" && event.target.name === "mode") commit(); // it stands outside
  });

  document.addEventListener("keydown", (event) => {
    if (!within(event, "#narrow")) return;
    const open = at("author").getAttribute("aria-expanded") === "true";
    const active = document.querySelector('#names [aria-selected="true"]');
    if (event.target.id === "author" && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open && active) {
      event.preventDefault();
      choose(active.dataset.name);
    } else if (event.key === "Escape") {
      if (open) return hideNames();
      show(false);
      at("filter").focus();
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "narrow") return;
    event.preventDefault();
    commit();
    show(false);
    document.querySelector("#box textarea").focus();
  });

  document.addEventListener("click", (event) => {
    const name = within(event, "#names [data-name]");
    const chip = within(event, ".chip"), only = within(event, ".only");
    if (name) choose(name.dataset.name);
    else if (event.target.id === "author") listNames();
    else if (within(event, "#filter")) show(at("narrow").hidden);
    else if (chip) {
      at("narrow").elements[chip.dataset.field].value = "";
      commit();
      document.querySelector("#box textarea").focus();
    } else if (only) {
      only.closest(".card").hidePopover();
      choose(only.dataset.author);
      document.querySelector("#box textarea").focus();
    }
  });

  // the page is there, or the choices have come: sources go into the form, if there are several
  new MutationObserver(() => {
    if (at("filter") && !at("filter").ariaExpanded) at("filter").setAttribute("aria-expanded", "false");
    const sources = document.querySelectorAll("#sources option"), field = at("source");
    if (!field || field.options.length === sources.length + 1) return;
    const kept = field.value;
    field.replaceChildren(new Option("any", ""), ...[...sources].map((option) => new Option(option.value)));
    field.value = kept;
    field.closest("div").hidden = sources.length < 2;
  }).observe(document, { subtree: true, childList: true });
})();
