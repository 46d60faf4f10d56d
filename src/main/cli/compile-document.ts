import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { compilePlan } from '#compiler/plan/compile-plan.ts'
import type { Notice, PageRange } from '#platform/reading/document.ts'
import { readDocument } from '#platform/reading/read-document.ts'
import { recognising } from '#platform/recognition/read-recognising.ts'

export interface CompiledDocument {
  plan: CompiledPlan
  notices: Notice[]
  pages: PageRange[]
}

/** Reads one document and compiles it. Throws the refusals of reading. */
export async function compileDocument(input: {
  name: string
  bytes: Uint8Array
  today: string
}): Promise<CompiledDocument> {
  const { text, mediaType, encoding, sha256, notices, pages, recognised } = await recognising(readDocument)({
    name: input.name,
    bytes: input.bytes,
  })
  const plan = compilePlan({
    file: input.name,
    text,
    mediaType,
    encoding,
    sha256,
    recognisedPages: recognised,
    today: input.today,
  })
  return { plan, notices, pages }
}
