/* Finding one's paper in the list: on this device alone. The number goes into no address, no form
   that is sent, and no history. */
(function () {
  "use strict";

  var place = document.querySelector("[data-find]");
  if (!place) { return; }
  var field = place.querySelector("input");
  var found = place.querySelector("[data-found]");
  var missing = place.querySelector("[data-not-found]");

  /* As lib/identity/receipt.py reads a number: no blanks and words, small letters, look-alikes. */
  function plain(text) {
    return text.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/[OILUZ]/g, function (letter) {
      return { O: "0", I: "1", L: "1", U: "V", Z: "2" }[letter];
    });
  }

  function find() {
    var wanted = plain(field.value);
    var row = null;
    Array.prototype.forEach.call(document.querySelectorAll("tr.is-mine"), function (one) { one.classList.remove("is-mine"); });
    if (wanted.length === 12) {
      row = document.getElementById(wanted.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3"));
    }
    found.hidden = !row;
    missing.hidden = Boolean(row) || !wanted;
    if (row) {
      row.classList.add("is-mine");
      place.querySelector("[data-found-words]").textContent = row.querySelector("td").textContent;
      row.scrollIntoView({ block: "center" });
    }
  }

  place.querySelector("[data-find-form]").addEventListener("submit", function (event) {
    event.preventDefault();
    find();
  });
  /* Whoever comes back to the page does not find the number of the one before. */
  window.addEventListener("pagehide", function () { field.value = ""; found.hidden = true; missing.hidden = true; });
  place.hidden = false;
  Array.prototype.forEach.call(document.querySelectorAll("[data-without-script]"), function (one) { one.hidden = true; });
})();
