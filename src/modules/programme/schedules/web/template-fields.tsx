import { Input, Segmented } from 'antd'
import type { ScheduleTemplate } from '../domain/template.ts'

interface TemplateFieldsProps {
  draft: ScheduleTemplate
  locked: boolean
  onChange: (draft: ScheduleTemplate) => void
}

/** Name, use and rhythm of a template. */
export function TemplateFields({ draft, locked, onChange }: TemplateFieldsProps) {
  return (
    <div className="form-stack">
      <label>
        <span className="form-label">模板名称</span>
        <Input
          disabled={locked}
          maxLength={30}
          value={draft.title}
          onChange={(e) => onChange({ ...draft, title: e.target.value })}
        />
      </label>
      <label>
        <span className="form-label">适用</span>
        <Input
          disabled={locked}
          maxLength={120}
          value={draft.use}
          onChange={(e) => onChange({ ...draft, use: e.target.value })}
        />
      </label>
      <div>
        <span className="form-label">重复</span>
        <Segmented
          aria-label="重复"
          disabled={locked}
          value={draft.repeats}
          options={[
            { value: 'once', label: '只办一次' },
            { value: 'yearly', label: '任务期内每年一轮' },
          ]}
          onChange={(repeats) => onChange({ ...draft, repeats: repeats === 'yearly' ? 'yearly' : 'once' })}
        />
      </div>
    </div>
  )
}
