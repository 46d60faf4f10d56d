import { describe, expect, test } from 'vitest'
import { hostsOf, reasonsOf } from './load-standings.ts'

describe('a task as the rules look at it', () => {
  const shown = (name: string, agencyId: string | null) => ({ name, agencyId, inherited: false })
  type Shown = Parameters<typeof hostsOf>[0]['leads']
  const hosts = (leads: Shown, participants: Shown = []) => hostsOf({ leads, participants })

  test('is answered for by its leads, once each; where the plan names none, by all it names', () => {
    const [science, finance] = [shown('县科技局', 'a'), shown('县财政局', 'b')]
    expect(hosts([science, finance, science], [shown('各乡镇', 'c')])).toEqual(['a', 'b'])
    expect(hosts([], [finance])).toEqual(['b'])
    expect(hosts([shown('某单位', null), science])).toEqual(['a'])
    // Named but unknown to the register, a lead is still the one meant: nobody else is pressed in its place.
    expect(hosts([shown('某单位', null)], [finance])).toEqual([])
  })

  test('gives the reasons of those lamps that make it what it is, each once', () => {
    const because = (...texts: string[]) => texts.map((text) => ({ code: 'c', text, refs: [], saidBy: [] }))
    const of = (value: Parameters<typeof reasonsOf>[0]['value']) =>
      reasonsOf({
        taskId: 't',
        summary: 'red',
        sinceOn: null,
        doubts: [],
        targets: [],
        freshness: { state: 'none', reasons: because('无人报送') },
        schedule: { lamp: 'red', reasons: because('节点已过 9 天', '节点已过 9 天') },
        value,
      })
    expect(of(null)).toEqual(['节点已过 9 天'])
    expect(of({ lamp: 'yellow', reasons: because('完成率偏低') })).toEqual(['节点已过 9 天'])
    expect(of({ lamp: 'red', reasons: because('完成 3 个') })).toEqual(['节点已过 9 天', '完成 3 个'])
  })
})
