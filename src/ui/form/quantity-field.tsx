import { InputNumber, Select, Space } from 'antd'
import { z } from 'zod'
import { type ControlProps, numberIn, optionsOf, passed, textIn } from './control.ts'

const Parts = z.record(z.string(), z.unknown())

/** A figure with its unit, both to be chosen: 15 个工作日. The type is an object of the two, the figure first. */
export function QuantityField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const { id, disabled = false, ...rest } = passed(props)
  const [figure, unit] = field.fields
  const parts = Parts.safeParse(value).data ?? {}
  if (!figure || !unit) return null
  const [first] = unit.options
  // Without a figure there is nothing; with one there is a unit.
  const setFigure = (next: number | null) =>
    onChange?.(next === null ? null : { [unit.name]: first, ...parts, [figure.name]: next })
  const label = here.label ?? field.label
  return (
    <Space.Compact className="form-number">
      <InputNumber
        {...rest}
        id={id}
        disabled={disabled}
        controls={false}
        inputMode="decimal"
        value={numberIn(parts[figure.name])}
        onChange={setFigure}
      />
      <Select
        aria-label={`${label}单位`}
        disabled={disabled}
        value={textIn(parts[unit.name]) || first}
        options={[...optionsOf(unit, {})]}
        onChange={(next: string) => onChange?.({ ...parts, [unit.name]: next })}
        style={{ minWidth: 104 }}
      />
    </Space.Compact>
  )
}
