// The words of the page, from the table `messages.tsv` in the page's language.

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
const response = await fetch(`/web/messages.${language}.json`, { credentials: 'same-origin' })
const messages = await response.json()

export { language }

/** The message of a key, with `{name}` replaced; the key itself where the table has none. */
export function t(key, values = {}) {
  const message = messages[key] ?? key
  return message.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}

const numbers = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB')
const dates = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
  dateStyle: 'medium', timeStyle: 'short',
})

export const number = (value) => numbers.format(value)
export const percent = (value) => `${Math.round(value * 100)}%`
export const moment = (value) => dates.format(new Date(value))
