import { z } from 'zod'
import { agencyStaff, staff } from '#kernel/actor.ts'
import { Allowed } from '#kernel/allowed.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { Todo } from '#kernel/todo.ts'
import { Lamp } from '#modules/programme/lamps/contract.ts'
import { NoteView } from '#modules/programme/notes/contract.ts'
import { SentenceFacts } from './domain/opening-sentence.ts'
import { Outlook } from './domain/outlook.ts'

const agencyId = z.uuid()
const taskId = z.uuid()

/** A task as the home page tells of it: its lamp, why, since when, who leads it. */
export const TaskNews = z.object({
  taskId,
  title: z.string(),
  lamp: Lamp,
  before: Lamp,
  isStale: z.boolean(),
  sinceOn: z.iso.date().nullable(),
  reasons: z.array(z.string()),
  leads: z.array(z.string()),
})
export type TaskNews = z.infer<typeof TaskNews>

/** Where a programme stands today, as far as this person may look into it; the counts are everybody's. */
export const HomeView = z.object({
  programmeId: z.uuid(),
  today: z.iso.date(),
  /** When the figures were drawn up. */
  asOf: Moment,
  sentence: SentenceFacts,
  /** Tasks that turned worse since a week ago, red before yellow. */
  worse: z.array(TaskNews),
  todos: z.array(Todo),
  /** Where targets will stand, those off their path first. */
  outlooks: z.array(Outlook),
  outlooksInAll: z.int(),
  /** Targets that will be missed at the present pace. */
  missed: z.int(),
  freshness: z.object({
    fresh: z.int(),
    due: z.int(),
    stale: z.int(),
    none: z.int(),
    /** Share of tasks spoken of lately among those that had to be; null when none had to. */
    ratio: z.number().nullable(),
  }),
  silent: z.array(z.object({ agencyId, name: z.string(), tasks: z.int(), dueOn: z.iso.date(), overdue: z.boolean() })),
  /** Green lamps that should be looked at (假绿). */
  doubts: z.array(z.object({ taskId, title: z.string(), reasons: z.array(z.string()) })),
  notes: z.object({ all: z.int(), open: z.int() }).nullable(),
})
export type HomeView = z.infer<typeof HomeView>

/** A red or yellow task in a leader's hand: one sentence of why, whom to call, the last note. */
export const MatterView = z.object({
  programmeId: z.uuid(),
  programmeTitle: z.string(),
  taskId,
  title: z.string(),
  lamp: Lamp,
  isStale: z.boolean(),
  sinceOn: z.iso.date().nullable(),
  reason: z.string().nullable(),
  overseen: z.boolean(),
  leads: z.array(z.object({ name: z.string(), contact: z.string().nullable(), phone: z.string().nullable() })),
  /** The last note of this leader. */
  note: NoteView.pick({ text: true, writtenAt: true, answers: true, waitsFor: true }).nullable(),
  can: z.object({ writeNote: Allowed }),
})
export type MatterView = z.infer<typeof MatterView>

export const MatterPage = z.object({
  matters: z.array(MatterView),
  /** Whether anything was set to be looked after. */
  hasOversight: z.boolean(),
  today: z.iso.date(),
})
export type MatterPage = z.infer<typeof MatterPage>

/** What a person has to do today in every programme of theirs, the soonest due first. */
export const TodayView = z.object({
  today: z.iso.date(),
  todos: z.array(Todo.extend({ programmeId: z.uuid(), programmeTitle: z.string() })),
  /** How many programmes there are. */
  programmes: z.int(),
})
export type TodayView = z.infer<typeof TodayView>

export const homeContract = contract('home', {
  getHome: {
    path: 'GET /programmes/:programmeId/home',
    title: '查看方案要情',
    by: staff,
    input: z.object({ programmeId: z.uuid() }),
    output: HomeView,
  },
  listToday: {
    path: 'GET /today',
    title: '查看今日待办',
    by: ['office', ...agencyStaff],
    input: z.object({}),
    output: TodayView,
  },
  listMatters: { path: 'GET /matters', title: '查看我的要事', by: ['leader'], input: z.object({}), output: MatterPage },
})
