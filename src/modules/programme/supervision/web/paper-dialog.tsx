import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import { type OrderLevel, orderLevelTitles, type PaperChoice } from '../contract.ts'
import { usualRequirement } from '../domain/usual-words.ts'
import { emptyInterview, type Interview, InterviewFields } from './interview-fields.tsx'

export interface PaperTerms {
  kind: OrderLevel
  dueOn: string
  requirement: string
  words: string
  agencyId: string | null
  assistIds: string[]
  interview: Interview | null
}

interface PaperDialogProps {
  open: boolean
  title: string
  /** The papers that may go out, each with its usual day. */
  choices: readonly PaperChoice[]
  first: OrderLevel
  today: string
  /** Who answers; offered for choosing when a new matter begins. */
  parties?: { agencyId: string | null; assistIds: readonly string[] }
  pending: boolean
  error: Error | null
  onConfirm: (terms: PaperTerms) => void
  onCancel: () => void
}

function usePaper({ choices, first, parties, today }: PaperDialogProps) {
  const dueOf = (kind: OrderLevel) => choices.find((one) => one.kind === kind)?.dueOn ?? ''
  const begin = (kind: OrderLevel): PaperTerms => ({
    kind,
    dueOn: dueOf(kind),
    requirement: usualRequirement(kind),
    words: '',
    agencyId: parties?.agencyId ?? null,
    assistIds: [...(parties?.assistIds ?? [])],
    interview: kind === 'interview' ? emptyInterview(today) : null,
  })
  const [terms, setTerms] = useState(begin(first))
  const set = (patch: Partial<PaperTerms>) => setTerms((old) => ({ ...old, ...patch }))
  const choose = (kind: OrderLevel) =>
    setTerms((old) => ({ ...begin(kind), agencyId: old.agencyId, assistIds: old.assistIds }))
  return { terms, set, choose }
}

/** A paper before it goes out: which, to whom, what is asked, until when. A person always sends it. */
export function PaperDialog(props: PaperDialogProps) {
  const { open, title, choices, today, parties, pending, error, onConfirm, onCancel } = props
  const { terms, set, choose } = usePaper(props)
  const limit = choices.find(({ kind }) => kind === terms.kind)?.limit
  const ready = terms.dueOn >= today && terms.requirement.trim().length >= 4 && (!parties || terms.agencyId !== null)
  return (
    <Modal
      open={open}
      title={title}
      okText={`发出${orderLevelTitles[terms.kind]}`}
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: pending }}
      onOk={() => onConfirm(terms)}
      onCancel={onCancel}
      width={620}
      destroyOnHidden
    >
      <div className="form-stack">
        <label>
          <span className="form-label">文书</span>
          <Select
            value={terms.kind}
            options={choices.map(({ kind }) => ({ value: kind, label: orderLevelTitles[kind] }))}
            onChange={choose}
            style={{ width: '100%' }}
          />
        </label>
        {parties && (
          <>
            <div>
              <span className="form-label">承办单位</span>
              <AgencyChoice
                label="承办单位"
                value={terms.agencyId === null ? [] : [terms.agencyId]}
                onChange={([agencyId]) => set({ agencyId: agencyId ?? null })}
              />
            </div>
            <div>
              <span className="form-label">
                协办单位<span className="quiet">（可不填）</span>
              </span>
              <AgencyChoice
                label="协办单位"
                many
                value={terms.assistIds}
                ownId={terms.agencyId ?? undefined}
                onChange={(assistIds) => set({ assistIds })}
              />
            </div>
          </>
        )}
        <label>
          <span className="form-label">办理要求</span>
          <Input.TextArea
            rows={3}
            maxLength={1000}
            value={terms.requirement}
            onChange={(e) => set({ requirement: e.target.value })}
          />
        </label>
        <label>
          <span className="form-label">办理时限{limit && <span className="quiet">（规则为{limit}）</span>}</span>
          <Input type="date" min={today} value={terms.dueOn} onChange={(e) => set({ dueOn: e.target.value })} />
        </label>
        {terms.interview && (
          <InterviewFields value={terms.interview} onChange={(interview) => set({ interview })} record={false} />
        )}
        <label>
          <span className="form-label">
            说明<span className="quiet">（可不填，记入办理过程）</span>
          </span>
          <Input maxLength={200} value={terms.words} onChange={(e) => set({ words: e.target.value })} />
        </label>
        {error && (
          <p className="form-refusal" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
