/* The counting table: one screen for one teller. The paper's own form is the keyboard of the
   screen; without this script it is a plain form that the server carries along. */
(function () {
  "use strict";

  var table = document.querySelector("[data-count]");
  if (!table || !window.linliCount || !window.localStorage) { return; }
  var given = JSON.parse(document.getElementById("count-data").textContent);
  var form = table.querySelector("[data-paper]");
  var number = form.elements.number;
  var sheet = window.linliCount.open(given.place, given.enter_url, given.csrf_cookie);

  function all(selector) { return Array.prototype.slice.call(table.querySelectorAll(selector)); }
  function show(selector, shown) { all(selector).forEach(function (one) { one.hidden = !shown; }); }

  /* The pattern of the paper as it is marked on the screen. */
  function pattern() {
    var whole = form.querySelector("[name=void]:checked");
    if (whole && whole.value) { return { void: whole.value }; }
    var found = {};
    given.questions.forEach(function (question) {
      var answer = {};
      Array.prototype.forEach.call(form.querySelectorAll("[data-question='" + question.position + "']"), function (input) {
        if (input.type === "text") {
          var name = input.value.normalize("NFKC").trim().replace(/\s+/g, /[\u4e00-\u9fff]/.test(input.value) ? "" : " ");
          if (name) { answer.written = (answer.written || []).concat(name); }
        } else if (input.type === "number") {
          var given = Math.min(9999, parseInt(input.value, 10) || 0);
          if (given > 0) {
            answer.points = answer.points || {};
            answer.points[input.dataset.option] = given;
          }
        } else if (input.checked && input.value) {
          answer.marks = answer.marks || {};
          answer.marks[input.dataset.option] = input.value;
        }
      });
      if (answer.written) { answer.written = answer.written.filter(function (name, at, names) { return names.indexOf(name) === at; }).sort(); }
      if (answer.marks || answer.written || answer.points) { found[question.position] = answer; }
    });
    return found;
  }

  function told(entry) {
    if (entry.pattern.void) { return given.words.void + given.words.colon + given.void_reasons[entry.pattern.void]; }
    var parts = [];
    given.questions.forEach(function (question) {
      var answer = entry.pattern[question.position];
      if (!answer) { return; }
      Object.keys(answer.marks || {}).forEach(function (option) {
        var mark = answer.marks[option];
        parts.push((question.options[option] || "") + (mark === "for" ? "" : " " + given.marks[mark]));
      });
      Object.keys(answer.points || {}).forEach(function (option) {
        parts.push((question.options[option] || "") + " " + answer.points[option] + given.words.points);
      });
      (answer.written || []).forEach(function (name) { parts.push(question.title + " " + given.words.other + given.words.colon + name); });
    });
    return parts.length ? parts.join(given.words.comma) : given.words.blank;
  }

  function list() {
    var place = table.querySelector("[data-entries]");
    place.textContent = "";
    sheet.entries().slice(-12).reverse().forEach(function (entry, at) {
      var row = document.createElement("li");
      var words = document.createElement("span");
      var times = document.createElement("strong");
      var away = document.createElement("button");
      row.className = "count-entry" + (at ? "" : " is-last");
      words.textContent = told(entry);
      times.textContent = "×" + entry.number;
      away.type = "button";
      away.className = "btn btn-quiet btn-small";
      away.textContent = given.words.remove;
      away.setAttribute("aria-label", given.words.remove + " " + told(entry));
      away.hidden = !sheet.isOpen();
      away.addEventListener("click", function () { sheet.remove(entry.id); });
      row.append(words, times, away);
      place.appendChild(row);
    });
    /* Names that were written before are offered again, so that one person is one name. */
    var names = {};
    sheet.entries().forEach(function (entry) {
      Object.keys(entry.pattern).forEach(function (key) { (entry.pattern[key].written || []).forEach(function (name) { names[name] = 1; }); });
    });
    var offered = document.getElementById("written-names");
    offered.textContent = "";
    Object.keys(names).sort().forEach(function (name) { offered.appendChild(new Option(name, name)); });
  }

  function add() {
    var sums = window.linliSums.add(given.questions, sheet.entries());
    function put(key, value) {
      all("[data-sum='" + key + "']").forEach(function (cell) { cell.textContent = value.toLocaleString("en"); });
      all("[data-strokes='" + key + "']").forEach(function (cell) { window.linliSums.draw(cell, value); });
    }
    put("papers", sums.papers);
    put("void", sums.void);
    given.questions.forEach(function (question) {
      var sum = sums.questions[question.position];
      ["valid", "void", "blank"].forEach(function (what) { put(question.position + "-" + what, sum[what]); });
      Object.keys(question.options).forEach(function (option) {
        var of = sum.options[option] || {};
        ["for", "against", "abstain", "unclear", "points"].forEach(function (mark) { put(question.position + "-" + option + "-" + mark, of[mark] || 0); });
      });
      all("[data-written='" + question.position + "']").forEach(function (place) {
        place.textContent = Object.keys(sum.written).sort().map(function (name) { return name + " " + sum.written[name]; }).join(given.words.comma) || "—";
      });
    });
    return sums;
  }

  function tell() {
    var state = sheet.state();
    var papers = add().papers;
    list();
    table.dataset.state = state;
    all("[data-state-word]").forEach(function (one) { one.hidden = one.dataset.stateWord !== state; });
    show("[data-not-kept]", !sheet.lasts());
    show("[data-offline]", !navigator.onLine);
    show("[data-while-entering]", sheet.isOpen());
    show("[data-while-waiting]", state === "waiting" || state === "signed_out");
    show("[data-refusal]", state === "refused");
    show("[data-earlier]", given.earlier.length > 0 && sheet.entries().length === 0 && sheet.isOpen());
    show("[data-sign-in]", state === "signed_out");
    show("[data-when-taken]", state === "taken");
    var refused = sheet.told() && sheet.told().refused;
    if (refused) { all("[data-refusal-words]").forEach(function (one) { one.textContent = refused.sentence + " " + refused.way_on; }); }
    all("[data-short]").forEach(function (one) {
      one.hidden = given.returned === null || papers === given.returned || !sheet.isOpen();
    });
  }

  function over() {
    var marked = pattern();
    var found = marked.void ? [] : given.questions.filter(function (question) {
      var answer = marked[question.position];
      return answer && window.linliSums.over(question, answer);
    });
    all("[data-over]").forEach(function (one) {
      one.hidden = !found.some(function (question) { return String(question.position) === one.dataset.over; });
    });
  }

  /* A further line for others comes up when the one before it is used. */
  function lines() {
    given.questions.forEach(function (question) {
      var used = true;
      Array.prototype.forEach.call(form.querySelectorAll("input[type=text][data-question='" + question.position + "']"), function (input) {
        input.closest("label").hidden = !used && !input.value;
        used = Boolean(input.value.trim());
      });
    });
  }

  function clear() {
    form.reset();
    number.value = "1";
    over();
    lines();
  }

  function count(by) {
    number.value = String(Math.min(9999, Math.max(1, (parseInt(number.value, 10) || 1) + by)));
  }

  function record() {
    var papers = parseInt(number.value, 10);
    if (!(papers >= 1 && papers <= 9999) || !sheet.add(pattern(), papers)) { number.focus(); return; }
    clear();
    if (document.activeElement && document.activeElement !== document.body) { document.activeElement.blur(); }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    record();
  });
  form.addEventListener("input", function () { over(); lines(); });
  form.addEventListener("change", over);

  table.addEventListener("click", function (event) {
    var pressed = event.target.closest("[data-do]");
    if (!pressed) { return; }
    var what = pressed.dataset.do;
    event.preventDefault();
    if (what === "more") { count(1); }
    else if (what === "fewer") { count(-1); }
    else if (what === "clear") { clear(); }
    else if (what === "undo") { sheet.undo(); }
    else if (what === "hand-in") { sheet.handIn(); }
    else if (what === "take-back") { sheet.takeBack(); }
    else if (what === "send-now") { sheet.sendNow(); }
    else if (what === "earlier") { sheet.fill(given.earlier); }
    else if (what === "board") {
      var up = table.classList.toggle("is-board");
      pressed.setAttribute("aria-pressed", String(up));
    } else if (what === "number") { number.value = pressed.value; }
  });

  /* A letter for each key of the paper; a key with several answers goes through them. */
  function press(key) {
    var inputs = Array.prototype.slice.call(form.querySelectorAll("[data-key='" + key + "']"));
    if (!inputs.length) { return false; }
    if (inputs[0].type === "number") { inputs[0].focus(); inputs[0].select(); return true; }
    if (inputs[0].type === "checkbox") { inputs[0].checked = !inputs[0].checked; }
    else {
      var at = inputs.findIndex(function (input) { return input.checked; });
      inputs[(at + 1) % inputs.length].checked = true;
    }
    over();
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !sheet.isOpen()) { return; }
    var typing = event.target.closest("input[type=text], input[type=number], textarea, select");
    if (event.key === "Enter" && !event.target.closest("button, a, summary")) { record(); }
    else if (event.key === "Escape") { clear(); if (typing) { typing.blur(); } }
    else if (typing) { return; }
    else if (event.key === "Backspace") { sheet.undo(); }
    else if (event.key === "+" || event.key === "=") { count(1); }
    else if (event.key === "-") { count(-1); }
    else if (!press(event.key.toLowerCase())) { return; }
    event.preventDefault();
  });

  sheet.listen(tell);
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  table.classList.add("is-live");
  show("[data-live]", true);
  show("[data-plain]", false);
  clear();
  tell();
  if (sheet.state() !== "entering") { sheet.sendNow(); }

  /* Secure addresses can also reload the page without a network; elsewhere it must stay open. */
  function stays() { show("[data-stay-open]", true); }
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(given.worker_url, { scope: given.scope }).then(function () {
      return navigator.serviceWorker.ready;
    }).then(function (registration) {
      var files = Array.prototype.map.call(document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], use[href]"), function (one) {
        return (one.getAttribute("href") || one.getAttribute("src")).split("#")[0];
      });
      registration.active.postMessage({ keep: [window.location.pathname].concat(files.filter(function (file, at) { return files.indexOf(file) === at; })) });
      show("[data-can-reload]", true);
    }).catch(stays);
  } else { stays(); }
})();
