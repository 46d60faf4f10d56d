import { Input } from 'antd'
import { useRef, useState } from 'react'
import { useSetUrlWords, useUrlWord } from './url-state.ts'

/** Long enough that a word is typed in one go, short enough to feel at once. */
const pause = 200

/** A search word kept in the address; what an input method is still composing is left alone. */
export function FilterText({ word, placeholder }: { word: string; placeholder: string }) {
  const inUrl = useUrlWord(word)
  const set = useSetUrlWords()
  const [typed, setTyped] = useState(inUrl)
  const composing = useRef(false)
  const timer = useRef<number>(undefined)
  const [seen, setSeen] = useState(inUrl)
  if (seen !== inUrl) {
    setSeen(inUrl)
    if (typed.trim() !== inUrl) setTyped(inUrl)
  }
  const settle = (value: string, wait: number) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => set({ [word]: value.trim() }), wait)
  }
  return (
    <Input.Search
      className="filter-text"
      aria-label={placeholder}
      placeholder={placeholder}
      value={typed}
      allowClear
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(e) => {
        composing.current = false
        settle(e.currentTarget.value, pause)
      }}
      onChange={(e) => {
        setTyped(e.target.value)
        if (!composing.current) settle(e.target.value, pause)
      }}
      onSearch={(value) => settle(value, 0)}
    />
  )
}
