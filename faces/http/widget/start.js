// From the script tag to the box: what it says, and where the box goes.

const script = document.currentScript;
const said = script.dataset;
const base = new URL("./", script.src);

const language = () => {
  const wanted = (said.lang || document.documentElement.lang || "en").toLowerCase().split("-")[0];
  return wanted in LABELS ? wanted : "en";
};

const own = () => {
  try {
    return JSON.parse(said.labels || "{}");
  } catch (error) {
    console.error(`whosaid: data-labels is not JSON: ${error.message}`);
    return {};
  }
};

const grown = () => {
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.querySelector("main").getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    for (const type of ["whosaid__height", "aisafety.info__height"]) parent.postMessage({ type, height }, "*");
  };
  new ResizeObserver(tell).observe(document.querySelector("main"));
};

const begin = () => {
  const lang = language();
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const framed = "framed" in said;
  const { whole, ask, open } = box({
    base, lang, framed, say: { ...LABELS.en, ...LABELS[lang], ...own() },
    theme: said.theme || (preferred.matches ? "dark" : "light"),
    limit: Math.min(Math.max(parseInt(said.limit, 10) || 5, 1), 20),
    initial: said.initial, details: "details" in said, placeholder: said.placeholder,
  });
  if (!said.theme) preferred.addEventListener("change", () => whole.classList.toggle("dark", preferred.matches));
  const host = element("div", { class: "whosaid" });
  styled(host).append(whole);
  const target = said.target && document.querySelector(said.target);
  if (target) target.append(host);
  else if (script.closest("body")) script.after(host);
  else document.body.append(host);
  if (framed) grown();
  if (said.state) open(said.state);
  else if (said.question) ask(said.question);
};

if (document.body && !said.target) begin();
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
