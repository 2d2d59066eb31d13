// Requests to the server that gave the page. Every answer is JSON; every failure is an ApiError.

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message)
    this.status = status
    this.code = code
  }
}

async function answer(response) {
  const body = await response.json().catch(() => ({}))
  if (!response.ok) {
    const error = body.error ?? {}
    throw new ApiError(response.status, error.code ?? 'unknown', error.message ?? response.statusText)
  }
  return body
}

async function send(path, options) {
  let response
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options })
  } catch {
    throw new ApiError(0, 'unreachable', 'unreachable')
  }
  return answer(response)
}

export function get(path, parameters = {}) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value)
  }
  // The server reads a plus as a plus.
  const text = query.toString().replaceAll('+', '%20')
  return send(text ? `${path}?${text}` : path)
}

export function post(path, body = {}) {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}
