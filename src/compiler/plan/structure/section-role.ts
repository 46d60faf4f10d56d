import { BACKGROUND_HEADING, GOAL_HEADING, MEASURE_HEADING } from './section-words.data.ts'

export type SectionRole = 'goal' | 'background' | 'measure' | 'main'

/** What a heading alone says of the section below it. */
export function headingRole(title: string): SectionRole {
  const words = title.replace(/[。:;,\s]+$|\([^()]*\)$/g, '')
  if (words.length <= 24 && MEASURE_HEADING.test(words)) return 'measure'
  if (words.length <= 16 && GOAL_HEADING.test(words)) return 'goal'
  return (words.length <= 24 || words.startsWith('本')) && BACKGROUND_HEADING.test(words) ? 'background' : 'main'
}
