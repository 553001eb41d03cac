/* Makes the drawn map movable with Leaflet. What is shown is read from the drawing, nothing is
   fetched: no tiles, no third party. Where a point is picked, it is written into the two inputs. */
(function () {
  "use strict";

  if (!window.L) { return; }
  var L = window.L;

  function place(node) {
    return [parseFloat(node.dataset.lat), parseFloat(node.dataset.lon)];
  }

  function words(tag, text) {
    var made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  function block(map, node) {
    var chosen = node.classList.contains("near-chosen");
    var icon = L.divIcon({
      className: "near-square" + (chosen ? " near-chosen" : ""),
      html: words("span", node.dataset.short), iconSize: null
    });
    var defects = parseInt(node.dataset.defects, 10);
    var mark = L.marker(place(node), { icon: icon, keyboard: false, interactive: false, zIndexOffset: -1000 }).addTo(map);
    var below = node.dataset.below + (defects ? "▲" + defects : "");
    if (below) {
      mark.bindTooltip(words("span", below), {
        permanent: true, direction: "bottom", offset: [0, 10],
        className: "near-name" + (defects ? " near-defect" : "")
      });
    }
  }

  function heading(map, node) {
    var icon = L.divIcon({
      className: "near-heading-live", html: words("span", node.dataset.name),
      iconSize: [120, 20], iconAnchor: [60, 34]
    });
    L.marker(place(node), { icon: icon, keyboard: false, interactive: false, zIndexOffset: -2000 }).addTo(map);
  }

  function dot(map, node) {
    var icon = L.divIcon({ className: "near-pin", html: words("span", node.dataset.dot), iconSize: [24, 24] });
    L.marker(place(node), { icon: icon, alt: node.dataset.name, title: node.dataset.name, riseOnHover: true, zIndexOffset: 1000 })
      .addTo(map).bindPopup(words("p", node.dataset.dot + " " + node.dataset.name));
  }

  /* The smallest step between two buildings, in pixels at zoom 0. */
  function closest(map, points) {
    var flat = points.map(function (each) { return map.project(each, 0); });
    var least = Infinity;
    flat.forEach(function (one, at) {
      flat.slice(at + 1).forEach(function (other) {
        var apart = one.distanceTo(other);
        if (apart > 0) { least = Math.min(least, apart); }
      });
    });
    return least;
  }

  /* Where buildings come closer than their numbers are wide, they are small squares without. */
  function thin(map, stage, step) {
    function look() {
      stage.classList.toggle("is-small", step * map.getZoomScale(map.getZoom(), 0) < 30);
    }
    map.on("zoomend", look);
    look();
  }

  /* As high as what is shown on it, so that a flat community leaves no empty strips. */
  function shape(stage, map, bounds) {
    var one = map.project(bounds.getNorthWest(), 0), other = map.project(bounds.getSouthEast(), 0);
    var ratio = (other.y - one.y) / Math.max(other.x - one.x, 1e-9);
    var most = stage.clientHeight;
    stage.style.height = Math.round(Math.min(most, Math.max(240, stage.clientWidth * ratio + 72))) + "px";
  }

  /* The bar for the scale, in the words of the page. */
  function bar(map, said) {
    var control = L.control.scale({ imperial: false }).addTo(map);
    function say() {
      var line = control.getContainer().firstChild;
      var found = /^([\d.]+) (k?)m$/.exec(line.textContent);
      if (found) { line.textContent = said.replace("#", String(found[1] * (found[2] ? 1000 : 1))); }
    }
    map.on("move", say);
    map.whenReady(say);
  }

  function pick(map, figure) {
    var inputs = figure.dataset.picks.split(" ").map(function (id) { return document.getElementById(id); });
    if (!inputs[0] || !inputs[1]) { return; }
    var icon = L.divIcon({ className: "near-picked", iconSize: [20, 20] });
    var mark = null;
    function show(where) {
      if (mark) { mark.setLatLng(where); } else { mark = L.marker(where, { icon: icon, keyboard: false }).addTo(map); }
    }
    function typed() {
      var lon = parseFloat(inputs[0].value), lat = parseFloat(inputs[1].value);
      if (isFinite(lon) && isFinite(lat)) { show([lat, lon]); }
    }
    map.on("click", function (event) {
      inputs[0].value = event.latlng.lng.toFixed(6);
      inputs[1].value = event.latlng.lat.toFixed(6);
      var own = document.querySelector("input[name=how][value=point]");
      if (own) { own.checked = true; }
      show(event.latlng);
    });
    inputs.forEach(function (input) { input.addEventListener("change", typed); });
    typed();
  }

  function enliven(figure) {
    if (figure.classList.contains("is-live")) { return; }
    var blocks = figure.querySelectorAll("[data-block]");
    var dots = figure.querySelectorAll("[data-dot]");
    var all = Array.prototype.slice.call(blocks).concat(Array.prototype.slice.call(dots)).map(place);
    if (!all.length) { return; }
    var stage = document.createElement("div");
    stage.className = "near-live";
    stage.setAttribute("role", "group");
    stage.setAttribute("aria-label", figure.querySelector("title").textContent);
    figure.appendChild(stage);
    figure.classList.add("is-live");
    figure.removeAttribute("tabindex");
    var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    var map = L.map(stage, {
      attributionControl: false, zoomControl: false, scrollWheelZoom: false,
      zoomSnap: 0.25, zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, minZoom: 12, maxZoom: 20
    });
    L.control.zoom({ zoomInTitle: figure.dataset.closer, zoomOutTitle: figure.dataset.farther }).addTo(map);
    bar(map, figure.dataset.metres);
    var start = figure.querySelector(".near-chosen");
    var reach = parseInt(figure.dataset.reach, 10);
    if (start && reach) {
      L.circle(place(start), { radius: reach, fill: false, weight: 2, dashArray: "8 6", className: "near-ring", interactive: false }).addTo(map);
    }
    figure.querySelectorAll("[data-heading]").forEach(function (node) { heading(map, node); });
    blocks.forEach(function (node) { block(map, node); });
    dots.forEach(function (node) { dot(map, node); });
    var bounds = L.latLngBounds(all);
    shape(stage, map, bounds);
    map.fitBounds(bounds, { padding: [24, 30], maxZoom: 18, animate: false });
    thin(map, stage, closest(map, Array.prototype.map.call(blocks, place)));
    if (figure.dataset.picks) { pick(map, figure); }
  }

  function begin() {
    document.querySelectorAll("[data-near-map]").forEach(enliven);
  }

  begin();
  document.addEventListener("htmx:afterSwap", begin);
}());
