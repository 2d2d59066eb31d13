// How far the review has come, how fast, and how right the extractor was.

import { get } from './api.js'
import { find, foreign, make } from './dom.js'
import { startPage } from './page.js'
import { bars, intervals, parts } from './plot.js'
import { language, number, t } from './text.js'

const states = ['accepted', 'corrected', 'added', 'rejected', 'disputed', 'open']
const hour = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'numeric', day: 'numeric' })

const tile = (label, value) => make('div', { class: 'tile' }, make('dt', {}, label), make('dd', {}, value))
const seconds = (value) => (value == null ? '–' : t('progress.seconds', { count: value < 10 ? value.toFixed(1) : Math.round(value) }))

function show(data) {
  const decided = states.reduce((sum, name) => sum + (name === 'open' ? 0 : data.states[name] ?? 0), 0)
  const body = find('#progress')
  body.removeAttribute('aria-busy')
  body.replaceChildren(
    make('dl', { class: 'tiles' },
      tile(t('progress.facts'), number(data.total)),
      tile(t('progress.decided'), number(decided)),
      tile(t('progress.decisions'), number(data.decisions)),
      tile(t('progress.median'), seconds(data.median_seconds)),
      tile(t('progress.rate'), number(data.per_hour))),
    make('h2', {}, t('progress.states')),
    parts(t('progress.states'), states.map((name) => ({ name, label: t(`state.${name}`), count: data.states[name] ?? 0 }))),
    make('h2', {}, t('progress.precision')),
    make('p', { class: 'lead' }, t('progress.precision_lead')),
    data.precision.some(({ checked }) => checked > 0)
      ? intervals(t('progress.precision'), data.precision.filter(({ checked }) => checked > 0).map((item) => ({
        label: t(`field.${item.field}`), value: item.right / item.checked, low: item.low, high: item.high, count: item.checked })))
      : make('p', { class: 'empty' }, t('progress.nothing')),
    make('h2', {}, t('progress.hours')),
    data.hours.length
      ? bars(t('progress.hours'), data.hours.map(({ hour: start, count }, index) => ({
        label: label(new Date(start), index ? new Date(data.hours[index - 1].hour) : null), count })))
      : make('p', { class: 'empty' }, t('progress.nothing')),
    make('h2', {}, t('progress.reviewers')),
    make('div', { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': t('progress.reviewers') }, make('table', {},
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, t('progress.reviewer')),
        ['progress.decisions', 'progress.median', 'progress.rate'].map((key) => make('th', { scope: 'col', class: 'number' }, t(key))))),
      make('tbody', {}, data.reviewers.map((reviewer) => make('tr', {},
        make('th', { scope: 'row' }, foreign(reviewer.name)),
        make('td', { class: 'number' }, number(reviewer.decisions)),
        make('td', { class: 'number' }, seconds(reviewer.median_seconds)),
        make('td', { class: 'number' }, number(reviewer.per_hour))))))))
}

const label = (start, before) => before && before.toDateString() === start.toDateString()
  ? hour.format(start) : `${day.format(start)} ${hour.format(start)}`

startPage()
get('/api/progress').then(show, (error) => find('#progress').replaceChildren(make('p', { class: 'empty' }, error.message)))
  .finally(() => { document.body.dataset.ready = 'yes' })
