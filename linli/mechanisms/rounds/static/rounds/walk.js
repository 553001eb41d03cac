/* The doors on the device: the rounds that lie here, the doors of one, one door. What is entered is
   put down before the next thing is drawn, and is there again after the page was closed. */
(function () {
  "use strict";

  const rounds = window.linliRounds;
  const page = document.querySelector("[data-walk]");
  if (!page || !rounds.able) { return; }
  const place = page.querySelector("[data-view]");

  function device() {
    const name = /iPhone|iPad|Android|Windows|Macintosh|Linux/.exec(window.navigator.userAgent);
    return name ? name[0] : "";
  }

  function way() { return window.location.hash.slice(1).split("/"); }

  function go(round, stop, what) {
    const next = "#" + [round, stop, what].filter(Boolean).join("/");
    if (window.location.hash === next) { draw(); } else { window.location.hash = next; }
  }

  function button(element, name, act) {
    element.querySelectorAll("[data-do='" + name + "']").forEach(function (one) {
      one.addEventListener("click", function (event) { event.preventDefault(); act(one); });
    });
  }

  async function enter(round, door, entry) {
    const entries = await rounds.unsent();
    const mine = entries.filter(function (each) { return each.stop === door.id; });
    /* What the house would not take is replaced by what is written now. */
    await Promise.all(mine.filter(function (each) { return each.fate === "refused"; }).map(function (each) { return rounds.dropEntry(each.key); }));
    await rounds.keepEntry(Object.assign({
      key: rounds.newKey(),
      account: round.account,
      round: round.id,
      stop: door.id,
      label: [door.stairs, door.name].filter(Boolean).join(" "),
      seen: door.seen,
      after: (door.mine || []).concat(mine.map(function (each) { return each.key; })),
      said_at: new Date().toISOString(),
      made: Date.now(),
      device: device()
    }, entry));
    rounds.send();
  }

  function nextOpen(doors, number) {
    const open = doors.filter(function (door) { return door.outcome === "open" && door.number !== number; });
    return open.find(function (door) { return door.number > number; }) || open[0] || null;
  }

  function drawRounds(found) {
    const list = rounds.clone("rounds");
    found.forEach(function (round) {
      const row = rounds.clone("round");
      row.href = "#" + round.id;
      rounds.put(row, { title: round.title, left: round.doors.filter(function (door) { return door.outcome === "open"; }).length });
      list.querySelector("[data-list]").appendChild(row);
    });
    rounds.show(list, "none", found.length === 0);
    return list;
  }

  function drawDoors(round, doors) {
    const view = rounds.clone("doors");
    const done = doors.filter(function (door) { return door.outcome !== "open"; }).length;
    rounds.put(view, { title: round.title, done: done, all: doors.length });
    view.querySelector("progress").max = doors.length;
    view.querySelector("progress").value = done;
    let stairs = null;
    let list = null;
    doors.forEach(function (door) {
      if (list === null || door.stairs !== stairs) {
        const part = rounds.put(rounds.clone("stairs"), { stairs: door.stairs });
        stairs = door.stairs;
        list = part.querySelector("[data-list]");
        view.querySelector("[data-stairs]").appendChild(part);
      }
      const row = rounds.clone("door-row");
      const link = row.querySelector("a");
      link.href = "#" + round.id + "/" + door.id;
      link.classList.add("is-" + door.outcome);
      rounds.put(row, { name: door.name, who: door.who, attempts: door.outcome === "open" ? door.attempts || "" : "" });
      ["open", "answered", "unchanged", "declined"].forEach(function (outcome) { rounds.show(row, outcome, door.outcome === outcome); });
      rounds.show(row, "unsent", door.unsent > 0);
      rounds.show(row, "apart", door.note === "conflict");
      rounds.show(row, "late", door.note === "late");
      list.appendChild(row);
    });
    button(view, "hand-in", async function () {
      await rounds.send();
      const left = (await rounds.unsent()).some(function (entry) { return entry.round === round.id; });
      rounds.show(view, "left", left);
      if (!left) { await rounds.handIn(round); go(); }
    });
    return view;
  }

  function drawDoor(round, door, doors) {
    const view = rounds.clone("door");
    const next = nextOpen(doors, door.number);
    rounds.put(view, { title: [door.stairs, door.name].filter(Boolean).join(" "), who: door.who, attempts: door.attempts || "", told: door.told });
    view.querySelectorAll("[data-back]").forEach(function (one) { one.href = "#" + round.id; });
    const fields = view.querySelector("[data-fields]");
    door.asks.forEach(function (key) { fields.appendChild(rounds.field(key, round.questions[key], door)); });
    rounds.show(view, "knows", Object.keys(door.last).length > 0);
    rounds.show(view, "apart", door.note === "conflict");
    rounds.show(view, "late", door.note === "late");
    const form = view.querySelector("form");

    async function done(entry) {
      await enter(round, door, entry);
      if (next) { go(round.id, next.id); } else { go(round.id); }
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      const answers = {};
      door.asks.forEach(function (key) {
        const value = new FormData(form).get(key);
        if (value && value.trim()) { answers[key] = value.trim(); }
      });
      rounds.show(view, "empty", Object.keys(answers).length === 0);
      if (Object.keys(answers).length) { done({ sort: "record", answers: answers }); }
    });
    button(view, "no-change", function () { go(round.id, door.id, "same"); });
    view.querySelectorAll("[data-way]").forEach(function (one) {
      one.addEventListener("click", function (event) {
        event.preventDefault();
        done({ sort: "attempt", way: one.dataset.way, result: one.dataset.result });
      });
    });
    return view;
  }

  /* The third tap: what is known once more, and that it is so. */
  function drawSame(round, door, doors) {
    const view = rounds.clone("same");
    const next = nextOpen(doors, door.number);
    rounds.put(view, { title: [door.stairs, door.name].filter(Boolean).join(" ") });
    view.querySelector("[data-back]").href = "#" + round.id + "/" + door.id;
    door.asks.filter(function (key) { return door.last[key]; }).forEach(function (key) {
      view.querySelector("[data-list]").appendChild(rounds.put(rounds.clone("known"), { title: round.questions[key].title, last: door.last[key] }));
    });
    const seconds = view.querySelector("[data-seconds]");
    round.seconds.forEach(function (pair, at) {
      const label = rounds.clone("choice");
      const input = label.querySelector("input");
      input.name = "second";
      input.value = pair[0];
      input.checked = round.seconds.length === 1 && at === 0;
      label.querySelector("span").textContent = pair[1];
      seconds.appendChild(label);
    });
    rounds.show(view, "two", round.two_names);
    button(view, "confirm", async function () {
      const chosen = view.querySelector("[name=second]:checked");
      rounds.show(view, "alone", round.two_names && !chosen);
      if (round.two_names && !chosen) { return; }
      await enter(round, door, { sort: "no_change", second: chosen ? chosen.value : "" });
      if (next) { go(round.id, next.id); } else { go(round.id); }
    });
    return view;
  }

  async function draw() {
    const found = await rounds.kept();
    const entries = await rounds.unsent();
    const asked = way();
    const round = found.find(function (each) { return each.id === asked[0]; });
    let view;
    if (!round) {
      view = drawRounds(found);
    } else {
      const doors = round.doors.map(function (door) { return rounds.overlay(door, entries, round.questions); });
      const door = doors.find(function (each) { return each.id === asked[1]; });
      view = !door ? drawDoors(round, doors) : asked[2] === "same" ? drawSame(round, door, doors) : drawDoor(round, door, doors);
    }
    place.replaceChildren(view);
    const head = view.querySelector("h1");
    if (head) { head.tabIndex = -1; head.focus({ preventScroll: true }); }
    window.scrollTo(0, 0);
  }

  window.addEventListener("hashchange", draw);
  /* A list shows what has been sent meanwhile; a door being filled in is left as it is. */
  rounds.listen(function () { if (way().length < 2) { draw(); } });
  draw();
})();
