/* What scripts add to pages that already work: forms sent once and not lost, a counter, a draft
   kept on this device, a word of danger noticed, menus that close, files that say their size. */
(function () {
  "use strict";

  var DRAFT_DAYS = 7;
  var leaving = false;

  function each(root, selector, act) {
    if (root.matches && root.matches(selector)) { act(root); }
    root.querySelectorAll(selector).forEach(act);
  }

  function once(element, mark) {
    if (element.dataset[mark]) { return false; }
    element.dataset[mark] = "1";
    return true;
  }

  /* A form that was changed asks before it is left; one that was sent is not sent twice. */
  function guard(form) {
    if (!once(form, "guarded")) { return; }
    form.addEventListener("input", function () { form.dataset.changed = "1"; });
  }

  window.addEventListener("beforeunload", function (event) {
    if (!leaving && document.querySelector("form[data-guard][data-changed]")) { event.preventDefault(); }
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    /* Not form.method: a field of that name hides it. */
    if (event.defaultPrevented || form.getAttribute("method") !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    leaving = true;
    /* After this turn, so that the pressed button's own value still travels. */
    window.setTimeout(function () {
      form.querySelectorAll("button[type=submit], button:not([type])").forEach(function (button) { button.setAttribute("aria-busy", "true"); });
    }, 0);
  });

  function release() {
    leaving = false;
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-busy]").forEach(function (button) { button.removeAttribute("aria-busy"); });
    });
  }
  window.addEventListener("pageshow", release);
  /* What htmx sent and is led on by is not left unsaved. */
  function ledOn(event) {
    var answered = event.detail.xhr;
    if (answered && answered.getResponseHeader("HX-Redirect")) { leaving = true; }
  }
  document.addEventListener("htmx:beforeOnLoad", ledOn);
  document.addEventListener("htmx:afterRequest", function (event) { release(); ledOn(event); });

  /* How many characters are left; read aloud only when few are. */
  function count(area) {
    if (!once(area, "counted")) { return; }
    var words = document.createElement("span");
    words.className = "field-count";
    area.insertAdjacentElement("afterend", words);
    function tell() {
      var left = area.maxLength - area.value.length;
      words.textContent = area.dataset.counter.replace("{n}", String(left));
      if (left <= 20) { words.setAttribute("aria-live", "polite"); } else { words.removeAttribute("aria-live"); }
    }
    area.addEventListener("input", tell);
    tell();
  }

  /* A draft stays on this device, is offered and never put in or sent by itself, and goes after a
     week, when it is sent, or when it is thrown away. Fields marked data-no-draft are left out. */
  function draftFields(form) {
    return Array.prototype.filter.call(form.elements, function (one) {
      return one.name && !one.disabled && one.type !== "hidden" && one.type !== "file" && one.type !== "password" && one.type !== "submit" && !("noDraft" in one.dataset);
    });
  }

  function read(key) {
    try {
      var kept = JSON.parse(window.localStorage.getItem(key));
      if (kept && Date.now() - kept.at < DRAFT_DAYS * 864e5) { return kept.values; }
      window.localStorage.removeItem(key);
    } catch (error) { /* storage closed: no drafts */ }
    return null;
  }

  function forget(key) {
    try { window.localStorage.removeItem(key); } catch (error) { /* storage closed */ }
  }

  function draft(form) {
    if (!once(form, "drafted")) { return; }
    var key = "linli-draft-" + form.dataset.draft;
    var offer = form.querySelector("[data-draft-offer]");
    var kept = read(key);

    function isText(one) { return one.type !== "radio" && one.type !== "checkbox"; }

    form.addEventListener("input", function () {
      var values = [];
      draftFields(form).forEach(function (one) {
        if (isText(one) ? one.value : one.checked) { values.push([one.name, one.value]); }
      });
      try { window.localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: values })); } catch (error) { /* full or closed */ }
    });

    if (!kept || !kept.length || !offer || form.querySelector("[data-error-summary]")) { return; }
    offer.hidden = false;
    offer.addEventListener("click", function (event) {
      if (event.target.closest("[data-draft-use]")) {
        kept.forEach(function (pair) {
          draftFields(form).forEach(function (one) {
            if (one.name !== pair[0]) { return; }
            if (isText(one)) { one.value = pair[1]; } else if (one.value === pair[1]) { one.checked = true; }
            one.dispatchEvent(new Event("input", { bubbles: true }));
          });
        });
      } else if (event.target.closest("[data-draft-drop]")) {
        forget(key);
      } else { return; }
      offer.hidden = true;
    });
  }

  /* Words of danger: the banner comes up where they are typed; nothing is blocked in the browser,
     because the server asks the same question. */
  function watch(area) {
    if (!once(area, "watched")) { return; }
    var list = document.getElementById(area.dataset.emergencyWords);
    var banner = document.getElementById(area.dataset.emergencyTarget || "emergency");
    if (!list || !banner) { return; }
    var words = JSON.parse(list.textContent);
    banner.setAttribute("role", "alert");
    function look() {
      var text = area.value.toLowerCase();
      banner.hidden = !words.some(function (word) { return text.indexOf(word.toLowerCase()) >= 0; });
    }
    area.addEventListener("input", look);
    look();
  }

  function size(bytes) {
    return bytes >= 1048576 ? (bytes / 1048576).toFixed(1) + " MB" : Math.max(1, Math.round(bytes / 1024)) + " KB";
  }

  function drop(box) {
    if (!once(box, "live")) { return; }
    var input = box.querySelector("input[type=file]");
    var words = box.querySelector("[data-chosen]");
    var most = Number(box.dataset.most || 0);
    /* Without the file that was refused the form goes only where its sender ticks so. */
    var refused = box.parentNode.querySelector("[data-refused]");
    var without = box.parentNode.querySelector("[data-without]");
    function ask(yes) {
      if (!refused || !without) { return; }
      refused.value = yes ? "1" : "";
      without.hidden = !yes;
      if (!yes) { without.querySelector("input").checked = false; }
    }
    box.classList.add("is-live");
    input.addEventListener("change", function () {
      var files = Array.prototype.slice.call(input.files);
      var tooLarge = files.find(function (file) { return most && file.size > most; });
      box.classList.toggle("is-wrong", Boolean(tooLarge));
      words.textContent = files.map(function (file) { return file.name + " · " + size(file.size); }).join(", ");
      if (tooLarge) {
        words.textContent = box.dataset.tooLarge + " · " + tooLarge.name + " · " + size(tooLarge.size);
        input.value = "";
      }
      ask(Boolean(tooLarge));
    });
    ["dragenter", "dragover"].forEach(function (name) { box.addEventListener(name, function () { box.classList.add("is-over"); }); });
    ["dragleave", "drop"].forEach(function (name) { box.addEventListener(name, function () { box.classList.remove("is-over"); }); });
  }

  /* The acts on ticked rows come up with the first tick, and say how many there are. */
  function bulk(box) {
    if (!once(box, "bulkLive")) { return; }
    var form = box.closest("form");
    var words = box.querySelector("[data-bulk-words]");
    if (!form || !words) { return; }
    function tell() {
      var n = form.querySelectorAll(".pick input[name]:checked").length;
      box.hidden = !n;
      words.textContent = words.dataset.bulkWords.replace("{n}", String(n));
    }
    box.classList.add("is-live");
    form.addEventListener("change", tell);
    tell();
  }

  /* A group of the navigation that was opened or closed stays so on this device. */
  function fold(box) {
    if (!once(box, "foldLive")) { return; }
    var key = "linli-fold-" + box.dataset.fold;
    try {
      var kept = window.localStorage.getItem(key);
      if (kept === "open") { box.open = true; }
      else if (kept === "shut" && !box.querySelector("[aria-current]")) { box.open = false; }
    } catch (error) { /* storage closed */ }
    box.querySelector("summary").addEventListener("click", function () {
      try { window.localStorage.setItem(key, box.open ? "shut" : "open"); } catch (error) { /* storage closed */ }
    });
  }

  /* A row of tabs that is wider than the screen begins at the one this page is. */
  function reach(tab) {
    var row = tab.closest(".tabs");
    var over = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
    if (over > 0) { row.scrollLeft += over + row.clientWidth / 4; }
  }

  /* Only one menu at a time; Escape and a press elsewhere close it. */
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details[data-menu][open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  /* Back from a refusal to the form as it was left: the browser still has what was typed. */
  document.addEventListener("click", function (event) {
    var way = event.target.closest("a[data-back]");
    if (!way || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (window.history.length < 2 || document.referrer !== way.href) { return; }
    event.preventDefault();
    window.history.back();
  });

  /* What went wrong on the way is said in the page, and what was typed stays. */
  function tell(which) {
    var place = document.getElementById("messages");
    if (!place || !place.dataset[which]) { return; }
    var box = document.createElement("div");
    box.className = "notice notice-error";
    box.setAttribute("role", "alert");
    box.textContent = place.dataset[which];
    place.replaceChildren(box);
    place.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("htmx:sendError", function () { tell("offline"); });
  document.addEventListener("htmx:timeout", function () { tell("offline"); });
  document.addEventListener("htmx:responseError", function (event) {
    tell(event.detail.xhr.status >= 500 ? "broken" : "gone");
  });

  /* What lies on this device only while somebody is signed in goes when they sign out: every store
     of the browser's whose name begins so. What was not yet sent lies elsewhere and stays. */
  var STORES = "linli-signed-in";

  function remove(name) {
    return new Promise(function (done) {
      var request = window.indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = done;
    });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.matches("form[data-signs-out]") || !window.indexedDB || !window.indexedDB.databases) { return; }
    event.preventDefault();
    function signOut() { form.submit(); }
    window.setTimeout(signOut, 2000);
    window.indexedDB.databases().then(function (stores) {
      return Promise.all(stores.map(function (store) { return store.name; }).filter(function (name) { return name.indexOf(STORES) === 0; }).map(remove));
    }).then(signOut, signOut);
  });

  function enhance(root) {
    each(root, "form[data-guard]", guard);
    each(root, "textarea[data-counter][maxlength]", count);
    each(root, "form[data-draft]", draft);
    each(root, "[data-emergency-words]", watch);
    each(root, "[data-file-drop]", drop);
    each(root, "[data-bulk]", bulk);
    each(root, "[data-fold]", fold);
    each(root, ".tabs [aria-current]", reach);
    each(root, "[data-draft-done]", function (one) { forget("linli-draft-" + one.dataset.draftDone); });
    each(root, "[data-error-summary]", function (one) { if (once(one, "met")) { one.focus(); } });
    each(root, "[data-print]", function (one) {
      one.hidden = false;
      one.classList.add("can-act");
      if (once(one, "printLive")) { one.addEventListener("click", function () { window.print(); }); }
    });
    each(root, "[data-passkey]", function (one) {
      if (window.PublicKeyCredential) { one.classList.add("can-act"); }
    });
    each(root, "[data-copy]", function (one) {
      if (!navigator.clipboard || !once(one, "copyLive")) { return; }
      one.hidden = false;
      one.classList.add("can-act");
      one.addEventListener("click", function () {
        navigator.clipboard.writeText(one.dataset.copy).then(function () { one.lastElementChild.textContent = one.dataset.copied; });
      });
    });
  }

  enhance(document.documentElement);
  document.addEventListener("htmx:load", function (event) { enhance(event.detail.elt); });
})();
