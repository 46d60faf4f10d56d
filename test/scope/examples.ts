/**
 * For the sweep of rows: where a real record of each kind lies, what an operation's schema does not tell of its input,
 * and what is open on purpose. A new module adds its lines here; an operation whose example is no input stops the sweep.
 */

/** The field that asks for a record, and the table (or query) that has one. */
/** A task with a lead and a participant in the register. */
const task = `select l.task_id from programmes.task_agency l join programmes.task_agency p on p.task_id = l.task_id and p.role = 'participant'
  join programmes.task t on t.id = l.task_id
  where l.role = 'lead' and l.agency_id is not null and p.agency_id is not null and t.kind = 'task' order by l.task_id limit 1`
const agencyOf = (role: string) =>
  `select agency_id as id from programmes.task_agency where task_id = (${task}) and role = '${role}' and agency_id is not null limit 1`

const holderOf = (role: string, order = 'asc') =>
  `select user_id as id from accounts.mandate where role = '${role}' order by user_id ${order} limit 1`

export const records: Record<string, string> = {
  agencyId: agencyOf('lead'),
  fromAgencyId: agencyOf('lead'),
  toAgencyId: agencyOf('participant'),
  planId: 'plans.plan',
  otherId: 'plans.plan',
  acceptanceId: 'plans.acceptance',
  programmeId: 'programmes.programme',
  taskId: `select task_id as id from (${task}) as chosen`,
  targetId: 'programmes.target',
  revisionId: 'schedules.revision',
  stepId: `select steps -> 0 ->> 'id' as id from schedules.revision limit 1`,
  fileId: 'files.file',
  reportId: 'reports.report',
  delegationId: 'reporting.delegation',
  questionId: 'reporting.question',
  orderId: 'supervision.order',
  paperId: 'supervision.paper',
  requestId: 'supervision.request',
  proposalId: 'supervision.proposal',
  meetingId: 'meetings.meeting',
  itemId: 'meetings.agenda_item',
  decisionId: 'meetings.decision',
  noteId: 'notes.note',
  noticeId: 'notices.notice',
  robotId: 'notices.robot',
  userId: holderOf('leader'),
  fromUserId: holderOf('reporter'),
  toUserId: holderOf('reporter', 'desc'),
  grantId: 'accounts.grant',
  mandateId: `select id from accounts.mandate where role = 'leader' order by id limit 1`,
}

/** Records the story of the sample county does not have, made by the operations people use, in this order. */
export const madeFirst: readonly { operation: string; username: string; own?: Record<string, unknown> }[] = [
  {
    operation: 'accounts.createUser',
    username: 'admin',
    own: { username: 'xinren', role: 'observer', agencyId: null },
  },
  {
    operation: 'notices.addRobot',
    username: 'admin',
    own: { address: 'https://oapi.dingtalk.com/robot/send?access_token=x' },
  },
  { operation: 'reporting.delegateTask', username: 'office' },
  { operation: 'reporting.askQuestion', username: 'office', own: { cycle: '2026-06' } },
  {
    operation: 'supervision.registerOrder',
    username: 'office',
    own: { level: 'order', dueOn: '2026-05-29', assistIds: [] },
  },
  { operation: 'supervision.issueOrder', username: 'office', own: { dueOn: '2026-05-29' } },
  { operation: 'supervision.submitRequest', username: 'lead', own: { kind: 'extension', wantedOn: '2026-06-15' } },
  { operation: 'meetings.planMeeting', username: 'office', own: { heldOn: '2026-04-28', seriesKey: null } },
  { operation: 'meetings.proposeAgenda', username: 'office' },
  { operation: 'meetings.addAgendaItem', username: 'office' },
  { operation: 'meetings.callMeeting', username: 'office' },
  { operation: 'notes.writeNote', username: 'leader' },
  { operation: 'supervision.recomputeProposals', username: 'office' },
]

/** What the schema alone does not tell. */
export const inputs: Record<string, Record<string, unknown>> = {
  'search.find': { text: '县' },
  // Joined to a register a file is the county's; that of the sweep belongs to one agency.
  'alliances.addRecord': { fileIds: [] },
  'alliances.saveRecord': { fileIds: [] },
  'organisations.addRecord': {
    shortName: null,
    aliases: [],
    memberIds: [],
    successorId: null,
    foundedOn: null,
    dissolvedOn: null,
  },
  'organisations.saveRecord': {
    shortName: null,
    aliases: [],
    memberIds: [],
    successorId: null,
    foundedOn: null,
    dissolvedOn: null,
  },
  'notices.saveHouseRules': { publicAddress: 'https://guatu.example.cn' },
  'schedules.previewChange': {
    change: JSON.stringify({ kind: 'moveStep', stepId: 's1', edge: 'start', on: '2026-06-30' }),
  },
  'maintenance.saveRecipient': { recipient: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj' },
  'notices.saveMail': { host: 'mail.chenghe.example', password: 'Kouling-2026' },
  'ledgers.exportLedger': { ledger: 'workbook' },
  'ledgers.importLedger': { dryRun: 'false' },
  'accounts.confirmSecondFactor': { code: '123456' },
  'accounts.endSecondFactor': { code: '123456' },
}

/** Tables whose records everybody of the county may see, each with its reason. */
export const openTables: Record<string, string> = {
  'schedules.revision': 'the dates of a plan are as public in the county as the plan',
  'schedules.template': 'the county has one set of templates',
  'organisations.calendar_year': 'the calendar is the state’s',
  'reporting.question': 'what the office asks, it asks every agency of the programme',
}

/** Tables in which people write what is their own: a row of theirs is no change of somebody else’s. */
export const ownTables: readonly string[] = [
  'audit.entry', 'audit.head', 'accounts.second_factor', 'accounts.mandate', 'accounts.account', 'accounts.former_password', 'accounts."user"',
  'notices.preference', 'notices.feed', 'files.file', 'files.intake', 'reports.submission', 'reports.draft', 'lamps.standing', 'lamps.standing_verdict', 'lamps.touched',
] // biome-ignore format: a list

/** Words only those concerned may read, besides the ids of the records they stand in. */
export const confinedWords: readonly string[] = [
  `select text as word from reports.report`,
  `select requirement as word from supervision.order`,
  `select words as word from supervision.entry`,
  `select reason as word from supervision.request`,
  `select text as word from notes.note`,
]
