// Plots as SVG, each with a table's worth of words for those who do not see it.

import { draw, make } from './dom.js'
import { number, percent, t } from './text.js'

const figure = (title, svg, ...more) => make('figure', { class: 'plot' }, svg,
  make('figcaption', { class: 'unseen' }, title), ...more)

const stage = (width, height, title) => draw('svg', {
  viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title,
})

/** One bar of parts, and its legend. */
export function parts(title, items) {
  const total = items.reduce((sum, { count }) => sum + count, 0)
  const svg = stage(800, 30, `${title}: ${items.map(({ label, count }) => `${label} ${count}`).join(', ')}`)
  let x = 0
  for (const { name, count } of items) {
    if (!count) continue
    const width = Math.max(2, (count / total) * 800)
    svg.append(draw('rect', { x, y: 4, width: Math.max(1, width - 1.5), height: 22, rx: 2, class: `part-${name}` }))
    x += width
  }
  return figure(title, svg, make('ul', { class: 'legend' }, items.map(({ name, label, count }) => make('li', {},
    draw('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, draw('rect', { width: 10, height: 10, rx: 2, class: `part-${name}` })),
    `${label} `, make('strong', {}, number(count)), total ? ` · ${percent(count / total)}` : ''))))
}

/** Upright bars over time. */
export function bars(title, items) {
  const [width, height, left, bottom] = [800, 220, 46, 34]
  const top = niceTop(Math.max(1, ...items.map(({ count }) => count)))
  const svg = stage(width, height, `${title}: ${items.map(({ label, count }) => `${label} ${count}`).join(', ')}`)
  const y = (count) => 12 + (height - bottom - 12) * (1 - count / top)
  for (let turn = 0; turn <= 4; turn += 1) {
    const value = (top / 4) * turn
    svg.append(draw('line', { x1: left, x2: width, y1: y(value), y2: y(value), class: 'rule' }))
    svg.append(draw('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end', class: 'soft' }, number(value)))
  }
  const slot = (width - left) / Math.max(items.length, 12)
  const every = Math.ceil(items.length / 10)
  items.forEach(({ label, count }, index) => {
    const x = left + slot * index
    svg.append(draw('rect', { x: x + slot * .14, y: y(count), width: slot * .72, height: Math.max(0, height - bottom - y(count)), rx: 2, class: 'bar' },
      draw('title', {}, `${label}: ${count}`)))
    if (index % every === 0) {
      svg.append(draw('text', { x: x + slot / 2, y: height - 12, 'text-anchor': 'middle', class: 'soft' }, label))
    }
  })
  return figure(title, svg)
}

/** Shares with their intervals, a line each. */
export function intervals(title, items, standard = 0) {
  const [width, left, right, line] = [800, 130, 190, 32]
  const height = items.length * line + 34
  const low = Math.min(.9, Math.floor(Math.min(...items.map((item) => item.low)) * 10) / 10, standard || 1)
  const x = (value) => left + (width - left - right) * ((value - low) / (1 - low))
  const svg = stage(width, height, `${title}: ${items.map((item) =>
    `${item.label} ${percent(item.value)} (${percent(item.low)}–${percent(item.high)})`).join(', ')}`)
  for (let turn = 0; turn <= 5; turn += 1) {
    const value = low + ((1 - low) / 5) * turn
    svg.append(draw('line', { x1: x(value), x2: x(value), y1: 6, y2: height - 24, class: 'rule' }))
    svg.append(draw('text', { x: x(value), y: height - 6, 'text-anchor': 'middle', class: 'soft' }, percent(value)))
  }
  items.forEach((item, index) => {
    const y = 22 + line * index
    svg.append(draw('text', { x: left - 14, y: y + 5, 'text-anchor': 'end' }, item.label))
    svg.append(draw('line', { x1: x(Math.max(low, item.low)), x2: x(item.high), y1: y, y2: y, class: 'interval' }))
    svg.append(draw('circle', { cx: x(Math.max(low, item.value)), cy: y, r: 5, class: 'dot' }))
    svg.append(draw('text', { x: width - right + 16, y: y + 5 },
      percent(item.value), draw('tspan', { class: 'soft', dx: 8 }, t('plot.interval', {
        low: percent(item.low), high: percent(item.high), count: number(item.count) }))))
  })
  return figure(title, svg)
}

function niceTop(value) {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 8, 10].map((step) => step * power).find((top) => top >= value && top >= 4) ?? 4
}
