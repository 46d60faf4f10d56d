import type { FormField } from '../fields.ts'
import { headOf, inWords, type NameOf } from './cell.ts'
import type { Change, Values } from './record-view.ts'

/** What differs between two states of a record, as people read it; every field is watched. */
export const changesOf = (fields: readonly FormField[], before: Values, after: Values, nameOf?: NameOf): Change[] =>
  fields
    .map((field) => ({
      label: headOf(field),
      before: inWords(field, before[field.name], nameOf),
      after: inWords(field, after[field.name], nameOf),
    }))
    .filter((change) => change.before !== change.after)
