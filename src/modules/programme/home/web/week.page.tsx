import { ProgrammeFrame } from '#modules/programme/programmes/web/index.tsx'
import { wallchartContract } from '#modules/programme/wallcharts/contract.ts'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { listChangedTasks } from '../domain/changed-tasks.ts'
import { type ChangedRow, WeekTable } from './week-table.tsx'

const option = (value: string, label: string) => ({ value, label })

const filters: readonly Filter[] = [
  {
    kind: 'one',
    word: 'change',
    label: '变化',
    options: [
      option('worse', '转差'),
      option('better', '转好'),
      option('finished', '办结'),
      option('moved', '调整日期'),
    ],
  },
  {
    kind: 'one',
    word: 'lamp',
    label: '现在的灯',
    options: [option('green', '绿灯'), option('yellow', '黄灯'), option('red', '红灯'), option('grey', '灰灯')],
  },
]

function Changes({ tasks, today }: { tasks: readonly ChangedRow[]; today: string }) {
  const found = listChangedTasks(tasks, { kind: useUrlWord('change'), lamp: useUrlWord('lamp') })
  return (
    <>
      <FilterBar filters={filters} count={`本周有变化的 ${found.length} 项，截至 ${today}，与一周前相比`} />
      <WeekTable rows={found} />
    </>
  )
}

function Week({ programmeId }: { programmeId: string }) {
  const chart = useRead(wallchartContract.getChart, { programmeId })
  return <Reading of={chart}>{(view) => <Changes tasks={view.chart.tasks} today={view.chart.today} />}</Reading>
}

/** What the last seven days did to each task: where the week's numbers of the home page lead. */
export function Page() {
  return <ProgrammeFrame tab="本周变化">{({ id }) => <Week programmeId={id} />}</ProgrammeFrame>
}
