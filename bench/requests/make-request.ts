import { may, type Operation } from '#kernel/contract.ts'
import { exampleInput } from '../../test/scope/example-input.ts'
import { inputs } from '../../test/scope/examples.ts'
import { randomOf } from '../../test/scope/hostile-input.ts'
import { oneOf, type Random } from '../random.ts'
import type { Account, Furnished } from './furnish.ts'
import { largeBody, oddInput, spoiltBody, written } from './odd-body.ts'
import { oddHeaders, oddPath, rawRequest } from './odd-wire.ts'

/** One request as it will be sent. */
export interface Made {
  index: number
  /** The operation it is meant for, or what else is odd about it. */
  aim: string
  account: Account | null
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | undefined
  /** The whole of it as bytes, where no client would send it so. */
  raw?: Buffer
  /** Opens the form first and sends its version along. */
  opensForm: boolean
  /** How often it is sent at once, as by a double click. */
  times: number
}

/** What is dear to answer is asked seldom, or nothing else would be: the share of its turns each takes. */
const seldom: Record<string, number> = {
  'maintenance.makeBackup': 0.02,
  'maintenance.checkUp': 0.05,
  'auditing.exportTrail': 0.02,
  'auditing.verifyTrail': 0.02,
  'accounts.signOut': 0.1,
  'accounts.createUser': 0.3,
  'accounts.resetPassword': 0.3,
}

/** Makes the request of an index: the same for the same seed and house. */
export function requestMaker(house: Furnished, seed: number): (index: number) => Made {
  const operations = house.implementations.map(({ operation }) => operation)
  return (index) => {
    const random = randomOf(Math.imul(seed, 1_000_003) + Math.imul(index, 7919))
    for (let i = 0; i < 20; i++) random()
    let operation = oneOf(random, operations)
    while (random() > (seldom[operation.name] ?? 1)) operation = oneOf(random, operations)
    const account = accountFor(operation, house, random)
    const made = requestFor(operation, { house, random, account, index })
    return { ...made, times: made.raw === undefined && random() < 0.004 ? 8 : 1 }
  }
}

function accountFor(operation: Operation, { accounts }: Furnished, random: Random): Account | null {
  const dice = random()
  const own = accounts.filter(({ isForeign }) => !isForeign)
  const granted = own.filter((account) => may(account, operation))
  if (dice < 0.07) return null
  if (dice < 0.15) return oneOf(random, own)
  if (dice < 0.27) {
    const foreign = accounts.filter((account) => account.isForeign)
    const fit = foreign.filter((account) => may(account, operation))
    return oneOf(random, fit.length > 0 && random() < 0.8 ? fit : foreign)
  }
  return oneOf(random, granted.length > 0 ? granted : own)
}

/** Ids to ask with: mostly right ones, some of another kind, county or time. */
function idsFor({ ids, foreignIds, deletedIds }: Furnished, random: Random): Record<string, string> {
  const fields = Object.entries(ids)
  const ways = [
    () => oneOf(random, fields)[1],
    () => oneOf(random, foreignIds),
    () => oneOf(random, deletedIds),
    () => '019b0000-0000-7000-8000-000000000000',
  ]
  const share = random() < 0.6 ? 0 : 0.5
  return Object.fromEntries(fields.map(([field, id]) => [field, random() < share ? oneOf(random, ways)() : id]))
}

interface Making {
  house: Furnished
  random: Random
  account: Account | null
  index: number
}

function requestFor(operation: Operation, { house, random, account, index }: Making): Made {
  const pick = (choices: number) => Math.floor(random() * choices)
  const example = exampleInput(operation, idsFor(house, random), inputs[operation.name], pick)
  const kind = random()
  const input = kind < 0.12 ? example : oddInput(example, random)
  const sent = place(operation, input, random)
  const made: Made = {
    index,
    aim: operation.name,
    account,
    method: operation.method,
    ...sent,
    headers: headersFor(operation),
    opensForm: operation.form === true && random() < 0.7,
    times: 1,
  }
  if (kind < 0.8) return made
  if (kind < 0.86 && made.body) return { ...made, body: spoiltBody(made.body, random) }
  if (kind < 0.93) return { ...made, ...oddHeaders(made, random) }
  if (kind < 0.96) return { ...made, aim: 'an odd address', opensForm: false, ...oddPath(made, random) }
  if (kind < 0.965) return { ...made, body: largeBody(random) }
  if (kind < 0.975) return { ...made, aim: 'a broken request', opensForm: false, raw: rawRequest(made, random) }
  return made
}

const headersFor = ({ method, upload }: Operation): Record<string, string> =>
  upload
    ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('资料.txt') }
    : method === 'GET'
      ? {}
      : { 'content-type': 'application/json' }

/** The parts of an input where the contract has them: path, query, body. */
function place(operation: Operation, input: Record<string, unknown>, random: Random): Pick<Made, 'path' | 'body'> {
  const rest = new Map(Object.entries(input))
  const route = operation.route.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encoded(value)
  })
  const path = `/api${route}`
  if (operation.method !== 'GET' && !operation.upload)
    return { path, body: Buffer.from(written(Object.fromEntries(rest), random)) }
  const query = [...rest].flatMap(([name, value]) => [value].flat(1).map((each) => `${encoded(name)}=${encoded(each)}`))
  const address = query.length > 0 ? `${path}?${query.join('&').slice(0, 12_000)}` : path
  return { path: address, body: operation.upload ? uploadBody(random) : undefined }
}

/** As it stands in an address; half a character has no place there. */
const encoded = (value: unknown): string =>
  encodeURIComponent(
    (value === undefined ? 'x' : typeof value === 'object' ? JSON.stringify(value) : String(value))
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .slice(0, 3000),
  )

const uploads: readonly string[] = [
  '资料',
  '单位名称,简称\n县教育局,教育局\n',
  '%PDF-1.4\n',
  'PK\u0003\u0004',
  '',
  '{"a":1}',
  '<html><body>正文</body></html>',
  'GIF89a',
]

const uploadBody = (random: Random): Buffer => Buffer.from(oneOf(random, uploads))
