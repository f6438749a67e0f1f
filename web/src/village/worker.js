// The village helper's worker: the shell and the forms taken along, for when there is no network. It never sees,
// keeps or answers anything personal: requests it does not know go to the network untouched.
const SHELL = "ronghe-shell-__VERSION__";
const FILES = __FILES__;
const FORMS = "ronghe-forms";
const PAGE = "/village";
const IS_FORM = /^\/api\/v1\/(county|serve\/catalogue\/(departments|(services|bundles)\/[\w-]+))$|^\/ogc\/collections\/divisions\/items$/;
/** With a copy at hand, how long a slow network may take. */
const PATIENCE_ms = 4000;

const files = new Set(FILES);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...FILES, PAGE].map((path) => new Request(path, { cache: "reload" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("ronghe-shell-") && name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fromShell(PAGE, request));
  else if (files.has(url.pathname)) event.respondWith(fromShell(url.pathname, request));
  else if (IS_FORM.test(url.pathname)) event.respondWith(form(request));
});

async function fromShell(path, request) {
  return (await (await caches.open(SHELL)).match(path)) ?? fetch(request);
}

/** The county's answer while it comes; the copy taken along when it does not. Only what was taken along is kept. */
async function form(request) {
  const cache = await caches.open(FORMS);
  const copy = await cache.match(request.url);
  if (!copy) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_ms));
  const asked = fetch(request).then(
    async (answer) => {
      if (!answer.ok) return copy;
      await cache.put(request.url, answer.clone());
      return answer;
    },
    () => copy,
  );
  return (await Promise.race([asked, late])) ?? copy;
}

// The worker has no key to the vault: it can only tell pages that are open and unlocked that the network is back.
self.addEventListener("sync", (event) => {
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then((pages) => {
      for (const page of pages) page.postMessage("sync");
    }),
  );
});
