// What the server is asked: JSON, and answers as they come into being.

class Refused extends Error {}

const checked = async (response) => {
  if (response.ok) return response;
  const told = await response.json().catch(() => null);
  throw new Refused(told?.error?.message || `${response.status} ${response.statusText}`);
};

const server = (base) => {
  const at = (path, query) => {
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query || {})) url.searchParams.set(name, value);
    return url;
  };
  const get = async (path, query, signal) =>
    (await checked(await fetch(at(path, query), { signal, credentials: "omit" }))).json();
  const post = async (path, body, signal, accept = "application/json") =>
    checked(
      await fetch(at(path), {
        method: "POST", signal, credentials: "omit", body: JSON.stringify(body),
        headers: { "Content-Type": "application/json", Accept: accept },
      }),
    );
  const answer = async (question, signal, heard) => {
    const response = await post("api/ask", { question }, signal, "text/event-stream");
    for await (const [name, data] of events(response.body)) {
      if (name === "error") throw new Refused(data.error?.message);
      if (name === "answer") return data;
      heard(name, data);
    }
    throw new TypeError("the stream ended before the answer");
  };
  return { get, post, answer };
};

// Each event of a stream with its data; events may be cut anywhere, letters too.
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split(/\r?\n\r?\n/);
    rest = parts.pop();
    for (const part of parts) {
      const lines = part.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line)).filter(Boolean);
      const all = (name) => lines.filter((line) => line[1] === name).map((line) => line[2]);
      if (all("data").length) yield [all("event")[0], JSON.parse(all("data").join("\n"))];
    }
  }
}
