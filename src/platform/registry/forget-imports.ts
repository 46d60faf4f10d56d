import { and, eq, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { defineJob } from '#platform/jobs/define-job.ts'
import { importRows, imports } from './tables.ts'

/** As long as somebody may come back to see what a sheet did; what it wrote stands in the registry. */
const keptDays = 30

const isOld = (now: Date) => lt(imports.startedAt, new Date(now.getTime() - keptDays * 86_400_000))

/** Forgets the sheets of a month ago with their rows. */
export const forgetImports = defineJob(
  {
    name: 'maintenance.forgetImports',
    title: '清理过期的导入记录',
    counties: async (tx) =>
      (await tx.selectDistinct({ divisionCode: imports.divisionCode }).from(imports)).map((row) => row.divisionCode),
  },
  z.object({}),
  async ({ actor: { divisionCode }, now, finish }) =>
    finish(async ({ tx }) => {
      const gone = await tx
        .delete(imports)
        .where(and(eq(imports.divisionCode, divisionCode), isOld(now)))
        .returning({ id: imports.id })
      const ids = gone.map(({ id }) => id)
      await tx
        .delete(importRows)
        .where(and(eq(importRows.divisionCode, divisionCode), inArray(importRows.importId, ids)))
    }),
)
