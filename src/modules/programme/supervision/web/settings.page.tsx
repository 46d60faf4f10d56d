import { Button } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm, type Values } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { formatMoment } from '#ui/words.ts'
import { type SettingsView, supervisionContract } from '../contract.ts'
import type { Issuing } from '../domain/issuing.ts'
import { paperTitles } from '../domain/paper-form.ts'
import type { SeriesView } from '../domain/views.ts'
import './supervision.css'

const passedOver = supervisionContract.passOverNumbers.input.omit({ programmeId: true })
const schema = supervisionContract.saveSettings.input.omit({ programmeId: true })

/** What numbers will look like, by the words typed. */
function numbersLike(typed: Values<typeof Issuing>, today: string): string {
  const shown = (['order', 'urge', 'consult'] as const).map(
    (form) => `${paperTitles[form]} ${typed.prefix ?? ''}${typed.words?.[form] ?? ''}〔${today.slice(0, 4)}〕1号`,
  )
  return `预览：${shown.join('，')}`
}

const columns: readonly Column<SeriesView>[] = [
  { key: 'form', title: '文书', width: 120, render: ({ form }) => paperTitles[form] },
  { key: 'next', title: '下一个文号', render: ({ next }) => next },
  {
    key: 'missing',
    title: '本系统没有文书的号',
    render: ({ missing }) => (missing === null ? <span className="quiet">没有缺号</span> : `${missing} 号`),
  },
]

/** The numbers of this year, and those used on paper outside. */
function Series({ view }: { view: SettingsView }) {
  const { programmeId, can, coming, series, today } = view
  const [passing, setPassing] = useState(false)
  const pass = useWrite(supervisionContract.passOverNumbers, { quiet: true, onDone: () => setPassing(false) })
  return (
    <Sheet
      title={`${today.slice(0, 4)} 年文号`}
      aside={can.save.allowed && <Button onClick={() => setPassing(true)}>登记系统外已用文号</Button>}
    >
      {coming !== null && (
        <p>
          自 {coming.from} 起改用：{coming.issuer}，{numbersLike(coming, coming.from)}
        </p>
      )}
      <DataTable caption="文号" columns={columns} rows={series} rowKey={({ form }) => form} />
      {passing && (
        <FormDialog
          title="登记系统外已用文号"
          act="登记"
          schema={passedOver}
          sending={pass}
          fields={() => ({ last: { help: '登记后从下一号接着编，只能往后，不能退回' } })}
          onSubmit={(fields) => pass.mutate({ programmeId, ...fields })}
          onCancel={() => setPassing(false)}
        />
      )}
    </Sheet>
  )
}

const inPlan = (words: string | null) => (words === null ? {} : { help: `方案原文“${words}”` })

function Settings({ view }: { view: SettingsView }) {
  const { programmeId, settings, defaults, sources, can } = view
  const { done } = useNotices()
  const [first, setFirst] = useState(settings)
  const [round, setRound] = useState(0)
  const save = useForm(
    supervisionContract.saveSettings,
    { programmeId, settings, issuesFrom: null },
    { quiet: true, onDone: () => done('已保存督办规则') },
  )
  const restore = () => {
    setFirst(defaults)
    setRound(round + 1)
  }
  return (
    <>
      <Series view={view} />
      <Sheet
        title="督办规则"
        aside={
          <span className="quiet">
            {view.savedAt === null
              ? '尚未修改，用的是方案原文和惯例'
              : `${view.savedBy} ${formatMoment(view.savedAt)} 修改`}
          </span>
        }
      >
        <SchemaForm
          key={round}
          schema={schema}
          first={{ settings: first }}
          act="保存"
          sending={save}
          locked={can.save.allowed ? null : can.save.reason}
          fields={({ settings: typed }) => ({
            'settings.prefix': { help: numbersLike(typed ?? {}, view.today) },
            issuesFrom: { hidden: !can.save.allowed, from: view.today },
            'settings.supervises': inPlan(sources.supervises),
            'settings.reports': inPlan(sources.reports),
            'settings.limits.order': inPlan(sources.limit),
            reason: { hidden: !can.save.allowed, note: '新规则从下一次核对建议起生效，已发出的文书时限不变。' },
          })}
          acts={<Button onClick={restore}>恢复为方案原文和惯例</Button>}
          onSubmit={(fields) => save.mutate({ programmeId, ...fields, issuesFrom: fields.issuesFrom ?? null })}
        />
      </Sheet>
    </>
  )
}

function Loaded({ programmeId }: { programmeId: string }) {
  const view = useRead(supervisionContract.getSettings, { programmeId })
  return <Reading of={view}>{(settings) => <Settings view={settings} />}</Reading>
}

/** When a paper is called for, how long it gives, how it is numbered and signed. */
export function Page() {
  return <ProgrammeFrame tab="督办规则">{({ id }) => <Loaded programmeId={id} />}</ProgrammeFrame>
}
