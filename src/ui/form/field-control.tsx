import { type ComponentType, createContext, useContext } from 'react'
import { Parts } from '../parts.tsx'
import { BoxesField, ChoiceField, ChoicesField, RadioField, YesNoField } from './choice-field.tsx'
import { CodeField } from './code-field.tsx'
import { type ControlProps, fieldSlot } from './control.ts'
import { DayField } from './day-field.tsx'
import { NamesField } from './names-field.tsx'
import { MoneyField, NumberField, PercentField } from './number-field.tsx'
import { QuantityField } from './quantity-field.tsx'
import { LongField, SecretField, TextField, TimeField } from './text-field.tsx'

/** Told why the form has to wait. */
export const Waiting = createContext<(sentence: string | null) => void>(() => undefined)

const kinds: Readonly<Record<string, ComponentType<ControlProps>>> = {
  text: TextField,
  long: LongField,
  secret: SecretField,
  time: TimeField,
  code: CodeField,
  names: NamesField,
  choice: ChoiceField,
  radio: RadioField,
  choices: ChoicesField,
  boxes: BoxesField,
  yesno: YesNoField,
  day: DayField,
  number: NumberField,
  money: MoneyField,
  percent: PercentField,
  quantity: QuantityField,
}

/** The form's own control, that of the kind, or what a module brings for it. */
export function FieldControl(props: ControlProps) {
  const { field, here } = props
  const onWait = useContext(Waiting)
  if (here.render) return here.render(props)
  const Kind = kinds[here.options && field.kind === 'text' ? 'choice' : field.kind]
  return Kind ? <Kind {...props} /> : <Parts slot={fieldSlot(field.kind)} {...props} onWait={onWait} />
}
