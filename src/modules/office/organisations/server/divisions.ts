import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#platform/project-folder.ts'
import { buildDivisionRegister, type DivisionRegister, findDivision, listAncestors } from '../domain/division.ts'
import { parseDivisionPatches, parseDivisions } from '../domain/division-table.ts'

let register: DivisionRegister | undefined

const readSeed = (name: string): string => readFileSync(join(projectFolder(), 'seed', name), 'utf8')

/** GB/T 2260 as shipped with the product, its patch table and the sample's fictional divisions, read once. */
export function divisionRegister(): DivisionRegister {
  register ??= buildDivisionRegister(
    ['divisions.tsv', 'sample-divisions.tsv'].flatMap((name) => parseDivisions(readSeed(name))),
    parseDivisionPatches(readSeed('division-patches.tsv')),
  )
  return register
}

/** Stands for the county until an installation says which one it is. */
export const unsaidDivision = '000000'

/** The name of a division; of a code the table does not know, the code itself. */
export const divisionName = (code: string): string =>
  code === unsaidDivision ? '未设定区划' : (findDivision(divisionRegister(), code)?.name ?? code)

/** Whether the tables of divisions know a code, of today or of once. */
export const isKnownDivision = (code: string): boolean => findDivision(divisionRegister(), code) !== undefined

/** The division and those above it, nearest first, with their names. */
export function divisionLine(code: string): [Named, ...Named[]] {
  const above = listAncestors(divisionRegister(), code).map((division) => ({
    code: division.code,
    name: division.name,
  }))
  return [{ code, name: divisionName(code) }, ...above]
}

interface Named {
  code: string
  name: string
}
