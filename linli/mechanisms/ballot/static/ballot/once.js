/* A browser may keep a page it has left, to be quick when somebody goes back. The number is gone
   from it then: the page promised so. */
(function () {
  "use strict";

  window.addEventListener("pagehide", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-once]"), function (one) {
      one.textContent = "—";
    });
  });
})();
