import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { meetingContract } from '../contract.ts'
import { DecisionList } from './decision-list.tsx'
import './meetings.css'

/** On the page of a task: what meetings decided of it. */
export function Part({ task }: { task: TaskView }) {
  const { data } = useRead(meetingContract.listTaskDecisions, { taskId: task.id })
  if (!data || data.decisions.length === 0) return null
  return (
    <Sheet title={`会议议定 ${data.decisions.length} 项`}>
      <DecisionList decisions={data.decisions} today={data.today} withMeeting />
    </Sheet>
  )
}
