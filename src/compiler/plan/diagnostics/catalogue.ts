import type { Diagnostic } from '../../compiled-plan.ts'
import { TARGET_DIAGNOSTICS } from '../quantities/diagnostics.data.ts'
import { STRUCTURE_DIAGNOSTICS, type StructureDiagnosticCode } from './structure-catalogue.data.ts'

/** Every diagnostic of the compiler by code, with what it is about; docs/diagnostics.md is written from this. */
export const DIAGNOSTIC_CATALOGUE = { ...STRUCTURE_DIAGNOSTICS, ...TARGET_DIAGNOSTICS }

/** A structural diagnostic, filled in and placed. */
export function report(
  code: StructureDiagnosticCode,
  span: Diagnostic['span'],
  words: { what?: string; other?: string } = {},
): Diagnostic {
  const { severity, text } = STRUCTURE_DIAGNOSTICS[code]
  return { code, severity, message: text({ what: words.what ?? '', other: words.other ?? '' }), span }
}
