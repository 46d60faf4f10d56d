import { z } from 'zod'
import { PlanTarget } from '#compiler/compiled-plan.ts'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { event } from '#kernel/event.ts'
import { Span } from '#kernel/span.ts'
import { Correction } from './domain/corrections/correction.ts'
import { Ground, sayGround } from './domain/corrections/ground.ts'
import { Plan } from './domain/plan.ts'
import { PlanDiff } from './domain/plan-diff.ts'

export { type Period, type PlanTask, TargetAccrual, TargetKind, TargetOp } from '#compiler/compiled-plan.ts'
export { everyTitles, formatFirmness, formatPeriod, yearOfTarget } from './domain/labels.data.ts'
export { diffFieldTitles } from './domain/plan-diff.ts'
export { courseOf, holdsThroughout, knownStart, type Point, pointOn } from './domain/target/course.ts'
export {
  accrualOfKind,
  baselineOf,
  isFalling,
  isJudged,
  isMet,
  isPartOf,
  type Meaning,
  type Measured,
  meaningOf,
  shareOf,
  stretchOn,
} from './domain/target/meaning.ts'
export {
  carriesOver,
  endsAtHundred,
  growsOnly,
  mayBeNegative,
  type Questioned,
  questionOf,
} from './domain/target/question.ts'
export { baseTakenOff, rollUp, tidy } from './domain/target/roll-up.ts'
export {
  countingInWords,
  describeTarget,
  formatFigure,
  formatTarget,
  kindTitles,
} from './domain/target/wording.ts'

import { HandInView, PlanSummary, PlanView, Settlement } from './domain/views.ts'

export { CorrectionView, NameMatch, Problem } from './domain/views.ts'
export { Ground, HandInView, PlanDiff, PlanSummary, PlanTarget, PlanView, Settlement, sayGround }

const office = ['office'] as const
const planId = z.uuid()

const change = z.object({ planId, revision: z.int().min(0) })

export const planContract = contract('plans', {
  listPlans: {
    path: 'GET /plans',
    title: '查看规划列表',
    by: staff,
    input: z.object({}),
    output: z.array(PlanSummary),
  },
  handInFile: {
    path: 'POST /plans/hand-ins',
    title: '递交规划文件',
    by: office,
    upload: true,
    input: z.object({}),
    output: HandInView,
  },
  handInText: {
    path: 'POST /plans/hand-ins/text',
    title: '粘贴规划文本',
    by: office,
    pasted: true,
    input: z.object({
      title: z.string().trim().max(200).optional(),
      text: z
        .string()
        .trim()
        .min(1, '没有文字，请粘贴规划全文。')
        .max(5_000_000, '文字超过 500 万字，请改为上传文件。'),
    }),
    output: HandInView,
  },
  listHandIns: {
    path: 'GET /plans/hand-ins',
    title: '查看递交进度',
    by: office,
    input: z.object({}),
    output: z.array(HandInView),
  },
  stopHandIn: {
    path: 'POST /plans/hand-ins/:handInId/stop',
    title: '停止识读',
    by: office,
    input: z.object({ handInId: z.uuid() }),
    output: HandInView,
  },
  getPlan: { path: 'GET /plans/:planId', title: '查看规划', by: staff, input: z.object({ planId }), output: PlanView },
  correctPlan: {
    path: 'POST /plans/:planId/corrections',
    title: '更正规划',
    by: office,
    input: change.extend({ correction: Correction }),
    output: PlanView,
  },
  undoCorrection: {
    path: 'POST /plans/:planId/corrections/:correctionId/undo',
    title: '撤销更正',
    by: office,
    input: change.extend({ correctionId: z.uuid() }),
    output: PlanView,
  },
  settleNames: {
    path: 'POST /plans/:planId/names/settle',
    title: '确认单位名称',
    by: office,
    input: z.object({ planId, settlements: z.array(Settlement).min(1).max(500) }),
    output: PlanView,
  },
  acceptProblem: {
    path: 'POST /plans/:planId/acceptances',
    title: '说明理由后接受问题',
    by: office,
    input: change.extend({
      code: z.string(),
      at: Span,
      reason: z.string().trim().min(4, '请写明理由，至少四个字。').max(200),
    }),
    output: PlanView,
  },
  withdrawAcceptance: {
    path: 'POST /plans/:planId/acceptances/:acceptanceId/withdraw',
    title: '撤回接受',
    by: office,
    input: change.extend({ acceptanceId: z.uuid() }),
    output: PlanView,
  },
  recompilePlan: {
    path: 'POST /plans/:planId/recompile',
    title: '用新版编译器重新编译',
    by: office,
    input: change,
    output: PlanView,
  },
  publishPlan: {
    path: 'POST /plans/:planId/publish',
    title: '发布规划',
    by: office,
    input: change.extend({ newIssueOf: z.uuid().nullable() }),
    output: z.object({ planId, version: z.int() }),
  },
  carryOver: {
    path: 'POST /plans/:planId/carry-over',
    title: '承接上一版的更正',
    by: office,
    input: change.extend({ fromPlanId: z.uuid() }),
    output: PlanView,
  },
  amendPlan: {
    path: 'POST /plans/:planId/amend',
    title: '更正生效',
    by: office,
    input: change.extend({ ground: Ground }),
    output: PlanView,
  },
  discardPlan: {
    path: 'POST /plans/:planId/discard',
    title: '作废规划草稿',
    by: office,
    input: change.extend({ reason: z.string().trim().min(2, '请写明作废理由。').max(200) }),
    output: Plan,
  },
  comparePlans: {
    path: 'GET /plans/:planId/compare/:otherId',
    title: '比较两版规划',
    by: staff,
    input: z.object({ planId, otherId: z.uuid() }),
    output: z.object({ before: Plan, after: Plan, diff: PlanDiff }),
  },
  getOriginal: {
    path: 'GET /plans/:planId/original',
    title: '下载原文件',
    by: staff,
    download: true,
    input: z.object({ planId }),
    output: z.unknown(),
  },
})

const pairs = z.array(z.object({ before: z.string(), after: z.string() }))

/** Emitted in the publishing transaction; programmes build themselves from it. */
export const planPublished = event(
  'plans.planPublished',
  z.object({
    planId,
    previousPlanId: z.uuid().nullable(),
    diff: PlanDiff.nullable(),
    /** Ids of tasks and targets of the previous issue and what they are in this one; what was dropped or added is in neither. */
    kept: z.object({ tasks: pairs, targets: pairs }),
    /** Of an amendment of the same text what it rests on; null for an issue. */
    ground: Ground.nullable(),
  }),
)
