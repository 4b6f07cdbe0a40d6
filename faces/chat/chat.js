// Markers, their cards, and what lights up together. Everything shown is in the page already.
(() => {
  "use strict";
  const OPEN_AFTER = 40, CLOSE_AFTER = 250, GAP = 8, PHONE = 640, LOW = 240, HIGH = 432;
  let shown = null; // {card, opener, pinned}
  let pressed = null; // the card that was pinned when the pointer went down
  let opening, closing;

  const target = (event, selector) =>
    event.target instanceof Element ? event.target.closest(selector) : null;
  const entries = (id) => document.querySelectorAll(`[data-card="${id}"]`);

  function place(card, opener) {
    if (innerWidth <= PHONE) return card.removeAttribute("style"); // a sheet at the bottom
    const at = opener.getBoundingClientRect();
    const column = opener.closest(".turn").querySelector(".answer").getBoundingClientRect();
    const beside = at.left >= column.right; // an entry of the source column
    const below = beside ? at.top : at.bottom + GAP;
    const box = document.getElementById("composer").getBoundingClientRect().top;
    const room = Math.floor((box - below >= LOW ? box : innerHeight - GAP) - below);
    card.style.maxHeight = !beside && room >= LOW ? `${Math.min(room, HIGH)}px` : "";
    const { offsetWidth: width, offsetHeight: height } = card;
    const above = at.top - GAP - height;
    const top = height <= room || beside || above < GAP ? below : above;
    card.style.left = `${Math.max(GAP, column.left, Math.min(at.left - 40, column.right - width))}px`;
    card.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`;
  }

  function scroll(words, mark) { // to the mark, by whole lines, if it is not in sight
    if (!mark) return; // a card about an author
    const style = getComputedStyle(words);
    const line = parseFloat(style.lineHeight), padding = parseFloat(style.paddingTop);
    const hidden = mark.offsetTop + mark.offsetHeight > words.clientHeight;
    words.scrollTop = hidden ? padding + (Math.round((mark.offsetTop - padding) / line) - 2) * line : 0;
  }

  function open(opener, pinned) {
    const card = document.getElementById(opener.dataset.card);
    if (!card) return;
    clearTimeout(closing);
    if (opener.closest(".card")) opener = shown.opener; // this card takes the place of that one
    if (!card.matches(":popover-open")) card.showPopover();
    shown = { card, opener, pinned };
    place(card, opener);
    scroll(card.querySelector(".words"), card.querySelector("mark"));
    if (pinned) card.focus({ preventScroll: true });
  }

  function closeSoon() {
    clearTimeout(opening);
    if (!shown || shown.pinned) return;
    clearTimeout(closing);
    closing = setTimeout(() => shown && !shown.pinned && shown.card.hidePopover(), CLOSE_AFTER);
  }

  function ask(question) { // gradio hears what is typed, not what is set
    const box = document.querySelector("#box textarea");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.getElementById("send").click();
  }

  function light(id, on) {
    for (const entry of entries(id)) entry.classList.toggle("lit", on);
  }

  document.addEventListener("pointerover", (event) => {
    const pointed = target(event, "[data-card]");
    if (pointed) light(pointed.dataset.card, true);
    if (event.pointerType !== "mouse") return;
    const marker = target(event, ".marker, .term");
    if (marker && !(shown && shown.pinned)) {
      clearTimeout(opening);
      opening = setTimeout(() => open(marker, false), OPEN_AFTER);
    }
    if (target(event, ".card")) clearTimeout(closing);
  });

  document.addEventListener("pointerout", (event) => {
    const pointed = target(event, "[data-card]");
    if (pointed) light(pointed.dataset.card, false);
    if (target(event, ".marker, .term, .card")) closeSoon();
  });

  document.addEventListener("pointerdown", () => {
    pressed = shown && shown.pinned ? shown.card.id : null;
  }, true);

  document.addEventListener("click", (event) => {
    if (target(event, ".close")) return target(event, ".card").hidePopover();
    if (target(event, ".instead")) return ask(target(event, ".instead").textContent);
    const pointed = target(event, "[data-card]");
    if (!pointed) return;
    clearTimeout(opening);
    // the press has closed the card by now; a second press on its marker leaves it closed
    if (event.detail && pressed === pointed.dataset.card) return;
    open(pointed, true);
  });

  document.addEventListener("focusin", (event) => {
    const pointed = target(event, "[data-card]");
    if (pointed) light(pointed.dataset.card, true);
  });
  document.addEventListener("focusout", (event) => {
    const pointed = target(event, "[data-card]");
    if (pointed) light(pointed.dataset.card, false);
  });

  document.addEventListener("toggle", (event) => {
    if (!shown || event.target !== shown.card || event.newState !== "closed") return;
    const { card, opener, pinned } = shown;
    shown = null;
    const lost = document.activeElement === document.body || card.contains(document.activeElement);
    if (pinned && lost) opener.focus({ preventScroll: true });
  }, true);

  addEventListener("resize", () => shown && place(shown.card, shown.opener));
  addEventListener("scroll", () => shown && place(shown.card, shown.opener), { passive: true });

  // the turn has changed under an open card: its place is given to it again
  new MutationObserver(() => {
    if (!shown || shown.card.style.top || innerWidth <= PHONE) return;
    if (!shown.opener.isConnected) shown.opener = entries(shown.card.id)[0];
    if (shown.opener) place(shown.card, shown.opener);
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["style"] });

  // a new turn: its question goes to the top, and no card of another stays open
  let newest = "";
  new MutationObserver(() => {
    const turn = document.querySelector("#current .turn");
    if (!turn || turn.id === newest) return;
    newest = turn.id;
    if (shown) shown.card.hidePopover();
    if (document.querySelector("#past .turn")) turn.scrollIntoView({ block: "start" });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["id"] });
})();
