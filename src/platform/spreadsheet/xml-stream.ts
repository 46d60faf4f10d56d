import { Parser } from 'htmlparser2'
import { localName } from '#platform/reading/xml.ts'

/** What is told of a part of an archive while it unfolds; tags without their prefixes. */
export interface XmlHandler {
  open(tag: string, attributes: Record<string, string>): void
  text(text: string): void
  close(tag: string): void
}

/** What a handler gives while a part of the archive passes through it. */
export async function* eachOf<T>(
  blocks: AsyncIterable<Uint8Array>,
  handlerFor: (give: (item: T) => void) => XmlHandler,
): AsyncGenerator<T> {
  const given: T[] = []
  const handler = handlerFor((item) => given.push(item))
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => handler.open(localName(tag), attributes),
      ontext: (text) => handler.text(text),
      onclosetag: (tag) => handler.close(localName(tag)),
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder()
  for await (const block of blocks) {
    parser.write(decoder.decode(block, { stream: true }))
    yield* given.splice(0)
  }
  parser.end(decoder.decode())
  yield* given.splice(0)
}

/** A piece of a long string keeps the whole of it in memory; a copy does not. */
export const detached = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
