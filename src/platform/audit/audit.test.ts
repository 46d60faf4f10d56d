import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditEntry, type AuditFact, genesisHash, hashEntry } from './chain.ts'
import { formatEntry, verifyTrail } from './trail-file.ts'
import { verifyChain } from './verify-chain.ts'

const fact = fc.record({
  actorName: fc.constantFrom('周明', '李娜'),
  title: fc.constantFrom('更正规划', '发布规划'),
  subject: fc.string(),
  detail: fc.json(),
})

function chainOf(facts: { actorName: string; title: string; subject: string; detail: string }[]): AuditEntry[] {
  let previousHash = genesisHash
  return facts.map((given, i) => {
    const full: AuditFact = {
      ...given, divisionCode: '429006', sequence: i + 1, at: `2026-11-22T0${i % 10}:00:00.000Z`, actorId: 'u1', role: 'office',
      operation: 'plans.correctPlan', outcome: 'done',
    } // biome-ignore format: two lines
    const hash = hashEntry(full, previousHash)
    const entry = { ...full, previousHash, hash }
    previousHash = hash
    return entry
  })
}

const someChain = fc.array(fact, { minLength: 1, maxLength: 8 }).map(chainOf)

describe('the chain', () => {
  test('an untouched chain is sound', async () => {
    await fc.assert(
      fc.asyncProperty(someChain, async (chain) => {
        expect(await verifyChain(chain)).toEqual({ entries: chain.length, lastHash: chain.at(-1)!.hash, fault: null })
      }),
    )
  })

  test('a changed field is found at its entry, whichever field it is', async () => {
    const fields = [
      'at',
      'actorId',
      'actorName',
      'role',
      'operation',
      'title',
      'subject',
      'detail',
      'divisionCode',
    ] as const
    await fc.assert(
      fc.asyncProperty(someChain, fc.nat(), fc.constantFrom(...fields), async (chain, n, field) => {
        const i = n % chain.length
        const altered = chain.map((entry, k) => (k === i ? { ...entry, [field]: `${entry[field]}改` } : entry))
        expect((await verifyChain(altered)).fault).toMatchObject({ sequence: i + 1, reason: 'altered' })
      }),
    )
  })

  test('a removed entry is found where it is missing, at the end by the head', async () => {
    await fc.assert(
      fc.asyncProperty(someChain, fc.nat(), async (chain, n) => {
        const i = n % chain.length
        const last = chain.at(-1)!
        const cut = chain.filter((_, k) => k !== i)
        expect((await verifyChain(cut, { sequence: last.sequence, hash: last.hash })).fault?.sequence).toBe(i + 1)
      }),
    )
  })

  test('an entry rewritten together with its hash is found at the next one', async () => {
    const chain = chainOf(
      [1, 2, 3].map((n) => ({ actorName: '周明', title: '更正规划', subject: String(n), detail: '{}' })),
    )
    const forged = { ...chain[1]!, subject: '伪造' }
    const rehashed = { ...forged, hash: hashEntry(forged, forged.previousHash) }
    expect((await verifyChain([chain[0]!, rehashed, chain[2]!])).fault).toMatchObject({
      sequence: 3,
      reason: 'reordered',
    })
  })

  test('two entries whose texts only together are alike have different hashes', () => {
    const [a] = chainOf([{ actorName: '周明', title: '更正', subject: '规划甲', detail: '' }])
    const [b] = chainOf([{ actorName: '周明', title: '更正规', subject: '划甲', detail: '' }])
    expect(a!.hash).not.toBe(b!.hash)
  })
})

const bytesOf = (chain: AuditEntry[]) => Buffer.from(chain.map(formatEntry).join(''))

describe('the exported trail', () => {
  test('reads back as sound', () => {
    fc.assert(
      fc.property(someChain, (chain) => {
        expect(verifyTrail(bytesOf(chain))).toEqual({ entries: chain.length, fault: null })
      }),
    )
  })

  test('whichever byte is changed, the fault lies at or before it and in its line or the next', () => {
    fc.assert(
      fc.property(someChain, fc.nat(), fc.integer({ min: 1, max: 255 }), (chain, n, change) => {
        const bytes = bytesOf(chain)
        const at = n % bytes.length
        bytes[at] = bytes[at]! ^ change
        const { fault } = verifyTrail(bytes)
        expect(fault).not.toBeNull()
        expect(fault!.byte).toBeLessThanOrEqual(at)
        const lineStart = bytesOf(chain).lastIndexOf(10, at - 1) + 1
        expect(fault!.byte).toBeGreaterThanOrEqual(at === 0 ? 0 : lineStart)
      }),
    )
  })
})
