import { groupBy } from '#kernel/group-by.ts'
import { readDay } from '#kernel/read-day.ts'
import type { SheetLine } from '#kernel/registry/compare-rows.ts'
import type { Change } from '#kernel/registry/record-view.ts'
import { callTask } from '#modules/programme/programmes/contract.ts'
import { isSameOpening, type OpeningAnswer } from './check-opening.ts'
import { type Matched, matchFigure, matchTask } from './match-opening.ts'
import { openingTitles } from './opening.ts'
import { overallTitle } from './opening-row.ts'
import { readFigure, readState } from './read-opening.ts'
import type { OpeningFigure, OpeningSheet, OpeningTask } from './views/opening-view.ts'

/** What one row of a ledger says of one task or one figure, or why it says nothing that can be taken. */
export interface ComparedOpening {
  row: number
  /** 0 of the task, 1 of a figure. */
  part: number
  name: string
  outcome: 'added' | 'changed' | 'unchanged' | 'bad'
  answer: OpeningAnswer | null
  changes: Change[]
  reasons: string[]
  warnings: string[]
}

const nothing = { part: 0, outcome: 'unchanged' as const, answer: null, changes: [], reasons: [], warnings: [] }

/**
 * What a ledger would add to the opening state, row by row. A row of no task of the plan, words that do not say how far a
 * task is, what agencies have reported since: all of it is told and nothing of it is taken. Rows that contradict each other
 * are refused.
 */
export function compareOpenings(lines: readonly SheetLine[], sheet: OpeningSheet): ComparedOpening[] {
  return refuseContradictions(lines.flatMap((line) => compareLine(line, sheet)))
}

const cellIn =
  ({ cells }: SheetLine) =>
  (key: string): string =>
    (cells[key] ?? '').trim()

function compareLine(line: SheetLine, sheet: OpeningSheet): ComparedOpening[] {
  const cell = cellIn(line)
  const title = cell('title')
  const isOverall = title === '' || title === overallTitle
  const task = isOverall ? undefined : matchTask({ number: cell('number'), title }, sheet.tasks)
  const name = [title, cell('target')].filter((word) => word !== '').join(' · ')
  if (line.problems.length > 0)
    return [{ ...nothing, row: line.row, name, outcome: 'bad', reasons: [...line.problems] }]
  if (!task && !isOverall)
    return [unmatched(line, `方案中没有对得上“${title}”的任务，或有几项都像它，这一行没有读入。`)]
  const figure = matchFigure(cell('target'), task ? task.found.figures : sheet.overall)
  const parts = [
    ...(task ? compareState(line, task) : []),
    ...(cell('value') === '' ? [] : compareFigure(line, { task, figure })),
  ]
  return parts.length > 0 ? parts : [{ ...nothing, row: line.row, name }]
}

const unmatched = (line: SheetLine, why: string): ComparedOpening => ({
  ...nothing,
  row: line.row,
  name: cellIn(line)('title'),
  warnings: [`${why}请核对名称，或在期初情况表上直接填。`],
})

const loosely = (written: string, matched: Matched<unknown>, name: string): string[] =>
  matched?.isLoose ? [`表中写作“${written.slice(0, 40)}”，按“${name}”对上，请核对。`] : []

function compareState(line: SheetLine, matched: NonNullable<Matched<OpeningTask>>): ComparedOpening[] {
  const { found: task } = matched
  const cell = cellIn(line)
  const [words, doneOn] = [cell('state'), cell('doneOn')]
  if (words === '' && doneOn === '') return []
  const warnings = loosely(cell('title'), matched, task.title)
  const base = { ...nothing, row: line.row, name: callTask(task) }
  const day = doneOn === '' ? null : readDay(doneOn)
  if (day && 'reason' in day) return [{ ...base, outcome: 'bad', reasons: [day.reason] }]
  const said = words === '' ? 'finished' : readState(words)
  if (!said)
    return [
      { ...base, warnings: [...warnings, `“${words.slice(0, 60)}”看不出是否完成，没有读入。请在期初情况表上选定。`] },
    ]
  const isPlain = openingTitles[said] === words
  const from = [cell('from'), isPlain || words === '' ? '' : `台账写作“${words}”`]
    .filter(Boolean)
    .join('；')
    .slice(0, 300)
  const answer = {
    subjectId: task.taskId,
    said,
    on: said === 'finished' ? (day?.on ?? null) : null,
    value: null,
    undone: [],
    from,
    done: [],
  }
  return [settle({ ...base, warnings }, answer, task)]
}

interface Figured {
  task: Matched<OpeningTask>
  figure: Matched<OpeningFigure>
}

function compareFigure(line: SheetLine, { task, figure }: Figured): ComparedOpening[] {
  const cell = cellIn(line)
  const [value, target] = [cell('value'), cell('target')]
  const of = task ? callTask(task.found) : overallTitle
  if (!figure)
    return [
      {
        ...unmatched(
          line,
          `“${of}”${target === '' ? '有几个目标或没有要填数的目标' : `没有对得上“${target.slice(0, 40)}”的目标`}，数值“${value}”没有读入。`,
        ),
        part: 1,
      },
    ]
  const { found } = figure
  const base = {
    ...nothing,
    part: 1,
    row: line.row,
    name: `${of} · ${found.label}`,
    warnings: loosely(target, figure, found.label),
  }
  const read = readFigure(value, found)
  const day = cell('asOf') === '' ? null : readDay(cell('asOf'))
  const reasons = [...('problem' in read ? [read.problem] : []), ...(day && 'reason' in day ? [day.reason] : [])]
  if ('problem' in read || (day && 'reason' in day)) return [{ ...base, outcome: 'bad', reasons }]
  const answer = {
    subjectId: found.targetId,
    said: 'figure' as const,
    on: day?.on ?? null,
    value: read.value,
    undone: [],
    from: cell('from').slice(0, 300),
    done: [],
  }
  return [settle(base, answer, found)]
}

function settle(base: ComparedOpening, answer: OpeningAnswer, shown: OpeningTask | OpeningFigure): ComparedOpening {
  const { opening, isReported } = shown
  if (isReported)
    return { ...base, warnings: [...base.warnings, `“${base.name}”已有单位报送或外部数据，以它们为准，没有读入。`] }
  const known = opening && {
    ...opening,
    undone: answer.undone,
    from: answer.from === '' ? '' : opening.from,
    on: answer.on ?? (answer.value === null ? null : opening.on),
  }
  if (isSameOpening(answer, known)) return base
  return { ...base, outcome: opening ? 'changed' : 'added', answer, changes: changesOf(answer, opening) }
}

function changesOf(answer: OpeningAnswer, before: OpeningTask['opening']): Change[] {
  const words = (one: Pick<OpeningAnswer, 'said' | 'on' | 'value' | 'from'> | null): [string, string][] => [
    ['完成情况', one && one.said !== 'figure' ? openingTitles[one.said] : ''],
    [answer.said === 'figure' ? '数值截至' : '完成日期', one?.on ?? ''],
    ['目前数值', one?.value === null || one === null ? '' : String(one.value)],
    ['依据', one?.from ?? ''],
  ]
  const old = new Map(words(before))
  return words(answer)
    .map(([label, after]) => ({ label, before: old.get(label) ?? '', after }))
    .filter((change) => change.before !== change.after)
}

/** Of rows that say the same one is taken; where they differ none is. */
function refuseContradictions(all: readonly ComparedOpening[]): ComparedOpening[] {
  const said = groupBy(
    all.filter(({ answer }) => answer !== null),
    ({ answer }) => answer?.subjectId ?? '',
  )
  const gist = ({ answer }: ComparedOpening) => JSON.stringify([answer?.said, answer?.on, answer?.value])
  return all.map((one) => {
    const same = said.get(one.answer?.subjectId ?? '') ?? []
    if (same.length < 2) return one
    const rows = same.map(({ row }) => row).join('、')
    if (new Set(same.map(gist)).size > 1)
      return {
        ...one,
        outcome: 'bad',
        answer: null,
        changes: [],
        reasons: [`“${one.name}”在第 ${rows} 行说法不同。请留下对的一行，或改成一致。`],
      }
    return same[0] === one ? one : { ...one, outcome: 'unchanged', answer: null, changes: [] }
  })
}
