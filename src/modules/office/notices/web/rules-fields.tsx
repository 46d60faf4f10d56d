import { Checkbox, Select } from 'antd'
import type { DeliveryRules } from '../domain/delivery-rules.ts'
import { noticeKindTitles, urgentKinds } from '../domain/notice.ts'

interface RulesFieldsProps {
  rules: DeliveryRules
  onChange: (rules: DeliveryRules) => void
}

const halfHours = Array.from({ length: 48 }, (_, i) => {
  const time = `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`
  return { value: time, label: time }
})

/** When messages go out: quiet hours, digests, the exception for what is urgent. */
export function RulesFields({ rules, onChange }: RulesFieldsProps) {
  const set = (patch: Partial<DeliveryRules>) => onChange({ ...rules, ...patch })
  return (
    <>
      <div>
        <span className="form-label">免打扰时段</span>
        <span className="rules-pair">
          <Select
            aria-label="免打扰开始"
            value={rules.quietFrom}
            options={halfHours}
            onChange={(quietFrom) => set({ quietFrom })}
            style={{ width: 100 }}
          />
          至
          <Select
            aria-label="免打扰结束"
            value={rules.quietTo}
            options={halfHours}
            onChange={(quietTo) => set({ quietTo })}
            style={{ width: 100 }}
          />
          <span className="quiet">起止相同表示不设免打扰</span>
        </span>
      </div>
      <Checkbox checked={rules.workingDaysOnly} onChange={(e) => set({ workingDaysOnly: e.target.checked })}>
        非工作日不发送（按国务院办公厅节假日安排，调休上班算工作日）
      </Checkbox>
      <Checkbox checked={rules.urgentAnyTime} onChange={(e) => set({ urgentAnyTime: e.target.checked })}>
        紧急消息（{urgentKinds.map((kind) => noticeKindTitles[kind]).join('、')}）不受免打扰限制
      </Checkbox>
      <label>
        <span className="form-label">
          汇总发送时刻<span className="quiet">（不选则逐条即时发送；紧急消息不等汇总）</span>
        </span>
        <Select
          mode="multiple"
          value={rules.digestAt}
          options={halfHours}
          onChange={(digestAt: string[]) => set({ digestAt: digestAt.toSorted() })}
          style={{ width: '100%' }}
        />
      </label>
    </>
  )
}
