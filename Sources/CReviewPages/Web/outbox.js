// Decisions on their way to the log, one after the other, each with an id of its own.
//
// What the server has not acknowledged stays in this browser and is sent again, also after a restart: the id makes
// that harmless. Nothing is lost between a key and its answer.

import { ApiError, post } from './api.js'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 26 characters of base 32: ten of the milliseconds since 1970, sixteen random ones. */
export function makeID() {
  let milliseconds = Date.now()
  const time = []
  for (let turn = 0; turn < 10; turn += 1) {
    time.unshift(alphabet[milliseconds % 32])
    milliseconds = Math.floor(milliseconds / 32)
  }
  const random = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => alphabet[byte & 31])
  return time.join('') + random.join('')
}

export class Outbox {
  /** @param {object} host `name` of the log; `acknowledged(item, answer)`, `refused(item, error)`, `counted(count, isStuck)`. */
  constructor(host) {
    this.host = host
    this.store = `shudu.unsent.${host.name}`
    this.items = this.#saved()
    this.isStuck = false
    this.work = null
    addEventListener('beforeunload', (event) => { if (this.items.length) event.preventDefault() })
    if (this.items.length) this.#send()
    this.host.counted(this.items.length, false)
  }

  put(body) {
    this.items.push({ id: makeID(), ...body })
    this.#save()
    return this.#send()
  }

  /** Resolves when all is acknowledged or the server is out of reach. */
  async settled() {
    while (this.work) await this.work
    if (this.items.length) throw new ApiError(0, 'unreachable', 'unreachable')
  }

  #send() {
    this.work ??= this.#run().finally(() => { this.work = null })
    return this.work
  }

  async #run() {
    while (this.items.length) {
      const item = this.items[0]
      try {
        const answer = await post('/api/decisions', item)
        this.isStuck = false
        this.#drop(item)
        this.host.acknowledged(item, answer)
      } catch (error) {
        if (error instanceof ApiError && ![0, 401, 403].includes(error.status) && error.status < 500) {
          this.#drop(item)
          this.host.refused(item, error)
          continue
        }
        this.isStuck = true
        this.host.counted(this.items.length, true)
        setTimeout(() => this.items.length && this.#send(), 2000)
        return
      }
    }
  }

  #drop(item) {
    this.items.splice(this.items.indexOf(item), 1)
    this.#save()
  }

  #save() {
    try {
      if (this.items.length) localStorage.setItem(this.store, JSON.stringify(this.items))
      else localStorage.removeItem(this.store)
    } catch { /* private mode */ }
    this.host.counted(this.items.length, this.isStuck)
  }

  #saved() {
    try { return JSON.parse(localStorage.getItem(this.store)) ?? [] } catch { return [] }
  }
}
