import { Button } from 'antd'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { downloadUrl } from '#ui/upload.ts'
import { useSetUrlWords, useUrlWord } from '#ui/url-state.ts'
import { auditingContract } from '../contract.ts'
import { EntryTable } from './entry-table.tsx'
import { outcomeTitles } from './outcome.tsx'
import { VerifyTrail } from './verify-trail.tsx'
import './trail.css'

type Outcome = keyof typeof outcomeTitles

const filters: readonly Filter[] = [
  { kind: 'text', word: 'q', placeholder: '人员、操作或对象' },
  {
    kind: 'one',
    word: 'outcome',
    label: '结果',
    options: Object.entries(outcomeTitles).map(([value, label]) => ({ value, label })),
  },
]

const isOutcome = (word: string): word is Outcome => word in outcomeTitles

function useAsked() {
  const outcome = useUrlWord('outcome')
  const before = Number(useUrlWord('before'))
  const text = useUrlWord('q')
  return {
    text: text === '' ? undefined : text,
    outcome: isOutcome(outcome) ? outcome : undefined,
    before: Number.isInteger(before) && before > 0 ? before : undefined,
  }
}

function Entries() {
  const asked = useAsked()
  const set = useSetUrlWords()
  const trail = useRead(auditingContract.listEntries, asked, { keepOld: true })
  return (
    <Reading of={trail}>
      {({ entries, more, total }) => (
        <>
          <FilterBar filters={filters} count={`${total} 条`} />
          <EntryTable entries={entries} filtered={asked.text !== undefined || asked.outcome !== undefined} />
          <div className="trail-pages no-print">
            {asked.before !== undefined && <Button onClick={() => set({ before: undefined })}>回到最新</Button>}
            {more && (
              <Button onClick={() => set({ before: String(entries.at(-1)?.sequence ?? '') })}>更早的记录</Button>
            )}
          </div>
        </>
      )}
    </Reading>
  )
}

/** Who did what, when, with what outcome; and the proof that nothing was altered. */
export function Page() {
  return (
    <Screen
      title="审计记录"
      actions={
        <a className="button-link" href={downloadUrl(auditingContract.exportTrail, {})} download>
          导出全部记录
        </a>
      }
    >
      <VerifyTrail />
      <Entries />
    </Screen>
  )
}
