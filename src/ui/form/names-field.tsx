import { Select } from 'antd'
import { type ControlProps, passed, textsIn } from './control.ts'

/** Several names, typed one after the other or pasted together: 县科技局、科技和工业信息化局. */
export function NamesField(props: ControlProps) {
  const { field, here, value, onChange } = props
  return (
    <Select
      {...passed(props)}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '；', ';', '，', '\n']}
      maxCount={field.maxLength ?? Infinity}
      placeholder={here.placeholder ?? field.placeholder ?? '写一个按回车，也可粘贴用顿号分开的几个'}
      value={textsIn(value)}
      onChange={(next: string[]) => onChange?.([...new Set(next.map((one) => one.trim()).filter(Boolean))])}
    />
  )
}
