/* Lets the counting table be opened again without a network. Keeps the tables' own pages and the
   files they are drawn with, nothing else; what a teller entered is not here but in keep.js. */
"use strict";

var SHELF = "linli-count-1";
var PATIENCE = 4000;

function isKept(request) {
  var path = new URL(request.url).pathname;
  return request.method === "GET" && (/\/desk\/count\/[0-9a-f-]{36}\/$/.test(path) || path.indexOf("/static/") === 0);
}

function fetchAndKeep(request) {
  return fetch(request).then(function (answer) {
    if (answer.ok && answer.type === "basic" && !answer.redirected) {
      var copy = answer.clone();
      caches.open(SHELF).then(function (shelf) { shelf.put(request, copy); });
    }
    return answer;
  });
}

self.addEventListener("install", function () { self.skipWaiting(); });

self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf("linli-count-") === 0 && name !== SHELF; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

/* The network first, so that nobody counts on an old page; the shelf where it fails or is slow. */
self.addEventListener("fetch", function (event) {
  if (!isKept(event.request)) { return; }
  var fresh = fetchAndKeep(event.request);
  event.respondWith(caches.match(event.request, { ignoreVary: true }).then(function (kept) {
    if (!kept) { return fresh; }
    var late = new Promise(function (done) { setTimeout(function () { done(kept); }, PATIENCE); });
    return Promise.race([fresh.catch(function () { return kept; }), late]);
  }));
  event.waitUntil(fresh.catch(function () { return null; }));
});

/* The page asks once it is drawn: what came before the worker did is fetched for the shelf. */
self.addEventListener("message", function (event) {
  if (!event.data || !Array.isArray(event.data.keep)) { return; }
  event.waitUntil(caches.open(SHELF).then(function (shelf) {
    return Promise.all(event.data.keep.map(function (address) {
      var request = new Request(address, { credentials: "same-origin" });
      return isKept(request) ? fetchAndKeep(request).catch(function () { return null; }) : null;
    }));
  }));
});
