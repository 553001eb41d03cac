/* The desk's keyboard (a row's buttons may have keys of their own, data-press): j k move through rows, o or Enter opens, x ticks, / searches, g + letter
   goes, ? shows the keys. Never while someone is typing. Every act has its button or link too. */
(function () {
  "use strict";

  var waitingForPlace = 0;

  function typing(target) {
    return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open]") !== null;
  }

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-rows] tbody tr"));
  }

  function here() {
    return document.querySelector("[data-rows] tbody tr.is-here");
  }

  function stand(row) {
    var old = here();
    if (old) { old.classList.remove("is-here"); }
    row.classList.add("is-here");
    var link = row.querySelector("a[href]");
    if (link) { link.focus({ preventScroll: true }); }
    row.scrollIntoView({ block: "nearest" });
  }

  function move(by) {
    var all = rows();
    if (!all.length) { return; }
    var at = all.indexOf(here());
    var next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    stand(all[next]);
  }

  function tick() {
    var row = here();
    var box = row && row.querySelector(".pick input[type=checkbox]");
    if (box) { box.click(); }
  }

  function open() {
    var row = here();
    var link = row && row.querySelector("a[href]");
    if (link) { link.click(); }
  }

  /* A row's own acts: the button that bears the key, as if it had been pressed. */
  function press(key) {
    var row = here();
    var button = row && Array.prototype.find.call(row.querySelectorAll("button[data-press]"), function (one) {
      return one.getAttribute("data-press") === key;
    });
    if (button) { button.click(); }
    return Boolean(button);
  }

  function showHelp() {
    var help = document.getElementById("key-help");
    if (help && help.showModal && !help.open) { help.showModal(); help.scrollTop = 0; }
  }

  function go(key) {
    var link = Array.prototype.find.call(document.querySelectorAll("a[data-key]"), function (one) {
      return one.getAttribute("data-key") === key;
    });
    if (link) { window.location.assign(link.href); }
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) { return; }
    var key = event.key;
    if (waitingForPlace && Date.now() - waitingForPlace < 1500) {
      waitingForPlace = 0;
      go(key);
      return;
    }
    waitingForPlace = 0;
    if (press(key)) { event.preventDefault(); return; }
    if (key === "j") { move(1); }
    else if (key === "k") { move(-1); }
    else if (key === "x") { tick(); }
    else if (key === "o") { open(); }
    else if (key === "Enter" && here() && event.target === document.body) { open(); }
    else if (key === "g") { waitingForPlace = Date.now(); }
    else if (key === "?") { showHelp(); }
    else if (key === "/") {
      var search = document.querySelector("[data-search]");
      if (!search) { return; }
      search.focus();
      search.select();
    } else { return; }
    event.preventDefault();
  });

  /* Standing on a row by Tab or by pointer counts too, so that x and o act where one looks. */
  document.addEventListener("focusin", function (event) {
    var row = event.target.closest("[data-rows] tbody tr");
    if (!row || row === here()) { return; }
    var old = here();
    if (old) { old.classList.remove("is-here"); }
    row.classList.add("is-here");
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-open-keys]")) { showHelp(); }
  });

  document.querySelectorAll(".needs-keys").forEach(function (one) { one.hidden = false; });
})();
