import type { DivisionPatch } from './division.ts'

/** Reads the tables of seed/: tab-separated, lines that start with # explain, the first other line is the head. */

/** All cells, with the head, as a spreadsheet would give them. */
export const tableCells = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** @param text the contents of divisions.tsv: code, name */
export const parseDivisions = (text: string): { code: string; name: string }[] =>
  records(text).map(([code = '', name = '']) => ({ code, name }))

/**
 * @param text the contents of division-patches.tsv: code, name, change, on, target, source
 * @throws Error when a change is none of the four; the table ships with the product, so this is a defect of the table
 */
export const parseDivisionPatches = (text: string): DivisionPatch[] =>
  records(text).map(([code = '', name = '', change = '', on = '', target = '']) => {
    const kind = changes.find((known) => known === change)
    if (kind === undefined)
      throw new Error(`区划增补表中 ${code} 的 change 是“${change}”，应为 ${changes.join('、')} 之一`)
    return { code, name, change: kind, on: on === '' ? null : on, target }
  })

const changes = ['added', 'abolished', 'renamed', 'alias'] as const

const records = (text: string): string[][] => tableCells(text).slice(1)
