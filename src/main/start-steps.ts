import { resumeHandIns } from '#modules/programme/plans/server/index.ts'
import { keepHeads } from '#platform/audit/kept-heads.ts'
import { listHeads } from '#platform/audit/stored-chain.ts'
import { askForDivision, createAdministrators } from './first-start.ts'
import { loadSampleCounty } from './load-sample.ts'
import type { StartStep } from './start-step.ts'

/** Files a stopped server left unread are read after this start is up: nobody should wait for them. */
const resumeReading: StartStep = async ({ system }) => {
  system.background.start(() => resumeHandIns(system.planPorts))
  return []
}

/** Where the chains end at this start; from the first start on there is something to compare with. */
const keepFirstHeads: StartStep = async ({ db, settings, system }) => {
  await keepHeads(settings.dataFolder, await listHeads(db), system.runtime.clock())
  return []
}

/** Records a migration brought into a registry are found by their words from this start on. */
const makeFindable: StartStep = async ({ db, system }) => {
  for (const { registry } of system.modules) await db.transaction(async (tx) => registry?.makeFindable(tx))
  return []
}

/** In this order, before the first request. */
export const startSteps: readonly StartStep[] = [
  createAdministrators,
  askForDivision,
  loadSampleCounty,
  makeFindable,
  keepFirstHeads,
  resumeReading,
]
