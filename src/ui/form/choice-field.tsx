import { Checkbox, Radio, Select } from 'antd'
import { byWords, type ControlProps, type Option, optionsOf, passed, textIn, textsIn } from './control.ts'

/** From so many on one looks for what one wants. */
const many = 8
const found = (options: readonly Option[]) => options.length >= many && byWords

/** One of several. */
export function ChoiceField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const options = optionsOf(field, here)
  return (
    <Select
      {...passed(props)}
      allowClear={!field.required}
      showSearch={found(options)}
      placeholder={here.placeholder ?? field.placeholder ?? '请选择'}
      value={textIn(value) || undefined}
      options={[...options]}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}

/** One of a few, all of them seen at once. */
export function RadioField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const { id, disabled } = passed(props)
  return (
    <Radio.Group
      id={id}
      disabled={disabled ?? false}
      aria-label={here.label ?? field.label}
      className="form-radios"
      value={textIn(value)}
      options={optionsOf(field, here).map(({ value, label }) => ({ value, label }))}
      onChange={(e) => onChange?.(e.target.value)}
    />
  )
}

/** Several of many, found by their words. */
export function ChoicesField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Select
      {...passed(props)}
      mode="multiple"
      showSearch={byWords}
      placeholder={here.placeholder ?? field.placeholder}
      value={textsIn(value)}
      options={[...optionsOf(field, here)]}
      onChange={(next: string[]) => onChange?.(next)}
    />
  )
}

/** Several of a few, all of them seen at once. */
export function BoxesField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const { disabled } = passed(props)
  return (
    <div role="group" aria-label={here.label ?? field.label}>
      <Checkbox.Group
        className="form-boxes"
        disabled={disabled ?? false}
        value={textsIn(value)}
        options={optionsOf(field, here).map(({ value, label }) => ({ value, label }))}
        onChange={(next) => onChange?.(next)}
      />
    </div>
  )
}

/** A box beside its sentence. */
export function YesNoField(props: ControlProps) {
  const { field, here, value, onChange } = props
  const help = here.help ?? field.help
  return (
    <Checkbox {...passed(props)} checked={value === true} onChange={(e) => onChange?.(e.target.checked)}>
      {here.label ?? field.label}
      {help && <span className="quiet">（{help}）</span>}
    </Checkbox>
  )
}
