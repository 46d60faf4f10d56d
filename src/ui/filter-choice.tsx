import { Select } from 'antd'
import { useSetUrlWords, useUrlList, useUrlWord } from './url-state.ts'

interface ChoiceProps {
  kind: 'many' | 'one'
  word: string
  label: string
  options: readonly { value: string; label: string }[]
}

function Many({ word, label, options }: ChoiceProps) {
  const value = useUrlList(word)
  const set = useSetUrlWords()
  return (
    <Select
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={[...value]}
      options={[...options]}
      onChange={(next: string[]) => set({ [word]: next })}
      maxTagCount={1}
      allowClear
      optionFilterProp="label"
      className="filter-many"
      popupMatchSelectWidth={260}
    />
  )
}

function One({ word, label, options }: ChoiceProps) {
  const value = useUrlWord(word)
  const set = useSetUrlWords()
  return (
    <Select
      aria-label={label}
      placeholder={label}
      value={value === '' ? undefined : value}
      options={[...options]}
      onChange={(next: string | undefined) => set({ [word]: next ?? '' })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="filter-one"
      popupMatchSelectWidth={false}
    />
  )
}

/** A filter by one or several of what there is. */
export const FilterChoice = (filter: ChoiceProps) =>
  filter.kind === 'many' ? <Many {...filter} /> : <One {...filter} />
