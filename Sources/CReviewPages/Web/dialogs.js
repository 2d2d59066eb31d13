// The dialogs of the desk: why rejected, a note, the unclaimed numerals, bulk, and the keys.

import { find, foreign, make } from './dom.js'
import { number, percent, t } from './text.js'

export const reasons = ['no_quantity', 'part_of_name', 'emphasis', 'duplicate', 'torn', 'misread']

/** Opens a dialog and resolves with what `close(value)` gave; null where it was left. */
export function open(title, build, { wide = false } = {}) {
  return new Promise((resolve) => {
    let result = null
    const before = document.activeElement
    const dialog = make('dialog', { class: wide ? 'wide' : '', 'aria-labelledby': 'dialog-title' })
    const leave = () => {
      if (!dialog.isConnected) return
      dialog.remove()
      before?.focus?.({ preventScroll: true })
      resolve(result)
    }
    // The dialog's own event comes a task later: what was chosen is done within the key that chose it.
    const close = (value) => {
      result = value
      dialog.close()
      leave()
    }
    dialog.append(
      make('header', {},
        make('h2', { id: 'dialog-title' }, title),
        make('button', { type: 'button', class: 'close', 'aria-label': t('dialog.close'), onclick: () => close(null) }, '×')),
      build(close, dialog))
    dialog.addEventListener('close', leave)
    document.body.append(dialog)
    dialog.showModal()
    find('[autofocus]', dialog)?.focus()
  })
}

/** A list chosen from by digit, arrow or click. */
function choices(items, close) {
  const buttons = items.map(({ label, value }, index) => make('button', {
    type: 'button', class: 'choice', autofocus: index === 0, onclick: () => close(value),
  }, make('kbd', { 'aria-hidden': 'true' }, index < 9 ? String(index + 1) : '·'), ' ', label))
  return make('div', {
    class: 'choices',
    onkeydown: (event) => {
      const at = buttons.indexOf(document.activeElement)
      const digit = Number(event.key)
      if (digit >= 1 && digit <= buttons.length && !event.ctrlKey) buttons[digit - 1].click()
      else if (['ArrowDown', 'j'].includes(event.key)) buttons[(at + 1) % buttons.length].focus()
      else if (['ArrowUp', 'k'].includes(event.key)) buttons.at(at - 1).focus()
      else return
      event.preventDefault()
    },
  }, buttons)
}

const isComposing = (event) => event.isComposing || event.keyCode === 229

function lineOf(label, close, { autofocus = false, make: wrap = (text) => text } = {}) {
  const input = make('input', { type: 'text', autofocus, maxlength: 500, autocomplete: 'off',
    onkeydown: (event) => {
      if (event.key !== 'Enter' || isComposing(event)) return
      event.preventDefault()
      if (input.value.trim()) close(wrap(input.value.trim()))
    } })
  return make('form', { class: 'line', onsubmit: (event) => event.preventDefault() },
    make('label', {}, make('span', {}, label), input),
    make('button', { type: 'button', class: 'primary',
      onclick: () => input.value.trim() && close(wrap(input.value.trim())) }, t('dialog.save')))
}

export const askReason = () => open(t('reject.title'), (close) => make('div', {},
  choices(reasons.map((value) => ({ value, label: t(`reason.${value}`) })), close),
  lineOf(t('reject.other'), close)))

export const askNote = () => open(t('note.title'), (close) =>
  lineOf(t('note.label'), close, { autofocus: true }))

export const askUnclaimed = (numerals) => open(t('unclaimed.title'), (close) => numerals.length
  ? choices(numerals.map((numeral, value) => ({ value, label: make('span', { class: 'numeral' },
    make('strong', {}, foreign(numeral.text)), ' ',
    make('span', { class: 'around' }, foreign(numeral.before), make('mark', {}, foreign(numeral.text)), foreign(numeral.after)),
    numeral.reason ? make('span', { class: 'why' }, t(`unclaimed.${numeral.reason}`)) : null) })), close)
  : make('p', { class: 'empty', autofocus: true, tabindex: -1 }, t('unclaimed.none')), { wide: true })

/** Count and sample before a bulk decision. */
export const askBulk = (preview) => open(t('bulk.title'), (close) => make('div', {},
  make('p', { class: 'lead' }, t('bulk.lead', { count: number(preview.count), sample: number(preview.sample.length) })),
  make('ol', { class: 'sample', tabindex: 0, 'aria-label': t('bulk.sample') }, preview.sample.map((item) => make('li', {},
    make('p', {}, foreign(item.before), make('mark', {}, foreign(item.quote)), foreign(item.after)),
    make('p', { class: 'sample-fields' },
      [item.measure, item.subject, item.time].filter(Boolean).map((text) => foreign(text, { class: 'chip' })),
      make('span', { class: 'chip' }, t(`status.${item.status}`)),
      make('span', { class: 'chip quiet' }, percent(item.confidence)))))),
  make('footer', {},
    make('button', { type: 'button', autofocus: true, onclick: () => close(null) }, t('dialog.cancel')),
    make('button', { type: 'button', class: 'primary', disabled: preview.count === 0, onclick: () => close(true) },
      t('bulk.accept', { count: number(preview.count) })))), { wide: true })
