import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useRead } from '#ui/client.ts'
import { ErrorState } from '#ui/states.tsx'
import { type Find, type FindGroup, searchContract } from '../contract.ts'
import { FindList } from './find-list.tsx'
import { type FindablePage, findPages } from './page-finds.ts'
import { useRecentFinds } from './recent-finds.ts'

/** Milliseconds of rest before what was typed is asked. */
const pause = 180

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** The arrows go through the finds as through one list that begins with what is typed. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .find-list a')]
  const at = stops.findIndex((one) => one === document.activeElement)
  const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)]
  event.preventDefault()
  next?.focus()
}

interface FoundProps {
  text: string
  pages: readonly FindablePage[]
  onOpen: (find: Find) => void
}

function Found({ text, pages, onOpen }: FoundProps) {
  const asked = useRead(searchContract.find, { text }, { keepOld: true })
  const groups: readonly FindGroup[] = [...(asked.data?.groups ?? []), ...findPages(pages, text)]
  const count = groups.reduce((sum, { total }) => sum + total, 0)
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {asked.isPending ? '正在查找' : `找到 ${count} 条`}
      </p>
      {asked.error && <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />}
      <FindList groups={groups} onOpen={onOpen} />
      {asked.isPending && <p className="find-state quiet">正在查找…</p>}
      {asked.data && count === 0 && (
        <p className="find-state">
          没有找到“{text}”。
          <span className="quiet">换个说法，或用拼音首字母；也可能不在您能查看的范围内。</span>
        </p>
      )}
    </>
  )
}

function Recent({ onOpen }: Pick<FoundProps, 'onOpen'>) {
  const [recent] = useRecentFinds()
  return (
    <>
      {recent.length > 0 && (
        <FindList groups={[{ title: '最近打开', finds: [...recent], total: recent.length }]} onOpen={onOpen} />
      )}
      <p className="find-state quiet">
        可找任务、目标、单位、人员、文件、文书、会议、页面和帮助；汉字、拼音、首字母都行，例如“gxjs”。
      </p>
    </>
  )
}

/** The search over every page: what is typed, what it finds by kind, opened by Enter. */
export function SearchDialog({ pages, onClose }: { pages: readonly FindablePage[]; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [, addRecent] = useRecentFinds()
  const rested = useRested(text.trim())
  useEffect(() => dialog.current?.showModal(), [])
  const open = (find: Find) => {
    addRecent(find)
    onClose()
  }
  const openFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || rested !== text.trim()) return
    dialog.current?.querySelector<HTMLElement>('.find-list a')?.click()
  }
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label="搜索"
      onClose={onClose}
      onKeyDown={moveFocus}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="search-head">
        <SearchOutlined />
        <input
          enterKeyHint="search"
          aria-label="要找的内容"
          placeholder="任务、目标、单位、人员、文件、页面…"
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={openFirst}
        />
        <button type="button" className="plain-button search-close" onClick={onClose}>
          关闭
        </button>
      </div>
      <div className="search-body">
        {rested === '' ? <Recent onOpen={open} /> : <Found text={rested} pages={pages} onOpen={open} />}
      </div>
    </dialog>
  )
}
