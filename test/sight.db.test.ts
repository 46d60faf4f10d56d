import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import { Refusal } from '#kernel/errors.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { addressOf, readFeed } from '#modules/office/notices/server/index.ts'
import { searchContract } from '#modules/office/search/contract.ts'
import type { Implementation } from '#platform/operation/implement.ts'
import { exampleInput } from './scope/example-input.ts'
import { inputs } from './scope/examples.ts'
import { askExample, makeRecords } from './scope/make-records.ts'
import { openSampleHouse } from './scope/open-sample-house.ts'
import { find, noWords, planted, plantWords, type Speaker } from './scope/plant-words.ts'
import { readAnswer } from './scope/read-answer.ts'

const house = await openSampleHouse()
const { system, pool, now } = house
const cases = system.implementations
  .filter(({ operation }) => agencyStaff.some((role) => operation.by.includes(role)))
  .map((implementation) => ({ implementation, name: implementation.operation.name }))
const reading = cases.filter(({ implementation: { operation } }) => operation.path.startsWith('GET '))
const writing = cases.filter((one) => !reading.includes(one))

let speakers: readonly Speaker[] = []
let ids: Record<string, string> = {}
let nobody: readonly Actor[] = []
let unconcerned: readonly Actor[] = []

const speaker = (part: Speaker['part']): Speaker => {
  const found = speakers.find((one) => one.part === part)
  if (!found) throw new Error(`nobody speaks as ${part}`)
  return found
}

/** Whose words and figures stand in a text; numbers are found whatever stands between their digits. */
function heardIn(text: string): string[] {
  const plain = text.replaceAll(/<[^>]*>|\s/g, '')
  const digits = plain.replaceAll(/(?<=\d),(?=\d{3})/g, '')
  return speakers
    .filter(({ word, figure }) => plain.includes(word) || digits.includes(String(figure)))
    .map(({ part }) => part)
}

/** What the operation lets a person hear, asked for the task's records and for what each speaker said. */
async function hear(implementation: Implementation, actor: Actor): Promise<string[]> {
  const heard = new Set<string>()
  const asked = new Set<string>()
  for (const own of [{}, ...speakers.map((one) => one.ids)]) {
    const known = { ...ids, ...own }
    const input = JSON.stringify(exampleInput(implementation.operation, known, inputs[implementation.operation.name]))
    if (asked.has(input)) continue
    asked.add(input)
    const answer = await askExample(house, implementation, { actor, ids: known }).catch((error: unknown) => {
      if (error instanceof Refusal) return { answer: error.message }
      throw error
    })
    for (const part of heardIn(await readAnswer(answer.answer))) heard.add(part)
  }
  return [...heard].sort()
}

const rolesOf = ({ operation }: Implementation, people: readonly Actor[]) =>
  people.filter(({ role }) => operation.by.includes(role))

/** Readers with what they may hear at most. */
const readers = () => [
  { who: 'lead', people: speaker('lead').people, may: ['lead', 'helper', 'other'] },
  { who: 'helper', people: speaker('helper').people, may: ['helper'] },
  { who: 'other', people: speaker('other').people, may: ['other'] },
  { who: 'unconcerned', people: unconcerned, may: [] as string[] },
]

beforeAll(async () => {
  const known = await makeRecords(house)
  const planting = await plantWords(house, known)
  speakers = planting.speakers
  ids = planting.ids
  const { rows } = await pool.query<{ id: string }>(
    `select a.id from organisations.agency a where a.division_code = $1 and a.kind <> 'group' and a.id <> all($2)
      and not exists (select 1 from programmes.task_agency t where t.agency_id = a.id and t.task_id = $3)
      and not exists (select 1 from organisations.agency g where a.id = any(select jsonb_array_elements_text(to_jsonb(g.member_ids))::uuid)) limit 1`,
    [speaker('lead').people[0]?.divisionCode, speakers.map(({ agencyId }) => agencyId), ids['taskId']],
  )
  unconcerned = rows[0] ? await house.employ(rows[0].id) : nobody
})

test('every column beside an agency is planted, or known to hold no words of it', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) as name from information_schema.columns c
      join information_schema.columns a on a.table_schema = c.table_schema and a.table_name = c.table_name and a.column_name = 'agency_id'
      where c.data_type in ('text', 'jsonb') and c.table_schema = any($1) order by 1`,
    [
      [
        'reports',
        'reporting',
        'supervision',
        'ledgers',
        'meetings',
        'notes',
        'oversight',
        'organisations',
        'lamps',
        'schedules',
        'programmes',
        'files',
      ],
    ],
  )
  const isKnown = (name: string) => planted.includes(name) || noWords.some(([columns]) => columns.test(name))
  const unnamed = rows.map(({ name }) => name).filter((name) => !isKnown(name))
  expect(unnamed).toEqual([])
})

describe('what one agency says is not read by another', () => {
  test.each(reading)('$name', async ({ implementation }) => {
    for (const { who, people, may } of readers()) {
      for (const actor of rolesOf(implementation, people)) {
        const heard = await hear(implementation, actor)
        expect({ who, role: actor.role, heard: heard.filter((part) => !may.includes(part)) }).toEqual({
          who,
          role: actor.role,
          heard: [],
        })
      }
    }
  })

  test('in the search', async () => {
    for (const { who, people, may } of readers()) {
      for (const actor of people) {
        const heard = heardIn(JSON.stringify(await system.call(searchContract.find, actor, { text: '密语' })))
        expect({ who, heard: heard.filter((part) => !may.includes(part)) }).toEqual({ who, heard: [] })
      }
    }
    const found = await system.call(searchContract.find, await house.person('office'), { text: '密语' })
    expect(heardIn(JSON.stringify(found)).length).toBeGreaterThan(1)
  })

  test('in calendars', async () => {
    for (const { who, people, may } of readers()) {
      const { path } = await system.call(noticeContract.renewFeed, people[0]!, {})
      const text = await readFeed(addressOf(path.slice('/calendar/'.length), '')!, now, system.noticePorts)
      const heard = heardIn((text ?? '').replaceAll(/\r\n[ \t]/g, ''))
      expect({ who, heard: heard.filter((part) => !may.includes(part)) }).toEqual({ who, heard: [] })
    }
  })

  test('in what they are told', async () => {
    for (const { who, people, may } of readers()) {
      const { rows } = await pool.query('select * from notices.notice where user_id = any($1)', [
        people.map(({ userId }) => userId),
      ])
      expect({ who, heard: heardIn(JSON.stringify(rows)).filter((part) => !may.includes(part)) }).toEqual({
        who,
        heard: [],
      })
    }
  })
})

describe('nobody loses what they may read', () => {
  const hears = async (name: string, actor: Actor | undefined) => hear(find(house, name), actor!)

  test.each([
    'reports.listTaskReports', 'reports.getReport', 'files.getFile', 'supervision.getOrder', 'meetings.getMeeting',
  ])('the lead reads all of them, a participant its own, in %s', async (name) => {
    expect(await hears(name, await house.person('office'))).toContain('helper')
    expect(await hears(name, speaker('lead').people[0])).toContain('helper')
    expect(await hears(name, speaker('helper').people[0])).toEqual(['helper'])
    expect(await hears(name, speaker('other').people[0])).toEqual(['other'])
  }) // biome-ignore format: a list

  test('of two in difficulty the lamp names the one that spoke first, to the lead and to itself', async () => {
    const verdictHeard = (actor: Actor | undefined) => hears('lamps.getTaskVerdict', actor)
    expect(await verdictHeard(await house.person('office'))).toContain('other')
    expect(await verdictHeard(speaker('lead').people[0])).toContain('other')
    expect(await verdictHeard(speaker('other').people[0])).toEqual(['other'])
  })

  test('the newest word they may read stands in the ledger of each', async () => {
    expect(await hears('ledgers.exportLedger', speaker('lead').people[0])).toEqual(['helper'])
    expect(await hears('ledgers.exportLedger', speaker('other').people[0])).toEqual(['other'])
  })

  test.each(['lamps.getTargetPage', 'lamps.exportIndicators', 'wallcharts.getChart', 'lamps.listVerdicts'])(
    'the lead and the county read the figures in %s',
    async (name) => {
      expect(await hears(name, await house.person('office'))).not.toEqual([])
      expect(await hears(name, speaker('lead').people[0])).not.toEqual([])
    },
  )
})

describe('nor by doing something', () => {
  test.each(writing)('$name', async ({ implementation }) => {
    for (const { who, people, may } of readers().slice(1)) {
      const [actor] = rolesOf(implementation, people)
      if (!actor) continue
      const heard = await hear(implementation, actor)
      expect({ who, heard: heard.filter((part) => !may.includes(part)) }).toEqual({ who, heard: [] })
    }
  })
})
