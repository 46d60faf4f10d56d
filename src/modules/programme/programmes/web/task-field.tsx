import type { ControlProps } from '#ui/form/control.ts'
import { FieldControl } from '#ui/form/field-control.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { useTaskNames } from './task-names.ts'

/** A field of `kind: 'task'`: tasks of the programme the page lies in. */
export function Part({ field, here, ...props }: ControlProps) {
  const { options } = useTaskNames(usePathWord('programmeId'))
  const placeholder = field.placeholder ?? '按编号、名称或拼音首字母查找'
  const chosen = { ...field, placeholder, kind: field.many ? 'choices' : 'choice' }
  return <FieldControl {...props} field={chosen} here={{ ...here, options }} />
}
