/* Draws the tables of figure.chart with ECharts; the table stays, folded, as the chart's text. */
(function () {
  "use strict";

  if (!window.echarts) { return; }

  var drawn = [];

  function token(name) {
    return window.getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function px(rem) {
    return rem * parseFloat(window.getComputedStyle(document.documentElement).fontSize);
  }

  function series(data) {
    var symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
    if (data.kind === "interval") {
      var ends = [];
      data.values.forEach(function (row, at) {
        if (row[1] === null || row[2] === null) { return; }
        ends.push([{ coord: [at, row[1]] }, { coord: [at, row[2]] }]);
      });
      return [{
        name: data.columns[0],
        type: "scatter",
        symbolSize: px(0.75),
        itemStyle: { opacity: 1 },
        z: 5,
        data: data.values.map(function (row) { return row[0]; }),
        markLine: {
          silent: true,
          animation: false,
          symbol: "rect",
          symbolSize: [px(1), 2],
          symbolRotate: 0,
          symbolKeepAspect: false,
          label: { show: false },
          lineStyle: { type: "solid", width: 2, color: token("--series-1") },
          data: ends
        }
      }];
    }
    return data.columns.map(function (name, column) {
      return {
        name: name,
        type: data.kind === "line" ? "line" : "bar",
        stack: data.kind === "stacked" ? "all" : undefined,
        symbol: symbols[column % symbols.length],
        symbolSize: px(0.45),
        showSymbol: true,
        connectNulls: false,
        barMaxWidth: px(2),
        lineStyle: { width: 2.5, type: column ? (column % 2 ? "dashed" : "dotted") : "solid" },
        itemStyle: data.kind === "line" ? {} : { borderColor: token("--surface"), borderWidth: data.kind === "stacked" ? 1 : 0, borderRadius: data.kind !== "bar" ? 0 : data.across ? [0, 3, 3, 0] : [3, 3, 0, 0] },
        data: data.values.map(function (row) { return row[column]; })
      };
    });
  }

  /* An interval's ends are not points, so the axis has to be told of them. */
  function edge(data, round, column) {
    if (data.kind !== "interval") { return null; }
    var all = data.values.map(function (row) { return row[column]; }).filter(function (value) { return value !== null; });
    return all.length ? round(Math[column === 1 ? "min" : "max"].apply(null, all) / 10) * 10 : null;
  }

  function option(data) {
    var soft = token("--ink-soft");
    var line = token("--line");
    var many = data.kind !== "interval" && data.columns.length > 1;
    var words = { color: soft, fontFamily: token("--sans"), fontSize: px(0.8125) };
    var names = { type: "category", data: data.labels, boundaryGap: data.kind !== "line", axisLine: { lineStyle: { color: token("--line-strong") } }, axisTick: { show: false }, axisLabel: { color: soft, hideOverlap: true } };
    var amounts = { type: "value", min: edge(data, Math.floor, 1), max: edge(data, Math.ceil, 2), axisLabel: { color: soft }, splitLine: { lineStyle: { color: line } } };
    if (data.across) {
      /* bars lie: every name beside its own, broken into lines where it is long */
      names.inverse = true;
      names.axisLabel = { color: token("--ink"), interval: 0, width: px(7.5), overflow: "break", lineHeight: px(1.1) };
      amounts.splitNumber = 3;
      amounts.axisLabel.hideOverlap = true;
    }
    return {
      animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      animationDuration: 400,
      color: [1, 2, 3, 4, 5, 6].map(function (n) { return token("--series-" + n); }),
      textStyle: words,
      grid: { left: px(0.25), right: px(0.75), top: many ? px(2.5) : px(0.75), bottom: px(0.25), containLabel: true },
      legend: { type: "scroll", show: many, top: 0, left: 0, itemWidth: px(1.5), textStyle: words, inactiveColor: line },
      tooltip: {
        /* rich text is painted, not put in as markup, so the page's content policy holds */
        renderMode: "richText",
        trigger: data.kind === "interval" ? "item" : "axis",
        backgroundColor: token("--surface"),
        borderColor: token("--line"),
        textStyle: { color: token("--ink"), fontFamily: token("--sans"), fontSize: px(0.875) },
        formatter: data.kind === "interval" ? function (at) {
          var row = data.values[at.dataIndex];
          return data.labels[at.dataIndex] + "\n" + row[0] + data.unit + " (" + row[1] + "–" + row[2] + ")";
        } : undefined
      },
      xAxis: data.across ? amounts : names,
      yAxis: data.across ? names : amounts,
      series: series(data)
    };
  }

  function draw(figure) {
    var source = document.getElementById(figure.dataset.chart);
    var place = figure.querySelector(".chart-drawing");
    if (!source || !place || figure.dataset.drawn) { return; }
    figure.dataset.drawn = "1";
    place.hidden = false;
    figure.querySelector(".chart-data").open = false;
    var data = JSON.parse(source.textContent);
    if (data.across) { place.style.height = px(3.25 * data.labels.length + 5) + "px"; }
    var chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption(option(data));
    drawn.push({ chart: chart, data: data, figure: figure });
  }

  function drawAll(root) {
    root.querySelectorAll("figure[data-chart]").forEach(draw);
    drawn = drawn.filter(function (one) {
      if (document.contains(one.figure)) { return true; }
      one.chart.dispose();
      return false;
    });
  }

  window.addEventListener("resize", function () { drawn.forEach(function (one) { one.chart.resize(); }); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () {
    drawn.forEach(function (one) { one.chart.setOption(option(one.data), true); });
  });
  window.addEventListener("beforeprint", function () {
    drawn.forEach(function (one) { one.figure.querySelector(".chart-data").open = true; });
  });

  drawAll(document);
  document.addEventListener("htmx:load", function (event) { drawAll(event.detail.elt.parentNode || document); });
})();
