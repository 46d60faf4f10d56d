import { Diagnostic } from '../../compiled-plan.ts'
import { TARGET_DIAGNOSTICS } from '../quantities/diagnostics.data.ts'
import { STRUCTURE_DIAGNOSTICS } from './structure-catalogue.data.ts'

interface Words {
  what: string
  other: string
}

const read = (row: string) => {
  const [severity = '', when = '', text = ''] = row.split(' | ')
  const fill = ({ what, other }: Words): string => text.replaceAll('{what}', what).replaceAll('{other}', other)
  return { severity: Diagnostic.shape.severity.parse(severity), when, text: fill }
}

const ROWS = { ...STRUCTURE_DIAGNOSTICS, ...TARGET_DIAGNOSTICS }

/** Every diagnostic of the compiler by code, with what it is about; docs/generated/diagnostics.md is written from this. */
export const DIAGNOSTIC_CATALOGUE = Object.fromEntries(Object.entries(ROWS).map(([code, row]) => [code, read(row)]))

/** A diagnostic, filled in and placed. */
export function report(code: keyof typeof ROWS, span: Diagnostic['span'], words: Partial<Words> = {}): Diagnostic {
  const { severity, text } = read(ROWS[code])
  return { code, severity, message: text({ what: '', other: '', ...words }), span }
}
