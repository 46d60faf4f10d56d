import { Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { FileShown } from '#modules/office/files/web/index.tsx'
import { formatCycle } from '#modules/programme/reporting/contract.ts'
import { type InboxItem, type InboxProgramme } from '../contract.ts'
import { AnswerCard } from './answer-card.tsx'
import { isOwed, isSaid, keyOf } from './answers.ts'
import { SaidList } from './said-list.tsx'
import type { Form } from './use-form.ts'

/** Only for those who give tasks to others. */
const AssignMenu = lazy(async () => ({ default: (await import('./assign-menu.tsx')).AssignMenu }))

interface InboxSectionProps {
  programme: InboxProgramme
  form: Form
  today: string
  /** Whether its name is needed to tell it from others. */
  titled: boolean
  onPending: (key: string, count: number) => void
  /** The agency whose tasks may be given to one person; null for those who may not. */
  assigning: string | null
}

/** Files a card shows: those of the server's draft, and those added since. */
const filesOf = (item: InboxItem, ids: readonly string[], added: readonly FileShown[]): FileShown[] => {
  const known = new Map([...item.draftFiles, ...(item.said?.files ?? []), ...added].map((file) => [file.id, file]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

function Cards({
  items,
  form,
  today,
  onPending,
  assigning,
}: Omit<InboxSectionProps, 'programme' | 'titled'> & { items: readonly InboxItem[] }) {
  const [added, setAdded] = useState<readonly FileShown[]>([])
  return (
    <ul className="answer-cards">
      {items.map((item) => {
        const begun = form.begunOf(item)
        return (
          <AnswerCard
            key={keyOf(item)}
            item={item}
            begun={begun}
            today={today}
            place={`${form.agencyId}/${keyOf(item)}`}
            assign={
              assigning !== null && (
                <Suspense fallback={null}>
                  <AssignMenu item={item} agencyId={assigning} />
                </Suspense>
              )
            }
            refusal={form.outcomes.find(({ taskId }) => taskId === item.taskId)?.refusal ?? null}
            files={filesOf(item, begun?.answer.fileIds ?? [], added)}
            onChange={(patch) => form.change(item, patch)}
            onFile={(file) => setAdded((old) => [...old, file])}
            onPending={(count) => onPending(keyOf(item), count)}
            onChoose={(which) => form.choose(item, which)}
          />
        )
      })}
    </ul>
  )
}

function Questions({ programme, form }: Pick<InboxSectionProps, 'programme' | 'form'>) {
  const { questions } = programme
  if (questions.length === 0) return null
  return (
    <div className="inbox-questions">
      <h3>本期附加问题</h3>
      {questions.map(({ id, text, answer }) => (
        <label key={id}>
          {text}
          <Input
            value={form.replies[id] ?? answer ?? ''}
            maxLength={500}
            placeholder="一句话回答"
            onChange={(e) => form.reply(id, e.target.value)}
          />
        </label>
      ))}
    </div>
  )
}

/** One programme's share of the inbox: what is open first, what is said below, what earlier cycles still owe folded. */
export function InboxSection({ programme, titled, ...rest }: InboxSectionProps) {
  const { form } = rest
  const { items, cycle, title } = programme
  const open = items.filter(isOwed)
  const finished = items.filter(({ standing }) => standing === 'finished')
  const now = open.filter((item) => item.cycle.key === cycle.key || item.said?.status === 'returned')
  const owed = open.filter((item) => !now.includes(item))
  const said = items.filter(isSaid)
  return (
    <section className="inbox-section" aria-label={title}>
      {titled && <h2>{title}</h2>}
      <Cards items={now} {...rest} />
      {owed.length > 0 && (
        <details className="inbox-owed">
          <summary>
            {[...new Set(owed.map((item) => formatCycle(item.cycle.key)))].join('、')}有 {owed.length} 项未报，可以补报
          </summary>
          <Cards items={owed} {...rest} />
        </details>
      )}
      {finished.length > 0 && (
        <details className="inbox-owed">
          <summary>{finished.length} 项任务已办结，不再要求报送；情况有变的可以在这里说明</summary>
          <Cards items={finished} {...rest} />
        </details>
      )}
      <Questions programme={programme} form={form} />
      {said.length > 0 && open.length > 0 && <h3 className="said-title">本期已报送 {said.length} 项</h3>}
      <SaidList items={said} />
    </section>
  )
}
