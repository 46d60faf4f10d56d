import { implementDownload } from '#platform/operation/implement.ts'
import { answerWorkbook } from '#platform/spreadsheet/answer-workbook.ts'
import type { WorkbookSheet } from '#platform/spreadsheet/write-workbook.ts'
import { type ScheduleBoard, scheduleContract } from '../contract.ts'
import { loadBoard } from './get-board.ts'

const columns: WorkbookSheet['columns'] = [
  { title: '序号', width: 6 },
  { title: '任务', width: 28 },
  { title: '牵头单位', width: 20 },
  { title: '步骤', width: 34 },
  { title: '需时', width: 24 },
  { title: '最迟开始', width: 12, kind: 'date' },
  { title: '最迟完成', width: 12, kind: 'date' },
  { title: '办结日期', width: 12, kind: 'date' },
  { title: '完成期限', width: 12, kind: 'date' },
  { title: '备注', width: 30 },
]

export const exportSchedules = implementDownload(
  scheduleContract.exportSchedules,
  async ({ input, tx, actor, today, about }) => {
    const board = await loadBoard({ tx, actor, today }, input.programmeId, input.on)
    about(`工作方案《${board.title}》`, { on: board.on, tasks: board.tasks.length })
    const title = `${board.title}倒排工期表`
    const sheet = { name: '倒排工期表', columns, rows: rowsOf(board) }
    return answerWorkbook(`${title}（${board.on}）`, [sheet], { title, note: noteOf(board) })
  },
)

function noteOf({ on, unpublished }: ScheduleBoard): string {
  const tentative = unpublished.length === 0 ? '' : `；${unpublished.join('、')} 年放假安排未公布，涉及日期暂定`
  return `截至 ${on}${tentative}`
}

/** One row for each step; a task without dates has one row that says why. */
function rowsOf({ tasks }: ScheduleBoard): (string | null)[][] {
  return tasks.flatMap((task) => {
    const head = [task.number, task.title, task.leads.join('、')]
    if (task.bars.length === 0) return [[...head, null, null, null, null, null, task.deadlineOn, task.failure]]
    return task.bars.map(({ title, words, startOn, finishOn, doneOn, tentative }, i) => [
      ...head,
      title,
      words,
      startOn,
      finishOn,
      doneOn,
      task.deadlineOn,
      (i === 0 ? task.late : null) ?? (tentative ? '暂定' : null),
    ])
  })
}
