// Thumbs with a reason: sent once.

const thumbs = (answer, say, api) => {
  const shown = element("div", { class: "rating" });
  const sent = async (thumb, reason, event) => {
    event.preventDefault();
    const button = event.target.querySelector("button");
    button.disabled = true;
    try {
      await api.post("api/feedback", { ...answer, thumb, reason: reason.value.slice(0, 4000) });
      shown.replaceChildren(element("p", { class: "soft", role: "status", tabindex: "-1" }, say.thanks));
      shown.firstChild.focus();
    } catch (error) {
      button.disabled = false;
      event.target.querySelector(".error").textContent = error instanceof Refused ? error.message : say.unreachable;
    }
  };
  const press = (thumb, event) => {
    for (const other of event.target.parentNode.children) {
      other.setAttribute("aria-pressed", other === event.target);
    }
    const reason = element("textarea", { id: "reason", rows: "2", maxlength: "4000" });
    shown.querySelector("form")?.remove();
    shown.append(
      element(
        "form", { class: "reason", onsubmit: (sending) => sent(thumb, reason, sending) },
        element("label", { for: "reason" }, say.why), reason,
        element("button", {}, say.send), element("p", { class: "error", role: "alert" }),
      ),
    );
    reason.focus();
  };
  const button = (thumb, label) =>
    element(
      "button", { type: "button", "aria-pressed": "false", onclick: (event) => press(thumb, event) }, label,
    );
  shown.append(element("div", { class: "acts" }, button("up", say.up), button("down", say.down)));
  return shown;
};
