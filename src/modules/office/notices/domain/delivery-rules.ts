import { z } from 'zod'
import { noticeKindTitles, urgentKinds } from './notice.ts'

/** A time of day where the county lies, `08:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 08:30 这样的时刻。')

/** When somebody may be reached outside the program. The inbox itself always shows everything at once. */
export const DeliveryRules = z.object({
  /** Nothing is sent from here … */
  quietFrom: TimeOfDay.meta({ label: '免打扰开始', help: '起止相同表示不设免打扰', kind: 'time', half: true }),
  /** … to here; the same time twice means no quiet hours. */
  quietTo: TimeOfDay.meta({ label: '免打扰结束', kind: 'time', half: true }),
  /** Nothing on days that are not worked (weekends, holidays; 调休 counts as worked). */
  workingDaysOnly: z.boolean().meta({ label: '非工作日不发送', help: '按本县的放假安排，调休上班算工作日' }),
  /** What is not urgent is gathered and sent at these times; without any it is sent at once. */
  digestAt: z.array(TimeOfDay).max(6).meta({ label: '汇总发送时刻', help: '不选则逐条即时发送；紧急消息不等汇总' }),
  /** Urgent notices do not wait for the end of quiet hours. */
  urgentAnyTime: z.boolean().meta({
    label: '紧急消息不受免打扰限制',
    help: urgentKinds.map((kind) => noticeKindTitles[kind]).join('、'),
  }),
})
export type DeliveryRules = z.infer<typeof DeliveryRules>

/** The house rules as long as nobody has set others. */
export const defaultRules: DeliveryRules = {
  quietFrom: '21:00',
  quietTo: '08:00',
  workingDaysOnly: true,
  digestAt: ['08:30', '15:00'],
  urgentAnyTime: false,
}
