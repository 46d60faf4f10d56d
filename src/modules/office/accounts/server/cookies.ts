/** The value a browser shows under a name. */
export function readCookie(headers: Headers, name: string): string | undefined {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
}
