import { Button } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { formatMoment } from '#ui/words.ts'
import { type SettingsView, supervisionContract } from '../contract.ts'
import './supervision.css'

const schema = supervisionContract.saveSettings.input.omit({ programmeId: true })

const inPlan = (words: string | null) => (words === null ? {} : { help: `方案原文“${words}”` })

function Settings({ view }: { view: SettingsView }) {
  const { programmeId, settings, defaults, sources, can } = view
  const { done } = useNotices()
  const [first, setFirst] = useState(settings)
  const [round, setRound] = useState(0)
  const save = useForm(
    supervisionContract.saveSettings,
    { programmeId, settings },
    { quiet: true, onDone: () => done('已保存督办规则') },
  )
  const restore = () => {
    setFirst(defaults)
    setRound(round + 1)
  }
  return (
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
          'settings.prefix': { help: `文号如 ${typed?.prefix ?? ''}督〔2026〕1号` },
          'settings.supervises': inPlan(sources.supervises),
          'settings.reports': inPlan(sources.reports),
          'settings.limits.order': inPlan(sources.limit),
          reason: { hidden: !can.save.allowed, note: '新规则从下一次核对建议起生效，已发出的文书时限不变。' },
        })}
        acts={<Button onClick={restore}>恢复为方案原文和惯例</Button>}
        onSubmit={(fields) => save.mutate({ programmeId, ...fields })}
      />
    </Sheet>
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
