// Elements made from text alone: nothing here reads markup.

import { visible } from './marks.js'

/** An element with attributes, listeners (`onclick`) and children; strings become text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  set(element, attributes)
  add(element, children)
  return element
}

/** The same for SVG. */
export function draw(name, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  set(element, attributes)
  add(element, children)
  return element
}

/** Text of an article, a file name, a unit: isolated, its invisible characters shown as marks. */
export function foreign(text, attributes = {}) {
  const element = make('bdi', { lang: 'zh-Hans', ...attributes })
  element.append(visible(String(text ?? '')))
  return element
}

export const find = (selector, within = document) => within.querySelector(selector)
/** Sets a text that may be there already, which costs no layout then. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text
}

export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)]

let announcer
let silence
/** Says something to a screen reader, and shows it for a while. What follows soon takes its place without a flicker. */
export function announce(message, kind = 'quiet') {
  announcer ??= find('#announcer')
  announcer.textContent = message
  announcer.dataset.kind = kind
  announcer.classList.add('shown')
  clearTimeout(silence)
  silence = setTimeout(() => announcer.classList.remove('shown'), kind === 'bad' ? 5600 : 2200)
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'dataset') Object.assign(element.dataset, value)
    else element.setAttribute(name, value === true ? '' : value)
  }
}

function add(element, children) {
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child)
  }
}
