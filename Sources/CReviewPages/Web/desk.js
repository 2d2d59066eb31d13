// The desk: article, queue and form, and what each key does.

import { get, post } from './api.js'
import { ArticleView } from './article.js'
import { askBulk, askNote, askReason, askUnclaimed } from './dialogs.js'
import { announce, find, findAll, foreign, setText } from './dom.js'
import { Draft } from './draft.js'
import { display } from './fields.js'
import { FactForm } from './form.js'
import { showHelp } from './help.js'
import { KeyMap } from './keys.js'
import { makeID, Outbox } from './outbox.js'
import { place } from './place.js'
import { startPage } from './page.js'
import { fillChoices, Queue } from './queue.js'
import { number, t } from './text.js'

const keys = new KeyMap()
const article = new ArticleView(find('#text'), (picked) => pickInArticle(picked))
const form = new FactForm(find('#form'), {
  keys, article, changed: () => { article.mark(draft.fact); showButtons() },
})
const queue = new Queue({
  list: find('#queue-list'), count: find('#queue-count'), form: find('#filters'),
  onpick: (item, index) => { queue.select(index); return show(item) },
})
const outbox = new Outbox({
  name: document.body.dataset.log,
  acknowledged: (item, answer) => { for (const fact of answer.facts ?? []) setState(fact.id, fact.state) },
  refused: (item, error) => {
    if (item.fact) setState(item.fact, item.before ?? 'open')
    announce(t('saved.refused', { reason: error.message }), 'bad')
  },
  counted: showSaved,
})

let draft = null
let entry = null
let current = null
const articles = new Map()

// Showing facts

function load(key) {
  if (!articles.has(key)) {
    if (articles.size > 16) articles.delete(articles.keys().next().value)
    const loading = get('/api/article', { key })
    articles.set(key, loading)
    loading.catch(() => articles.delete(key))
  }
  return articles.get(key)
}

async function show(item, { focuses = true } = {}) {
  if (!item) return showNothing()
  const wanted = current = item
  if (!articles.has(item.article)) {
    queue.reveal()
    // One who only passes by does not wait for every article on the way.
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (current !== wanted) return
  }
  const loaded = await load(item.article)
  if (current !== wanted) return
  showArticle(loaded)
  entry = loaded.facts.find(({ record }) => record.id === item.id)
  if (!entry) return showNothing(t('form.gone'))
  draft = new Draft(entry.record)
  article.mark(draft.fact)
  form.show(draft, entry)
  showButtons()
  place.note(queue.address(item.id))
  // What measures the page comes last, so that it is laid out once.
  article.reveal()
  queue.reveal()
  if (focuses) find('#form').focus({ preventScroll: true })
  for (const next of queue.upcoming(5)) load(next.article).catch(() => {})
}

function showArticle(loaded) {
  if (article.article === loaded) return
  article.show(loaded)
  find('#article-title').replaceChildren(foreign(loaded.title ?? loaded.path))
  find('#article-source').replaceChildren(
    foreign(loaded.path), loaded.date ? ` · ${loaded.date}` : '')
  const free = find('#unclaimed-count')
  free.textContent = number(loaded.unclaimed.length)
  free.closest('button').hidden = loaded.unclaimed.length === 0
}

function showNothing(message = t('queue.empty')) {
  draft = entry = null
  form.clear(message)
  article.mark(null)
  showButtons()
}

function pickInArticle({ fact, unclaimed }) {
  if (unclaimed !== undefined) return propose(article.article.unclaimed[unclaimed].spans)
  if (fact === draft?.record.id) return
  const index = queue.indexOf(fact)
  if (index >= 0) queue.select(index)
  show(queue.items[index] ?? { id: fact, article: article.article.key })
}

// Deciding

function decide(body, said) {
  if (!entry) return
  const id = draft.record.id
  const before = entry.state
  outbox.put({ ...body, fact: id, before })
  setState(id, stateAfter(body.action))
  announce(said)
  return step(1)
}

const stateAfter = (action) => ({ accept: 'accepted', reject: 'rejected', correct: 'corrected', add: 'added' })[action]

function setState(id, state) {
  if (!state) return
  queue.setState(id, state)
  for (const loading of articles.values()) {
    loading.then((loaded) => {
      const fact = loaded.facts.find(({ record }) => record.id === id)
      if (fact) fact.state = state
    }, () => {})
  }
  for (const piece of findAll(`#text [data-fact="${CSS.escape(id)}"]`)) {
    if (piece.dataset.state !== state) piece.dataset.state = state
  }
}

async function accept() {
  if (!draft) return false
  if (draft.isNew) return addNew()
  const said = draft.fact.quote.text
  if (draft.isDirty) return decide({ action: 'correct', fields: draft.changes }, t('said.corrected', { quote: said }))
  return decide({ action: 'accept' }, t('said.accepted', { quote: said }))
}

async function reject() {
  if (!draft) return false
  if (draft.isNew) return show(current)
  const reason = await askReason()
  if (reason) decide({ action: 'reject', reason }, t('said.rejected', { quote: draft.record.quote.text }))
}

async function note() {
  if (!draft || draft.isNew) return false
  const text = await askNote()
  if (!text) return
  outbox.put({ action: 'note', fact: draft.record.id, note: text })
  entry.history = [...(entry.history ?? []), { action: 'note', note: text, when: new Date().toISOString() }]
  form.show(draft, entry)
  announce(t('said.noted'))
}

async function step(by) {
  const item = await queue.step(by)
  if (item) return show(item)
  if (by > 0) return showNothing()
}

// Adding

async function add() {
  const spans = article.selection()
  if (!spans.length) return announce(t('add.select'), 'bad')
  return propose(spans)
}

async function propose(spans) {
  try {
    const proposal = await post('/api/proposal', { article: article.article.key, spans })
    entry = { record: proposal.record, state: 'new', candidates: proposal.candidates }
    draft = new Draft(proposal.record, { isNew: true })
    getSelection().removeAllRanges()
    article.mark(draft.fact)
    form.show(draft, entry)
    form.open('measure')
    showButtons()
    announce(t('add.ready', { quote: proposal.record.quote.text }))
  } catch (error) {
    announce(error.code === 'no_numeral' ? t('add.no_numeral') : error.message, 'bad')
  }
}

async function addNew() {
  const record = draft.fact
  const key = article.article.key
  announce(t('said.added', { quote: record.quote.text }))
  await outbox.put({ action: 'add', article: key, record })
  await reload(key)
}

async function unclaimed() {
  if (!article.article) return false
  const chosen = await askUnclaimed(article.article.unclaimed)
  if (chosen !== null) propose(article.article.unclaimed[chosen].spans)
}

async function reload(key) {
  articles.delete(key)
  if (current?.article === key) await show(current, { focuses: false })
}

// Taking back

async function takeBack(path) {
  try {
    await outbox.settled()
    const answer = await post(path)
    if (!answer.decision) return announce(t(path === '/api/undo' ? 'undo.nothing' : 'redo.nothing'))
    for (const fact of answer.facts) setState(fact.id, fact.state)
    const what = t(`action.${answer.action}`)
    announce(t(path === '/api/undo' ? 'said.undone' : 'said.redone', { action: what, count: number(answer.count) }))
    await showTakenBack(answer)
  } catch (error) {
    announce(t('saved.refused', { reason: error.message }), 'bad')
  }
}

/** Goes to what was taken back; an added fact may be gone, or back, in the article that is shown. */
async function showTakenBack({ action, count, facts }) {
  if (count > 1) {
    articles.clear()
    return restart()
  }
  if (action === 'add') {
    articles.clear()
    return show(current, { focuses: false })
  }
  const [first] = facts
  if (!first) return
  articles.delete(first.article)
  const index = queue.indexOf(first.id)
  if (index >= 0) queue.select(index)
  return show(queue.items[index] ?? first)
}

async function bulk() {
  try {
    await outbox.settled()
    const preview = await post('/api/bulk/preview', { filters: queue.filters })
    if (!await askBulk(preview)) return
    const answer = await post('/api/bulk', { filters: queue.filters, count: preview.count, id: makeID() })
    announce(t('said.bulk', { count: number(answer.count) }))
    articles.clear()
    await restart()
  } catch (error) {
    announce(t('saved.refused', { reason: error.message }), 'bad')
  }
}

// Keys and buttons

const does = {
  accept, reject, note, add, bulk, unclaimed,
  undo: () => takeBack('/api/undo'),
  redo: () => takeBack('/api/redo'),
  next: () => step(1),
  previous: () => step(-1),
  search: () => find('#search').focus(),
  filters: () => {
    const panel = find('#more-filters')
    panel.open = !panel.open
    if (panel.open) find('select', panel).focus()
  },
  reading: () => setReading(article.mode === 'joined' ? 'raw' : 'joined'),
  help: () => showHelp(keys, () => { showKeys(); if (draft) form.show(draft, entry) }),
  type: () => form.type(),
  take: () => form.takeSelection(),
  'grow.start': () => form.move('start', -1),
  'shrink.start': () => form.move('start', 1),
  'grow.end': () => form.move('end', 1),
  'shrink.end': () => form.move('end', -1),
  clear: () => form.clearField(),
  revert: () => form.revert(),
  leave: () => {
    if (draft?.isNew && !form.active) return show(current)
    if (!form.close()) return false
    find('#form').focus({ preventScroll: true })
  },
}

keys.listen((action, event, digit) => {
  if (action === 'digit') return form.pick(digit)
  if (action.startsWith('field.')) {
    if (!draft) return false
    return form.open(action.slice('field.'.length))
  }
  if (event.repeat && !['next', 'previous', 'grow.start', 'grow.end', 'shrink.start', 'shrink.end'].includes(action)) return
  return does[action]?.()
})

for (const button of findAll('[data-do]')) button.addEventListener('click', () => does[button.dataset.do]())

function setReading(mode) {
  article.setMode(mode)
  article.reveal()
  for (const radio of findAll('[name="reading"]')) radio.checked = radio.value === mode
}
for (const radio of findAll('[name="reading"]')) radio.addEventListener('change', () => setReading(radio.value))

function showKeys() {
  for (const key of findAll('[data-do] kbd')) key.textContent = keys.label(key.closest('[data-do]').dataset.do)
}

function showButtons() {
  for (const name of ['accept', 'reject', 'note']) find(`[data-do="${name}"]`).disabled = !draft
  setText(find('[data-do="accept"] .label'),
    t(draft?.isNew ? 'do.save_new' : draft?.isDirty ? 'do.correct' : 'do.accept'))
}

function showSaved(count, isStuck) {
  const status = find('#saved')
  status.dataset.state = isStuck ? 'stuck' : count ? 'busy' : 'saved'
  setText(find('.label', status),
    isStuck ? t('saved.stuck', { count: number(count) }) : t(count ? 'saved.busy' : 'saved.all'))
}

// Starting

async function restart() {
  place.keep()
  const wanted = new URLSearchParams(location.search).get('fact')
  await queue.start()
  const index = wanted ? queue.indexOf(wanted) : queue.items.length ? 0 : -1
  if (index >= 0) {
    queue.select(index)
    return show(queue.items[index], { focuses: false })
  }
  if (wanted) {
    const item = await get('/api/fact', { id: wanted }).catch(() => null)
    if (item) return show(item, { focuses: false })
    if (queue.items.length) {
      queue.select(0)
      return show(queue.items[0], { focuses: false })
    }
  }
  return showNothing()
}

find('#filters').addEventListener('filter', async (event) => {
  place.keep()
  await queue.go(event.detail)
  if (queue.items.length) {
    queue.select(0)
    await show(queue.items[0], { focuses: false })
  } else {
    showNothing()
  }
})
find('#search').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing) return
  event.preventDefault()
  event.target.value = queue.filters.q ?? ''
  event.target.blur()
})
addEventListener('popstate', () => {
  place.forget()
  return restart()
})

startPage()
showKeys()
showButtons()
get('/api/facets').then((facets) => fillChoices(find('#filters'), facets), () => {})
restart().catch((error) => showNothing(error.message))
  .finally(() => { document.body.dataset.ready = 'yes' })
