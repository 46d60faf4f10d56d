import { Button, Input, Select } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { checkCreditCode } from '#kernel/codes.ts'
import { AgencyKind, agencyKindTitles } from '../domain/agency.ts'
import { departments } from '../domain/departments.data.ts'
import { AgencyChoice } from './agency-choice.tsx'
import { type AgencyFields, complaintsOf } from './agency-fields.ts'
import { NameRows } from './name-rows.tsx'

interface AgencyFormProps {
  first: AgencyFields
  /** The agency itself, which can be neither its own member nor what it was merged into. */
  ownId?: string
  act: string
  pending: boolean
  error: Error | null
  onSubmit: (fields: AgencyFields) => void
  onCancel: () => void
}

const kinds = AgencyKind.options.map((kind) => ({ value: kind, label: agencyKindTitles[kind] }))
const works = departments.map(({ code, core }) => ({ value: code, label: `${core}（${code}）` }))

function Field({
  label,
  hint,
  complaint = null,
  children,
}: {
  label: string
  hint?: string
  complaint?: string | null
  children: ReactNode
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is handed in
    <label>
      <span className="form-label">
        {label} {hint && <span className="quiet">{hint}</span>}
      </span>
      {children}
      {complaint !== null && (
        <p className="form-complaint" role="alert">
          {complaint}
        </p>
      )}
    </label>
  )
}

interface PartProps {
  fields: AgencyFields
  set: (patch: Partial<AgencyFields>) => void
  said: Partial<Record<'name' | 'shortName' | 'names' | 'creditCode' | 'validTo', string | null>>
}

function Identity({ fields, set, said }: PartProps) {
  return (
    <>
      <Field label="单位名称" hint="按机构编制文件的全称" complaint={said.name ?? null}>
        <Input value={fields.name} onChange={(e) => set({ name: e.target.value })} />
      </Field>
      <div className="form-pair">
        <Field label="简称" hint="可不填" complaint={said.shortName ?? null}>
          <Input value={fields.shortName} onChange={(e) => set({ shortName: e.target.value })} />
        </Field>
        <Field label="类别">
          <Select value={fields.kind} options={kinds} onChange={(kind) => set({ kind })} style={{ width: '100%' }} />
        </Field>
      </div>
      <Field label="统一社会信用代码" hint="可不填" complaint={said.creditCode ?? null}>
        <Input value={fields.creditCode} maxLength={18} onChange={(e) => set({ creditCode: e.target.value })} />
      </Field>
      <Field label="职能" hint="留空由名称推定">
        <Select
          mode="multiple"
          value={fields.deptCodes}
          options={works}
          optionFilterProp="label"
          onChange={(deptCodes: string[]) => set({ deptCodes })}
          style={{ width: '100%' }}
        />
      </Field>
    </>
  )
}

function Names({ fields, set, said }: PartProps) {
  return (
    <>
      <NameRows
        legend="别名"
        hint="现在也这样叫，起止日期可不填"
        rows={fields.aliases}
        columns={[
          { field: 'name', label: '别名', type: 'text' },
          { field: 'from', label: '自', type: 'date' },
          { field: 'to', label: '至', type: 'date' },
        ]}
        blank={{ name: '', from: '', to: '' }}
        onChange={(aliases) => set({ aliases })}
      />
      <NameRows
        legend="曾用名"
        hint="以前的全称，用到哪一天"
        rows={fields.formerNames}
        columns={[
          { field: 'name', label: '曾用名', type: 'text' },
          { field: 'until', label: '用到', type: 'date' },
        ]}
        blank={{ name: '', until: '' }}
        onChange={(formerNames) => set({ formerNames })}
      />
      {said.names && (
        <p className="form-complaint" role="alert">
          {said.names}
        </p>
      )}
    </>
  )
}

function Course({ fields, set, said, ownId }: PartProps & { ownId: string | undefined }) {
  return (
    <>
      {fields.kind === 'group' && (
        <Field label="成员单位" hint="这个组合代表哪些单位">
          <AgencyChoice
            label="成员单位"
            many
            ownId={ownId}
            value={fields.memberIds}
            onChange={(memberIds) => set({ memberIds })}
          />
        </Field>
      )}
      <div className="form-pair">
        <Field label="设立日期" hint="可不填">
          <Input type="date" value={fields.validFrom} onChange={(e) => set({ validFrom: e.target.value })} />
        </Field>
        <Field label="撤销日期" hint="仍在的不填" complaint={said.validTo ?? null}>
          <Input type="date" value={fields.validTo} onChange={(e) => set({ validTo: e.target.value })} />
        </Field>
      </div>
      <Field label="并入单位" hint="撤销后由谁承接">
        <AgencyChoice
          label="并入单位"
          ownId={ownId}
          value={fields.mergedIntoId === '' ? [] : [fields.mergedIntoId]}
          onChange={([mergedIntoId]) => set({ mergedIntoId: mergedIntoId ?? '' })}
        />
      </Field>
    </>
  )
}

/** Everything the register keeps of an agency. */
export function AgencyForm({ first, ownId, act, pending, error, onSubmit, onCancel }: AgencyFormProps) {
  const [fields, setFields] = useState(first)
  const [tried, setTried] = useState(false)
  const complaints = complaintsOf(fields, (code) => checkCreditCode(code).problem)
  const part = {
    fields,
    set: (patch: Partial<AgencyFields>) => setFields((old) => ({ ...old, ...patch })),
    said: tried ? complaints.said : {},
  }
  const submit = (e: FormEvent) => {
    e.preventDefault()
    setTried(true)
    if (!complaints.any) onSubmit(fields)
  }
  return (
    <form className="form-stack" onSubmit={submit} noValidate>
      <Identity {...part} />
      <Names {...part} />
      <Course {...part} ownId={ownId} />
      {error && (
        <p className="form-refusal" role="alert">
          {error.message}
        </p>
      )}
      <div className="form-acts">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" htmlType="submit" loading={pending}>
          {act}
        </Button>
      </div>
    </form>
  )
}
