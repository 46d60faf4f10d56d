import { endOfDay } from '#kernel/day.ts'
import { withUnit } from '#kernel/figures.ts'
import { getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import type { IntakeKit } from '#platform/registry/intake-kit.ts'
import { OpeningAnswer } from '../domain/check-opening.ts'
import { compareOpenings } from '../domain/compare-openings.ts'
import { openingTitles } from '../domain/opening.ts'
import { openingColumns, openingFields, overallTitle } from '../domain/opening-row.ts'
import type { OpeningFigure, OpeningTask } from '../domain/views/opening-view.ts'
import { openingIntake } from '../intake.ts'
import { openSheet } from './opening-sheet.ts'
import { takeOpenings } from './save-opening.ts'

/** The sheet of the opening state, and the ledgers kept before: out with what is known, back with what was filled in. */
export const openingKit: IntakeKit = {
  ...openingIntake,
  columns: openingColumns,
  isWhole: true,
  enter: async (tx, id, actor) => (await getProgrammeRow(tx, id, actor)).title,
  compare: async (tx, lines, { divisionCode, around, today }) => {
    const of = { programmeId: around['programmeId'] ?? '', actor: { divisionCode }, now: endOfDay(today) }
    const { sheet } = await openSheet(tx, of)
    return compareOpenings(lines, sheet).map(({ answer, ...row }) => {
      return { ...row, id: answer?.subjectId ?? null, version: 0, values: answer && { ...answer }, keyPlain: '' }
    })
  },
  write: async ({ tx, now, today, divisionCode, around, effectiveOn = today, basis = '' }, rows, by) => {
    const answers = rows.map(({ values }) => {
      const answer = OpeningAnswer.parse(values)
      const on = answer.said === 'figure' ? (answer.on ?? effectiveOn) : answer.on
      return { ...answer, on, from: answer.from.length < 2 ? basis.slice(0, 300) : answer.from }
    })
    const doing = { tx, now, today, actor: { divisionCode, userId: by.userId, name: by.name } }
    return { 内容: await takeOpenings(doing, { programmeId: around['programmeId'] ?? '', answers }) }
  },
  fill: async (tx, { divisionCode, around, today }) => {
    const of = { programmeId: around['programmeId'] ?? '', actor: { divisionCode }, now: endOfDay(today) }
    const { tasks, overall } = (await openSheet(tx, of)).sheet
    const rows = [...tasks.flatMap(rowsOf), ...overall.map((figure) => figureRow({ title: overallTitle }, figure))]
    return rows.map((row) => openingFields.map(({ name }) => row[name] ?? null))
  },
}

type Row = Readonly<Record<string, string | number | null>>

/** A task, and under it a row for each of its figures. */
function rowsOf({ number, title, leads, dueOn, opening, figures }: OpeningTask): Row[] {
  const task = { number, title, leads: leads.join('、') }
  const state = opening && { state: openingTitles[opening.said], doneOn: opening.on, from: opening.from }
  return [{ ...task, due: dueOn, ...state }, ...figures.map((figure) => figureRow(task, figure))]
}

const figureRow = (of: Row, { label, aim, unit, ask, opening }: OpeningFigure): Row => ({
  ...of,
  target: label,
  aim,
  ...(opening && {
    value: ask === 'done' ? (opening.value === 1 ? '是' : '否') : withUnit(opening.value ?? '', unit),
    asOf: opening.on,
    from: opening.from,
  }),
})
