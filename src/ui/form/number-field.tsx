import { InputNumber } from 'antd'
import { type ControlProps, numberIn, passed } from './control.ts'

interface Scale {
  /** How many of what is kept make one of what is shown. */
  of: number
  unit: string | undefined
}

const exact = (value: number): number => Number(value.toPrecision(15))

/** A figure: shown in its unit, kept as the type has it. What is out of bounds stays as typed, and is complained of. */
function Figure({ of, unit, ...props }: ControlProps & Scale) {
  const { field, here, value, onChange } = props
  const kept = numberIn(value)
  return (
    <InputNumber
      {...passed(props)}
      className="form-number"
      inputMode="decimal"
      controls={false}
      suffix={unit}
      placeholder={here.placeholder ?? field.placeholder}
      value={kept === null ? null : exact(kept / of)}
      onChange={(shown) => onChange?.(shown === null ? null : of > 1 ? Math.round(shown * of) : exact(shown * of))}
    />
  )
}

export const NumberField = (props: ControlProps) => <Figure {...props} of={1} unit={props.field.unit} />

/** Kept as whole fen, shown in 万元 or, where the field says so, in 元. */
export function MoneyField(props: ControlProps) {
  const unit = props.field.unit ?? '万元'
  return <Figure {...props} of={unit === '元' ? 100 : 1_000_000} unit={unit} />
}

/** Kept as a ratio, shown in per cent. */
export const PercentField = (props: ControlProps) => <Figure {...props} of={0.01} unit="%" />
