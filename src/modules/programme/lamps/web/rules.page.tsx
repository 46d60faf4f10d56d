import { useState } from 'react'
import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { EmptyState } from '#ui/states.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { useForm } from '#ui/use-form.ts'
import { type LampSettingsView, lampContract, Thresholds } from '../contract.ts'
import './lamps.css'

const schema = lampContract.saveLampSettings.input.omit({ programmeId: true })

type Sentence = LampSettingsView['sentences'][number]
type Change = LampSettingsView['changes'][number]

const sentenceColumns: readonly Column<Sentence>[] = [
  { key: 'lamp', title: '灯', width: 72, render: ({ lamp }) => lamp },
  { key: 'when', title: '什么情况', render: ({ when }) => when },
  { key: 'source', title: '出处', width: 320, render: ({ source }) => <span className="quiet">{source}</span> },
]

const changeColumns: readonly Column<Change>[] = [
  { key: 'from', title: '自何日', width: 110, render: ({ validFrom }) => validFrom },
  { key: 'who', title: '修改人', width: 120, render: ({ setBy }) => setBy },
  { key: 'at', title: '时间', width: 150, render: ({ setAt }) => minuteOf(setAt) },
  { key: 'reason', title: '理由', render: ({ reason }) => reason },
]

function Figures({ view }: { view: LampSettingsView }) {
  // What is being filled in stays when the page reads again.
  const [first, setFirst] = useState(view)
  const save = useForm(lampContract.saveLampSettings, first, { quiet: true, onDone: setFirst })
  const { programmeId, thresholds, can } = view
  if (!can.saveLampSettings.allowed)
    return (
      <dl className="rule-figures">
        {Object.entries(Thresholds.shape).map(([name, type]) => (
          <div key={name}>
            <dt>{String(type.meta()?.label ?? name)}</dt>
            <dd>{String(Object.entries(thresholds).find(([key]) => key === name)?.[1] ?? '')}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <SchemaForm
      key={first.changes.length}
      schema={schema}
      first={{ thresholds: first.thresholds }}
      act="保存，从今天起执行"
      sending={save}
      onSubmit={(changed) => save.mutate({ programmeId, ...changed })}
    />
  )
}

function Rules({ view }: { view: LampSettingsView }) {
  return (
    <>
      <Sheet title="怎样亮灯">
        <DataTable
          caption="亮灯规则"
          columns={sentenceColumns}
          rows={view.sentences}
          rowKey={({ when }) => when}
          renderCard={({ lamp, when, source }) => (
            <>
              <span className="card-title">{lamp}</span>
              <p>{when}</p>
              <p className="quiet">{source}</p>
            </>
          )}
        />
      </Sheet>
      <Sheet title="本方案的数值" aside={<span className="quiet">修改只影响今天及以后，过去的日子仍按当天的规则</span>}>
        <Figures view={view} />
      </Sheet>
      <Sheet title="修改记录">
        <DataTable
          caption="修改记录"
          columns={changeColumns}
          rows={view.changes}
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有修改过">一直按规则的默认数值亮灯。</EmptyState>}
        />
      </Sheet>
    </>
  )
}

/** The rules a programme's lamps follow: in sentences, in figures, and who changed them when. */
export function Page() {
  const programmeId = usePathWord('programmeId')
  const view = useRead(lampContract.getLampSettings, { programmeId })
  return (
    <Screen
      title="亮灯规则"
      crumbs={[{ label: '亮灯', to: `/programmes/${programmeId}/lamps` }]}
      meta={view.data && `第 ${view.data.edition} 版，自 ${view.data.editionFrom} 起`}
    >
      <Reading of={view}>{(settings) => <Rules view={settings} />}</Reading>
    </Screen>
  )
}
