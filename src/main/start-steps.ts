import { resumeHandIns } from '#modules/plans/server/index.ts'
import { askForDivision, createAdministrators } from './first-start.ts'
import { loadSampleCounty } from './sample-county.ts'
import type { StartStep } from './start-step.ts'

/** Files a stopped server left unread are read after this start is up: nobody should wait for them. */
const resumeReading: StartStep = async ({ system }) => {
  system.background.start(() => resumeHandIns(system.planPorts))
  return []
}

/** In this order, before the first request. */
export const startSteps: readonly StartStep[] = [createAdministrators, askForDivision, loadSampleCounty, resumeReading]
