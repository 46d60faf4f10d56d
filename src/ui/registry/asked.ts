import { Asked } from '#kernel/registry/registry.ts'
import { useRead } from '../client.ts'
import { useUrlWords } from '../url-state.ts'
import { useKit } from './kit.tsx'

const ownWords = Object.keys(Asked.shape)
/** Words that say where one is in the list and not what is looked for. */
const places = ['sort', 'page', 'size']

/** What the address asks of the list: several of a choice as `a,b`. */
export function useAsked() {
  const words = useUrlWords()
  const { registry, fixed, prefix } = useKit()
  const said = [...ownWords, ...registry.filters].flatMap((name) => {
    const word = [words[prefix + name] ?? []].flat().join(',')
    return word === '' ? [] : [[name, word] as const]
  })
  const asked: Readonly<Record<string, string>> = Object.fromEntries(said)
  return {
    /** For the address of a record or of the list, without the list's prefix. */
    words: asked,
    input: { ...asked, ...fixed },
    isPast: 'on' in asked || 'knownOn' in asked,
    isNarrowed: said.some(([name]) => !places.includes(name)),
  }
}

/** The page of the list the address asks for; asked once, however many look at it. */
export function useRecords() {
  const { registry } = useKit()
  const { input, isNarrowed } = useAsked()
  const page = useRead(registry.operations.listRecords, input, { keepOld: true })
  /** Nothing was entered yet, or all have ended. */
  const isFirstDay = page.data?.total === 0 && !isNarrowed
  return { page, isFirstDay }
}
