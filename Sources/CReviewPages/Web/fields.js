// What a fact consists of: one row a field, in the order of the form.
//
// `kind` says how it is edited: `words` are spans of the article, `choice` is one of a list, `number` and `plain` are
// typed. `glyph` names the field in the article, so that no colour stands alone.

export const fields = [
  { name: 'value', kind: 'number', glyph: '数' },
  { name: 'approx', kind: 'choice',
    options: ['exact', 'about', 'over', 'under', 'nearly', 'at_most', 'at_least'] },
  { name: 'unit', kind: 'plain', glyph: '单' },
  { name: 'measure', kind: 'words', glyph: '指' },
  { name: 'subject', kind: 'words', glyph: '主' },
  { name: 'time', kind: 'words', glyph: '时' },
  { name: 'status', kind: 'choice', options: ['actual', 'target', 'forecast', 'provision'] },
  { name: 'aspect', kind: 'choice',
    options: ['level', 'change', 'share', 'rank', 'ratio', 'scale'] },
  { name: 'change', kind: 'choice',
    options: ['increase', 'decrease', 'flat'].flatMap((direction) =>
      ['yoy', 'mom', 'since', 'peer', 'unstated'].map((basis) => `${direction} ${basis}`)) },
  { name: 'kind', kind: 'choice',
    options: ['count', 'money', 'percent', 'percentage_point', 'multiple', 'ratio', 'rank', 'measure',
      'duration', 'age', 'frequency'] },
  { name: 'predicate', kind: 'words', glyph: '动' },
  { name: 'share_of', kind: 'words', glyph: '占' },
  { name: 'attribution', kind: 'words', glyph: '源' },
]

export const fieldNamed = Object.fromEntries(fields.map((field) => [field.name, field]))

/** What a field shows: words, or the name of a choice; the empty text where the fact says nothing. */
export function display(fact, name) {
  const value = fact[name]
  switch (name) {
    case 'value':
      if (fact.value !== null) return fact.value ?? ''
      return fact.min || fact.max ? `${fact.min ?? '…'} – ${fact.max ?? '…'}` : ''
    case 'change': return value ? `${value.direction} ${value.basis}` : ''
    default: return typeof value === 'object' ? value?.text ?? '' : value ?? ''
  }
}

/** The spans of a field in the file. */
export function spansOf(fact, name) {
  if (name === 'value') return fact.quote?.spans ?? []
  return fact[name]?.spans ?? []
}
