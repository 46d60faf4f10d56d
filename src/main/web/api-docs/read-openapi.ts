import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { type FieldLine, JsonSchema, listFields, typeInWords } from './describe-schema.ts'

const Content = z.record(z.string(), z.object({ schema: JsonSchema.optional() }))
const Described = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  description: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: JsonSchema.optional() }),
  ),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
})
const OpenApi = z.object({
  info: z.object({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Described)),
})

/** One operation as the page shows it. */
export interface OperationDoc {
  name: string
  /** What it is called. */
  module: string
  title: string
  method: string
  path: string
  roles: string
  input: readonly (FieldLine & { place: string })[]
  /** What comes back: its fields, or what it is when it has none. */
  output: readonly FieldLine[]
  answer: string
}

export interface ApiDoc {
  version: string
  operations: readonly OperationDoc[]
}

const places: Record<string, string> = { path: '路径', query: '查询' }

function inputOf({ parameters, requestBody }: z.infer<typeof Described>): OperationDoc['input'] {
  const inAddress = parameters.map(({ name, in: place, required, schema = {} }) => {
    return { name, required, place: places[place] ?? place, type: typeInWords(schema), label: schema.label ?? '' }
  })
  const body = requestBody?.content
  if (body?.['application/octet-stream'])
    return [
      ...inAddress,
      { name: '（正文）', place: '正文', type: '文件', required: true, label: '文件内容，文件名放在 x-file-name 头' },
    ]
  const fields = listFields(body?.['application/json']?.schema ?? {})
  return [...inAddress, ...fields.map((field) => ({ ...field, place: '正文' }))]
}

function toOperation(
  { path, method, titles }: { path: string; method: string; titles: ReadonlyMap<string, string> },
  described: z.infer<typeof Described>,
): OperationDoc {
  const content = described.responses['200']?.content
  const schema = content?.['application/json']?.schema
  return {
    name: described.operationId,
    module: titles.get(described.tags[0] ?? '') ?? '',
    title: described.summary,
    method: method.toUpperCase(),
    path,
    roles: described.description,
    input: inputOf(described),
    output: schema ? listFields(schema) : [],
    answer: schema ? typeInWords(schema) : '文件',
  }
}

/** The operations of an OpenAPI document, in its order. */
export function parseOpenApi(body: unknown): ApiDoc {
  const { info, tags, paths } = OpenApi.parse(body)
  const titles = new Map(tags.map(({ name, description }) => [name, description]))
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => toOperation({ path, method, titles }, described)),
  )
  return { version: info.version, operations }
}

async function readOpenApi(): Promise<ApiDoc> {
  const response = await fetch('/api/openapi.json')
  if (!response.ok) throw new Refusal('unavailable', 'web.openapi', '接口说明暂时读不到。请稍后再试一次。')
  return parseOpenApi(await response.json())
}

/** The interface of this server as it describes itself. */
export const useApiDoc = (): UseQueryResult<ApiDoc, Error> => useQuery({ queryKey: ['openapi'], queryFn: readOpenApi })
