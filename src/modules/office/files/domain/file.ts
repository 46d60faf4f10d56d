import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** What a file is, told from its bytes; anything else is refused. */
export const FileKind = z.enum([
  'jpeg',
  'png',
  'webp',
  'gif',
  'pdf',
  'ofd',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'xls',
  'ods',
  'wps',
  'et',
  'txt',
])
export type FileKind = z.infer<typeof FileKind>

/** 文件: a photo or office file one person handed in; the bytes lie under their hash, once however often they come. */
export const StoredFile = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  sha256: z.string(),
  name: z.string().meta({ label: '文件名' }),
  kind: FileKind.meta({ label: '类型' }),
  byteLength: z.int().meta({ label: '大小' }),
  uploadedById: z.string(),
  uploadedBy: z.string().meta({ label: '上传人' }),
  uploadedAt: Moment.meta({ label: '上传时间' }),
  /** The words in it, taken out when somebody first asks for a preview. */
  words: z.string().nullable(),
  /** Why no words could be taken out. */
  wordsRefusal: z.string().nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>

/** 收存: bytes one person handed in on a day, by whichever way; what the quotas are counted on. */
export const Intake = z.object({
  divisionCode: z.string(),
  personId: z.string(),
  /** The day by the county's clock. */
  takenOn: z.iso.date(),
  sha256: z.string(),
  byteLength: z.int(),
})
export type Intake = z.infer<typeof Intake>

/** 附件: a file as part of something else, and whose agencies may see it there. */
export const Attachment = z.object({
  divisionCode: z.string(),
  /** What it is part of: `statement` and its id. */
  toKind: z.string(),
  toId: z.uuid(),
  position: z.int(),
  fileId: z.uuid(),
  /** Null: everybody who follows the county's business. */
  visibleTo: z.array(z.uuid()).nullable(),
})
export type Attachment = z.infer<typeof Attachment>
