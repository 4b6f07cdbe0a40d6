// Elements, and other people's text in them: text is only ever set as text.

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

// The root of a tree of its own in an element, which no style from outside reaches.
const styled = (host) => {
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [SHEET];
  return root;
};

const page = (address, base) => {
  try {
    const url = new URL(address, base);
    return ["http:", "https:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

const link = (address, base, ...children) => {
  const href = page(address, base);
  const leads = { href, target: "_blank", rel: "noopener noreferrer" };
  return href ? element("a", leads, ...children) : element("span", {}, ...children);
};

const KEPT = new Set(
  "P UL OL LI EM STRONG CODE PRE BLOCKQUOTE BR HR H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TR TH TD".split(" "),
);

// The server has made this HTML safe already; here nothing gets in but what is known once more.
const safe = (html, base) => {
  const copied = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const children = [...node.childNodes].map(copied);
    if (node.nodeName === "A") return link(node.getAttribute("href"), base, ...children);
    return element(KEPT.has(node.nodeName) ? node.nodeName : "span", {}, ...children);
  };
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(copied);
};

const filled = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

// The beginning of a Markdown text as plain words, cut between two of them.
const beginning = (markdown, length) => {
  const words = markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`#>]+/g, "").trim();
  return words.length <= length ? words : `${words.slice(0, length).replace(/\s+\S*$/, "")} …`;
};
