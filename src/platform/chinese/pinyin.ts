import { pinyin } from 'pinyin-pro'

/**
 * First letters of the pinyin, for searching by initials: 县科技局 → `xkjj`. Letters and digits stay (in lower case),
 * everything else is left out. Words decide between readings: 银行 → `yh`, 执行 → `zx`.
 * @param mode `'person'` reads the first character as a surname (单先生 → `sxs`), `'text'` does not
 */
export function pinyinInitials(text: string, mode: 'text' | 'person' = 'text'): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const letters = pinyin(plain, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'spaced',
    surname: mode === 'person' ? 'head' : 'off',
  })
  return letters.join('').replace(/[^a-z0-9]/g, '')
}
