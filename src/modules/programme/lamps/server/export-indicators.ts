import { isJudged } from '#modules/programme/plans/contract.ts'
import { getProgrammeRow, loadContents, saidSight } from '#modules/programme/programmes/server/index.ts'
import { implementDownload } from '#platform/operation/implement.ts'
import { answerWorkbook } from '#platform/spreadsheet/answer-workbook.ts'
import type { WorkbookColumn } from '#platform/spreadsheet/workbook-column.ts'
import { lampContract, lampTitles } from '../contract.ts'
import { indicatorRow } from '../domain/indicator-row.ts'
import { layOut } from '../domain/judge-programme.ts'
import { speakersOf } from '../domain/series.ts'
import { dayAsked } from './list-verdicts.ts'
import { loadFacts } from './load-facts.ts'

/** Columns of the 指标进度表 as offices use them, with the lamp added at the end. */
const columns: readonly WorkbookColumn[] = [
  { title: '序号', width: 6, kind: 'place' },
  { title: '指标', width: 34 },
  { title: '单位', width: 8 },
  { title: '上年基数', width: 19 },
  { title: '年度目标', width: 16 },
  { title: '本期累计', width: 17 },
  { title: '完成率', width: 17 },
  { title: '序时进度', width: 17 },
  { title: '同比', width: 19 },
  { title: '排名', width: 19 },
  { title: '数据来源', width: 22 },
  { title: '数据状态', width: 22 },
  { title: '责任单位', width: 26 },
  { title: '亮灯', width: 8 },
]

export const exportIndicators = implementDownload(
  lampContract.exportIndicators,
  async ({ input, tx, actor, today, about }) => {
    const programme = await getProgrammeRow(tx, input.programmeId, actor)
    const day = dayAsked(input.on, today)
    const { facts } = await loadFacts(tx, programme, day)
    const cases = layOut(facts, day).targetCases
    const sight = await saidSight(tx, programme.id, actor)
    const { targets } = await loadContents(tx, programme)
    const shown = targets.flatMap((target) => {
      const of = cases.get(target.id)
      return of && isJudged(target) && sight(target.taskId, speakersOf(of.observations))
        ? [{ target, row: indicatorRow(of, facts) }]
        : []
    })
    const rows = shown.map(({ target, row }, i) => [
      i + 1,
      row.indicator,
      row.unit,
      row.lastYear,
      row.thisYear,
      row.reached,
      row.done,
      row.pace,
      row.overLastYear,
      row.rank,
      row.source,
      row.state,
      target.leads.map(({ name }) => name).join('、') || '未明确',
      lampTitles[row.lamp],
    ])
    about(`工作方案《${programme.title}》`, { table: '指标进度表', day })
    const title = `${programme.title}指标进度表`
    const sheet = { name: '指标进度表', columns, rows }
    return answerWorkbook(`${title}（${day}）`, [sheet], { title, note: `截至 ${day}`, paper: 'a3' })
  },
)
