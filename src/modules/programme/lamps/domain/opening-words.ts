import { openingMark } from '#modules/programme/reports/contract.ts'

/** A sentence that rests on what the office said of how things stood at the beginning (期初情况), marked as such. */
export const ofOpening = (text: string): string => `${text.replace(/。$/u, '')}（${openingMark}）。`
