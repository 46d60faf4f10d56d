import { decodeText } from './decode-text.ts'
import type { Archive } from './open-zip.ts'

const part = /<pkg:part\b([^>]*)>([\s\S]*?)<\/pkg:part>/g
const within = (tag: string, source: string): string | undefined =>
  new RegExp(`<pkg:${tag}[^>]*>([\\s\\S]*)</pkg:${tag}>`).exec(source)?.[1]

/** Opens an office file whose parts stand in one XML file (flat OPC, `pkg:package`) as if it were an archive. */
export function openFlat(bytes: Uint8Array): Archive | undefined {
  const { text } = decodeText(bytes)
  const parts = new Map<string, Uint8Array>()
  for (const [, attributes = '', inside = ''] of text.matchAll(part)) {
    const name = /pkg:name="\/?([^"]*)"/.exec(attributes)?.[1]
    const xml = within('xmlData', inside)
    const content = xml === undefined ? Buffer.from(within('binaryData', inside) ?? '', 'base64') : Buffer.from(xml)
    if (name) parts.set(name.toLowerCase(), Uint8Array.from(content))
  }
  // Its end lost, parts are lost that nothing would tell of.
  if (!/<\/pkg:package>\s*$/.test(text) || parts.size === 0) return undefined
  return {
    names: [...parts.keys()],
    read: async (name) => parts.get(name.toLowerCase()),
    stream: async function* (name) {
      const content = parts.get(name.toLowerCase())
      if (content) yield content
    },
  }
}
