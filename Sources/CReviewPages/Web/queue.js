// The queue: filters that live in the address, and a list that loads as one scrolls.

import { get } from './api.js'
import { find, foreign, make } from './dom.js'
import { number, percent, t } from './text.js'

export const filterNames = ['q', 'order', 'state', 'article', 'measure', 'place', 'kind', 'status', 'from']
const page = 60

/** The filters that the address names. */
export function filtersOf(address = location) {
  const query = new URLSearchParams(address.search)
  return Object.fromEntries(filterNames.filter((name) => query.get(name)).map((name) => [name, query.get(name)]))
}

export class Queue {
  /** @param {object} parts `list`, `count`, `form` elements; `onpick(item)`. */
  constructor({ list, count, form, onpick }) {
    this.list = list
    this.count = count
    this.form = form
    this.onpick = onpick
    this.items = []
    this.current = -1
    this.end = make('div', { class: 'queue-end' })
    list.after(this.end)
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.more()
    }, { root: list.parentElement, rootMargin: '600px' })
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', () => this.#take())
  }

  get item() { return this.items[this.current] ?? null }

  /** Fills the filters from the address and loads the first page. */
  async start() {
    this.filters = filtersOf()
    for (const name of filterNames) {
      const control = this.form.elements[name]
      if (control) control.value = this.filters[name] ?? control.dataset.standard ?? ''
    }
    this.items = []
    this.next = undefined
    this.current = -1
    this.list.replaceChildren()
    const filters = this.filters
    get('/api/count', filters).then(({ total }) => {
      if (filters === this.filters) this.#showCount(total)
    }, () => {})
    await this.more(true)
  }

  /** Loads a further page; at the end it does nothing. */
  async more(isFirst = false) {
    if (!isFirst && (this.loading || this.next === null)) return this.loading
    const turn = this.turn = Symbol('load')
    const loading = this.loading = get('/api/queue', {
      ...this.filters, after: isFirst ? null : this.next, limit: page })
    const answer = await loading.finally(() => { if (this.loading === loading) this.loading = null })
    if (turn !== this.turn) return
    this.next = answer.next ?? null
    const first = this.items.length
    this.items.push(...answer.items)
    this.list.append(...answer.items.map((item, index) => this.#row(item, first + index)))
    // Watched anew, since it may be in sight still.
    this.observer.disconnect()
    if (this.next !== null) this.observer.observe(this.end)
  }

  indexOf(id) { return this.items.findIndex((item) => item.id === id) }

  select(index) {
    this.list.children[this.current]?.firstElementChild.removeAttribute('aria-current')
    this.current = index
    this.list.children[index]?.firstElementChild.setAttribute('aria-current', 'true')
    if (index > this.items.length - 20) this.more()
  }

  /** Scrolls so that the current row is in sight. Measures the page, so it comes after what changes it. */
  reveal() { this.list.children[this.current]?.scrollIntoView({ block: 'nearest' }) }

  /** Moves on; loads further pages where the end of the loaded ones is near. */
  async step(by) {
    let index = this.current + by
    while (index >= this.items.length && this.next !== null) await this.more()
    if (index < 0 || index >= this.items.length) return null
    this.select(index)
    return this.items[index]
  }

  /** What the rows after the current one are, for loading ahead. */
  upcoming(count) { return this.items.slice(this.current + 1, this.current + 1 + count) }

  setState(id, state) {
    const index = this.indexOf(id)
    if (index < 0 || this.items[index].state === state) return
    this.items[index].state = state
    const link = this.list.children[index].firstElementChild
    link.dataset.state = state
    link.firstElementChild.replaceWith(this.#state(state))
  }

  /** Changes filters and the address with them. */
  async go(filters) {
    const query = new URLSearchParams()
    for (const name of filterNames) if (filters[name]) query.set(name, filters[name])
    history.pushState(null, '', query.size ? `?${query}` : location.pathname)
    await this.start()
  }

  address(id) {
    const query = new URLSearchParams(this.filters)
    query.set('fact', id)
    return `?${query}`
  }

  #take() {
    const filters = {}
    for (const name of filterNames) {
      const control = this.form.elements[name]
      if (control && control.value && control.value !== control.dataset.standard) filters[name] = control.value
    }
    if (this.filters.article && !('article' in filters) && !this.form.elements.article) filters.article = this.filters.article
    this.form.dispatchEvent(new CustomEvent('filter', { detail: filters }))
  }

  #showCount(total) { this.count.textContent = t('queue.count', { count: number(total) }) }

  #row(item, index) {
    const isSure = item.confidence >= 0.9
    return make('li', {},
      make('a', {
        href: this.address(item.id), class: 'row', dataset: { id: item.id, state: item.state },
        tabindex: '-1',
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          this.onpick(this.items[index], index)
        },
      },
        this.#state(item.state),
        make('span', { class: 'row-quote' }, foreign(item.quote)),
        make('span', { class: 'row-measure' }, item.measure ? foreign(item.measure) : t('form.nothing')),
        make('span', { class: 'row-subject' }, item.subject ? foreign(item.subject) : ''),
        make('span', { class: `row-confidence${isSure ? '' : ' low'}` }, percent(item.confidence))))
  }

  #state(state) {
    return make('span', { class: 'row-state', title: t(`state.${state}`) },
      make('span', { class: `mark mark-${state}`, 'aria-hidden': 'true' }),
      make('span', { class: 'unseen' }, t(`state.${state}`)))
  }
}

/** Fills a select or a list of suggestions from the values that the corpus has. */
export function fillChoices(form, facets) {
  for (const [name, values] of Object.entries(facets)) {
    const list = find(`#choices-${name}`)
    if (list) list.replaceChildren(...values.map(({ value, count }) =>
      make('option', { value }, `${value} · ${number(count)}`)))
  }
}
