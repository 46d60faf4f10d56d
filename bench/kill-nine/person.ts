const password = 'Guatu-demo-2026'

/** Somebody at a browser; a request that breaks off rejects, and nobody knows whether it was done. */
export interface Person {
  name: string
  call<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** The server answered, and the answer is no. */
export class Refused extends Error {}

/** Signs in once: sessions survive the program. `place.address` changes with every start. */
export async function signIn(name: string, place: { address: string }): Promise<Person> {
  let cookie = ''
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${place.address}/api${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Refused(`${name} ${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
    const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0])
    if (path === '/auth/sign-in/username') cookie = cookies.join('; ')
    return JSON.parse(text) as T
  }
  await call('POST', '/auth/sign-in/username', { username: name, password })
  return { name, call }
}
