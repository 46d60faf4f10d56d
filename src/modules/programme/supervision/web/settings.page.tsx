import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { useRead } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { useForm } from '#ui/use-form.ts'
import { formatMoment } from '#ui/words.ts'
import { type SettingsView, supervisionContract } from '../contract.ts'
import { Every, everyTitles } from '../domain/every.ts'
import { OrderLevel, orderLevelTitles } from '../domain/order.ts'
import { SupervisionSettings } from '../domain/settings.ts'
import { TimeLimit, timeUnitTitles } from '../domain/time-limit.ts'
import './supervision.css'

const counts = [
  'yellowDays', 'redDays', 'staleCycles', 'graceDays', 'signDays', 'remindDays', 'holdDays',
] as const // biome-ignore format: one line
const rounds = ['supervises', 'reports'] as const
const labelOf = (key: keyof typeof SupervisionSettings.shape): string =>
  String(SupervisionSettings.shape[key].meta()?.['label'] ?? key)

type Values = SettingsView['settings']

interface FieldsProps {
  values: Values
  sources: SettingsView['sources']
  locked: boolean
  set: (patch: Partial<Values>) => void
}

function Limits({ values, sources, locked, set }: FieldsProps) {
  const change = (level: OrderLevel, patch: Partial<TimeLimit>) =>
    set({ limits: { ...values.limits, [level]: { ...values.limits[level], ...patch } } })
  return (
    <div>
      <span className="form-label">办理时限（自发出次日起算）</span>
      {OrderLevel.options.map((level) => (
        <div key={level} className="limit-row">
          <span>{orderLevelTitles[level]}</span>
          <InputNumber
            aria-label={`${orderLevelTitles[level]}时限`}
            min={1}
            max={365}
            disabled={locked}
            value={values.limits[level].days}
            onChange={(days) => days !== null && change(level, { days })}
          />
          <Select
            aria-label={`${orderLevelTitles[level]}时限单位`}
            disabled={locked}
            value={values.limits[level].unit}
            options={TimeLimit.shape.unit.options.map((value) => ({ value, label: timeUnitTitles[value] }))}
            onChange={(unit) => change(level, { unit })}
          />
          {level === 'order' && sources.limit !== null && <span className="quiet">方案原文“{sources.limit}”</span>}
        </div>
      ))}
    </div>
  )
}

function Fields(props: FieldsProps) {
  const { values, sources, locked, set } = props
  return (
    <>
      <div className="settings-grid">
        {(['prefix', 'issuer'] as const).map((key) => (
          <label key={key}>
            <span className="form-label">
              {labelOf(key)}
              {key === 'prefix' && <span className="quiet">（文号如 {values.prefix}督〔2026〕1号）</span>}
            </span>
            <Input disabled={locked} value={values[key]} onChange={(e) => set({ [key]: e.target.value })} />
          </label>
        ))}
        {rounds.map((key) => (
          <label key={key}>
            <span className="form-label">
              {labelOf(key)}
              {sources[key] !== null && <span className="quiet">（方案原文“{sources[key]}”）</span>}
            </span>
            <Select
              disabled={locked}
              value={values[key]}
              options={Every.options.map((value) => ({ value, label: everyTitles[value] }))}
              onChange={(value) => set({ [key]: value })}
              style={{ width: '100%' }}
            />
          </label>
        ))}
        {counts.map((key) => (
          <label key={key}>
            <span className="form-label">{labelOf(key)}</span>
            <InputNumber
              min={key === 'graceDays' ? 0 : 1}
              max={365}
              disabled={locked}
              value={values[key]}
              onChange={(value) => value !== null && set({ [key]: value })}
              style={{ width: '100%' }}
            />
          </label>
        ))}
      </div>
      <Limits {...props} />
    </>
  )
}

function Settings({ view }: { view: SettingsView }) {
  const { done } = useNotices()
  const [values, setValues] = useState(view.settings)
  const [saving, setSaving] = useState(false)
  const save = useForm(
    supervisionContract.saveSettings,
    { programmeId: view.programmeId, settings: view.settings },
    {
      quiet: true,
      titles: { supervises: everyTitles, reports: everyTitles, unit: timeUnitTitles },
      onDone: () => {
        setSaving(false)
        done('已保存督办规则')
      },
    },
  )
  const locked = !view.can.save.allowed
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
      <div className="form-stack">
        {locked && <p className="quiet">{view.can.save.reason}</p>}
        <Fields
          values={values}
          sources={view.sources}
          locked={locked}
          set={(patch) => setValues({ ...values, ...patch })}
        />
        {!locked && (
          <div className="form-acts">
            <Button onClick={() => setValues(view.defaults)}>恢复为方案原文和惯例</Button>
            <Button
              type="primary"
              disabled={!SupervisionSettings.safeParse(values).success}
              onClick={() => setSaving(true)}
            >
              保存
            </Button>
          </div>
        )}
      </div>
      <ConfirmReason
        open={saving}
        title="修改督办规则"
        act="保存"
        pending={save.isPending}
        error={save.error}
        onConfirm={(reason) => save.mutate({ programmeId: view.programmeId, settings: values, reason })}
        onCancel={() => setSaving(false)}
      >
        新规则从下一次核对建议起生效，已发出的文书时限不变。
      </ConfirmReason>
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
