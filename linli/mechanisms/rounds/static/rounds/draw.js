/* Draws from the page's own <template>s: scripts hold no words. `put` fills what is named
   `data-put`, and hides what has nothing to say. */
(function () {
  "use strict";

  const rounds = window.linliRounds;

  rounds.clone = function (name) {
    return document.getElementById("t-" + name).content.firstElementChild.cloneNode(true);
  };

  rounds.put = function (element, values) {
    Object.keys(values).forEach(function (name) {
      const own = element.dataset && element.dataset.put === name ? [element] : [];
      own.concat(Array.from(element.querySelectorAll("[data-put='" + name + "']"))).forEach(function (one) {
        const value = values[name];
        one.textContent = value === undefined || value === null ? "" : String(value);
        const box = one.closest("[data-with='" + name + "']") || one;
        box.hidden = one.textContent === "";
      });
    });
    return element;
  };

  rounds.show = function (element, name, shown) {
    element.querySelectorAll("[data-if='" + name + "']").forEach(function (one) { one.hidden = !shown; });
  };

  /* The door as the device knows it: what the house said last, and over it what was entered here. */
  rounds.overlay = function (door, entries, questions) {
    const mine = entries.filter(function (entry) { return entry.stop === door.id; });
    const seen = Object.assign({}, door, { now: Object.assign({}, door.now), unsent: mine.length });
    mine.forEach(function (entry) {
      if (entry.sort === "attempt") { seen.attempts += 1; if (entry.result === "refused" && seen.outcome === "open") { seen.outcome = "declined"; } }
      if (entry.sort === "no_change") { seen.outcome = "unchanged"; Object.assign(seen.now, door.last); }
      if (entry.sort === "record") {
        seen.outcome = "answered";
        Object.keys(entry.answers).forEach(function (key) { seen.now[key] = words(questions[key], entry.answers[key]); });
      }
    });
    return seen;
  };

  function words(question, value) {
    const found = (question ? question.options : []).find(function (option) { return option[0] === value; });
    return found ? found[1] : value;
  }

  function choice(field, key, code, text, checked) {
    const label = rounds.clone("choice");
    const input = label.querySelector("input");
    input.name = key;
    input.value = code;
    input.checked = checked;
    label.querySelector("span").textContent = text;
    field.appendChild(label);
  }

  /* One question: last time's answer beside an empty field, because only changes are entered. */
  rounds.field = function (key, question, door) {
    const chooses = question.options.length > 0;
    const field = rounds.clone(chooses ? "choices" : "field");
    rounds.put(field, { title: question.title, last: door.last[key], last_on: door.last[key] ? door.last_on : "", now: door.now[key], ground: question.ground });
    if (chooses) {
      const place = field.querySelector("[data-choices]");
      choice(place, key, "", place.dataset.none, true);
      question.options.forEach(function (option) { choice(place, key, option[0], option[1], false); });
      return field;
    }
    const input = field.querySelector("input");
    input.name = key;
    input.id = "q-" + key;
    field.querySelector("label").htmlFor = input.id;
    if (question.kind === "number") { input.inputMode = "numeric"; input.pattern = "-?[0-9]{1,9}"; }
    if (question.kind === "date") { input.type = "date"; }
    return field;
  };
})();
