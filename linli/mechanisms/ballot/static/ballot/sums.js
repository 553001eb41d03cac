/* Running totals of a sheet, as rules/tally.py counts them: a column on which more is marked than
   there are seats, or more points are given than there are, counts for nobody, and a paper void as
   a whole only as a paper. */
(function () {
  "use strict";

  function chosen(answer) {
    var marks = answer.marks || {};
    var named = (answer.written || []).filter(function (name, at, all) { return all.indexOf(name) === at; });
    return Object.keys(marks).filter(function (key) { return marks[key] === "for"; }).length + named.length;
  }

  function over(question, answer) {
    if (question.form !== "points") { return chosen(answer) > question.seats; }
    var given = Object.keys(answer.points || {}).map(function (key) { return answer.points[key]; });
    var whole = given.reduce(function (sum, one) { return sum + one; }, 0);
    return whole > question.points || given.some(function (one) { return one > question.most; });
  }

  /* questions: [{position, form, seats, points, most}], entries: [{pattern, number}]. */
  function add(questions, entries) {
    var sums = { papers: 0, void: 0, questions: {} };
    questions.forEach(function (question) {
      sums.questions[question.position] = { valid: 0, void: 0, blank: 0, options: {}, written: {} };
    });
    entries.forEach(function (entry) {
      sums.papers += entry.number;
      if (entry.pattern.void) { sums.void += entry.number; return; }
      questions.forEach(function (question) {
        var sum = sums.questions[question.position];
        var answer = entry.pattern[question.position];
        if (!answer) { sum.blank += entry.number; return; }
        if (over(question, answer)) { sum.void += entry.number; return; }
        sum.valid += entry.number;
        Object.keys(answer.marks || {}).forEach(function (option) {
          var of = sum.options[option] = sum.options[option] || {};
          var mark = answer.marks[option];
          of[mark] = (of[mark] || 0) + entry.number;
        });
        Object.keys(answer.points || {}).forEach(function (option) {
          var of = sum.options[option] = sum.options[option] || {};
          of.for = (of.for || 0) + entry.number;
          of.points = (of.points || 0) + answer.points[option] * entry.number;
        });
        (answer.written || []).forEach(function (name) {
          sum.written[name] = (sum.written[name] || 0) + entry.number;
        });
      });
    });
    return sums;
  }

  /* 正: five strokes to a character, as votes are drawn on the board. */
  var STROKES = ["M2 2.5H18", "M10 2.5V17.5", "M10 9.5H16", "M5 9.5V17.5", "M1.5 17.5H18.5"];
  var SVG = "http://www.w3.org/2000/svg";

  function character(strokes) {
    var drawn = document.createElementNS(SVG, "svg");
    drawn.setAttribute("viewBox", "0 0 20 20");
    drawn.setAttribute("class", "stroke-sign");
    STROKES.slice(0, strokes).forEach(function (path) {
      var line = document.createElementNS(SVG, "path");
      line.setAttribute("d", path);
      drawn.appendChild(line);
    });
    return drawn;
  }

  function draw(place, number) {
    var have = place.childElementCount;
    var want = Math.ceil(number / 5);
    /* Only what changed is drawn anew: the board may hold hundreds of characters. */
    while (have > Math.max(0, want - 1)) { place.removeChild(place.lastChild); have -= 1; }
    for (; have < want; have += 1) {
      place.appendChild(character(have === want - 1 ? number - have * 5 : 5));
    }
    if (have && place.dataset.last !== String(number % 5)) {
      place.replaceChild(character(number - (want - 1) * 5), place.lastChild);
    }
    place.dataset.last = String(number % 5);
  }

  window.linliSums = { add: add, draw: draw, over: over };
})();
