/* Sends what was entered as soon as there is a network, each entry under a key of its own: what is
   sent twice does its work once. An entry leaves the device only when the house has answered for
   it; where two said something different, the house keeps both. */
(function () {
  "use strict";

  const rounds = window.linliRounds;
  const AGAIN_AFTER = 15000;
  const AT_ONCE = 20;
  const listeners = [];
  let underWay = null;
  let again = false;
  let timer = null;
  let addresses = null;

  rounds.state = "rest"; /* rest, sending, waiting, signed_out */

  function become(state) {
    rounds.state = state;
    listeners.forEach(function (tell) { tell(); });
  }

  function cookie(name) {
    const found = document.cookie.split("; ").find(function (one) { return one.startsWith(name + "="); });
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  }

  /* What the house says of one entry: the door as it now stands, and what became of it. */
  async function settle(entry, result) {
    if (result.fate === "refused" || result.fate === "not_yours") {
      await rounds.keepEntry(Object.assign({}, entry, { refused: result.told || "", fate: result.fate }));
      return;
    }
    const round = (await rounds.kept()).find(function (each) { return each.id === entry.round; });
    if (round) {
      const at = round.doors.findIndex(function (door) { return door.id === entry.stop; });
      const before = round.doors[at];
      round.doors[at] = Object.assign({}, result.door, {
        mine: (before.mine || []).concat(entry.key),
        note: result.fate === "taken" ? before.note || "" : result.fate,
        told: result.told || before.told || ""
      });
      await rounds.keep(round);
    }
    await rounds.dropEntry(entry.key);
  }

  async function sendSome(entries) {
    const answer = await window.fetch(addresses.enter, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie(addresses.csrf_cookie) },
      body: JSON.stringify({ entries: entries })
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) { return "signed_out"; }
    if (!answer.ok) { return "waiting"; }
    const told = await answer.json();
    for (const result of told.results) {
      const entry = entries.find(function (each) { return each.key === result.key; });
      if (entry) { await settle(entry, result); }
    }
    return told.results.length ? "" : "waiting";
  }

  async function sendAll() {
    for (;;) {
      const waiting = (await rounds.unsent()).filter(function (entry) { return !entry.fate; });
      if (!waiting.length) { become("rest"); return; }
      become("sending");
      let stopped;
      try { stopped = await sendSome(waiting.slice(0, AT_ONCE)); } catch (error) { stopped = "waiting"; }
      if (stopped) {
        become(stopped);
        if (stopped === "waiting") { timer = window.setTimeout(rounds.send, AGAIN_AFTER); }
        return;
      }
    }
  }

  /* One run at a time; what is entered while it ends is sent by the next. */
  rounds.send = function () {
    window.clearTimeout(timer);
    if (underWay) { again = true; return underWay; }
    underWay = sendAll().finally(function () {
      underWay = null;
      if (again) { again = false; return rounds.send(); }
      return null;
    });
    return underWay;
  };

  /* What somebody whose turn it is again had written goes again after signing in. */
  rounds.retry = async function (entry) {
    const again = Object.assign({}, entry);
    delete again.fate;
    delete again.refused;
    await rounds.keepEntry(again);
    return rounds.send();
  };

  rounds.listen = function (tell) { listeners.push(tell); };

  rounds.startSending = function (given) {
    addresses = given;
    window.addEventListener("online", rounds.send);
    window.addEventListener("offline", function () { become(rounds.state); });
    document.addEventListener("visibilitychange", function () { if (!document.hidden) { rounds.send(); } });
    return rounds.send();
  };
})();
