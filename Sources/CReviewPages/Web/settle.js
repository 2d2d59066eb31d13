// Where reviewers differ: both say side by side, one key settles.

import { get } from './api.js'
import { announce, find, foreign, make } from './dom.js'
import { display, fields } from './fields.js'
import { Outbox } from './outbox.js'
import { startPage } from './page.js'
import { number, t } from './text.js'

let disputes = []
let current = 0

const outbox = new Outbox({
  name: document.body.dataset.log,
  acknowledged: () => showAgreement().catch(() => {}),
  refused: (item, error) => { announce(t('saved.refused', { reason: error.message }), 'bad'); load() },
  counted: () => {},
})

const sides = (dispute) => dispute.verdicts.map((verdict) => ({
  ...verdict, record: { ...dispute.record, ...verdict.fields } }))

function words(name, text) {
  if (!text) return t('form.nothing')
  if (name === 'change') return text.split(' ').map((part, index) => t(`${index ? 'basis' : 'direction'}.${part}`)).join(' · ')
  return ['approx', 'status', 'aspect', 'kind'].includes(name) ? t(`${name}.${text}`) : foreign(text)
}

function show() {
  const place = find('#dispute')
  const dispute = disputes[current]
  if (!dispute) {
    place.replaceChildren(make('p', { class: 'empty' }, t('settle.none')))
    return
  }
  const both = sides(dispute)
  const rows = fields.filter(({ name }) => [dispute.record, ...both.map(({ record }) => record)].some((record) => display(record, name)))
  const differs = (name) => new Set(both.filter(({ verdict }) => verdict !== 'reject').map(({ record }) => display(record, name))).size > 1
  place.replaceChildren(make('article', { class: 'dispute' },
    make('p', { class: 'source' }, foreign(dispute.article), make('span', {}, `${number(current + 1)} / ${number(disputes.length)}`)),
    make('p', { class: 'sentence' }, foreign(dispute.before), make('mark', {}, foreign(dispute.quote)), foreign(dispute.after)),
    make('div', { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': t('settle.compare') }, make('table', {},
      make('thead', {}, make('tr', {}, make('td', {}), make('th', { scope: 'col' }, t('settle.extractor')),
        both.map(({ who }) => make('th', { scope: 'col' }, foreign(who))))),
      make('tbody', {},
        make('tr', { class: 'differs-not' }, make('th', { scope: 'row' }, t('settle.verdict')), make('td', {}, '–'),
          both.map(({ verdict, reason }) => make('td', { class: `verdict-${verdict}` }, t(`action.${verdict}`),
            reason ? [' · ', t(`reason.${reason}`) === `reason.${reason}` ? foreign(reason) : t(`reason.${reason}`)] : ''))),
        rows.map(({ name }) => make('tr', { class: differs(name) ? 'differs' : '' },
          make('th', { scope: 'row' }, t(`field.${name}`)),
          make('td', {}, words(name, display(dispute.record, name))),
          both.map(({ verdict, record }) => make('td', {}, verdict === 'reject' ? '–' : words(name, display(record, name))))))))),
    make('div', { class: 'buttons' },
      both.map((side, index) => make('button', { type: 'button', class: 'primary', onclick: () => settle(dispute, side) },
        make('kbd', { 'aria-hidden': 'true' }, String(index + 1)), ' ', t('settle.take'), ' ', foreign(side.who))),
      make('button', { type: 'button', onclick: () => settle(dispute, { verdict: 'accept', fields: {} }) },
        make('kbd', { 'aria-hidden': 'true' }, '0'), ' ', t('settle.as_extracted')),
      make('button', { type: 'button', onclick: () => settle(dispute, { verdict: 'reject', fields: {} }) },
        make('kbd', { 'aria-hidden': 'true' }, 'R'), ' ', t('settle.reject')),
      make('button', { type: 'button', onclick: () => step(1) }, make('kbd', { 'aria-hidden': 'true' }, 'J'), ' ', t('do.next')))))
}

function settle(dispute, { verdict, fields: values, reason }) {
  outbox.put({ action: 'settle', fact: dispute.id, verdict, ...(verdict === 'correct' ? { fields: values } : {}), ...(reason ? { reason } : {}) })
  announce(t('said.settled', { quote: dispute.quote }))
  disputes.splice(current, 1)
  if (current >= disputes.length) current = 0
  show()
}

function step(by) {
  if (!disputes.length) return
  current = (current + by + disputes.length) % disputes.length
  show()
}

addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select')) return
  const dispute = disputes[current]
  if (!dispute) return
  const side = sides(dispute)[Number(event.key) - 1]
  if (side) settle(dispute, side)
  else if (event.key === '0') settle(dispute, { verdict: 'accept', fields: {} })
  else if (event.key === 'r') settle(dispute, { verdict: 'reject', fields: {} })
  else if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
})

async function showAgreement() {
  const { facts, fields: rows } = await get('/api/agreement')
  const alpha = (value) => (value === null ? '–' : value.toFixed(3))
  find('#agreement').replaceChildren(facts
    ? make('div', { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': t('agreement.title') }, make('table', {},
      make('thead', {}, make('tr', {}, ['agreement.field', 'agreement.facts', 'agreement.share', 'agreement.alpha'].map((key, index) =>
        make('th', { scope: 'col', class: index ? 'number' : '' }, t(key))))),
      make('tbody', {}, rows.map((row) => make('tr', {},
        make('th', { scope: 'row' }, t(`field.${row.field}`)),
        make('td', { class: 'number' }, number(row.facts)),
        make('td', { class: 'number' }, row.agreement === null ? '–' : row.agreement.toFixed(3)),
        make('td', { class: 'number' }, alpha(row.alpha)))))))
    : make('p', { class: 'empty' }, t('agreement.none')))
}

async function load() {
  disputes = (await get('/api/disputes')).items
  current = 0
  show()
}

startPage()
Promise.all([load(), showAgreement()])
  .catch((error) => find('#dispute').replaceChildren(make('p', { class: 'empty' }, error.message)))
  .finally(() => { document.body.dataset.ready = 'yes' })
