// Draws the charts and opens sentences. Without it the page is whole but for the charts.
"use strict";
(() => {
  const DAY = 86400000;
  const REACH = 24; // pixels from a mark within which a click means it
  const DAYS = new Set(["t", "s", "u"]);
  const { specs, charts } = JSON.parse(document.getElementById("charts").textContent);
  const runtimes = new Map();
  const views = new Map();

  // Charts

  function runtime(name) {
    if (!runtimes.has(name)) {
      const spec = vegaLite.compile(specs[name]).spec;
      runtimes.set(name, vega.parse(spec, null, { ast: true }));
    }
    return runtimes.get(name);
  }

  function rows(columns) {
    const names = Object.keys(columns);
    return columns[names[0]].map((_, i) =>
      Object.fromEntries(names.map((name) => {
        const value = columns[name][i];
        return [name, DAYS.has(name) ? value * DAY : value];
      }).concat([["i", i]])));
  }

  function draw(box) {
    if (views.has(box)) return;
    const chart = charts[box.dataset.chart];
    const view = new vega.View(runtime(chart.spec), {
      expr: vega.expressionInterpreter,
      renderer: "svg",
      hover: false,
      logLevel: vega.Error,
    });
    views.set(box, view);
    for (const [name, columns] of Object.entries(chart.data)) view.data(name, rows(columns));
    view.width(width(box)).initialize(box).runAsync().then(() => dress(box));
    sized.observe(box);
  }

  function width(box) {
    return Math.max(200, Math.floor(box.clientWidth || box.parentElement.clientWidth || 600));
  }

  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const view = views.get(target);
      if (target.clientWidth && view.width() !== width(target)) {
        view.width(width(target)).runAsync().then(() => dress(target));
      }
    }
  });

  // Marks: one stop of the tab key a chart, arrows between marks, Enter opens the sentence.

  function dress(box) {
    const svg = box.querySelector("svg");
    if (!svg) return;
    svg.setAttribute("focusable", "false");
    for (const group of svg.querySelectorAll(".role-axis, .mark-area, .mark-line, .mark-rule, .mark-rect, .mark-text")) {
      group.setAttribute("aria-hidden", "true");
    }
    for (const group of svg.querySelectorAll(".mark-symbol")) {
      group.removeAttribute("role");
      group.removeAttribute("aria-roledescription");
    }
    const links = linksOf(box);
    const marks = marksOf(box);
    if (!marks.some((mark) => mark.tabIndex === 0)) marks.forEach((mark, k) => { mark.tabIndex = k ? -1 : 0; });
    for (const mark of marks) {
      const link = links[mark.__data__.datum.i];
      mark.setAttribute("role", "link");
      mark.setAttribute("aria-label", link.dataset.label);
      if (!mark.firstChild) mark.append(document.createElementNS(svg.namespaceURI, "title"));
      mark.firstChild.textContent = link.dataset.label;
    }
    box.dataset.drawn = "";
  }

  function marksOf(box) {
    return [...box.querySelectorAll(".mark-symbol path")]
      .filter((path) => path.__data__)
      .sort((a, b) => a.__data__.x - b.__data__.x);
  }

  function linksOf(box) {
    return [...box.closest("figure").querySelectorAll(".marks a[data-open]")];
  }

  function openMark(box, mark) {
    open(linksOf(box)[mark.__data__.datum.i], mark);
  }

  document.addEventListener("keydown", (event) => {
    const mark = event.target;
    const box = mark.closest && mark.closest("[data-chart]");
    if (!box || !mark.__data__) return;
    const marks = marksOf(box);
    const at = marks.indexOf(mark);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openMark(box, mark);
    } else if (to !== undefined) {
      event.preventDefault();
      const next = marks[Math.min(Math.max(to, 0), marks.length - 1)];
      marks.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
      next.focus();
    }
  });

  function nearest(box, x, y) {
    let best = null;
    let distance = REACH;
    for (const mark of marksOf(box)) {
      const at = mark.getBoundingClientRect();
      const away = Math.hypot(at.x + at.width / 2 - x, at.y + at.height / 2 - y);
      if (away < distance) [best, distance] = [mark, away];
    }
    return best;
  }

  // Sentences in a dialog: copies of the list of evidence at the page's end.

  const dialog = document.getElementById("reader");
  const shown = document.getElementById("reader-text");
  const steps = { earlier: -1, later: 1 };
  let opener = null;
  let current = null;

  function open(link, from) {
    current = link;
    if (from) opener = from;
    shown.replaceChildren(...link.dataset.open.split(" ").flatMap((id) => {
      const record = document.getElementById(id);
      if (!record) return [];
      const copy = record.cloneNode(true);
      copy.removeAttribute("id");
      return [copy];
    }));
    const series = seriesOf(link);
    const at = series.indexOf(link);
    document.getElementById("reader-place").textContent =
      series.length > 1 ? `${at + 1} of ${series.length}` : "";
    for (const [name, step] of Object.entries(steps)) {
      dialog.querySelector(`[data-step="${name}"]`).disabled = !series[at + step];
    }
    document.getElementById("reader-list").href = `#${link.dataset.open.split(" ")[0]}`;
    if (!dialog.open) dialog.showModal();
    shown.scrollTop = 0;
    document.getElementById("reader-title").focus();
  }

  function seriesOf(link) {
    const series = link.closest("[data-series]");
    return series ? [...series.querySelectorAll("a[data-open]")] : [link];
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-open]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(link, link);
      return;
    }
    const box = event.target.closest && event.target.closest("[data-chart]");
    const mark = box && nearest(box, event.clientX, event.clientY);
    if (mark) openMark(box, mark);
    if (event.target === dialog) dialog.close(); // beside the dialog's content
  });

  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const step = steps[button.dataset.step];
    const series = seriesOf(current);
    if (step) open(series[series.indexOf(current) + step]);
    else dialog.close();
  });

  document.getElementById("reader-list").addEventListener("click", () => {
    opener = null;
    dialog.close();
  });

  dialog.addEventListener("close", () => {
    if (opener) opener.focus();
    opener = null;
  });

  // A link into a closed fold opens it.

  function unfold() {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  }

  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // Charts in sight first, the others when there is time, all before printing.

  const boxes = [...document.querySelectorAll("[data-chart]")];
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) draw(entry.target);
  }, { rootMargin: "600px" });
  boxes.forEach((box) => near.observe(box));

  const later = window.requestIdleCallback || ((call) => setTimeout(call, 50));
  function drawNext() {
    const box = boxes.find((one) => !views.has(one));
    if (!box) return;
    draw(box);
    later(drawNext);
  }
  later(drawNext);

  let folded = [];
  addEventListener("beforeprint", () => {
    boxes.forEach(draw);
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
})();
