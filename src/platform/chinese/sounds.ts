import { pinyin } from 'pinyin-pro'
import type { Sounds } from '#kernel/search.ts'

/** Names said again and again, by how they are read; the oldest go first. */
const known = new Map<string, Sounds>()
const most = 20_000

/** How a text is read, remembered: reading costs a thousand times what comparing does. @param people reads the first character as a surname */
export function soundsOf(text: string, people = false): Sounds {
  const key = `${people ? 1 : 0}${text}`
  const held = known.get(key)
  if (held) return held
  const read = readAloud(text, people)
  known.set(key, read)
  const [oldest] = known.keys()
  if (known.size > most && oldest !== undefined) known.delete(oldest)
  return read
}

function readAloud(text: string, people: boolean): Sounds {
  const syllables = pinyin(text.normalize('NFKC').toLowerCase(), {
    toneType: 'none',
    type: 'array',
    nonZh: 'spaced',
    v: true,
    surname: people ? 'head' : 'off',
  }).filter((syllable) => /^[a-z0-9]+$/.test(syllable))
  let spelled = ''
  const starts = syllables.map((syllable) => {
    const at = spelled.length
    spelled += syllable
    return at
  })
  return { initials: syllables.map(([first]) => first).join(''), spelled, starts }
}
