import { describe, expect, test } from 'vitest'
import type { AgendaReason } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import { type EarlierItem, listEarlier, whyRepeated } from './second-meeting.ts'

const aMeeting = (id: string, more: Partial<Meeting> = {}): Meeting => ({
  id,
  divisionCode: '470326',
  programmeId: 'p',
  seriesKey: 'coordination.quarter',
  periodOn: '2026-12-25',
  kind: 'coordination',
  title: `会议${id}`,
  state: 'held',
  heldOn: '2026-11-20',
  startsAt: null,
  place: null,
  chair: null,
  minutesYear: null,
  minutesNumber: null,
  issuedOn: null,
  agendaOn: null,
  plannedBy: '办',
  plannedAt: new Date(0),
  ...more,
})
const reason = (kind: AgendaReason['kind'], id = 'r'): AgendaReason => ({ kind, text: kind, refs: [{ kind: 'x', id }] })
const item = (...reasons: AgendaReason[]) => ({ key: 'task:1', taskId: '1', title: '建站', reasons, asked: '' })
const on = (state: Meeting['state'], ...reasons: AgendaReason[]): EarlierItem => ({
  key: 'task:1',
  reasons,
  meeting: { title: '第一次协调会', heldOn: '2026-11-20', state },
})

describe('the meetings of a period before this one', () => {
  const second = aMeeting('2', { heldOn: '2027-01-06', state: 'planned' })
  const ids = (...all: Meeting[]) => listEarlier(second, [second, ...all], '2026-12-01').map(({ id }) => id)

  test('of the same series and period, whatever day they took place on', () => {
    expect(ids(aMeeting('1'))).toEqual(['1'])
    expect(ids(aMeeting('1', { periodOn: '2026-09-25' }), aMeeting('3', { seriesKey: 'dispatch.quarter' }))).toEqual([])
  })
  test('neither called off nor gone by without a record, nor later', () => {
    expect(ids(aMeeting('1', { state: 'cancelled' }), aMeeting('3', { state: 'called' }))).toEqual([])
    expect(ids(aMeeting('1', { heldOn: '2027-02-01', state: 'planned' }))).toEqual([])
    expect(ids(aMeeting('1', { heldOn: '2026-12-05', state: 'called' }))).toEqual(['1'])
  })
})

describe('what the first meeting had', () => {
  test('is not proposed again while nothing is new', () =>
    expect(whyRepeated(item(reason('red', 'b')), [on('held', reason('red', 'a'))])).toBe(
      '11月20日“第一次协调会”已议，此后没有新情况',
    ))
  test('and is left to it while it is yet to come', () =>
    expect(whyRepeated(item(reason('decision')), [on('called', reason('decision'))])).toBe(
      '已列入11月20日“第一次协调会”的议程',
    ))
  test.each([
    ['worse', reason('red'), [reason('yellow')]],
    ['another request', reason('request', 'b'), [reason('request', 'a')]],
    ['another order', reason('order', 'b'), [reason('red')]],
    ['decided and undone', reason('decision'), [reason('decision')]],
  ])('%s is proposed', (_, now, before) => expect(whyRepeated(item(now), [on('held', ...before)])).toBeNull())
  test('a colour that got better is not new', () =>
    expect(whyRepeated(item(reason('yellow')), [on('held', reason('red'))])).not.toBeNull())
  test('another task is not meant', () =>
    expect(whyRepeated({ ...item(reason('red')), key: 'task:2' }, [on('held', reason('red'))])).toBeNull())
})
