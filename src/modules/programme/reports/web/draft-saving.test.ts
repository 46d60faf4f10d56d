import { expect, test, vi } from 'vitest'
import type { InboxItem, InboxView } from '../contract.ts'
import { leftOf, saveDue } from './draft-saving.ts'
import { type DraftStore, parseStored, type Stored } from './stored.ts'

const cycle = { key: '2026-03', startOn: '2026-03-01', opensOn: '2026-03-01', endOn: '2026-03-31', dueOn: '2026-03-25' }
const taskId = '019a0000-0000-7000-8000-000000000001'
const item: InboxItem = {
  taskId,
  cycle,
  standing: 'owed',
  number: '1',
  title: '',
  action: '',
  asked: [],
  shown: [],
  last: null,
  said: null,
  draft: null,
  draftFiles: [],
  reporter: null,
  delegatedBy: null,
}

const begun = (isSaved: boolean) => ({ answer: { text: '写到一半' }, at: 1, asOf: null, tried: [], isSaved })
const stored = (more: Partial<Stored> = {}): Stored => ({ ...parseStored(null), ...more })
const inbox = (items: InboxItem[], answer: string | null = null): InboxView => ({
  userId: 'u',
  agencyId: taskId,
  agencyName: '',
  today: '2026-03-20',
  can: { assignTask: false },
  programmes: [
    {
      programmeId: taskId,
      title: '',
      cycle,
      items,
      signer: '',
      questions: [{ id: 'q', text: '', kind: 'sentence', answer }],
    },
  ],
})

test('what signing out would lose: drafts that may still be said, replies not handed in, a press not answered', () => {
  const drafts = { [`${taskId}/2026-03`]: begun(false), 'gone/2025-01': begun(false), 'kept/2026-03': begun(true) }
  const pressed = { clientKey: 'k', seconds: null, answers: [], questions: [] }
  const all = stored({ drafts, replies: { q: '三家', gone: '没人问了' }, pressed })
  expect(leftOf(all, inbox([item]))).toEqual(['1 次报送没有送达', '1 项报送草稿没有存上', '1 条附加问题的回答没有报送'])
  expect(leftOf(all, null)).toEqual(['1 次报送没有送达', '2 项报送草稿没有存上', '2 条附加问题的回答没有报送'])
  expect(leftOf(stored({ replies: { q: '三家 ' } }), inbox([], '三家'))).toEqual([])
  expect(leftOf(stored({ drafts: { 'kept/2026-03': begun(true) } }), null)).toEqual([])
})

test('a saving nobody answered leaves the draft unsaved and is remembered as this device’s own', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')))
  const key = `${taskId}/2026-03`
  let now = stored({ drafts: { [key]: begun(false) } })
  const store: DraftStore = {
    read: () => now,
    change: (change) => {
      now = change(now)
    },
    watch: () => () => undefined,
  }
  await expect(saveDue(store, [item])).rejects.toThrow('连不上服务器')
  expect(now.drafts[key]).toMatchObject({ isSaved: false, tried: [{ text: '写到一半' }] })
  vi.stubGlobal('fetch', async () =>
    Response.json({ savedAt: '2026-03-02T00:00:00Z', drafts: [{ savedAt: '2026-03-02T00:00:00Z', isKept: true }] }),
  )
  expect(await saveDue(store, [item])).toMatchObject({ isOvertaken: false })
  expect(now.drafts[key]).toMatchObject({ isSaved: true, tried: [], asOf: Date.parse('2026-03-02T00:00:00Z') })
  expect(await saveDue(store, [item])).toBeNull()
})

test('drafts an earlier version of the program left are read, and not taken for saved', () => {
  const old = JSON.stringify({ drafts: { k: { answer: { text: '旧的' }, at: 5 } }, pressed: null })
  expect(parseStored(old).drafts['k']).toEqual({
    answer: { text: '旧的' },
    at: 5,
    asOf: null,
    tried: [],
    isSaved: false,
  })
})
