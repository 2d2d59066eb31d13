// Keys and what they do: defaults from the table below, changed by the reviewer, kept in this browser.
//
// Off while one types, while an input method composes, and where the reviewer has switched them off.

import { t } from './text.js'

/** Actions in the order of the help, by group; the first key is shown on buttons. */
export const actions = [
  ['decide', 'accept', 'a'], ['decide', 'reject', 'r'], ['decide', 'note', 'o'], ['decide', 'add', 'n'],
  ['decide', 'bulk', 'b'], ['decide', 'undo', 'z'], ['decide', 'redo', 'Shift+z'],
  ['move', 'next', 'j'], ['move', 'previous', 'k'], ['move', 'search', '/'], ['move', 'filters', 'f'],
  ['move', 'reading', 'w'], ['move', 'unclaimed', 'g'],
  ['field', 'field.value', 'v'], ['field', 'field.approx', 'e'], ['field', 'field.unit', 'u'],
  ['field', 'field.measure', 'm'], ['field', 'field.subject', 's'], ['field', 'field.time', 't'],
  ['field', 'field.status', 'x'], ['field', 'field.aspect', 'c'], ['field', 'field.change', 'd'],
  ['field', 'field.kind', 'i'], ['field', 'field.predicate', 'p'], ['field', 'field.share_of', 'h'],
  ['field', 'field.attribution', 'q'],
  ['edit', 'type', 'Enter'], ['edit', 'take', '='], ['edit', 'grow.start', '['], ['edit', 'shrink.start', '{'],
  ['edit', 'grow.end', ']'], ['edit', 'shrink.end', '}'], ['edit', 'clear', 'Backspace'],
  ['edit', 'revert', '0'], ['edit', 'leave', 'Escape'],
  ['page', 'help', '?'],
].map(([group, name, key]) => ({ group, name, key }))

const store = 'shudu.keys'
const wide = { '？': '?', '／': '/', '、': '/', '【': '[', '】': ']', '「': '{', '」': '}', '｛': '{', '｝': '}',
  '＝': '=', '；': ';', '，': ',', '。': '.' }

/** The name of a key press: `a`, `Shift+z`, `Ctrl+Enter`, `?`. */
export function nameOf(event) {
  let key = wide[event.key] ?? event.key
  if (key === ' ') key = 'Space'
  const isLetter = /^[a-zA-Z]$/.test(key)
  if (isLetter) key = key.toLowerCase()
  let name = ''
  if (event.ctrlKey || event.metaKey) name += 'Ctrl+'
  if (event.altKey) name += 'Alt+'
  if (event.shiftKey && (isLetter || key.length > 1)) name += 'Shift+'
  return name + key
}

export class KeyMap {
  constructor() {
    const saved = this.#saved()
    this.isOn = saved.on ?? true
    this.own = saved.keys ?? {}
    this.handlers = {}
  }

  keyOf(action) { return this.own[action] ?? actions.find(({ name }) => name === action)?.key }

  /** What the key of an event does. */
  actionOf(event) {
    const key = nameOf(event)
    if (key === 'Ctrl+z') return 'undo'
    if (key === 'Ctrl+y' || key === 'Ctrl+Shift+z') return 'redo'
    return actions.find(({ name }) => this.keyOf(name) === key)?.name ?? null
  }

  /** Gives an action another key; says which action holds it where it is taken. */
  change(action, key) {
    const holder = actions.find(({ name }) => name !== action && this.keyOf(name) === key)
    if (holder) return holder.name
    this.own[action] = key
    this.#save()
    return null
  }

  reset() {
    this.own = {}
    this.#save()
  }

  switch(isOn) {
    this.isOn = isOn
    this.#save()
  }

  /** Calls `handle(action, event)` for keys; an action that it refuses (false) goes to the browser. */
  listen(handle) {
    document.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
      const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]')
      if (isTyping) return
      if (document.querySelector('dialog[open]')) return handle(`dialog:${nameOf(event)}`, event)
      const action = this.actionOf(event)
      if (!this.isOn && action !== 'help' && !event.ctrlKey && event.key !== 'Escape') return
      // A control in focus keeps the keys that press it.
      const presses = event.target.closest?.('button, a, summary')
      if (presses && ['Enter', ' '].includes(event.key)) return
      const digit = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.altKey ? Number(event.key) : null
      const done = action ? handle(action, event) : digit ? handle('digit', event, digit) : false
      if (done !== false && (action || digit)) event.preventDefault()
    })
  }

  label(action) {
    const key = this.keyOf(action) ?? ''
    return key.replace('Backspace', '⌫').replace('Enter', '↵').replace('Escape', 'Esc')
      .replace('Shift+', '⇧').replace('Space', t('key.space'))
      .replace(/[a-z]$/, (letter) => letter.toUpperCase())
  }

  #saved() {
    try { return JSON.parse(localStorage.getItem(store)) ?? {} } catch { return {} }
  }

  #save() {
    try { localStorage.setItem(store, JSON.stringify({ on: this.isOn, keys: this.own })) } catch { /* private mode */ }
  }
}
