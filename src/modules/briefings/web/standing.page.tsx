import { lampContract, type VerdictList } from '#modules/lamps/contract.ts'
import { ProgrammeFrame } from '#modules/programmes/web/index.tsx'
import { type ChartView, wallchartContract } from '#modules/wallcharts/contract.ts'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { listStanding, type StandingFilter } from '../domain/standing.ts'
import { type StandingRow, StandingTable } from './standing-table.tsx'

const option = (value: string, label: string) => ({ value, label })

const lampOptions = [option('green', '绿灯'), option('yellow', '黄灯'), option('red', '红灯'), option('grey', '灰灯')]
const changeOptions = [
  option('worse', '本周转差'),
  option('better', '本周转好'),
  option('finished', '本周办结'),
  option('moved', '本周调整日期'),
]
const freshOptions = [
  option('fresh', '按期报送'),
  option('due', '本期待报'),
  option('stale', '报送已过期'),
  option('none', '不需报送'),
]

function filtersOf(rows: readonly StandingRow[]): readonly Filter[] {
  const agencies = [...new Set(rows.flatMap(({ leads }) => leads))]
  return [
    { kind: 'many', word: 'lamp', label: '灯', options: lampOptions },
    { kind: 'one', word: 'change', label: '本周变化', options: changeOptions },
    { kind: 'one', word: 'fresh', label: '报送', options: freshOptions },
    { kind: 'one', word: 'agency', label: '牵头单位', options: agencies.map((name) => option(name, name)) },
    { kind: 'one', word: 'doubt', label: '假绿', options: [option('1', '绿灯存疑')] },
  ]
}

const useStandingFilter = (): StandingFilter => ({
  lamps: useUrlList('lamp'),
  change: useUrlWord('change'),
  fresh: useUrlWord('fresh'),
  agency: useUrlWord('agency'),
  doubtfulOnly: useUrlWord('doubt') !== '',
})

function rowsOf({ chart }: ChartView, { tasks }: VerdictList): readonly StandingRow[] {
  const verdicts = new Map(tasks.map((verdict) => [verdict.taskId, verdict]))
  return chart.tasks.map((task) => {
    const verdict = verdicts.get(task.id)
    return {
      id: task.id,
      title: `${task.number} ${task.title}`.trim(),
      lamp: task.lamp,
      change: task.change?.kind ?? null,
      changeText: task.change?.text ?? null,
      fresh: verdict?.freshness.state ?? 'none',
      doubtful: task.lamp === 'green' && (verdict?.doubts.length ?? 0) > 0,
      doubts: verdict?.doubts.map(({ text }) => text) ?? [],
      reason: task.reason,
      sinceOn: verdict?.sinceOn ?? null,
      dueOn: task.dueOn,
      leads: task.leads,
    }
  })
}

function Standing({ rows, today }: { rows: readonly StandingRow[]; today: string }) {
  const found = listStanding(rows, useStandingFilter())
  const count = found.length === rows.length ? `${rows.length} 项` : `${found.length} 项，共 ${rows.length} 项`
  return (
    <>
      <FilterBar filters={filtersOf(rows)} count={`${count}，截至 ${today}`} />
      <StandingTable rows={found} />
    </>
  )
}

function Lists({ programmeId }: { programmeId: string }) {
  const chart = useRead(wallchartContract.getChart, { programmeId })
  const verdicts = useRead(lampContract.listVerdicts, { programmeId })
  return (
    <Reading of={chart}>
      {(view) => <Reading of={verdicts}>{(list) => <Standing rows={rowsOf(view, list)} today={list.day} />}</Reading>}
    </Reading>
  )
}

/** Every task with its lamp, why, since when and how fresh: where the numbers of the home page lead. */
export function Page() {
  return <ProgrammeFrame tab="亮灯">{({ id }) => <Lists programmeId={id} />}</ProgrammeFrame>
}
