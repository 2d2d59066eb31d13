// The address of what is shown, kept a moment after the last step: a browser allows few changes of it a second, and
// each costs as much as drawing the fact.

const delay = 300

class Place {
  constructor() {
    // Whoever leaves or reloads comes back to the same fact.
    addEventListener('pagehide', () => this.keep())
  }

  /** Takes an address that will stand in the browser soon. */
  note(address) {
    this.address = address
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), delay)
  }

  /** Puts the noted address in the browser now. */
  keep() {
    clearTimeout(this.timer)
    if (this.address !== undefined) history.replaceState(null, '', this.address)
    this.address = undefined
  }

  /** Drops the noted address, since another one was gone to. */
  forget() {
    clearTimeout(this.timer)
    this.address = undefined
  }
}

/** Of the page that is open. */
export const place = new Place()
