// The keys on a page: each can be changed, and all switched off.

import { open } from './dialogs.js'
import { find, make } from './dom.js'
import { actions, nameOf } from './keys.js'
import { t } from './text.js'

/** @param {Function} changed called after each change. */
export const showHelp = (keys, changed) => open(t('help.title'), (close, dialog) => {
  const help = new KeyHelp(keys, changed, dialog)
  help.draw()
  return help.body
}, { wide: true })

class KeyHelp {
  constructor(keys, changed, dialog) {
    this.keys = keys
    this.changed = changed
    this.dialog = dialog
    this.body = make('div', { class: 'help' })
  }

  draw() {
    const groups = Map.groupBy(actions, ({ group }) => group)
    this.body.replaceChildren(
      make('p', { class: 'switch-row' },
        make('label', {},
          make('input', {
            type: 'checkbox', role: 'switch', checked: this.keys.isOn,
            onchange: (event) => {
              this.keys.switch(event.target.checked)
              this.changed()
            },
          }), ' ', t('help.switch')),
        make('button', {
          type: 'button',
          onclick: () => {
            this.keys.reset()
            this.changed()
            this.draw()
          },
        }, t('help.reset'))),
      make('p', { class: 'quiet', role: 'status', id: 'help-status' }, t('help.lead')),
      make('div', { class: 'groups' }, [...groups].map(([group, members]) => this.#group(group, members))))
  }

  #group(group, members) {
    const rows = members.map(({ name }) => make('div', {},
      make('dt', {}, t(`do.${name}`)), make('dd', {}, this.#button(name))))
    return make('section', {}, make('h3', {}, t(`group.${group}`)), make('dl', {}, rows))
  }

  #button(name) {
    const label = t('help.change', { action: t(`do.${name}`), key: this.keys.label(name) })
    return make('button', {
      type: 'button', class: 'rekey', dataset: { key: name }, 'aria-label': label,
      onclick: (event) => this.#listen(event.currentTarget, name),
    }, make('kbd', {}, this.keys.label(name)))
  }

  /** Takes the next key press for an action. */
  #listen(button, name) {
    button.classList.add('listening')
    this.#say(t('help.press', { action: t(`do.${name}`) }))
    const take = (event) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      this.dialog.removeEventListener('keydown', take, true)
      const holder = event.key === 'Escape' ? null : this.keys.change(name, nameOf(event))
      this.changed()
      this.draw()
      if (holder) this.#say(t('help.taken', { action: t(`do.${holder}`) }))
      find(`[data-key="${name}"]`, this.body).focus()
    }
    this.dialog.addEventListener('keydown', take, true)
  }

  #say(message) { find('#help-status', this.body).textContent = message }
}
