import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const holding = (words: RegExp): string[] =>
  ['src/kernel', 'src/compiler', 'src/modules', 'src/main']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|e2e|fixture)\.ts$/.test(file))
    .filter((file) => words.test(readFileSync(file, 'utf8')))
    .sort()

test('days are reckoned in one place; beside it stand what reads days and what counts in months', () => {
  expect(holding(/getUTCDay\(|\+08:00|T23:59|Date\.UTC\(|toISOString\(\)\.slice\(0, 10\)/)).toEqual([
    'src/compiler/plan/head/dates.ts',
    'src/compiler/plan/quantities/calendar.ts',
    'src/kernel/day.ts',
    'src/modules/office/maintenance/web/backup-key.page.tsx',
  ])
})

test('figures are composed with units in one place; beside it stand sizes of files, seconds passed and lines of drawings', () => {
  expect(holding(/\.toFixed\(|Intl\.NumberFormat|toLocaleString\(/)).toEqual([
    'src/kernel/figures.ts',
    'src/main/cli/backup.ts',
    'src/main/cli/restore.ts',
    'src/modules/office/maintenance/domain/backup.ts',
    'src/modules/programme/lamps/web/target-chart.tsx',
  ])
  expect(holding(/\$\{[^{}]*(?:[vV]alue|figure|reached|wanted)[^{}]*\} ?\$\{[^{}]*\bunit\}/)).toEqual([])
  expect(holding(/离目标还差 \$|仍差 \$|还差 \$|占目标 \$/)).toEqual(['src/kernel/figures.ts'])
})

test('days are worded in one place', () => {
  expect(holding(/\}?月\$?\{Number\(/)).toEqual([])
})

test('which reports stand, what agencies and tasks are called and what is worse is said in one place each', () => {
  expect(holding(/'submitted'\)? *(?:,|\|\|.*) *'signed'|'signed' *\|\|/)).toEqual([
    'src/modules/programme/reports/domain/answered.ts',
    // The states there are, and the index that holds one standing word.
    'src/modules/programme/reports/domain/report.ts',
    'src/modules/programme/reports/server/tables.ts',
  ])
  expect(holding(/shortName \?\? (?:\w+\.)?name\b/)).toEqual(['src/modules/office/organisations/domain/agency.ts'])
  expect(holding(/\$\{(?:\w+\.)?number\} \$\{(?:\w+\.)?title\}/)).toEqual([
    'src/modules/programme/programmes/domain/task-name.ts',
  ])
  expect(holding(/red: \d, yellow: [1-9]|yellow: [1-9], red: \d/)).toEqual([
    'src/modules/programme/lamps/domain/lamp.ts',
  ])
})

test('what a kind of target means is said in one place, beside what reads kept days and the compiler that finds it', () => {
  const kinds = /'(?:new_in_period|new_per_year|net_increase|per_capita|deliverable)'/
  const outside = (words: RegExp) => holding(words).filter((file) => !file.startsWith('src/compiler'))
  expect(outside(kinds)).toEqual([
    'src/modules/programme/lamps/domain/fact-meaning.ts',
    'src/modules/programme/lamps/domain/limit.ts',
    'src/modules/programme/plans/domain/target/meaning.ts',
    'src/modules/programme/plans/domain/target/question.ts',
    'src/modules/programme/plans/domain/target/roll-up.ts',
    'src/modules/programme/plans/domain/target/wording.ts',
  ])
  expect(outside(/kind [!=]== 'benefit'/)).toEqual([
    'src/modules/programme/plans/domain/target/meaning.ts',
    'src/modules/programme/plans/domain/target/wording.ts',
  ])
})

/** Columns of which a list holds no two alike, so that no two rows can change places from one reading to the next. */
const last = [
  'id',
  'number',
  'position',
  'version',
  'sequence',
  'day',
  'key',
  'year',
  'code',
  'divisionCode',
  'agencyId',
  'name',
  'recipient',
]
// biome-ignore format: a list

test('every order of rows is a whole one: what is equal in time still has its place', () => {
  const open = holding(/\.orderBy\(/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\.orderBy\(((?:[^()]|\([^()]*\))*)\)/g)]
      .map(([, columns = '']) => columns)
      .filter((columns) => !last.some((name) => new RegExp(`(?:^|[.(])${name}\\)$`).test(columns)))
      .map((columns) => `${file}: ${columns}`),
  )
  expect(open).toEqual([])
})

test('the calendar is the county’s own: whoever counts is given it, and nobody makes one of the published years alone', () => {
  expect(holding(/\bworkingCalendar\(|\bcalendarOf\(/)).toEqual([
    'src/kernel/calendar.ts',
    // The story of the sample county is played on the published years.
    'src/main/sample-year/meeting-acts.ts',
    'src/main/sample-year/story.ts',
    'src/modules/office/organisations/server/county-calendar.ts',
    // A thread is given the years the county has entered.
    'src/modules/programme/meetings/server/compile-minutes-worker.ts',
  ])
  expect(holding(/\bpublishedYears\b/)).toEqual([
    'src/kernel/calendar.ts',
    'src/modules/programme/schedules/server/calendar-operations.ts',
  ])
})

test('a last day is counted in one place: elsewhere days are added for what nobody has to keep', () => {
  const adding = holding(/\baddDays\(|calendar\.add\(/).filter((file) => !file.startsWith('src/kernel'))
  expect(adding).toEqual([
    // The day an entry of a calendar ends, the day after, the week before.
    'src/modules/office/notices/server/read-feed.ts',
    'src/modules/programme/home/domain/week.ts',
    'src/modules/programme/lamps/server/keep-days.ts',
    'src/modules/programme/lamps/server/lamps-on.ts',
    'src/modules/programme/lamps/web/lamps.page.tsx',
    // Days named (下周五), stretches of the calendar, and how long after one something still counts for it.
    'src/modules/programme/meetings/domain/cadence-track.ts',
    'src/modules/programme/meetings/domain/minutes-days.ts',
    'src/modules/programme/meetings/domain/series-dates.ts',
    'src/modules/programme/plans/domain/target/course.ts',
    'src/modules/programme/reporting/domain/cycle.ts',
    'src/modules/programme/reporting/domain/delegate.ts',
    'src/modules/programme/reporting/domain/stretch.ts',
    // What is offered to a person, windows that are looked at, pictures.
    'src/modules/programme/schedules/domain/apply-change.ts',
    'src/modules/programme/schedules/domain/board-lines.ts',
    'src/modules/programme/schedules/domain/gantt-scale.ts',
    'src/modules/programme/schedules/domain/read-holidays.ts',
    'src/modules/programme/schedules/domain/todos.ts',
    'src/modules/programme/schedules/web/compare.page.tsx',
    'src/modules/programme/supervision/domain/rounds.ts',
    'src/modules/programme/wallcharts/server/load-chart-state.ts',
  ])
  // 顺延 and 提前 are not written again as a walk from day to day.
  expect(holding(/while \(!.*isWorkingDay|isWorkingDay\((\w+)\) \? \1 :/)).toEqual(['src/kernel/calendar.ts'])
})
