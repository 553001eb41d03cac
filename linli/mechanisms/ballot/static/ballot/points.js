/* While points are shared out: how many are given, and whether they are too many. Without this
   script the same is said when the paper is looked at once more. */
(function () {
  "use strict";

  Array.prototype.forEach.call(document.querySelectorAll("[data-points]"), function (part) {
    var fields = part.querySelectorAll("select, input[type=number]");
    var told = part.querySelector("[data-left]");
    if (!told || !fields.length) { return; }

    function add() {
      var given = Array.prototype.reduce.call(fields, function (sum, field) {
        return sum + (parseInt(field.value, 10) || 0);
      }, 0);
      told.querySelector("[data-given]").textContent = String(given);
      told.querySelector("[data-over]").hidden = given <= Number(part.dataset.points);
      told.hidden = false;
    }

    part.addEventListener("input", add);
    part.addEventListener("change", add);
    add();
  });
})();
