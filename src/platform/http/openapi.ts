import { z } from 'zod'
import { roleTitles } from '#kernel/actor.ts'
import { type Operation, parametersOf } from '#kernel/contract.ts'
import type { FieldWords } from '#kernel/field-words.ts'
import { withForms } from '#platform/operation/form-version.ts'
import type { Module } from '#platform/operation/implement.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of all operations, made from their contract lines; each module a tag with what it is called. */
export function describeApi(modules: readonly Module[], version: string): Json {
  const operations = withForms(modules.flatMap((module) => module.operations)).map(({ operation }) => operation)
  const tags = modules.map(({ name, title }) => ({ name, description: title }))
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = `/api${operation.route.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation) }
  }
  return { openapi: '3.1.0', info: { title: '挂图 Guatu', version }, tags, paths }
}

function describeOperation(operation: Operation): Json {
  const { properties = {}, required = [] } = toJson(operation.input, 'input') as {
    properties?: Json
    required?: string[]
  }
  const inPath = parametersOf(operation.route)
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const asQuery = operation.method === 'GET' || operation.upload ? rest : []
  const parameter = (name: string, place: 'path' | 'query') => {
    return { name, in: place, required: place === 'path' || required.includes(name), schema: properties[name] }
  }
  return {
    operationId: operation.name,
    summary: operation.title,
    tags: [operation.name.split('.')[0]],
    description:
      operation.by === 'anyone' ? '不需登录' : `可用角色：${operation.by.map((role) => roleTitles[role]).join('、')}`,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...asQuery.map((name) => parameter(name, 'query')),
      ...(operation.form ? [ifMatch] : []),
      ...(operation.upload ? [fileName] : []),
    ],
    ...describeBody(operation, asQuery.length > 0 ? [] : rest, { properties, required }),
    responses: { 200: describeAnswer(operation), '4XX': { description: '拒绝，附中文说明' } },
  }
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: '打开表单（GET 同一地址加 /form）时 ETag 所给的版本；别人改过则 412',
}

const fileName = {
  name: 'X-File-Name',
  in: 'header',
  required: false,
  schema: { type: 'string' },
  description: '文件名，按 encodeURIComponent 编码；不写则为“未命名文件”',
}

function describeBody(operation: Operation, names: string[], whole: { properties: Json; required: string[] }): Json {
  if (operation.upload) {
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  }
  if (operation.method === 'GET' || names.length === 0) return {}
  const properties = Object.fromEntries(names.map((name) => [name, whole.properties[name]]))
  const schema = { type: 'object', properties, required: whole.required.filter((name) => names.includes(name)) }
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function describeAnswer(operation: Operation): Json {
  if (operation.download) return { description: '文件', content: { 'application/octet-stream': {} } }
  return { description: '成功', content: { 'application/json': { schema: toJson(operation.output, 'output') } } }
}

/** Words of a field that tell only how a form shows it. */
const onlyForForms: readonly (keyof FieldWords)[] = ['kind', 'half', 'placeholder', 'autoComplete']

const toJson = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
      for (const word of onlyForForms) delete jsonSchema[word]
    },
  })
  return json
}
