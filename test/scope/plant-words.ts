import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { sampleDivision } from '../../src/main/sample-county.ts'
import { askExample } from './make-records.ts'
import type { SampleHouse } from './sample-house.ts'

/** An agency of the task, its people, and what it says and nobody else does. */
export interface Speaker {
  part: 'lead' | 'helper' | 'other'
  agencyId: string
  people: readonly Actor[]
  /** Stands in every text it says. */
  word: string
  /** Every figure it states. */
  figure: number
  /** Records of what it said, by the field that asks for one. */
  ids: Record<string, string>
}

export interface Planted {
  speakers: readonly Speaker[]
  /** Records of the task, of its matter and its meeting. */
  ids: Record<string, string>
}

type House = Pick<SampleHouse, 'system' | 'pool' | 'now' | 'employ' | 'person' | 'strangers'>

/** Columns in which something of an agency is kept, by where words are planted; what is new must be planted or named below. */
export const planted: readonly string[] = [
  'reports.report.text', 'reports.report.values', 'reporting.question_answer.answer', 'reports.draft.answer',
  'supervision.entry.words', 'supervision.request.reason', 'notes.note_answer.text',
  'reporting.delegation.reason', 'files.file.name', 'files.file.words',
] // biome-ignore format: a list

/** Columns beside an agency that hold no words of it on a task, each with why. */
export const noWords: readonly (readonly [RegExp, string])[] = [
  [/\.(?:name|phone|[a-z_]*_(?:by|name|id|ids)|[a-z_]+_by_id)$/, 'who it was, not what they said'],
  [
    /\.(?:cycle|state|status|kind|level|rating|role|by_role|act|number|from)$/,
    'one of a few words, or a number of the house',
  ],
  [/^reports\.report\.progress$/, 'one of four words; what stands beside it is planted'],
  [/^reports\.report\.settled_reason$/, 'the reviewer’s, read where the report is read'],
  [/^reports\.submission\./, 'a receipt for the person who pressed the button'],
  [/^supervision\.(?:order|proposal)\.|^supervision\.request\.answer$/, 'written by the office'],
]

/** A led task with a figure wanted, something said of it, and a participant. */
const taskSql = `select t.id as "taskId", t.programme_id as "programmeId", g.id as "targetId", l.agency_id as lead, p.agency_id as helper, s.id as "reportId"
  from programmes.task t
  join programmes.task_agency l on l.task_id = t.id and l.role = 'lead'
  join programmes.task_agency p on p.task_id = t.id and p.role = 'participant' and p.agency_id <> l.agency_id
  join programmes.target g on g.task_id = t.id and jsonb_typeof(g.target->'value') = 'number' and g.dropped_in is null
  join reports.report s on s.task_id = t.id and s.agency_id = l.agency_id and s.status in ('submitted', 'signed')
  join organisations.agency a on a.id = p.agency_id and a.kind <> 'group'
  where t.division_code = $1 and t.dropped_in is null order by s.submitted_at desc, t.id, g.id limit 1`

async function findTask({ pool }: House) {
  const { rows } = await pool.query<
    Record<'taskId' | 'programmeId' | 'targetId' | 'lead' | 'helper' | 'reportId', string>
  >(taskSql, [sampleDivision])
  const [row] = rows
  if (!row) throw new Error('the sample county has no led task with a figure and a participant')
  return row
}

/** The task gets a second participant, whose people are strangers to everything else. */
async function join({ pool, strangers }: House, taskId: string): Promise<string> {
  const agencyId = strangers[0]?.agencyId ?? ''
  await pool.query(
    `insert into programmes.task_agency select (jsonb_populate_record(a, $2)).* from programmes.task_agency a
      where a.task_id = $1 and a.role = 'participant' limit 1`,
    [taskId, { agency_id: agencyId, position: 90 }],
  )
  return agencyId
}

/** The lead's newest report says it in the speaker's words; a participant's is the same beside it, said after it. */
async function state({ pool }: House, speaker: Speaker, of: { reportId: string; targetId: string }): Promise<string> {
  const { part, agencyId, word, figure, people } = speaker
  const said = {
    text: `${word}说明`,
    values: [{ targetId: of.targetId, value: figure }],
    needs_coordination: true,
    progress: 'difficult',
  }
  if (part === 'lead') {
    await pool.query(`update reports.report set text = $2, values = $3, progress = 'progressed' where id = $1`, [
      of.reportId,
      said.text,
      JSON.stringify(said.values),
    ])
    return of.reportId
  }
  const id = newId()
  const by = { submitted_by_id: people[0]?.userId, submitted_by: people[0]?.name }
  await pool.query(
    `insert into reports.report
      select (jsonb_populate_record(s, $2 || jsonb_build_object('submitted_at', s.submitted_at + $3::interval))).*
      from reports.report s where s.id = $1`,
    [of.reportId, { ...said, ...by, id, agency_id: agencyId }, part === 'helper' ? '2 minutes' : '1 minute'],
  )
  return id
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Something that proves it, joined to the report as handing it in does. */
async function prove(house: House, { people, word, agencyId }: Speaker, of: { reportId: string; lead: string }) {
  const upload = find(house, 'files.uploadFile')
  const file = { name: `${word}佐证.txt`, bytes: bytesOf(`${word}佐证`) }
  const answer = await runOperation(upload, { input: {}, actor: people[0] ?? null, file }, house.system.runtime)
  const fileId = String(Object(answer)['id'])
  await house.pool.query(
    `insert into files.attachment (division_code, to_kind, to_id, position, file_id, visible_to) values ($1, 'statement', $2, 0, $3, $4)`,
    [sampleDivision, of.reportId, fileId, [agencyId, of.lead]],
  )
  return fileId
}

export function find({ system }: Pick<SampleHouse, 'system'>, name: string) {
  const found = system.implementations.find(({ operation }) => operation.name === name)
  if (!found) throw new Error(`there is no operation ${name}`)
  return found
}

/** What people do in turn: the operation, by whom, with what its example does not tell. */
type Act = [operation: string, by: Actor | undefined, own?: Record<string, unknown>]

/** The record an answer names by a path. */
const idIn = (answer: unknown, ...path: (string | number)[]): string =>
  String(path.reduce<unknown>((place, key) => Object(place)[key], answer))

/** Everything an agency can say in a matter, about a leader's note, to a question, in a draft. */
async function speak(house: House, speakers: readonly Speaker[], ids: Record<string, string>): Promise<void> {
  const [lead, helper, other] = speakers
  const office = await house.person('office')
  const act = async ([operation, actor, own]: Act): Promise<unknown> => {
    if (!actor) throw new Error(`nobody to do ${operation}`)
    const done = await askExample(house, find(house, operation), { actor, ids, own }).catch((error: unknown) => {
      throw new Error(`${operation} could not be done`, { cause: error })
    })
    return done.answer
  }
  const assistIds = [helper?.agencyId, other?.agencyId]
  const [by, byHelper, byOther] = speakers.map(({ people }) => people[0])
  const terms = { level: 'order', dueOn: '2026-05-29', assistIds, agencyId: lead?.agencyId }
  ids['orderId'] = idIn(await act(['supervision.registerOrder', office, terms]), 'id')
  ids['paperId'] = idIn(await act(['supervision.issueOrder', office, { dueOn: '2026-05-29' }]), 'papers', 0, 'id')
  const fileIds = (speaker: Speaker | undefined) => [speaker?.ids['fileId']]
  await act(['supervision.receiveOrder', by, { words: `${lead?.word}签收` }])
  const request = { kind: 'extension', wantedOn: '2026-06-15', reason: `${lead?.word}申请延期` }
  ids['requestId'] = idIn(await act(['supervision.submitRequest', by, request]), 'requests', 0, 'id')
  for (const one of [
    ['supervision.handleOrder', byHelper, { words: `${helper?.word}协办`, fileIds: fileIds(helper) }],
    ['supervision.handleOrder', byOther, { words: `${other?.word}协办`, fileIds: fileIds(other) }],
    ['supervision.handleOrder', by, { words: `${lead?.word}办理`, fileIds: fileIds(lead) }],
  ] satisfies Act[]) await act(one) // biome-ignore format: a list
  ids['noteId'] = idIn(await act(['notes.writeNote', await house.person('leader')]), 'notes', 0, 'id')
  await house.pool.query(
    `insert into reporting.delegation select (jsonb_populate_record(d, $1)).* from reporting.delegation d limit 1`,
    [
      {
        id: newId(),
        programme_id: ids['programmeId'],
        task_id: ids['taskId'],
        from_agency_id: lead?.agencyId,
        to_agency_id: lead?.agencyId,
        to_on: null,
        reason: `${lead?.word}委托`,
      },
    ],
  )
  await act(['notes.answerNote', by, { text: `${lead?.word}回复批示` }])
  for (const { people, word, agencyId, figure } of speakers) {
    const answer = { text: `${word}草稿`, values: [{ targetId: ids['targetId'], value: figure }] }
    await act([
      'reports.saveDrafts',
      people[0],
      { drafts: [{ taskId: ids['taskId'], cycle: '2026-04', answer, asOf: null }] },
    ])
    await house.pool.query(
      `insert into reporting.question_answer select (jsonb_populate_record(null::reporting.question_answer, $1)).*`,
      [
        {
          division_code: sampleDivision,
          question_id: ids['questionId'],
          agency_id: agencyId,
          answer: `${word}回答`,
          answered_by: people[0]?.name,
          answered_at: house.now,
        },
      ],
    )
  }
}

/** A meeting that calls them all, with the task on its agenda. */
async function meet(house: House, speakers: readonly Speaker[], ids: Record<string, string>): Promise<void> {
  const actor = await house.person('office')
  const ask = (operation: string, own?: Record<string, unknown>) =>
    askExample(house, find(house, operation), { actor, ids, own })
  ids['meetingId'] = idIn((await ask('meetings.planMeeting', { heldOn: '2026-04-29', seriesKey: null })).answer, 'id')
  await ask('meetings.setParticipants', { agencyIds: speakers.map(({ agencyId }) => agencyId) })
  ids['itemId'] = idIn((await ask('meetings.proposeAgenda')).answer, 'items', 0, 'id')
  await ask('meetings.callMeeting')
}

/** A task on which its lead and two participants have each said something of every kind. @param known records of other kinds */
export async function plantWords(house: House, known: Readonly<Record<string, string>>): Promise<Planted> {
  const { lead, helper, ...found } = await findTask(house)
  const other = await join(house, found.taskId)
  const ids: Record<string, string> = { ...known, ...found, agencyId: lead, fromAgencyId: lead, toAgencyId: helper }
  const speakers: Speaker[] = [
    { part: 'lead', agencyId: lead, people: await house.employ(lead), word: '牵头密语甲', figure: 735_197, ids: {} },
    { part: 'helper', agencyId: helper, people: await house.employ(helper), word: '配合密语乙', figure: 864_213, ids: {} },
    { part: 'other', agencyId: other, people: house.strangers, word: '配合密语丙', figure: 975_318, ids: {} },
  ] // biome-ignore format: a table
  for (const speaker of speakers) {
    speaker.ids['reportId'] = await state(house, speaker, found)
    speaker.ids['fileId'] = await prove(house, speaker, { reportId: speaker.ids['reportId'], lead })
  }
  await speak(house, speakers, ids)
  // What was planted past the operations is not in the trail, so lamps that stand would not be worked out anew.
  await house.pool.query('delete from lamps.standing')
  await meet(house, speakers, ids)
  return { speakers, ids }
}
