// A fact on its way to a decision: what the record says, and what the reviewer has changed of it.

import { narrow } from './article.js'
import { display, fieldNamed, spansOf } from './fields.js'

export class Draft {
  /** @param {object} record the fact as it stands; for a new fact, its sentence and quote alone. */
  constructor(record, { isNew = false } = {}) {
    this.record = record
    this.isNew = isNew
    this.changes = {}
  }

  /** The fact with the changes in it. */
  get fact() { return { ...this.record, ...this.changes } }

  get isDirty() { return this.isNew || Object.keys(this.changes).length > 0 }

  isChanged(name) {
    return name in this.changes || (name === 'value' && ('min' in this.changes || 'quote' in this.changes))
  }

  revert(name) {
    delete this.changes[name]
    if (name === 'value') for (const part of ['min', 'max', 'quote']) delete this.changes[part]
  }

  /** Takes words of the article for a field; for the value, they are the quote. */
  setSpans(name, spans, text) {
    if (name === 'value') {
      this.changes.quote = { text, spans }
      return
    }
    this.#put(name, this.#evidence(name, text, spans))
  }

  /** Takes what was typed or chosen; the empty text says that the fact tells nothing. */
  setText(name, text, spans) {
    const trimmed = text.trim()
    if (name === 'value') return this.#setValue(trimmed)
    if (name === 'change') {
      const [direction, basis] = trimmed.split(' ')
      return this.#put(name, trimmed ? { direction, basis } : null)
    }
    if (fieldNamed[name].kind === 'choice') return this.#put(name, trimmed)
    if (name === 'unit') return this.#put(name, trimmed ? { text: trimmed } : null)
    this.#put(name, trimmed ? this.#evidence(name, trimmed, spans ?? []) : null)
  }

  /** Sets the point or period of a time as ISO 8601 / EDTF. */
  setTimeValue(value) {
    const time = this.fact.time ?? { text: '', spans: [], inherited: false }
    this.#put('time', { ...time, value: value.trim() || null })
  }

  /** Moves one edge of a field's words by a character. */
  move(name, edge, step, article) {
    const spans = spansOf(this.fact, name).map((span) => [...span])
    if (!spans.length) return false
    const first = spans[0]
    const last = spans[spans.length - 1]
    const grows = (edge === 'start') === (step < 0)
    if (!grows) {
      const length = spans.reduce((sum, [start, end]) => sum + end - start, 0)
      if (length < 2) return false
      const rest = narrow(spans, edge === 'start' ? 1 : 0, length - 1)
      this.setSpans(name, rest, article.cut(rest))
      return true
    }
    const span = edge === 'start' ? first : last
    const offset = edge === 'start' ? span[0] : span[1]
    if (article.neighbour(offset, step)) {
      span[edge === 'start' ? 0 : 1] += step
    } else {
      const run = article.adjacentRun(offset, step)
      if (!run) return false
      if (step < 0) spans.unshift([run[1] - 1, run[1]])
      else spans.push([run[0], run[0] + 1])
    }
    this.setSpans(name, spans, article.cut(spans))
    return true
  }

  #setValue(text) {
    const range = text.match(/^(\S*?)\s*[–~—]\s*(\S*)$/)
    const bound = (part) => (part && part !== '…' ? part : null)
    this.changes.value = range ? null : text || null
    this.changes.min = range ? bound(range[1]) : null
    this.changes.max = range ? bound(range[2]) : null
  }

  #evidence(name, text, spans) {
    if (name === 'subject') return { text, spans, inherited: false, resolved_from: null }
    if (name === 'time') {
      return { text, spans, value: this.fact.time?.value ?? null, inherited: false }
    }
    return { text, spans }
  }

  #put(name, value) {
    if (display(this.record, name) === display({ ...this.record, [name]: value }, name)
      && JSON.stringify(value) === JSON.stringify(this.record[name])) {
      delete this.changes[name]
    } else {
      this.changes[name] = value
    }
  }
}
