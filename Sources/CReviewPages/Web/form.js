// The fact as a form: a row a field, the row in work with its candidates and its tools.

import { foreign, make } from './dom.js'
import { display, fields, fieldNamed, spansOf } from './fields.js'
import { percent, t, moment } from './text.js'

/** A choice in the reader's language; words as they are. */
function wording(name, text) {
  if (!text) return null
  if (name === 'change') {
    const [direction, basis] = text.split(' ')
    return `${t(`direction.${direction}`)} · ${t(`basis.${basis}`)}`
  }
  return fieldNamed[name].kind === 'choice' ? t(`${name}.${text}`) : null
}

export class FactForm {
  /** @param {object} host `keys`, `changed()`, `article`. */
  constructor(element, host) {
    this.element = element
    this.host = host
    this.active = null
  }

  show(draft, entry) {
    this.draft = draft
    this.entry = entry
    this.active = null
    this.element.dataset.fact = draft.record.id
    this.#draw()
  }

  clear(message) {
    this.draft = null
    delete this.element.dataset.fact
    this.active = null
    this.element.replaceChildren(make('p', { class: 'empty' }, message))
  }

  // The row in work

  open(name) {
    if (!this.draft) return
    this.active = name
    this.#draw()
    this.#row(name)?.querySelector('.field-value')?.focus({ preventScroll: false })
  }

  close() {
    const name = this.active
    this.active = null
    this.#draw()
    return name !== null
  }

  /** Takes the candidate with that number, from 1. */
  pick(number) {
    const candidate = this.active && this.#candidates(this.active)[number - 1]
    if (!candidate) return false
    this.#take(this.active, candidate)
    return true
  }

  move(edge, step) {
    if (!this.active || !this.draft.move(this.active, edge, step, this.host.article)) return false
    this.#changed()
    return true
  }

  takeSelection() {
    const spans = this.host.article.selection()
    if (!this.active || !spans.length) return false
    const text = this.host.article.cut(spans)
    if (fieldNamed[this.active].kind === 'words') this.draft.setSpans(this.active, spans, text)
    else this.draft.setText(this.active, text)
    this.#changed()
    return true
  }

  clearField() {
    const field = fieldNamed[this.active]
    if (!field || ['value'].includes(field.name) || (field.kind === 'choice' && field.name !== 'change')) {
      return false
    }
    this.draft.setText(this.active, '')
    this.#changed()
    return true
  }

  revert() {
    if (!this.active) return false
    this.draft.revert(this.active)
    this.#changed()
    return true
  }

  /** Turns the row's words into an input. */
  type() {
    const name = this.active
    if (!name) return false
    const row = this.#row(name)
    const isChoice = fieldNamed[name].kind === 'choice'
    const editor = isChoice ? this.#select(name) : this.#input(name)
    row.querySelector('.field-value').replaceWith(editor)
    editor.focus()
    editor.select?.()
    return true
  }

  #take(name, candidate) {
    if (candidate.value !== undefined) {
      this.draft.changes.time = { text: candidate.text, spans: candidate.spans,
        value: candidate.value, inherited: false }
      this.#changed()
    } else if (candidate.spans) {
      this.draft.setSpans(name, candidate.spans, candidate.text)
      this.#changed()
    } else {
      this.draft.setText(name, candidate.text)
      this.#changed()
    }
  }

  #changed() {
    this.#draw()
    this.#row(this.active)?.querySelector('.field-value')?.focus({ preventScroll: true })
    this.host.changed()
  }

  #candidates(name) {
    const field = fieldNamed[name]
    if (field.kind === 'choice') return field.options.map((text) => ({ text }))
    return (this.entry.candidates?.[name] ?? []).slice(0, 9)
  }

  #row(name) { return name ? this.element.querySelector(`[data-field="${name}"]`) : null }

  // Drawing

  #draw() {
    const fact = this.draft.fact
    this.element.replaceChildren(
      this.#headline(fact),
      make('div', { class: 'fields' }, fields.map((field) => this.#field(field, fact))),
      this.#background())
  }

  #headline(fact) {
    const state = this.draft.isNew ? 'new' : this.entry.state
    return make('header', { class: 'headline' },
      make('p', { class: 'quote' }, foreign(fact.quote.text)),
      make('p', { class: 'standing' },
        make('span', { class: `state state-${state}` }, t(`state.${state}`)),
        this.draft.isDirty && !this.draft.isNew
          ? make('span', { class: 'state state-draft' }, t('state.draft')) : null,
        this.entry.carried ? make('span', { class: 'state state-carried' }, t('state.carried')) : null,
        fact.confidence ? this.#confidence(t('form.confidence'), fact.confidence.fact) : null))
  }

  #confidence(label, value) {
    return make('span', { class: 'confidence' }, `${label} `,
      make('meter', { min: 0, max: 1, low: 0.7, high: 0.9, optimum: 1, value, 'aria-hidden': 'true' }),
      ` ${percent(value)}`)
  }

  #field(field, fact) {
    const { name } = field
    const text = display(fact, name)
    const isActive = this.active === name
    const confidence = fact.confidence?.[name]
    const row = make('div', {
      class: `field${isActive ? ' active' : ''}${this.draft.isChanged(name) ? ' changed' : ''}${text ? '' : ' empty-field'}`,
      dataset: { field: name },
    },
      make('span', { class: `glyph glyph-${name}`, 'aria-hidden': 'true' },
        field.glyph ? t(`glyph.${name}`) : ''),
      make('span', { class: 'field-name', id: `name-${name}` }, t(`field.${name}`)),
      make('button', {
        type: 'button', class: 'field-value', 'aria-expanded': String(isActive),
        'aria-labelledby': `name-${name} value-${name}`,
        onclick: () => (isActive ? this.type() : this.open(name)),
      },
        make('span', { id: `value-${name}` }, this.#words(name, text, fact)),
        this.draft.isChanged(name)
          ? make('span', { class: 'was' }, t('form.was'), ' ',
            foreign(wording(name, display(this.draft.record, name)) || display(this.draft.record, name) || t('form.nothing')))
          : null),
      make('span', { class: 'field-end' },
        confidence !== undefined && confidence < 0.9
          ? make('span', { class: `certainty${confidence < 0.7 ? ' low' : ''}`, title: t('form.confidence') }, percent(confidence)) : null,
        make('kbd', { 'aria-hidden': 'true' }, this.host.keys.label(`field.${name}`))))
    if (isActive) row.append(this.#tools(field, fact))
    return row
  }

  #words(name, text, fact) {
    if (!text) return make('span', { class: 'nothing' }, t('form.nothing'))
    const choice = wording(name, text)
    if (choice) return choice
    if (name !== 'time') return foreign(text)
    return [foreign(text), make('span', { class: 'edtf' }, foreign(fact.time.value ?? t('form.unfixed')))]
  }

  #tools(field, fact) {
    const { name } = field
    const { keys } = this.host
    const tool = (action, label, onclick) => make('button', { type: 'button', class: 'tool', onclick },
      make('kbd', { 'aria-hidden': 'true' }, keys.label(action)), ` ${label}`)
    const candidates = this.#candidates(name)
    const current = display(fact, name)
    const hasSpans = field.kind === 'words' && spansOf(fact, name).length > 0
    return make('div', { class: 'tools' },
      candidates.length ? make('ol', { class: 'candidates', 'aria-label': t('form.candidates') },
        candidates.map((candidate, index) => make('li', {},
          make('button', {
            type: 'button', class: 'candidate', 'aria-pressed': String(candidate.text === current),
            onclick: () => this.pick(index + 1),
          },
            index < 9 ? make('kbd', {}, String(index + 1)) : null, ' ',
            wording(name, candidate.text) ?? foreign(candidate.text),
            candidate.value ? make('span', { class: 'edtf' }, foreign(candidate.value)) : null)))) : null,
      make('div', { class: 'tool-row' },
        hasSpans ? [
          tool('grow.start', t('tool.grow.start'), () => this.move('start', -1)),
          tool('shrink.start', t('tool.shrink.start'), () => this.move('start', 1)),
          tool('shrink.end', t('tool.shrink.end'), () => this.move('end', -1)),
          tool('grow.end', t('tool.grow.end'), () => this.move('end', 1)),
        ] : null,
        tool('type', t('tool.type'), () => this.type()),
        field.kind !== 'choice' ? tool('take', t('tool.take'), () => this.takeSelection()) : null,
        field.kind !== 'choice' && name !== 'value' || name === 'change'
          ? tool('clear', t('tool.clear'), () => this.clearField()) : null,
        this.draft.isChanged(name) ? tool('revert', t('tool.revert'), () => this.revert()) : null,
        tool('leave', t('tool.leave'), () => this.close())),
      name === 'time' ? this.#timeValue(fact) : null)
  }

  #timeValue(fact) {
    return make('label', { class: 'time-value' }, t('form.edtf'),
      make('input', {
        type: 'text', value: fact.time?.value ?? '', spellcheck: 'false', autocomplete: 'off',
        placeholder: '2020-01/2020-11',
        onchange: (event) => {
          this.draft.setTimeValue(event.target.value)
          this.#changed()
        },
      }))
  }

  #input(name) {
    const commit = (event) => {
      const text = event.target.value
      if (text !== display(this.draft.fact, name)) {
        const spans = this.host.article.locate(text, this.draft.fact.sentence.spans)
        this.draft.setText(name, text, spans)
      }
      this.#changed()
    }
    return make('input', {
      type: 'text', class: 'field-value', 'aria-labelledby': `name-${name}`,
      value: display(this.draft.fact, name), lang: 'zh-Hans', spellcheck: 'false', autocomplete: 'off',
      onkeydown: (event) => {
        if (event.isComposing || event.keyCode === 229) return
        if (event.key === 'Enter') commit(event)
        else if (event.key === 'Escape') this.#changed()
        else return
        event.preventDefault()
        event.stopPropagation()
      },
    })
  }

  #select(name) {
    const field = fieldNamed[name]
    const current = display(this.draft.fact, name)
    const options = name === 'change' ? ['', ...field.options] : field.options
    return make('select', {
      class: 'field-value', 'aria-labelledby': `name-${name}`,
      onchange: (event) => {
        this.draft.setText(name, event.target.value)
        this.#changed()
      },
      onkeydown: (event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        this.#changed()
        event.preventDefault()
        event.stopPropagation()
      },
    }, options.map((text) => make('option', { value: text, selected: text === current },
      wording(name, text) ?? t('form.nothing'))))
  }

  /** How the fact was made, and what was decided about it. */
  #background() {
    const fact = this.draft.record
    const history = this.entry.history ?? []
    return make('footer', { class: 'background' },
      fact.rules?.length ? make('p', { class: 'rules' },
        make('span', { class: 'small-title' }, t('form.rules')),
        fact.rules.map((rule) => make('code', {}, rule))) : null,
      fact.normalized ? make('p', { class: 'normalized' },
        make('span', { class: 'small-title' }, t('form.normalized')),
        foreign(`${fact.normalized.value ?? `${fact.normalized.min ?? '…'} – ${fact.normalized.max ?? '…'}`} ${fact.normalized.unit}`)) : null,
      history.length ? make('ol', { class: 'history', 'aria-label': t('form.history') },
        history.map((item) => make('li', { class: item.undone ? 'undone' : '' },
          make('span', { class: 'action' }, t(`action.${item.action}`)),
          item.reason || item.note ? make('span', { class: 'why' }, item.reason && t(`reason.${item.reason}`) !== `reason.${item.reason}`
            ? t(`reason.${item.reason}`) : foreign(item.reason ?? item.note)) : null,
          make('time', { datetime: item.when }, moment(item.when))))) : null)
  }
}
