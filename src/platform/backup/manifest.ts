import { z } from 'zod'
import { VerificationKey } from '../signing/signing.ts'

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

/** What the content of a backup holds, written as its last entry: without it the archive is torn. */
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

const Whole = Measured.omit({ name: true })

/** What is told of a backup without opening it; signed, so that nobody can tell it otherwise. */
export const Cover = z.object({
  /** `/1` had neither cover nor seal: its cover is made up while reading. */
  format: z.enum(['guatu.backup/1', 'guatu.backup/2']),
  program: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  rows: z.int(),
  files: z.int(),
  /** How many kept files were damaged before. */
  damaged: z.int(),
  /** Public keys (age) any one of which opens the content; none when it lies open. */
  recipients: z.array(z.string()),
  /** What lets somebody in and is therefore not in it. */
  leftOut: z.array(z.string()),
  /** The content as it lies in the archive, and as it is when opened. */
  content: z.object({ stored: Whole, plain: Whole }).nullable(),
  /** Whose signature is beside it; null in the first format. */
  signer: VerificationKey.nullable(),
})
export type Cover = z.infer<typeof Cover>

/** Entries of the outer archive. */
export const coverNames = {
  cover: 'cover.json',
  signature: 'signature.json',
  content: (recipients: readonly string[]): string => (recipients.length > 0 ? 'content.zip.age' : 'content.zip'),
}

/** Places of the parts in the content. */
export const partNames = {
  manifest: 'manifest.json',
  jobs: 'jobs.ndjson',
  secret: 'secret',
  table: (schema: string, table: string): string => `tables/${schema}.${table}.copy`,
  file: (sha256: string): string => `files/${sha256}`,
}

export const totalRows = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)
