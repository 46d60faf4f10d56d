import { z } from 'zod'
import type { Role } from '../actor.ts'
import { contract } from '../contract.ts'
import type { FormField } from '../fields.ts'
import { ImportView } from './import-view.ts'

/** What a sheet can be brought into, as it is declared. */
interface IntakeLine {
  /** 产业联盟 */
  noun: string
  /** `/alliances`, on the screen and under /api. */
  path: `/${string}`
  keepers: readonly Role[]
  /** Asked with the writing, beside which import it is. */
  said: z.ZodObject
  /** What names the place it lies in. */
  around?: z.ZodObject
}

const importId = z.uuid()

/** The lines of what is done with a sheet: its template, tried, looked at, written. */
export const intakeLines = ({ noun, path, keepers, said, around = z.object({}) }: IntakeLine) => ({
  downloadTemplate: {
    path: `GET ${path}/template` as const,
    title: `下载${noun}导入模板`,
    by: keepers,
    download: true as const,
    input: around,
    output: z.unknown(),
  },
  importRecords: {
    path: `POST ${path}/imports` as const,
    title: `试导${noun}`,
    by: keepers,
    upload: true as const,
    input: around,
    output: z.object({ importId }),
  },
  getImport: {
    path: `GET ${path}/imports/:importId` as const,
    title: `查看${noun}的导入`,
    by: keepers,
    input: around.extend({ importId }),
    output: ImportView,
  },
  writeImport: {
    path: `POST ${path}/imports/:importId/write` as const,
    title: `写入${noun}的导入`,
    by: keepers,
    input: around.extend({ importId, ...said.shape }),
    output: z.object({ importId }),
  },
})

const operationsOf = (module: string, line: IntakeLine) => contract(module, intakeLines(line))

/** What sheets are brought into: a registry, its figures by year, the people of a county. */
export interface Intake {
  /** Of its jobs, and of the sheets on their way: `alliances`. */
  name: string
  noun: string
  /** How its rows are counted: 个, 人. */
  measure: string
  within?: string | undefined
  /** The columns its sheet may have. */
  fields: readonly FormField[]
  /** Those it has to have; without the first a row is none. */
  needs: readonly [string, ...string[]]
  /** Asked with the writing. */
  said: z.ZodObject
  operations: ReturnType<typeof operationsOf>
}
