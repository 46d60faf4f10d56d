import { describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { openCounty } from '../../../../../test/county.ts'
import { fileContract } from '../contract.ts'
import { attachFiles, listFilesOf } from './index.ts'

const { db, system, people, agencyIds } = await openCounty()
const { office, reporter, reviewer, leader } = people
const stranger: Actor = { ...reporter, userId: 'someone-else', ...forAgency(agencyIds.finance) }

const photo = (shade: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF'), shade])
const upload = (actor: Actor, bytes: Uint8Array, name = '现场.jpg') =>
  system.call(fileContract.uploadFile, actor, {}, { name, bytes })
const open = (actor: Actor, fileId: string) => system.call(fileContract.viewPicture, actor, { fileId })

describe('a file', () => {
  test('that comes again is not stored again, and says so', async () => {
    const first = await upload(reporter, photo(1))
    expect(first.known).toBeNull()
    const again = await upload(reporter, photo(1), '又一次.jpg')
    expect(again).toMatchObject({ id: first.id, known: '现场.jpg', name: '现场.jpg' })
    const fromOther = await upload(reviewer, photo(1), '同一张.jpg')
    expect(fromOther).toMatchObject({ sha256: first.sha256, known: '现场.jpg', name: '同一张.jpg' })
    expect(fromOther.id).not.toBe(first.id)
  })

  test.each([
    ['a page', Buffer.from('<html><script>alert(1)</script>'), 'files.kindRefused'],
    ['a drawing that may carry a script', Buffer.from('<?xml version="1.0"?><svg onload="x">'), 'files.kindRefused'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm'), 'files.kindRefused'],
    ['rich text', Buffer.from('{\\rtf1 x}'), 'files.kindRefused'],
    ['a program', Buffer.from('4d5a90000300', 'hex'), 'files.kindRefused'],
    ['an archive', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), 'files.kindRefused'],
    ['more than 20 MB', Buffer.concat([photo(0), Buffer.alloc(20 * 1024 * 1024)]), 'files.tooLarge'],
  ])('%s is refused', async (_name, bytes, code) => {
    await expect(upload(reporter, bytes)).rejects.toMatchObject({ code })
  })
})

describe('who may see a file', () => {
  test('is its owner alone, until it proves something', async () => {
    const { id } = await upload(reporter, photo(2))
    expect(await open(reporter, id)).toMatchObject({ mediaType: 'image/jpeg' })
    for (const actor of [office, reviewer, stranger]) await expect(open(actor, id)).rejects.toThrow('没有这个文件')
  })

  test('is then the agencies it concerns, and those who see the whole county', async () => {
    const { id } = await upload(reporter, photo(3))
    const to = { kind: 'statement', id: newId() }
    const visibleTo = { agencyIds: [agencyIds.science] }
    const attach = () => db.transaction((tx) => attachFiles(tx, { fileIds: [id, id], actor: reporter, to, visibleTo }))
    await attach()
    await attach()
    for (const actor of [office, leader, reviewer]) expect(await open(actor, id)).toBeDefined()
    await expect(open(stranger, id)).rejects.toThrow('没有这个文件')
    await expect(open({ ...office, divisionCode: '470327' }, id)).rejects.toThrow('没有这个文件')
    const listed = await db.transaction((tx) => listFilesOf(tx, [to], reporter))
    expect(listed.get(to.id)?.map((file) => file.id)).toEqual([id])
  })

  test('nobody can prove something with a file they cannot see', async () => {
    const { id } = await upload(reporter, photo(4))
    const to = { kind: 'statement', id: newId() }
    const attaching = db.transaction((tx) =>
      attachFiles(tx, { fileIds: [id], actor: stranger, to, visibleTo: { agencyIds: [agencyIds.finance] } }),
    )
    await expect(attaching).rejects.toThrow('没有这个文件')
  })
})

describe('a preview', () => {
  test('shows the words of a text once they are read', async () => {
    const { id } = await upload(reporter, Buffer.from('九月底已完成场地平整。'), '说明.txt')
    expect(await system.call(fileContract.previewFile, reporter, { fileId: id })).toMatchObject({ state: 'reading' })
    await system.background.idle()
    expect(await system.call(fileContract.previewFile, reporter, { fileId: id })).toMatchObject({
      state: 'read',
      words: expect.stringContaining('场地平整'),
    })
  })

  test('of a photo is the photo', async () => {
    const { id } = await upload(reporter, photo(5))
    expect(await system.call(fileContract.previewFile, reporter, { fileId: id })).toMatchObject({ state: 'none' })
  })
})
