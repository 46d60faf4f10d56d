import { Input, Segmented, Select } from 'antd'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'
import { roleTitles, taskKindTitles } from '../../domain/labels.data.ts'
import type { Draft } from './draft.ts'
import { Labelled } from './labelled.tsx'
import { TargetFields } from './target-fields.tsx'

interface CorrectionFieldsProps {
  plan: CompiledPlan
  draft: Draft
  onDraft: (draft: Draft) => void
}

const roles = (['lead', 'participant'] as const).map((value) => ({ value, label: roleTitles[value] }))
const kinds = (['task', 'measure'] as const).map((value) => ({ value, label: taskKindTitles[value] }))

const sameSpan = (a: Span, b: Span) => a[0] === b[0] && a[1] === b[1]

function OtherTasks({
  plan,
  draft,
  onDraft,
}: CorrectionFieldsProps & { draft: Extract<Draft, { kind: 'mergeTasks' }> }) {
  const others = plan.tasks.filter((task) => !sameSpan(task.titleSpan, draft.at))
  const spanOf = (id: string) => others.find((task) => task.id === id)?.titleSpan
  const chosen = others
    .filter((task) => draft.others.some((span) => sameSpan(span, task.titleSpan)))
    .map((task) => task.id)
  return (
    <Labelled label="并入哪些任务">
      <Select
        mode="multiple"
        autoFocus
        value={chosen}
        options={others.map((task) => ({ value: task.id, label: `${task.number} ${task.title}` }))}
        optionFilterProp="label"
        placeholder="合并后名称用本任务的，单位和目标都并过来"
        onChange={(ids: string[]) => onDraft({ ...draft, others: spansOf(ids, spanOf) })}
        style={{ width: '100%' }}
      />
    </Labelled>
  )
}

const spansOf = (ids: readonly string[], spanOf: (id: string) => Span | undefined): Span[] =>
  ids.map(spanOf).filter((span) => span !== undefined)

/** The fields of each kind of correction. */
export function CorrectionFields({ plan, draft, onDraft }: CorrectionFieldsProps) {
  switch (draft.kind) {
    case 'retitleTask':
    case 'splitTask':
    case 'addTask':
      return (
        <>
          <Labelled label={draft.kind === 'splitTask' ? '后半部分的名称' : '任务名称'}>
            <Input
              autoFocus
              value={draft.title}
              maxLength={80}
              showCount
              onChange={(e) => onDraft({ ...draft, title: e.target.value })}
            />
          </Labelled>
          {draft.kind === 'addTask' && (
            <Segmented
              options={kinds}
              value={draft.taskKind}
              onChange={(taskKind) => onDraft({ ...draft, taskKind })}
            />
          )}
        </>
      )
    case 'mergeTasks':
      return <OtherTasks plan={plan} draft={draft} onDraft={onDraft} />
    case 'changeDue':
      return (
        <>
          <Labelled label="最后一天">
            <Input
              type="date"
              autoFocus
              value={draft.on ?? ''}
              onChange={(e) => onDraft({ ...draft, on: e.target.value || null, text: '' })}
            />
          </Labelled>
          <Labelled label="期限的说法（没有确定日期时填写，如“持续推进”）">
            <Input value={draft.text} maxLength={60} onChange={(e) => onDraft({ ...draft, text: e.target.value })} />
          </Labelled>
        </>
      )
    case 'addAgency':
      return (
        <>
          <Labelled label="单位名称">
            <Input
              autoFocus
              value={draft.name}
              maxLength={60}
              onChange={(e) => onDraft({ ...draft, name: e.target.value })}
            />
          </Labelled>
          <Segmented options={roles} value={draft.role} onChange={(role) => onDraft({ ...draft, role })} />
        </>
      )
    case 'renameAgency':
      return (
        <Labelled label="单位名称">
          <Input
            autoFocus
            value={draft.to}
            maxLength={60}
            onChange={(e) => onDraft({ ...draft, to: e.target.value })}
          />
        </Labelled>
      )
    case 'addTarget':
      return (
        <TargetFields
          target={draft.target}
          onTarget={(change) => onDraft({ ...draft, target: { ...draft.target, ...change } })}
        />
      )
    case 'changeTarget':
      return (
        <TargetFields
          target={draft.target}
          onTarget={(change) => onDraft({ ...draft, target: { ...draft.target, ...change } })}
        />
      )
  }
}
