/* While one chooses: how many projects, and what they cost together. Without this script the same is
   said when the ballot is looked at once more. */
(function () {
  "use strict";

  Array.prototype.forEach.call(document.querySelectorAll("[data-budget]"), function (form) {
    var told = form.querySelector("[data-sum]");
    var lines = form.querySelectorAll("[data-fen]");
    if (!told || !lines.length) { return; }

    function isNamed(line) {
      var field = line.querySelector("input, select");
      return field.type === "checkbox" ? field.checked : (parseInt(field.value, 10) || 0) > 0;
    }

    function add() {
      var named = Array.prototype.filter.call(lines, isNamed);
      var fen = named.reduce(function (sum, line) { return sum + Number(line.dataset.fen); }, 0);
      var yuan = (fen / 100).toLocaleString("en", { minimumFractionDigits: 2 });
      told.querySelector("[data-chosen]").textContent = String(named.length);
      told.querySelector("[data-cost]").textContent = "¥" + yuan;
      told.hidden = false;
    }

    form.addEventListener("input", add);
    form.addEventListener("change", add);
    add();
  });
})();
