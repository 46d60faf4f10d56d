import { type ControlProps, passed, textIn, textsIn } from '#ui/form/control.ts'
import { AgencyChoice } from './agency-choice.tsx'

/** A field of `kind: 'agency'`: one, or several where the type is a list. */
export function Part(props: ControlProps) {
  const { field, here, value, onChange } = props
  const shared = { ...passed(props), label: props['aria-label'], placeholder: field.placeholder, ownId: here.leftOut }
  return field.many ? (
    <AgencyChoice {...shared} many value={textsIn(value)} onChange={(ids) => onChange?.(ids)} />
  ) : (
    <AgencyChoice
      {...shared}
      value={textIn(value) === '' ? [] : [textIn(value)]}
      onChange={([id]) => onChange?.(id ?? null)}
    />
  )
}
