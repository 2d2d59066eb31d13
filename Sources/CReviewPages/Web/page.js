// What every page has: the switches of language and theme, kept in cookies so that the server draws the page right
// at once.

import { find, findAll } from './dom.js'
import { place } from './place.js'

const year = 60 * 60 * 24 * 365

function keep(name, value) {
  document.cookie = `${name}=${value}; Path=/; SameSite=Strict; Max-Age=${year}`
}

export function startPage() {
  for (const button of findAll('[data-language]')) {
    button.addEventListener('click', () => {
      keep('language', button.dataset.language)
      place.keep()
      location.reload()
    })
  }
  const themes = find('#theme')
  themes?.addEventListener('change', () => {
    keep('theme', themes.value)
    document.documentElement.dataset.theme = themes.value
  })
}
