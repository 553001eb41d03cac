/* Opens the doors without a network. The house writes before this which release it is, the page
   the doors are drawn on, and the files it is drawn with (`self.LINLI`). No answer of anybody is
   kept here: what was said lies sealed in the device's own store (store.js). */
"use strict";

const SHELF = "linli-rounds-" + self.LINLI.version;
const PATIENCE = 4000;

async function stock() {
  const shelf = await caches.open(SHELF);
  const page = await fetch(self.LINLI.shell, { credentials: "same-origin", cache: "reload" });
  if (!page.ok || page.redirected) { throw new Error("no page to keep"); }
  await shelf.put(self.LINLI.shell, page);
  await Promise.all(self.LINLI.files.map(async function (file) {
    const found = await fetch(file, { cache: "reload" });
    if (found.ok) { await shelf.put(file, found); }
  }));
}

async function clear() {
  const names = await caches.keys();
  const old = names.filter(function (name) { return name.startsWith("linli-rounds-") && name !== SHELF; });
  await Promise.all(old.map(function (name) { return caches.delete(name); }));
  await self.clients.claim();
}

async function kept(address) {
  const shelf = await caches.open(SHELF);
  return shelf.match(address, { ignoreSearch: true });
}

/* A page: the network's, unless it fails or lets one wait on a staircase; then the device's. */
async function open(request) {
  const shell = await kept(self.LINLI.shell);
  const fresh = fetch(request);
  if (!shell) { return fresh; }
  const late = new Promise(function (done) { setTimeout(function () { done(shell.clone()); }, PATIENCE); });
  return Promise.race([fresh.catch(function () { return shell; }), late]);
}

async function draw(request) {
  return (await kept(new URL(request.url).pathname)) || fetch(request);
}

self.addEventListener("install", function (event) {
  self.skipWaiting();
  event.waitUntil(stock());
});

self.addEventListener("activate", function (event) { event.waitUntil(clear()); });

self.addEventListener("fetch", function (event) {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) { return; }
  if (request.mode === "navigate") { event.respondWith(open(request)); }
  else if (self.LINLI.files.includes(address.pathname)) { event.respondWith(draw(request)); }
});
