"use strict";
// The dataset as a page. All words of articles reach the page by textContent alone.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = {
    zh: {
      skip: "跳到事实列表", filters: "检索与筛选", search: "检索（句子、指标、主体）", place: "地名", measure: "指标",
      from: "起始年", to: "截止年", status: "状态", kind: "类别", review: "审核", order: "排序",
      repeats: "含重复与转载", reset: "清除筛选", splitTitle: "构成", lineTitle: "时间线",
      lineMeasure: "时间线的指标", asTable: "以表格显示", factsTitle: "事实", none: "没有符合条件的事实。",
      files: "同一文件夹中的 facts.csv、dataset.sqlite 与 datapackage.json 含全部数据。",
      any: "全部", facts: "事实", articles: "文章", measures: "指标", places: "地名", reviewed: "已审核",
      count: (n, a) => [["b", n], " 条事实，出自 ", ["b", a], " 篇文章"], more: (n) => `再显示 ${n} 条`,
      dark: "深色", light: "浅色", themeLabel: "切换深浅色",
      kinds: { count: "计数", money: "金额", percent: "百分比", percentage_point: "百分点", multiple: "倍数",
        ratio: "比率", rank: "名次", measure: "度量", duration: "时长", age: "年龄", frequency: "频率" },
      statuses: { actual: "已实现", target: "目标", forecast: "预计", provision: "规定" },
      reviews: { unreviewed: "未审核", accepted: "已确认", corrected: "已更正", added: "人工补充", disputed: "有争议" },
      aspects: { level: "水平", change: "变动", share: "占比", rank: "名次", ratio: "比率", scale: "量级" },
      orders: { article: "按文章", time: "按时间，新的在前", value: "按数值，大的在前", confidence: "按置信度，低的在前" },
      directions: { increase: "上升", decrease: "下降", flat: "持平" },
      bases: { yoy: "同比", mom: "环比", since: "较某时", peer: "较他者", unstated: "" },
      confidence: (p) => `置信度 ${p}`, time: "时间", value: "数值", subject: "主体", quote: "原文",
      made: (m) => `由 Shudu ${m.program} 从文章与审核记录生成。`,
      part: (n, all) => `此页含前 ${n} 条，共 ${all} 条；其余见 facts.csv。`,
      plotLabel: (m, n, u) => `${m}的时间线，${n} 个数据点，单位 ${u}。下有表格。`,
      unit: "单位", other: "其他主体", hollow: "空心：目标或预计", noText: "此版不含句子原文。",
    },
    en: {
      skip: "Skip to the facts", filters: "Search and filter", search: "Search (sentence, measure, subject)",
      place: "Place", measure: "Measure", from: "From year", to: "To year", status: "Status", kind: "Kind",
      review: "Review", order: "Order", repeats: "With repeats and reprints", reset: "Clear filters",
      splitTitle: "What they are", lineTitle: "Time line", lineMeasure: "Measure of the time line",
      asTable: "Show as a table", factsTitle: "Facts", none: "No fact is like that.",
      files: "All data stand in facts.csv, dataset.sqlite and datapackage.json in the same folder.",
      any: "All", facts: "facts", articles: "articles", measures: "measures", places: "places", reviewed: "reviewed",
      count: (n, a) => [["b", n], " facts from ", ["b", a], " articles"], more: (n) => `Show ${n} more`,
      dark: "Dark", light: "Light", themeLabel: "Switch between light and dark",
      kinds: { count: "count", money: "money", percent: "percent", percentage_point: "percentage points",
        multiple: "multiple", ratio: "ratio", rank: "rank", measure: "physical", duration: "duration",
        age: "age", frequency: "frequency" },
      statuses: { actual: "actual", target: "target", forecast: "forecast", provision: "provision" },
      reviews: { unreviewed: "not reviewed", accepted: "accepted", corrected: "corrected", added: "added by hand", disputed: "disputed" },
      aspects: { level: "level", change: "change", share: "share", rank: "rank", ratio: "ratio", scale: "scale" },
      orders: { article: "By article", time: "Latest time first", value: "Largest value first", confidence: "Least sure first" },
      directions: { increase: "up", decrease: "down", flat: "flat" },
      bases: { yoy: "on the year", mom: "on the month", since: "since a day", peer: "against a peer", unstated: "" },
      confidence: (p) => `confidence ${p}`, time: "Time", value: "Value", subject: "Subject", quote: "As printed",
      made: (m) => `Made by Shudu ${m.program} from articles and review decisions.`,
      part: (n, all) => `This page has the first ${n} of ${all}; the rest is in facts.csv.`,
      plotLabel: (m, n, u) => `Time line of ${m}, ${n} points, in ${u}. A table follows.`,
      unit: "in", other: "other subjects", hollow: "hollow: target or forecast", noText: "This edition leaves the sentences out.",
    },
  };
  const byId = (id) => document.getElementById(id);
  const facts = data.facts.map((row, at) => {
    const fact = { at };
    data.fields.forEach((name, index) => { fact[name] = row[index]; });
    fact.number = Number(fact.value ?? (fact.min !== null && fact.max !== null
      ? (Number(fact.min) + Number(fact.max)) / 2 : fact.min ?? fact.max));
    const bound = fact.norm_min !== null && fact.norm_max !== null
      ? (Number(fact.norm_min) + Number(fact.norm_max)) / 2 : null;
    // What is no name (公司, 全市) is another owner in each article.
    fact.owner = fact.named ? fact.subject : `${fact.subject ?? "—"}\n${fact.article}`;
    fact.norm = fact.norm_value !== null ? Number(fact.norm_value) : bound;
    const text = data.sentences[fact.sentence] ?? "";
    fact.haystack = [text, fact.quote, fact.measure, fact.subject, data.articles[fact.article].title]
      .filter(Boolean).join("\n").toLowerCase();
    return fact;
  });
  const page = 40;
  let shown = page;
  let found = facts;
  let lineChoice = null;
  let language = (navigator.language || "zh").startsWith("zh") ? "zh" : "en";
  let theme = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const t = () => words[language];

  // MARK: Making elements

  function element(name, attributes = {}, ...children) {
    const made = name.startsWith("svg:")
      ? document.createElementNS("http://www.w3.org/2000/svg", name.slice(4)) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) made.setAttribute(key, value);
    }
    for (const child of children) {
      if (child !== null && child !== undefined) made.append(child);
    }
    return made;
  }
  const put = (id, ...children) => byId(id).replaceChildren(...children.filter((child) => child !== null));
  const format = (number) => new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", {
    notation: Math.abs(number) >= 10000 ? "compact" : "standard", maximumFractionDigits: 2,
  }).format(number);
  const plainCount = (number) => new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en").format(number);

  function options(id, pairs, chosen) {
    put(id, ...pairs.map(([value, text]) => {
      const option = element("option", { value }, text);
      option.selected = value === chosen;
      return option;
    }));
  }

  /** Values with how many facts have them, most frequent first. */
  function tally(values) {
    const counts = new Map();
    for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  // MARK: Filters

  const years = [...new Set(facts.flatMap((fact) => [fact.first, fact.last]).filter(Boolean)
    .map((day) => day.slice(0, 4)))].sort();

  function fillFilters() {
    const keep = (id, fallback = "") => byId(id).value || fallback;
    for (const [id, name] of [["status", "statuses"], ["kind", "kinds"], ["review", "reviews"]]) {
      const present = new Set(facts.map((fact) => fact[id]));
      const pairs = Object.entries(t()[name]).filter(([value]) => present.has(value));
      options(id, [["", t().any], ...pairs], keep(id));
    }
    for (const id of ["from", "to"]) {
      options(id, [["", t().any], ...years.map((year) => [year, year])], keep(id));
    }
    options("order", Object.entries(t().orders), keep("order", "article"));
  }

  function fillLists() {
    put("places", ...tally(facts.flatMap((fact) => fact.places)).slice(0, 400)
      .map(([index]) => element("option", { value: data.places[index - 1] })));
    put("measures", ...tally(facts.map((fact) => fact.measure)).slice(0, 400)
      .map(([value]) => element("option", { value })));
  }

  function filter() {
    const text = byId("search").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const place = byId("place").value.trim();
    const measure = byId("measure").value.trim();
    const from = byId("from").value;
    const to = byId("to").value;
    const repeats = byId("repeats").checked;
    const homes = place
      ? new Set(data.places.flatMap((name, index) => (name.includes(place) ? [index + 1] : []))) : null;
    found = facts.filter((fact) =>
      (repeats || !fact.repeat)
      && ["status", "kind", "review"].every((id) => !byId(id).value || fact[id] === byId(id).value)
      && (!homes || fact.places.some((index) => homes.has(index)))
      && (!measure || (fact.measure ?? "").includes(measure))
      && (!from || (fact.last ?? fact.first ?? "") >= from)
      && (!to || ((fact.first ?? fact.last ?? "9999").slice(0, 4) <= to))
      && text.every((word) => fact.haystack.includes(word)));
    const number = (value) => (value === null || Number.isNaN(value) ? -Infinity : value);
    const orders = {
      time: (a, b) => ((b.last ?? "") < (a.last ?? "") ? -1 : (b.last ?? "") > (a.last ?? "") ? 1 : a.at - b.at),
      value: (a, b) => number(b.number) - number(a.number) || a.at - b.at,
      confidence: (a, b) => a.confidence - b.confidence || a.at - b.at,
    };
    const order = orders[byId("order").value];
    if (order) found.sort(order);
    shown = page;
    drawAll();
  }

  // MARK: Facts

  /** The sentence with what the fact was read from marked in it. */
  function sentence(fact) {
    const text = data.sentences[fact.sentence];
    if (text === null || text === undefined) return element("p", { class: "sentence" }, t().noText);
    const marks = [
      ...fact.marks_quote.map((span) => ["mark", span]), ...fact.marks_measure.map((span) => ["u", span]),
      ...fact.marks_subject.map((span) => ["i", span]),
    ].sort((a, b) => a[1][0] - b[1][0] || b[1][1] - a[1][1]);
    const line = element("p", { class: "sentence", lang: "zh" });
    let at = 0;
    for (const [name, [start, end]] of marks) {
      if (start < at) continue;
      line.append(text.slice(at, start), element(name, {}, text.slice(start, end)));
      at = end;
    }
    line.append(text.slice(at));
    return line;
  }

  /** The value in full where the quote has scale words or folded forms. */
  function plainValue(fact) {
    if (!fact.quote) return null;
    const bound = (digits) => (digits === null ? "…" : format(Number(digits)));
    const value = fact.value !== null ? fact.value : `${bound(fact.min)} – ${bound(fact.max)}`;
    const text = fact.value !== null ? new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en",
      { maximumFractionDigits: 20 }).format(value) : value;
    const whole = `${text}${fact.unit ? ` ${fact.unit}` : ""}`;
    const bare = (words) => words.replace(/[\s,，]/g, "");
    return bare(whole) === bare(fact.quote) ? null : whole;
  }

  function card(fact) {
    const article = data.articles[fact.article];
    const change = fact.direction
      ? [t().bases[fact.basis], t().directions[fact.direction]].filter(Boolean).join(" ") : null;
    const what = element("p", { class: "what", lang: "zh" });
    if (fact.subject) what.append(element("span", { class: "of" }, fact.subject), " ");
    what.append(fact.measure ?? "—");
    if (change) what.append(element("span", { class: "badge", lang: language }, change));
    if (fact.review !== "unreviewed") {
      what.append(element("span", { class: "badge", lang: language }, t().reviews[fact.review]));
    }
    const meta = element("p", { class: "meta" });
    const source = [article.title, article.key].find(Boolean);
    meta.append(element("span", { lang: "zh", title: article.key }, article.date ? `${source} · ${article.date}` : source));
    meta.append(element("span", {}, t().confidence(fact.confidence.toFixed(2))));
    const state = element("span", { class: "state" }, element("span", { class: `dot ${fact.status}`, "aria-hidden": "true" }),
      [t().statuses[fact.status], fact.time].filter(Boolean).join(" · "));
    const plain = plainValue(fact);
    return element("li", { class: "item" }, element("article", {
      class: fact.quote.length > 9 ? "fact long" : "fact", id: `f-${fact.id}`, "aria-label": `${fact.quote} ${fact.measure ?? ""}`,
    }, element("p", { class: "figure" }, element("span", { class: "quote", lang: "zh" }, fact.quote),
      plain ? element("span", { class: "plain" }, plain) : null, state),
    element("div", {}, what, sentence(fact), meta)));
  }

  function drawFacts() {
    put("facts", ...found.slice(0, shown).map(card));
    const rest = found.length - shown;
    byId("more").hidden = rest <= 0;
    byId("more").textContent = t().more(plainCount(Math.min(page, rest)));
    byId("none").hidden = found.length > 0;
    const articles = new Set(found.map((fact) => fact.article)).size;
    put("count", ...t().count(plainCount(found.length), plainCount(articles))
      .map((part) => (Array.isArray(part) ? element("b", {}, part[1]) : part)));
  }

  // MARK: Totals

  function drawTotals() {
    const reviewed = facts.filter((fact) => fact.review !== "unreviewed").length;
    const pairs = [
      [data.total, t().facts], [data.articles.length, t().articles],
      [new Set(facts.map((fact) => fact.measure).filter(Boolean)).size, t().measures],
      [data.places.length, t().places], [reviewed, t().reviewed],
    ];
    put("totals", ...pairs.filter(([number]) => number > 0).map(([number, name]) =>
      element("div", {}, element("dt", {}, name), element("dd", {}, plainCount(number)))));
  }

  function drawSplit() {
    byId("split").hidden = found.length === 0;
    const statuses = tally(found.map((fact) => fact.status));
    const strip = element("div", { class: "strip", "aria-hidden": "true" });
    for (const [name, count] of statuses) {
      const part = element("span", { class: name });
      part.style.flexGrow = String(count);
      strip.append(part);
    }
    const key = (name, text, count) => element("li", {},
      name ? element("span", { class: `dot ${name}`, "aria-hidden": "true" }) : null, text, " ", element("b", {}, plainCount(count)));
    put("bars", element("div", { class: "bars" }, strip),
      element("ul", { class: "keys" }, ...statuses.map(([name, count]) => key(name, t().statuses[name], count))),
      element("ul", { class: "keys" }, ...tally(found.map((fact) => fact.kind))
        .map(([name, count]) => key(null, t().kinds[name], count))));
  }

  // MARK: Time line

  const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;

  /** Facts of a measure that can be set against time, in the unit and aspect that most of them have. */
  function series(list) {
    const dated = list.filter((fact) => fact.norm !== null && fact.last && fact.norm_unit !== null);
    const groups = new Map();
    for (const fact of dated) {
      const key = `${fact.norm_unit}\n${fact.aspect}`;
      groups.set(key, [...(groups.get(key) ?? []), fact]);
    }
    return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  }

  function drawLine() {
    const groups = new Map();
    for (const fact of found) {
      if (fact.measure) groups.set(fact.measure, [...(groups.get(fact.measure) ?? []), fact]);
    }
    const usable = [...groups].map(([measure, list]) => [measure, series(list)])
      .filter(([, list]) => new Set(list.map((fact) => fact.last)).size >= 2)
      .sort((a, b) => longest(b[1]) - longest(a[1]) || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .slice(0, 200);
    byId("line").hidden = usable.length === 0;
    if (usable.length === 0) return;
    const chosen = usable.find(([measure]) => measure === lineChoice) ?? usable[0];
    options("line-measure", usable.map(([measure, list]) => [measure, `${measure} (${list.length})`]), chosen[0]);
    plot(chosen[0], chosen[1]);
  }

  /** Whether the points of an owner follow one another: at least two, and one at a time. */
  const isSeries = (points) => points.length > 1 && new Set(points.map((point) => point.middle)).size === points.length;

  /** How long the longest row of values of one owner is. */
  function longest(list) {
    const owners = new Map();
    for (const fact of list) owners.set(fact.owner, new Set([...(owners.get(fact.owner) ?? []), fact.last]));
    return Math.max(...[...owners.values()].map((days) => days.size));
  }

  const colors = ["--actual", "--target", "--forecast", "--accent", "--provision"];
  const shapes = ["circle", "square", "diamond", "triangle", "circle"];

  function ticks(low, high, most) {
    const span = high - low || Math.abs(high) || 1;
    const power = 10 ** Math.floor(Math.log10(span / most));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => span / size <= most);
    const marks = [];
    for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at += 1) marks.push(at * step);
    return marks;
  }

  function symbol(shape, x, y, size, color, isHollow) {
    const style = { fill: isHollow ? "var(--card)" : `var(${color})`, stroke: `var(${color})`, "stroke-width": 2 };
    if (shape === "square") {
      return element("svg:rect", { x: x - size, y: y - size, width: size * 2, height: size * 2, rx: 1, ...style });
    }
    if (shape === "diamond") {
      const d = size * 1.35;
      return element("svg:path", { d: `M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}Z`, ...style });
    }
    if (shape === "triangle") {
      return element("svg:path", { d: `M${x} ${y - size * 1.25}L${x + size * 1.2} ${y + size}L${x - size * 1.2} ${y + size}Z`, ...style });
    }
    return element("svg:circle", { cx: x, cy: y, r: size, ...style });
  }

  function plot(measure, list) {
    const isNarrow = window.matchMedia("(max-width: 40rem)").matches;
    const [width, height] = isNarrow ? [360, 240] : [760, 260];
    const edge = { left: 64, right: 14, top: 12, bottom: 28 };
    const points = list.map((fact) => {
      const last = day(fact.last) + 1;
      const first = fact.first ? day(fact.first) : last - 1;
      return { fact, first, last, middle: (first + last) / 2 };
    }).sort((a, b) => a.middle - b.middle);
    const owners = tally(points.map((point) => point.fact.owner));
    const named = owners.slice(0, owners.length > 5 ? 4 : 5).map(([name]) => name);
    const place = (fact) => {
      const index = named.indexOf(fact.owner);
      return index < 0 ? 4 : index;
    };
    const start = Math.min(...points.map((point) => point.first));
    const end = Math.max(...points.map((point) => point.last));
    const pad = Math.max(20, (end - start) * 0.04);
    const values = points.map((point) => point.fact.norm);
    const marks = ticks(Math.min(0, ...values), Math.max(0, ...values), 5);
    const x = (at) => edge.left + (at - start + pad) / (end - start + 2 * pad) * (width - edge.left - edge.right);
    const y = (value) => height - edge.bottom
      - (value - marks[0]) / (marks[marks.length - 1] - marks[0]) * (height - edge.top - edge.bottom);
    const unit = points[0].fact.norm_unit;
    const svg = element("svg:svg", {
      viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": t().plotLabel(measure, points.length, unit),
    });
    for (const mark of marks) {
      const line = { x1: edge.left, x2: width - edge.right, y1: y(mark), y2: y(mark) };
      svg.append(element("svg:line", { class: mark === 0 ? "axis" : "grid", ...line }));
      const label = element("svg:text", { x: edge.left - 8, y: y(mark) + 4, "text-anchor": "end" });
      label.textContent = format(mark);
      svg.append(label);
    }
    const [firstYear, lastYear] = [start - pad, end + pad].map((at) => new Date(at * 86400000).getUTCFullYear());
    const stride = Math.max(1, Math.ceil((lastYear - firstYear + 1) / (isNarrow ? 5 : 10)));
    for (let year = firstYear; year <= lastYear + 1; year += 1) {
      const at = day(`${String(year).padStart(4, "0")}-01-01`);
      if (year % stride !== 0 || at < start - pad || at > end + pad) continue;
      svg.append(element("svg:line", { class: "grid", x1: x(at), x2: x(at), y1: edge.top, y2: height - edge.bottom }));
      const label = element("svg:text", { x: x(at), y: height - 8, "text-anchor": "middle" });
      label.textContent = String(year);
      svg.append(label);
    }
    const owned = new Map();
    for (const point of points) {
      const key = place(point.fact);
      if (named.includes(point.fact.owner)) owned.set(key, [...(owned.get(key) ?? []), point]);
    }
    for (const [key, own] of owned) {
      if (!isSeries(own)) continue;
      const path = own.map((point, index) => `${index ? "L" : "M"}${x(point.middle)} ${y(point.fact.norm)}`).join("");
      svg.append(element("svg:path", { class: "join", d: path, stroke: `var(${colors[key]})` }));
    }
    for (const point of points) {
      const key = place(point.fact);
      const at = y(point.fact.norm);
      svg.append(element("svg:line", {
        class: "reach", x1: x(point.first), x2: x(point.last), y1: at, y2: at, stroke: `var(${colors[key]})`,
      }));
      const isHollow = point.fact.status !== "actual";
      const dot = symbol(shapes[key], x(point.middle), at, 4.5, colors[key], isHollow);
      const title = element("svg:title");
      title.textContent = `${point.fact.subject ?? ""} ${point.fact.time ?? ""} ${point.fact.quote}`;
      dot.append(title);
      svg.append(dot);
    }
    put("plot", svg);
    const entry = (name, index) => {
      const small = element("svg:svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
      small.append(symbol(shapes[index], 7, 7, 4.2, colors[index], false));
      return element("li", { lang: "zh" }, small, name.split("\n")[0]);
    };
    const legend = named.map((name, index) => entry(name, index));
    if (owners.length > named.length) legend.push(entry(t().other, 4));
    if (points.some((point) => point.fact.status !== "actual")) legend.push(element("li", {}, t().hollow));
    if (unit !== "1") legend.push(element("li", {}, `${t().unit} ${unit}`));
    put("legend", ...legend);
    const head = element("tr", {}, ...["time", "subject", "quote", "value", "status"]
      .map((name) => element("th", { scope: "col" }, t()[name])));
    put("line-table", element("thead", {}, head), element("tbody", {}, ...points.map(({ fact }) =>
      element("tr", {}, ...[fact.time_value ?? fact.time, fact.subject ?? "—", fact.quote, format(fact.norm),
        t().statuses[fact.status]].map((cell) => element("td", {}, cell))))));
  }

  // MARK: Language and theme

  function drawAll() {
    drawFacts();
    drawSplit();
    drawLine();
  }

  function speak() {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    for (const node of document.querySelectorAll("[data-text]")) node.textContent = t()[node.dataset.text];
    const other = language === "zh" ? "en" : "zh";
    byId("language").textContent = other === "en" ? "English" : "中文";
    byId("language").lang = other;
    byId("language").setAttribute("aria-label", other === "en" ? "Switch to English" : "切换为中文");
    byId("title").textContent = data.title;
    byId("lead").textContent = data.description[language] ?? "";
    const part = data.total > facts.length ? t().part(plainCount(facts.length), plainCount(data.total)) : "";
    byId("making").textContent = [t().made(data), part].filter(Boolean).join(" ");
    paint();
    fillFilters();
    drawTotals();
    drawAll();
  }

  function paint() {
    document.documentElement.dataset.theme = theme;
    byId("theme").textContent = theme === "dark" ? t().light : t().dark;
    byId("theme").setAttribute("aria-label", t().themeLabel);
  }

  byId("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    speak();
  });
  byId("theme").addEventListener("click", () => {
    theme = theme === "dark" ? "light" : "dark";
    paint();
  });
  byId("more").addEventListener("click", () => {
    const first = shown;
    shown += page;
    drawFacts();
    const next = byId("facts").children[first]?.firstElementChild;
    next?.setAttribute("tabindex", "-1");
    next?.focus();
  });
  byId("line-measure").addEventListener("change", (event) => {
    lineChoice = event.target.value;
    drawLine();
  });
  let waiting = 0;
  byId("filters").addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(filter, 120);
  });
  byId("filters").addEventListener("reset", () => window.setTimeout(() => { lineChoice = null; filter(); }));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId("drawer").open = true;
      byId("search").focus();
    }
  });
  const narrow = window.matchMedia("(max-width: 52rem)");
  const fold = () => { byId("drawer").open = !narrow.matches; drawLine(); };
  narrow.addEventListener("change", fold);
  byId("drawer").open = !narrow.matches;
  // On wide screens the drawer is a plain heading.
  byId("filters-title").addEventListener("click", (event) => { if (!narrow.matches) event.preventDefault(); });
  speak();
  fillLists();
  filter();
})();
