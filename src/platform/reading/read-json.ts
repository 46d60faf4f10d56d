import { jsonIn } from '#kernel/json.ts'
import { decodeText } from './decode-text.ts'
import type { Reading } from './document.ts'
import { readMarkup } from './read-html.ts'
import { damagedNotice } from './read-text.ts'

/** Reads a page as open-data interfaces hand it out: JSON whose longest string is the body, as HTML or as text. */
export function readJson(bytes: Uint8Array): Reading | undefined {
  const { text: source, encoding, replaced } = decodeText(bytes)
  const strings = stringsIn(jsonIn(source))
  const body = strings.reduce((longest, each) => (each.value.length > longest.length ? each.value : longest), '')
  if (body.length < 50) return undefined
  const page = /<\w+[\s/>]|&lt;\w+/.test(body) ? readMarkup(body) : { text: body, title: null, notices: [] }
  const stated = strings.find(
    ({ key, value }) => /title|标题|名称/i.test(key) && value !== body && value.length >= 5,
  )?.value
  const title = page.title ?? stated ?? null
  const squeezed = page.text.replace(/\s/g, '').slice(0, 1500)
  const needsTitle = title !== null && !squeezed.includes(title.replace(/\s/g, ''))
  return {
    text: needsTitle ? `${title}\n${page.text}` : page.text,
    mediaType: 'application/json',
    encoding,
    title,
    pages: [],
    notices: [...page.notices, ...damagedNotice(replaced)],
  }
}

function stringsIn(value: unknown, key = ''): { key: string; value: string }[] {
  if (typeof value === 'string') return [{ key, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => stringsIn(each, name))
}
