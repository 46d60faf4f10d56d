import type { FormField } from '#kernel/fields.ts'
import { FieldControl } from '../form/field-control.tsx'
import { useSetUrlWords, useUrlList } from '../url-state.ts'

/** What a module brings for its kind of field, to look for several of them. */
export function FilterOwn({ word, field }: { word: string; field: FormField }) {
  const set = useSetUrlWords()
  return (
    <span className="filter-own">
      <FieldControl
        field={{ ...field, many: true, required: false, placeholder: field.label }}
        here={{}}
        aria-label={field.label}
        value={useUrlList(word)}
        onChange={(ids) => set({ [word]: Array.isArray(ids) ? ids.map(String) : [] })}
      />
    </span>
  )
}
