import { Input } from 'antd'
import { type ControlProps, passed, textIn } from './control.ts'

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** A code as it stands on certificates: without blanks, wide figures and small letters, however it was copied. */
export function CodeField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Input
      {...passed(props)}
      className="form-code"
      autoComplete="off"
      placeholder={here.placeholder ?? field.placeholder}
      value={textIn(value)}
      onChange={(e) => onChange?.(e.target.value)}
      onBlur={() => textIn(value) !== '' && onChange?.(plain(textIn(value)))}
    />
  )
}
