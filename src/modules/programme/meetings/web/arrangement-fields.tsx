import { Input, Select } from 'antd'
import { type MeetingKind, meetingKindTitles } from '../domain/meeting.ts'

export interface Arrangement {
  title: string
  kind: MeetingKind
  heldOn: string
  startsAt: string
  place: string
  chair: string
}

interface ArrangementFieldsProps {
  value: Arrangement
  /** Name and kind are settled once the meeting exists. */
  named?: boolean
  onChange: (value: Arrangement) => void
}

const kinds = Object.entries(meetingKindTitles).map(([value, label]) => ({ value, label }))
const isKind = (value: string): value is MeetingKind => value in meetingKindTitles

/** When, where and under whom. */
export function ArrangementFields({ value, named = true, onChange }: ArrangementFieldsProps) {
  const set = (patch: Partial<Arrangement>) => onChange({ ...value, ...patch })
  return (
    <>
      {named && (
        <>
          <label>
            <span className="form-label">会议名称</span>
            <Input value={value.title} maxLength={80} onChange={(e) => set({ title: e.target.value })} />
          </label>
          <label>
            <span className="form-label">类别</span>
            <Select
              value={value.kind}
              options={kinds}
              style={{ width: '100%' }}
              onChange={(kind: string) => isKind(kind) && set({ kind })}
            />
          </label>
        </>
      )}
      <div className="meeting-when">
        <label>
          <span className="form-label">日期</span>
          <Input type="date" value={value.heldOn} onChange={(e) => set({ heldOn: e.target.value })} />
        </label>
        <label>
          <span className="form-label">
            时间<span className="quiet">（可不填）</span>
          </span>
          <Input type="time" value={value.startsAt} onChange={(e) => set({ startsAt: e.target.value })} />
        </label>
      </div>
      <label>
        <span className="form-label">
          地点<span className="quiet">（可不填）</span>
        </span>
        <Input value={value.place} maxLength={80} onChange={(e) => set({ place: e.target.value })} />
      </label>
      <label>
        <span className="form-label">
          主持人<span className="quiet">（可不填）</span>
        </span>
        <Input value={value.chair} maxLength={40} onChange={(e) => set({ chair: e.target.value })} />
      </label>
    </>
  )
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The fields as operations take them: what is empty has not been said. */
export const toArrangement = ({ heldOn, startsAt, place, chair }: Arrangement) => ({
  heldOn,
  startsAt: orNull(startsAt),
  place: orNull(place),
  chair: orNull(chair),
})
