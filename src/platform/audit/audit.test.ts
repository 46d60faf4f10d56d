import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditEntry, type AuditFact, genesisHash, hashEntry } from './chain.ts'
import { formatHead, parseHead } from './head.ts'
import { formatEntry, verifyTrail, writeTrail } from './trail-file.ts'
import { verifyChain } from './verify-chain.ts'

const fact = fc.record({
  actorName: fc.constantFrom('周明', '李娜'),
  title: fc.constantFrom('更正规划', '发布规划'),
  subject: fc.string(),
  detail: fc.json(),
  // Of before it was written down, of the county, of an agency.
  party: fc.constantFrom(null, '', 'agency:0192'),
})

type Given = Pick<AuditFact, 'actorName' | 'title' | 'subject' | 'detail'> & Partial<Pick<AuditFact, 'party'>>

function chainOf(facts: Given[]): AuditEntry[] {
  let previousHash = genesisHash
  return facts.map((given, i) => {
    const full: AuditFact = {
      party: '',
      ...given,
      divisionCode: '429006',
      sequence: i + 1,
      at: `2026-11-22T0${i % 10}:00:00.000Z`,
      actorId: 'u1',
      role: 'office',
      operation: 'plans.correctPlan',
      outcome: 'done',
    }
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
        expect(await verifyChain(chain)).toEqual({
          entries: chain.length,
          lastHash: chain.at(-1)!.hash,
          fault: null,
          headsLost: [],
        })
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
        expect((await verifyChain(cut, { head: { sequence: last.sequence, hash: last.hash } })).fault?.sequence).toBe(
          i + 1,
        )
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

describe('heads that are kept elsewhere', () => {
  const facts = (words: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      actorName: '周明',
      title: '更正规划',
      subject: `${words}${i}`,
      detail: '{}',
    }))
  const chain = chainOf(facts('规划', 4))
  const headOf = ({ sequence, hash }: AuditEntry) => ({ sequence, hash })
  const kept = [headOf(chain[1]!), headOf(chain[3]!)]

  test('agree with the chain they were taken from, and with one that has grown since', async () => {
    expect((await verifyChain(chain, { head: headOf(chain[3]!), kept })).fault).toBeNull()
    const grown = chainOf(facts('规划', 6))
    expect((await verifyChain(grown, { head: headOf(grown[5]!), kept })).fault).toBeNull()
  })

  test('find a chain that was rewritten as a whole, its head too', async () => {
    const forged = chainOf(facts('伪造', 4))
    const verdict = await verifyChain(forged, { head: headOf(forged[3]!), kept })
    expect(verdict.fault).toMatchObject({ sequence: 2, reason: 'rewritten' })
  })

  test('find a chain whose end and head were set back, and one that is gone with its head', async () => {
    const cut = chain.slice(0, 3)
    expect((await verifyChain(cut, { head: headOf(cut[2]!), kept })).fault).toMatchObject({
      sequence: 4,
      reason: 'missing',
    })
    expect((await verifyChain([], { head: null, kept })).fault).toMatchObject({ sequence: 1, reason: 'missing' })
  })

  test('a head that is missing, or stands elsewhere than the end, is a fault by itself', async () => {
    expect((await verifyChain(chain, { head: null })).fault?.message).toContain('链头被删除')
    expect((await verifyChain(chain, { head: headOf(chain[1]!) })).fault?.message).toContain('链头被改动')
    expect((await verifyChain([], { head: null })).fault).toBeNull()
  })

  test('are read as people type them, and not when they prove too little', () => {
    const head = headOf(chain[3]!)
    const shown = formatHead(head)
    expect(shown).toMatch(/^4:(?:[\da-f]{4}-){7}[\da-f]{4}$/u)
    const digits = { sequence: 4, hash: head.hash.slice(0, 32) }
    for (const typed of [shown, shown.toUpperCase(), shown.replaceAll('-', ' '), `第${shown.replace(':', '条：')}`])
      expect(parseHead(typed)).toEqual(digits)
    expect(parseHead(shown.replaceAll('0', 'O'))).toEqual(digits)
    expect(parseHead(`4:${head.hash}`)).toEqual(head)
    for (const wrong of ['', '4', shown.slice(0, -1), `0${shown.slice(1)}`, `4:${head.hash}0`, head.hash])
      expect(parseHead(wrong)).toBeUndefined()
  })
})

const of = { divisionCode: '429006', now: new Date('2026-11-22T02:00:00Z') }
const bytesOf = async (chain: AuditEntry[]) => Buffer.from(await writeTrail(chain, of))

describe('the exported trail', () => {
  test('reads back as sound, with its end', async () => {
    await fc.assert(
      fc.asyncProperty(someChain, async (chain) => {
        const last = chain.at(-1)!
        expect(verifyTrail(await bytesOf(chain))).toMatchObject({
          entries: chain.length,
          last: { sequence: last.sequence, hash: last.hash },
          end: { entries: chain.length, hash: last.hash, divisionCode: '429006' },
          fault: null,
          comparison: null,
        })
      }),
    )
  })

  test('a county without entries exports an end and nothing else', async () => {
    expect(verifyTrail(await bytesOf([]))).toMatchObject({ entries: 0, end: { entries: 0 }, fault: null })
  })

  test('cut at any line it has no end, however sound the rest is', async () => {
    await fc.assert(
      fc.asyncProperty(someChain, fc.nat(), async (chain, n) => {
        const left = n % (chain.length + 1)
        const cut = Buffer.from(chain.slice(0, left).map(formatEntry).join(''))
        expect(verifyTrail(cut)).toMatchObject({ entries: left, end: null, fault: null })
      }),
    )
  })

  test('an entry taken out before the end, an end of another file and lines behind the end are faults', async () => {
    const chain = chainOf(
      [1, 2, 3].map((n) => ({ actorName: '周明', title: '更正', subject: String(n), detail: '{}' })),
    )
    const lines = (await bytesOf(chain)).toString().split(/(?<=\n)/u)
    const read = (...parts: (string | undefined)[]) => verifyTrail(Buffer.from(parts.join(''))).fault?.message
    expect(read(lines[0], lines[1], lines[3])).toContain('有记录被删除')
    const other = chainOf(
      [4, 5, 6].map((n) => ({ actorName: '周明', title: '更正', subject: String(n), detail: '{}' })),
    )
    expect(read(...other.map(formatEntry), lines[3])).toContain('末条指纹与末条不符')
    expect(read(...lines, lines[0])).toContain('结尾之后')
  })

  test('says of a head somebody holds whether it is in the file', async () => {
    const chain = chainOf([1, 2].map((n) => ({ actorName: '周明', title: '更正', subject: String(n), detail: '{}' })))
    const bytes = await bytesOf(chain)
    const ask = (sequence: number, hash: string) => verifyTrail(bytes, { sequence, hash }).comparison
    expect(ask(1, chain[0]!.hash)).toBe('same')
    expect(ask(2, chain[0]!.hash)).toBe('rewritten')
    expect(ask(3, chain[0]!.hash)).toBe('absent')
  })

  test('whichever byte is changed, the fault lies at or before it and in its line or the next', async () => {
    await fc.assert(
      fc.asyncProperty(someChain, fc.nat(), fc.integer({ min: 1, max: 255 }), async (chain, n, change) => {
        const whole = await bytesOf(chain)
        const bytes = Buffer.from(whole)
        const at = n % bytes.length
        bytes[at] = bytes[at]! ^ change
        const { fault } = verifyTrail(bytes)
        expect(fault).not.toBeNull()
        expect(fault!.byte).toBeLessThanOrEqual(at)
        const lineStart = whole.lastIndexOf(10, at - 1) + 1
        expect(fault!.byte).toBeGreaterThanOrEqual(at === 0 ? 0 : lineStart)
      }),
    )
  })
})
