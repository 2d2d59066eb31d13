// The article as it was printed: joined in reading order, or raw as the file has it.
//
// All offsets are Unicode scalars of the decoded file, half open, as in records. A paragraph is a list of runs, each a
// stretch of the file; a piece is a part of a run between two borders of marks, one element on the page.

import { find, make } from './dom.js'
import { visible } from './marks.js'
import { fields, spansOf } from './fields.js'
import { t } from './text.js'

export class ArticleView {
  /** @param {HTMLElement} element holds the paragraphs. */
  constructor(element, onpick) {
    this.element = element
    this.onpick = onpick
    this.mode = 'joined'
    this.marks = []
    element.addEventListener('click', (event) => this.#pick(event))
  }

  show(article) {
    this.article = article
    this.characters = Array.from(article.text)
    this.#build()
  }

  setMode(mode) {
    if (mode === this.mode) return
    this.mode = mode
    if (this.article) this.#build()
  }

  /** Marks the fields of a fact; only paragraphs whose marks changed are drawn again. */
  mark(fact) {
    const old = this.marks
    this.marks = fact ? marksOf(fact) : []
    const touched = new Set([...this.#paragraphsOf(old), ...this.#paragraphsOf(this.marks)])
    for (const index of touched) this.#draw(index)
  }

  /** Scrolls so that the marked sentence is in sight. */
  reveal() {
    const target = find('.in-quote', this.element) ?? find('.in-sentence', this.element)
    const frame = this.element.parentElement
    if (!target) return frame.scrollTo(0, 0)
    const offset = target.getBoundingClientRect().top - frame.getBoundingClientRect().top
    frame.scrollBy(0, offset - frame.clientHeight * 0.38)
  }

  /** The file's characters in spans. */
  cut(spans) {
    return spans.map(([start, end]) => this.characters.slice(start, end).join('')).join('')
  }

  /** What is selected, as spans in reading order; empty where nothing of the article is. */
  selection() {
    const selection = getSelection()
    if (!selection.rangeCount || selection.isCollapsed) return []
    const range = selection.getRangeAt(0)
    if (!this.element.contains(range.commonAncestorContainer)) return []
    const spans = []
    for (const piece of this.element.querySelectorAll('[data-start]')) {
      if (!range.intersectsNode(piece)) continue
      const from = piece.contains(range.startContainer)
        ? scalarsBefore(piece, range.startContainer, range.startOffset) : 0
      const to = piece.contains(range.endContainer)
        ? scalarsBefore(piece, range.endContainer, range.endOffset) : Number(piece.dataset.length)
      if (to > from) append(spans, Number(piece.dataset.start) + from, Number(piece.dataset.start) + to)
    }
    return spans
  }

  /** The reading order's next or previous place of the file, for growing a span across torn stretches. */
  neighbour(offset, step) {
    const place = this.#locate(step > 0 ? offset : offset - 1)
    if (!place) return null
    const run = this.paragraphs[place.paragraph].runs[place.run]
    const inside = step > 0 ? offset < run[1] : offset > run[0]
    if (inside) return [offset, offset + step]
    return null
  }

  /** Where spans may grow to: the run that follows or precedes one in its paragraph. */
  adjacentRun(offset, step) {
    const place = this.#locate(step > 0 ? offset - 1 : offset)
    return place ? this.paragraphs[place.paragraph].runs[place.run + step] ?? null : null
  }

  /** The first place of words inside spans, else nearest to them in the file; null where they stand nowhere. */
  locate(words, spans) {
    if (!words) return null
    const inside = this.cut(spans).indexOf(words)
    if (inside >= 0) {
      return narrow(spans, Array.from(this.cut(spans).slice(0, inside)).length, Array.from(words).length)
    }
    const near = spans[0]?.[0] ?? 0
    let best = null
    for (let at = this.article.text.indexOf(words), turn = 0; at >= 0 && turn < 200;
      at = this.article.text.indexOf(words, at + 1), turn += 1) {
      const start = Array.from(this.article.text.slice(0, at)).length
      if (best === null || Math.abs(start - near) < Math.abs(best - near)) best = start
    }
    return best === null ? null : [[best, best + Array.from(words).length]]
  }

  // Drawing

  #build() {
    this.paragraphs = this.mode === 'raw' ? this.#lines() : this.article.paragraphs
    this.runs = []
    this.paragraphs.forEach((paragraph, index) => paragraph.runs.forEach((run, turn) => {
      this.runs.push({ start: run[0], end: run[1], paragraph: index, run: turn })
    }))
    this.runs.sort((one, other) => one.start - other.start)
    this.backgrounds = this.paragraphs.map(() => [])
    for (const mark of this.#backgroundMarks()) {
      for (const index of this.#paragraphsOf([mark])) this.backgrounds[index].push(mark)
    }
    this.element.dataset.mode = this.mode
    this.element.replaceChildren(...this.paragraphs.map((paragraph) =>
      make(paragraph.role === 'heading' ? 'h3' : 'p', { class: `paragraph ${paragraph.role}` })))
    this.paragraphs.forEach((_, index) => this.#draw(index))
  }

  #lines() {
    const lines = []
    let start = 0
    for (let at = 0; at <= this.characters.length; at += 1) {
      if (at < this.characters.length && this.characters[at] !== '\n') continue
      lines.push({ role: 'line', runs: at > start ? [[start, at]] : [] })
      start = at + 1
    }
    return lines
  }

  #backgroundMarks() {
    const facts = this.article.facts.map((fact) => ({
      spans: fact.record.quote.spans, name: 'fact', fact: fact.record.id, state: fact.state }))
    const free = this.article.unclaimed.map((numeral, index) => ({
      spans: numeral.spans, name: 'unclaimed', unclaimed: index }))
    return [...facts, ...free]
  }

  #draw(index) {
    const node = this.element.children[index]
    const paragraph = this.paragraphs[index]
    const marks = [...this.backgrounds[index], ...this.marks]
    node.replaceChildren(...paragraph.runs.flatMap((run) => this.#pieces(run, marks)))
  }

  #pieces([start, end, decoded], marks) {
    const here = []
    for (const mark of marks) {
      for (const [from, to] of mark.spans) {
        if (from < end && to > start) here.push({ mark, from: Math.max(from, start), to: Math.min(to, end) })
      }
    }
    if (decoded !== undefined) return [this.#piece(start, end, decoded, here)]
    const borders = new Set([start, end])
    for (const { from, to } of here) borders.add(from).add(to)
    const cuts = [...borders].sort((one, other) => one - other)
    return cuts.slice(1).map((cut, turn) => this.#piece(
      cuts[turn], cut, this.characters.slice(cuts[turn], cut).join(''),
      here.filter(({ from, to }) => from <= cuts[turn] && to >= cut)))
  }

  #piece(start, end, text, here) {
    const piece = make('span', { dataset: { start, length: end - start } })
    const glyphs = []
    for (const { mark } of here) {
      piece.classList.add(`in-${mark.name}`)
      if (mark.fact) piece.dataset.fact = mark.fact
      if (mark.state) piece.dataset.state = mark.state
      if (mark.unclaimed !== undefined) piece.dataset.unclaimed = mark.unclaimed
      if (mark.glyph && mark.spans[0][0] === start) glyphs.push(mark.glyph)
    }
    if (glyphs.length) piece.dataset.glyph = glyphs.join('')
    piece.append(visible(text))
    return piece
  }

  // Places

  #locate(offset) {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.runs[middle].end <= offset) low = middle + 1
      else high = middle
    }
    const run = this.runs[low]
    return run && run.start <= offset ? run : null
  }

  #paragraphsOf(marks) {
    const found = new Set()
    for (const mark of marks) {
      for (const [start, end] of mark.spans) {
        for (let at = this.#firstRunAfter(start); at < this.runs.length; at += 1) {
          if (this.runs[at].start >= end) break
          found.add(this.runs[at].paragraph)
        }
      }
    }
    return found
  }

  #firstRunAfter(offset) {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.runs[middle].end <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #pick(event) {
    if (!getSelection().isCollapsed) return
    const piece = event.target.closest('[data-start]')
    if (piece?.dataset.fact) this.onpick({ fact: piece.dataset.fact })
    else if (piece?.dataset.unclaimed) this.onpick({ unclaimed: Number(piece.dataset.unclaimed) })
  }
}

/** The marks of a fact: its sentence, its quote, and each field that has words of the article. */
function marksOf(fact) {
  const marks = [{ name: 'sentence', spans: fact.sentence?.spans ?? [] }]
  for (const field of fields) {
    if (!field.glyph) continue
    const spans = field.name === 'unit' ? [] : spansOf(fact, field.name)
    if (!spans.length) continue
    const name = field.name === 'value' ? 'quote' : field.name
    marks.push({ name, spans, glyph: t(`glyph.${field.name}`) })
  }
  return marks
}

/** Part of spans by counted characters. */
export function narrow(spans, from, count) {
  const result = []
  let before = 0
  for (const [start, end] of spans) {
    const low = Math.max(start, start + from - before)
    const high = Math.min(end, start + from + count - before)
    if (high > low) append(result, low, high)
    before += end - start
  }
  return result
}

function append(spans, start, end) {
  const last = spans[spans.length - 1]
  if (last && last[1] === start) last[1] = end
  else spans.push([start, end])
}

/** How many scalars of a piece stand before a place of the document; a hidden character's mark counts as one. */
function scalarsBefore(piece, container, offset) {
  let count = 0
  for (const node of piece.childNodes) {
    if (node === container) return count + Array.from(node.data.slice(0, offset)).length
    if (container === piece && node === piece.childNodes[offset]) return count
    if (node.nodeType !== Node.TEXT_NODE) {
      if (node.contains(container)) return count + (offset > 0 ? 1 : 0)
      count += 1
    } else {
      count += Array.from(node.data).length
    }
  }
  return count
}
