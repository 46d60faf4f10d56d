import type { listProgrammeRows } from '#modules/programme/programmes/server/index.ts'

export type ProgrammeRow = Awaited<ReturnType<typeof listProgrammeRows>>[number]
