import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PlanView } from '../contract.ts'
import { Correction } from '../domain/corrections/correction.ts'
import { formatDay, formatPeriod } from '../domain/labels.data.ts'
import type { Plan } from '../domain/plan.ts'
import { Labelled } from './workbench/labelled.tsx'

interface DocumentPanelProps {
  view: PlanView
  onCorrect?: (correction: Correction) => Promise<unknown>
}

type Facts = Pick<Plan, 'title' | 'issuer' | 'number' | 'issuedOn' | 'period'>
type Words = Record<'title' | 'issuer' | 'number' | 'issuedOn' | 'start' | 'end', string>

const wordsOf = ({ title, issuer, number, issuedOn, period }: Facts): Words => ({
  title,
  issuer: issuer ?? '',
  number: number ?? '',
  issuedOn: issuedOn ?? '',
  start: period?.start ?? '',
  end: period?.end ?? '',
})

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim())

/** Only what was changed, so that the record of corrections says just that. */
function changesOf(view: PlanView, words: Words) {
  const before = wordsOf(view)
  const changed = (key: keyof Words) => words[key].trim() !== before[key]
  const period = words.start === '' && words.end === '' ? null : { start: words.start, end: words.end }
  return {
    ...(changed('title') && { title: words.title }),
    ...(changed('issuer') && { issuer: orNull(words.issuer) }),
    ...(changed('number') && { number: orNull(words.number) }),
    ...(changed('issuedOn') && { issuedOn: orNull(words.issuedOn) }),
    ...((changed('start') || changed('end')) && { period }),
  }
}

function complaintOf({ title, start, end }: Words): string | null {
  if (title.trim() === '') return '请填写文件标题。'
  if ((start === '') !== (end === '')) return '实施期的开始和结束请一并填写。'
  return start > end ? '实施期的结束不能早于开始，请核对。' : null
}

function DocumentForm({ view, onCorrect }: Required<DocumentPanelProps>) {
  const [words, setWords] = useState(() => wordsOf(view))
  const [complaint, setComplaint] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const document = changesOf(view, words)
  const save = async (e: FormEvent) => {
    e.preventDefault()
    const wrong = complaintOf(words)
    setComplaint(wrong)
    if (wrong !== null) return
    setPending(true)
    try {
      await onCorrect(Correction.parse({ kind: 'changeDocument', at: [0, 0], document }))
    } catch (problem) {
      setComplaint(problem instanceof Error ? problem.message : String(problem))
    }
    setPending(false)
  }
  const field = (key: keyof Words, type = 'text') => (
    <Input type={type} value={words[key]} onChange={(e) => setWords({ ...words, [key]: e.target.value })} />
  )
  return (
    <form className="workbench-page form-stack" onSubmit={(e) => void save(e)} noValidate>
      <Labelled label="文件标题">{field('title')}</Labelled>
      <Labelled label="发文机关">{field('issuer')}</Labelled>
      <div className="field-row">
        <Labelled label="文号">{field('number')}</Labelled>
        <Labelled label="成文日期">{field('issuedOn', 'date')}</Labelled>
      </div>
      <div className="field-row">
        <Labelled label="实施期开始">{field('start', 'date')}</Labelled>
        <Labelled label="实施期结束">{field('end', 'date')}</Labelled>
      </div>
      {complaint !== null && (
        <p className="form-refusal" role="alert">
          {complaint}
        </p>
      )}
      <div className="form-acts">
        <Button type="primary" htmlType="submit" loading={pending} disabled={Object.keys(document).length === 0}>
          保存更正
        </Button>
      </div>
    </form>
  )
}

/** The facts of the document itself; the compiler's reading can be put right here. */
export function DocumentPanel({ view, onCorrect }: DocumentPanelProps) {
  if (onCorrect) return <DocumentForm key={view.revision} view={view} onCorrect={onCorrect} />
  const facts = [
    ['文件标题', view.title],
    ['发文机关', view.issuer],
    ['文号', view.number],
    ['成文日期', formatDay(view.issuedOn)],
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
