import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { chineseDay } from '#kernel/day.ts'
import { SchemaForm } from '#ui/schema-form.tsx'
import type { PlanView } from '../contract.ts'
import { Correction } from '../domain/corrections/correction.ts'
import { formatPeriod } from '../domain/labels.data.ts'

interface DocumentPanelProps {
  view: PlanView
  onCorrect?: (correction: Correction) => Promise<unknown>
}

const day = z.iso.date().nullable()
const schema = z
  .object({
    title: z.string().trim().min(1).max(200).meta({ label: '文件标题', kind: 'text' }),
    issuer: z.string().trim().max(100).nullable().meta({ label: '发文机关' }),
    number: z.string().trim().max(60).nullable().meta({ label: '文号', half: true }),
    issuedOn: day.meta({ label: '成文日期', half: true }),
    start: day.meta({ label: '实施期开始', half: true }),
    end: day.meta({ label: '实施期结束', half: true }),
  })
  .superRefine(({ start, end }, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', path: ['end'], message })
    if ((start === null) !== (end === null)) complain('实施期的开始和结束请一并填写。')
    else if ((start ?? '') > (end ?? '')) complain('实施期的结束不能早于开始，请核对。')
  })
type Facts = z.infer<typeof schema>

const factsOf = ({ title, issuer, number, issuedOn, period }: PlanView): Facts => ({
  title,
  issuer,
  number,
  issuedOn,
  start: period?.start ?? null,
  end: period?.end ?? null,
})

/** Only what was changed, so that the record of corrections says just that. */
function changesOf(before: Facts, { start, end, ...facts }: Facts): object {
  const old = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(facts).filter(([name, value]) => old.get(name) !== value)
  const isSamePeriod = start === before.start && end === before.end
  return { ...Object.fromEntries(changed), ...(!isSamePeriod && { period: start && end ? { start, end } : null }) }
}

function DocumentForm({ view, onCorrect }: Required<DocumentPanelProps>) {
  const before = factsOf(view)
  const save = useMutation({
    mutationFn: async (document: object) =>
      onCorrect(Correction.parse({ kind: 'changeDocument', at: [0, 0], document })),
    meta: { quiet: true },
  })
  return (
    <div className="workbench-page">
      <SchemaForm
        schema={schema}
        first={before}
        act="保存更正"
        sending={save}
        onSubmit={(facts) => {
          const changes = changesOf(before, facts)
          if (Object.keys(changes).length > 0) save.mutate(changes)
        }}
      />
    </div>
  )
}

/** The facts of the document itself; the compiler's reading can be put right here. */
export function DocumentPanel({ view, onCorrect }: DocumentPanelProps) {
  if (onCorrect) return <DocumentForm key={view.revision} view={view} onCorrect={onCorrect} />
  const facts = [
    ['文件标题', view.title],
    ['发文机关', view.issuer],
    ['文号', view.number],
    ['成文日期', chineseDay(view.issuedOn ?? '')],
    ['实施期', formatPeriod(view.period)],
    ['来源文件', view.fileName],
  ] as const
  return (
    <dl className="workbench-page document-facts">
      {facts.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words || <span className="quiet">文中没有写明</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
