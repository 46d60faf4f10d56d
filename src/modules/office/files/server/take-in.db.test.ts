import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { planContract } from '#modules/programme/plans/contract.ts'
import { openCounty } from '../../../../../test/county.ts'
import { fileContract } from '../contract.ts'

const megabyte = 1024 * 1024
const { system, people, clock } = await openCounty({
  quota: { filesADay: 3, bytesADay: 4 * megabyte, countyBytes: 10 * megabyte },
})
const { reporter, reviewer, office, leader } = people

let shade = 0
beforeEach(() => {
  clock.now = new Date(clock.now.getTime() + 24 * 3600_000)
})

const photo = (bytes = 100): Uint8Array => {
  shade += 1
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF'), shade])
  return Buffer.concat([head, Buffer.alloc(bytes - head.length)])
}
const upload = (actor: Actor, bytes: Uint8Array) =>
  system.call(fileContract.uploadFile, actor, {}, { name: '现场.jpg', bytes })

test('a person hands in so many files a day, the same one counted once, and again from the next day on', async () => {
  const first = photo()
  for (const bytes of [first, photo(), photo(), first]) await upload(reporter, bytes)
  const more = photo()
  await expect(upload(reporter, more)).rejects.toMatchObject({
    code: 'files.dayFull',
    message: expect.stringMatching(/今天已上传 3 个文件.*最多 3 个.*明天 0 时起可以再传.*专班办公室/),
  })
  await upload(reviewer, more)
  clock.now = new Date(clock.now.getTime() + 24 * 3600_000)
  await upload(reporter, photo())
})

test('a person hands in so many bytes a day, whichever way, and the sentence says what is left', async () => {
  await upload(office, photo(3 * megabyte))
  const plan = { name: '方案.txt', bytes: new Uint8Array(1.5 * megabyte).fill(0x61) }
  await expect(system.call(planContract.handInFile, office, {}, plan)).rejects.toThrow('今天还剩 1 MB')
  await upload(office, photo(megabyte / 2))
})

test('many at once are counted one by one', async () => {
  const sent = await Promise.allSettled(Array.from({ length: 8 }, () => upload(reporter, photo())))
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
})

test('the county is full by what is kept: what is there already still comes in', async () => {
  const kept = photo(3 * megabyte)
  await upload(reporter, kept)
  await upload(reviewer, photo(3 * megabyte))
  await expect(upload(leader, photo(2 * megabyte))).rejects.toMatchObject({
    code: 'files.countyFull',
    message: expect.stringMatching(/上限 10 MB.*系统管理员/),
  })
  expect(await upload(office, kept)).toMatchObject({ known: '现场.jpg' })
})
