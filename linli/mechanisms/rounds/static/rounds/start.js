/* On every page of the rounds: lets the doors be opened without a network, says what lies on this
   device and is not yet sent, and takes off what must not lie here any more. */
(function () {
  "use strict";

  const rounds = window.linliRounds;
  const holder = document.getElementById("rounds-data");
  if (!holder || !rounds || !rounds.able) { return; }
  const given = JSON.parse(holder.textContent);
  const box = document.querySelector("[data-device]");

  if (window.navigator.serviceWorker) {
    window.navigator.serviceWorker.register(given.worker, { scope: given.scope }).then(function () {
      return window.navigator.serviceWorker.ready;
    }).then(function () {
      document.querySelectorAll("[data-can-reload]").forEach(function (one) { one.hidden = false; });
      document.documentElement.dataset.offlineReady = "1";
    }).catch(function () { /* no worker here: with a network everything goes all the same */ });
  }

  function line(entry) {
    const row = rounds.clone("unsent");
    rounds.put(row, { label: entry.label, told: entry.refused });
    rounds.show(row, entry.sort, true);
    rounds.show(row, "not-yours", entry.fate === "not_yours");
    rounds.show(row, "refused", entry.fate === "refused");
    row.querySelectorAll("[data-do='again']").forEach(function (one) { one.addEventListener("click", function () { rounds.retry(entry); }); });
    row.querySelectorAll("[data-do='drop']").forEach(function (one) {
      one.addEventListener("click", async function () { await rounds.dropEntry(entry.key); tell(); });
    });
    return row;
  }

  async function tell() {
    if (!box) { return; }
    const kept = await rounds.kept();
    const unsent = await rounds.unsent();
    const doors = kept.reduce(function (sum, round) { return sum + round.doors.length; }, 0);
    box.hidden = doors === 0 && unsent.length === 0;
    box.dataset.unsent = String(unsent.length);
    rounds.put(box, { doors: doors || "", unsent: unsent.length || "" });
    rounds.show(box, "all-sent", unsent.length === 0);
    rounds.show(box, "some", unsent.length > 0);
    rounds.show(box, "offline", !window.navigator.onLine);
    rounds.show(box, "sending", rounds.state === "sending");
    rounds.show(box, "signed-out", rounds.state === "signed_out");
    box.querySelector("[data-list]").replaceChildren(...unsent.map(line));
  }

  /* Doors of somebody else do not lie on a device that is now another's. */
  async function clear() {
    if (!given.account) { return; }
    const strange = (await rounds.kept()).filter(function (round) { return round.account !== given.account; });
    await Promise.all(strange.map(function (round) { return rounds.drop(round.id); }));
    const again = (await rounds.unsent()).filter(function (entry) { return entry.fate === "not_yours" && entry.account === given.account; });
    for (const entry of again) { await rounds.retry(entry); }
  }

  /* Takes the doors along: fetched, put down, and drawn by the device from here on. */
  async function keep() {
    const answer = await window.fetch(given.keep, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) { return; }
    await rounds.keep(await answer.json());
    await window.navigator.serviceWorker.ready;
    window.location.replace(given.walk + "#" + given.round);
  }

  rounds.handIn = async function (round) {
    await rounds.drop(round.id);
    const token = document.cookie.split("; ").find(function (one) { return one.startsWith(given.csrf_cookie + "="); });
    await window.fetch(round.hand_in, {
      method: "POST", credentials: "same-origin", redirect: "manual",
      headers: { "X-CSRFToken": token ? decodeURIComponent(token.split("=")[1]) : "" }
    }).catch(function () { /* off the device all the same; the house hears of it the next time */ });
    tell();
  };

  async function start() {
    await clear();
    if (given.keep) { await keep(); }
    else if (given.round && (await rounds.kept()).some(function (round) { return round.id === given.round; })) {
      window.location.replace(given.walk + "#" + given.round);
    }
    rounds.listen(tell);
    if (box) { box.querySelector("[data-do='send']").addEventListener("click", rounds.send); }
    window.addEventListener("online", tell);
    window.addEventListener("offline", tell);
    await tell();
    await rounds.startSending(given);
  }

  start().catch(function () { /* storage closed: the pages go on with the network alone */ });
})();
