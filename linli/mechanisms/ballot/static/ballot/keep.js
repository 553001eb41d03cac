/* What a teller enters stays on the device until the house has taken it: every entry is written
   down before the next can be made, the whole is sent under one key, and sent again after the
   network broke counts once. Holds no words and draws nothing; table.js does. */
(function () {
  "use strict";

  var AGAIN_AFTER = 15000;

  /* Like the server's: made here, of chance. randomUUID is there on secure addresses only. */
  function newKey() {
    if (window.crypto.randomUUID) { return window.crypto.randomUUID(); }
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.prototype.map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function cookie(name) {
    var found = document.cookie.split("; ").find(function (one) { return one.indexOf(name + "=") === 0; });
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  }

  /* The one written form of a pattern, so that papers marked alike are counted together. */
  function written(pattern) {
    if (Array.isArray(pattern)) { return "[" + pattern.map(written).join(",") + "]"; }
    if (pattern && typeof pattern === "object") {
      return "{" + Object.keys(pattern).sort().map(function (key) { return JSON.stringify(key) + ":" + written(pattern[key]); }).join(",") + "}";
    }
    return JSON.stringify(pattern);
  }

  /* `place`: names the station, the part and the attempt, so that each is kept apart.
     States: entering, waiting (for the network), sending, taken, refused, signed_out. */
  function open(place, address, cookieName) {
    var name = "linli-count-" + place;
    var listeners = [];
    var kept = { key: newKey(), entries: [], state: "entering" };
    var lasts = true;
    var timer = null;

    function read() {
      try {
        var found = JSON.parse(window.localStorage.getItem(name));
        if (found && found.key && Array.isArray(found.entries)) { kept = found; }
        if (kept.state === "sending") { kept.state = "waiting"; }
      } catch (error) { lasts = false; }
    }

    function write() {
      try {
        window.localStorage.setItem(name, JSON.stringify(kept));
        lasts = true;
      } catch (error) { lasts = false; }
      listeners.forEach(function (tell) { tell(); });
    }

    function isOpen() { return kept.state === "entering" || kept.state === "refused"; }

    function lines() {
      var found = {};
      kept.entries.forEach(function (entry) {
        var key = written(entry.pattern);
        found[key] = found[key] || { pattern: entry.pattern, number: 0 };
        found[key].number += entry.number;
      });
      return Object.keys(found).sort().map(function (key) { return found[key]; });
    }

    function become(state, told) {
      kept.state = state;
      kept.told = told || null;
      write();
    }

    function later() {
      window.clearTimeout(timer);
      timer = window.setTimeout(send, AGAIN_AFTER);
    }

    function send() {
      window.clearTimeout(timer);
      if (kept.state !== "waiting" && kept.state !== "signed_out") { return; }
      become("sending");
      window.fetch(address, {
        method: "POST",
        credentials: "same-origin",
        redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": cookie(cookieName) },
        body: JSON.stringify({ key: kept.key, lines: lines() })
      }).then(function (answer) {
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) { become("signed_out"); return null; }
        if (answer.status >= 500) { become("waiting"); later(); return null; }
        return answer.json().then(function (told) { become(answer.ok ? "taken" : "refused", told); });
      }).catch(function () { become("waiting"); later(); });
    }

    read();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", function () { if (!document.hidden) { send(); } });
    /* Two windows of one browser keep one sheet: the other's entry shows here at once. */
    window.addEventListener("storage", function (event) {
      if (event.key === name) { read(); listeners.forEach(function (tell) { tell(); }); }
    });

    return {
      add: function (pattern, number) {
        if (!isOpen()) { return false; }
        kept.entries.push({ id: newKey(), pattern: pattern, number: number });
        become("entering");
        return true;
      },
      remove: function (id) {
        if (!isOpen()) { return; }
        kept.entries = kept.entries.filter(function (entry) { return entry.id !== id; });
        become("entering");
      },
      undo: function () {
        var last = kept.entries[kept.entries.length - 1];
        if (last && isOpen()) { kept.entries.pop(); become("entering"); return last; }
        return null;
      },
      fill: function (earlier) {
        earlier.forEach(function (line) { kept.entries.push({ id: newKey(), pattern: line.pattern, number: line.number }); });
        become("entering");
      },
      handIn: function () { become("waiting"); send(); },
      takeBack: function () { if (kept.state === "waiting" || kept.state === "signed_out") { become("entering"); } },
      sendNow: send,
      entries: function () { return kept.entries; },
      lines: lines,
      papers: function () { return kept.entries.reduce(function (sum, entry) { return sum + entry.number; }, 0); },
      state: function () { return kept.state; },
      told: function () { return kept.told; },
      isOpen: isOpen,
      lasts: function () { return lasts; },
      listen: function (tell) { listeners.push(tell); }
    };
  }

  /* Once a station is confirmed the page says so, and the device forgets what it held of it. */
  Array.prototype.forEach.call(document.querySelectorAll("[data-count-forget]"), function (one) {
    try {
      Object.keys(window.localStorage).forEach(function (name) {
        if (name.indexOf(one.dataset.countForget) === 0) { window.localStorage.removeItem(name); }
      });
    } catch (error) { /* storage closed: nothing was kept */ }
  });

  window.linliCount = { open: open };
})();
