// Characters that cannot be seen, or that turn text around, are shown by their numbers.

const hidden =
  /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034F\u115F\u1160\u2028\u2029\u3164\uFE00-\uFE0F\uFFA0]/gu

export const codeOf = (character) =>
  `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** The text as a fragment; each hidden character an element that stands for one scalar. */
export function visible(text) {
  const fragment = document.createDocumentFragment()
  let at = 0
  for (const match of text.matchAll(hidden)) {
    if (match.index > at) fragment.append(text.slice(at, match.index))
    const mark = document.createElement('span')
    mark.className = 'hidden-character'
    mark.textContent = codeOf(match[0])
    fragment.append(mark)
    at = match.index + match[0].length
  }
  if (at < text.length || at === 0) fragment.append(text.slice(at))
  return fragment
}

/** The same as plain text, for names and titles of elements. */
export const visibleText = (text) => text.replace(hidden, (character) => `⟨${codeOf(character)}⟩`)
