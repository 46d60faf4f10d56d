import { z } from 'zod'

const Measured = z.object({
  /** Name of the entry in the archive. */
  name: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().length(64),
  /** GB/T 32905-2016. */
  sm3: z.string().length(64),
})

const TablePart = Measured.extend({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.int().min(0),
})
export type TablePart = z.infer<typeof TablePart>

/** What a backup holds, written as its last entry: without it the archive is torn. */
export const Manifest = z.object({
  format: z.literal('guatu.backup/1'),
  /** Version of the program that wrote it. */
  program: z.string(),
  /** Version of the PostgreSQL it was read from. */
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() })),
  /** In an order in which each stands behind those it refers to. */
  tables: z.array(TablePart),
  /** Jobs that waited or ran at the moment of the snapshot, one JSON a line. */
  jobs: Measured.extend({ rows: z.int().min(0) }),
  /** Kept files, by the hash in their name. */
  files: z.array(Measured),
  /** Signs sessions and seals second factors; null where there was none. */
  secret: Measured.nullable(),
  /** Entries of files whose content does not fit the hash in their name: they were damaged before. */
  damaged: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>
export type Measure = z.infer<typeof Measured>

/** Places of the parts in the archive. */
export const partNames = {
  manifest: 'manifest.json',
  jobs: 'jobs.ndjson',
  secret: 'secret',
  table: (schema: string, table: string): string => `tables/${schema}.${table}.copy`,
  file: (sha256: string): string => `files/${sha256}`,
}

export const totalRows = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)
