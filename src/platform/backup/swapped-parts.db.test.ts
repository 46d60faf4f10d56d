import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openFileStore } from '#platform/files/file-store.ts'
import { unseal } from '#platform/sealing/sealing.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { openEntries, readWhole } from './archive.ts'
import { Measuring } from './measure.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

type Parts = [name: string, bytes: Buffer][]

const { pool } = await sandbox()
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-swapped-'))
const at = (name: string) => join(dataFolder, name)
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))
const identity = await generateX25519Identity()
const recipients = [await identityToRecipient(identity)]
const signer = openSigner(dataFolder)

async function write(file: string): Promise<void> {
  // Blocks of an age file hold 64 KiB: several in each.
  await openFileStore(at('files')).put(randomBytes(300_000))
  const now = new Date('2026-11-22T02:00:00Z')
  await writeBackup({ pool, dataFolder, file, program: '0.1.0', now, recipients, confidential: {}, signer })
}

async function partsOf(file: string): Promise<Parts> {
  const entries = await openEntries(file)
  const parts: Parts = []
  for (const name of entries.names) parts.push([name, await readWhole(entries, name)])
  entries.close()
  return parts
}

/** Writes an archive of these parts and verifies it, also through the seal. */
async function verify(parts: Parts, by = { identity }) {
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { compress: false })
  zip.end()
  writeFileSync(at('made.zip'), await buffer(zip.outputStream))
  return verifyBackup(at('made.zip'), by)
}

const named = (parts: Parts, name: string): Buffer => parts.find(([one]) => one === name)![1]
const exchange = (parts: Parts, other: Parts, ...names: string[]): Parts =>
  parts.map(([name, bytes]) => [name, names.includes(name) ? named(other, name) : bytes])

let first: Parts = []
let second: Parts = []
beforeAll(async () => {
  await write(at('first.zip'))
  await write(at('second.zip'))
  first = await partsOf(at('first.zip'))
  second = await partsOf(at('second.zip'))
})

const sealed = 'content.zip.age'

describe('parts of a backup', () => {
  test.each([[[sealed]], [['cover.json']], [['signature.json']], [['cover.json', 'signature.json']]])(
    '%j of another backup in their place are refused',
    async (names) => {
      await expect(verify(exchange(first, second, ...names))).rejects.toThrow('没有动任何数据')
    },
  )

  test('that come twice, or are missing, are refused, even where one of the two is right', async () => {
    for (const part of first) {
      await expect(verify([...first, part])).rejects.toThrow('有两份')
      await expect(verify(first.filter((one) => one !== part))).rejects.toThrow('没有动任何数据')
    }
    await expect(verify([...second.filter(([name]) => name === sealed), ...first])).rejects.toThrow('有两份')
    await expect(verify([...first, ['note.txt', Buffer.from('x')]])).rejects.toThrow('多出 note.txt')
  })

  test('in another order are the same backup', async () => {
    const { cover } = await verify(first)
    expect(await verify(first.toReversed())).toMatchObject({ isRead: true, cover })
  })
})

/** Payload blocks of an age file: after the head and 16 bytes of nonce, 64 KiB and a tag of 16 bytes each. */
function blocksOf(file: Buffer): { head: Buffer; blocks: Buffer[] } {
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1 + 16
  const blocks: Buffer[] = []
  for (let from = end; from < file.length; from += 65_552) blocks.push(file.subarray(from, from + 65_552))
  return { head: file.subarray(0, end), blocks }
}

/** A cover that says what now lies in the archive, signed again: what a thief of the signing key could write. */
function coveredAnew(parts: Parts, content: Buffer): Parts {
  const measuring = new Measuring()
  measuring.resume().end(content)
  const cover = JSON.parse(named(parts, 'cover.json').toString())
  const { bytes, sha256, sm3 } = measuring.result()
  const bare = Buffer.from(JSON.stringify({ ...cover, content: { ...cover.content, stored: { bytes, sha256, sm3 } } }))
  const signature = Buffer.from(JSON.stringify(signer.sign(bare)))
  return [
    [sealed, content],
    ['cover.json', bare],
    ['signature.json', signature],
  ]
}

describe('blocks of the sealed content', () => {
  const alter: Record<string, (blocks: Buffer[]) => Buffer[]> = {
    'in another order': ([a, b, ...more]) => [b!, a!, ...more],
    'one of them twice': ([a, ...more]) => [a!, a!, ...more],
    'without the first': (blocks) => blocks.slice(1),
    'cut off at the end of a block': (blocks) => blocks.slice(0, -1),
    'one from another backup': ([, ...more]) => [blocksOf(named(second, sealed)).blocks[0]!, ...more],
  }
  test.each(Object.keys(alter))('%s are refused, by the cover and by the seal itself', async (how) => {
    const { head, blocks } = blocksOf(named(first, sealed))
    expect(blocks.length).toBeGreaterThan(3)
    const content = Buffer.concat([head, ...alter[how]!(blocks)])
    const swapped: Parts = first.map(([name, bytes]) => [name, name === sealed ? content : bytes])
    await expect(verify(swapped)).rejects.toThrow('没有动任何数据')
    await expect(verify(coveredAnew(first, content))).rejects.toThrow('没有动任何数据')
  })
})

test('tables and files of another content in their place are refused, also in backups of the first format', async () => {
  const open = async (parts: Parts, name: string): Promise<Parts> => {
    writeFileSync(at(name), await buffer(await unseal(Readable.from([named(parts, sealed)]), { identity })))
    return partsOf(at(name))
  }
  const [one, other] = [await open(first, 'one.zip'), await open(second, 'other.zip')]
  expect(await verify(one)).toMatchObject({ isRead: true })
  const files = one.filter(([name]) => name.startsWith('files/'))
  const added = other.find(([name]) => name.startsWith('files/') && !files.some(([held]) => held === name))!
  const exchanged: Parts = one.map(([name, bytes]) => [name, name === files[0]![0] ? added[1] : bytes])
  await expect(verify(exchanged)).rejects.toThrow('与清单不符')
  await expect(verify([...one, added])).rejects.toThrow('多出')
  await expect(verify(exchange(one, other, 'manifest.json'))).rejects.toThrow('没有动任何数据')
  await expect(verify([...one, files[0]!])).rejects.toThrow('有两份')
})
