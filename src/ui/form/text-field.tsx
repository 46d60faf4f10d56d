import { Input } from 'antd'
import { levelText } from '#kernel/level-text.ts'
import { type ControlProps, passed, textIn } from './control.ts'

const asTyped = (onChange: ControlProps['onChange']) => (e: { target: { value: string } }) => onChange?.(e.target.value)

/** One line; the limit of the type is the limit of the field. */
export function TextField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Input
      {...passed(props)}
      maxLength={field.maxLength}
      placeholder={here.placeholder ?? field.placeholder}
      autoComplete={field.autoComplete ?? 'off'}
      value={textIn(value)}
      onChange={asTyped(onChange)}
    />
  )
}

/** Several lines, which grow with what is written. */
export function LongField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Input.TextArea
      {...passed(props)}
      autoSize={{ minRows: 3, maxRows: 14 }}
      maxLength={field.maxLength}
      showCount={(field.maxLength ?? Infinity) <= 1000}
      placeholder={here.placeholder ?? field.placeholder}
      value={textIn(value)}
      onChange={asTyped(onChange)}
    />
  )
}

/** Something that is not shown: a password, a key. */
export function SecretField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Input.Password
      {...passed(props)}
      autoComplete={field.autoComplete ?? 'new-password'}
      placeholder={here.placeholder ?? field.placeholder}
      value={textIn(value)}
      onChange={asTyped(onChange)}
    />
  )
}

/** 15：00, 9点, 9:5 → 15:00, 09:00, 09:05; anything else stays as typed. */
function timeOf(text: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})[:：点时](?:(\d{1,2})分?)?$/.exec(levelText(text).trim()) ?? []
  return hour === '' ? text : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** A time of day. */
export function TimeField(props: ControlProps) {
  const { here, value, onChange } = props
  return (
    <Input
      {...passed(props)}
      autoComplete="off"
      maxLength={8}
      placeholder={here.placeholder ?? '15:00'}
      value={textIn(value)}
      onChange={asTyped(onChange)}
      onBlur={() => textIn(value) !== '' && onChange?.(timeOf(textIn(value)))}
    />
  )
}
