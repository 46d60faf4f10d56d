import type { Actor } from '#kernel/actor.ts'
import type { TargetView } from '#modules/programme/programmes/contract.ts'
import { findProgrammeOfTarget, findTarget, getProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { lampErrors } from '../domain/errors.ts'
import type { ProgrammeRow } from './programme-row.ts'

export interface LoadedTarget {
  programme: ProgrammeRow
  target: TargetView
}

/** A target in force; whether this person may look into it is told when what it rests on is known. */
export async function loadTarget(tx: Tx, targetId: string, actor: Actor): Promise<LoadedTarget> {
  const programmeId = await findProgrammeOfTarget(tx, owned(targetId, actor))
  if (programmeId === undefined) throw lampErrors.targetNotFound({})
  const programme = await getProgrammeRow(tx, programmeId, actor)
  const target = await findTarget(tx, programme, targetId)
  if (!target) throw lampErrors.targetNotFound({})
  return { programme, target }
}
