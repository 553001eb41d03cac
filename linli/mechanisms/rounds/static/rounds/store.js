/* Two stores on the device. The doors go when they are handed in, when the day is over, and with
   signing out (every store whose name begins `linli-signed-in` does). What was entered and not yet
   sent stays until the house has answered for it. */
(function () {
  "use strict";

  const rounds = window.linliRounds;
  const opened = {};

  function answered(request) {
    return new Promise(function (done, failed) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
  }

  function openStore(name) {
    if (!opened[name]) {
      const request = window.indexedDB.open(name, 1);
      request.onupgradeneeded = function () {
        request.result.createObjectStore("rows", { keyPath: "id" });
        request.result.createObjectStore("seal");
      };
      opened[name] = answered(request).then(function (store) {
        /* Another page deletes it, signing out: let go at once. */
        store.onversionchange = function () { store.close(); delete opened[name]; };
        return store;
      });
    }
    return opened[name];
  }

  async function sealOf(store) {
    const found = await answered(store.transaction("seal").objectStore("seal").get("own"));
    if (found) { return found; }
    const made = await rounds.newSeal();
    const change = store.transaction("seal", "readwrite").objectStore("seal");
    /* Another window may have been a moment faster: its key stands. */
    try { await answered(change.add(made, "own")); return made; } catch (error) { return sealOf(store); }
  }

  function make(name) {
    async function all() {
      const store = await openStore(name);
      const rows = await answered(store.transaction("rows").objectStore("rows").getAll());
      const seal = rows.length ? await sealOf(store) : null;
      const found = await Promise.all(rows.map(function (row) { return rounds.unseal(seal, row.sealed); }));
      return found.map(function (value, at) { return { order: rows[at].order, value: value }; })
        .sort(function (one, other) { return one.order - other.order; })
        .map(function (pair) { return pair.value; });
    }

    async function put(id, value, order) {
      const store = await openStore(name);
      const sealed = await rounds.seal(await sealOf(store), value);
      const change = store.transaction("rows", "readwrite");
      change.objectStore("rows").put({ id: id, order: order || 0, sealed: sealed });
      return new Promise(function (done, failed) { change.oncomplete = done; change.onerror = failed; change.onabort = failed; });
    }

    async function remove(id) {
      const store = await openStore(name);
      await answered(store.transaction("rows", "readwrite").objectStore("rows").delete(id));
    }

    return { all: all, put: put, remove: remove };
  }

  const doors = make("linli-signed-in-rounds");
  const entries = make("linli-unsent-rounds");

  /* The rounds that lie here; those whose day is over are taken off first. */
  rounds.kept = async function () {
    const found = await doors.all();
    const over = found.filter(function (round) { return Date.parse(round.until) < Date.now(); });
    await Promise.all(over.map(function (round) { return doors.remove(round.id); }));
    return found.filter(function (round) { return !over.includes(round); });
  };
  rounds.keep = function (round) { return doors.put(round.id, round); };
  rounds.drop = function (id) { return doors.remove(id); };

  rounds.unsent = entries.all;
  rounds.keepEntry = function (entry) { return entries.put(entry.key, entry, entry.made); };
  rounds.dropEntry = function (key) { return entries.remove(key); };
})();
