import { describe, expect, test } from 'vitest'
import type { Block, FormRow, Gazette } from '#platform/gazette/gazette.ts'
import type { Entry } from '../../domain/entry.ts'
import { anOrder } from '../../domain/order.fixture.ts'
import type { Paper } from '../../domain/paper.ts'
import { circular } from './circular.ts'
import { interviewRecord } from './interview.ts'
import { letter, sentence } from './letter.ts'
import { orderForm } from './order-form.ts'

const aPaper = ({
  content,
  ...given
}: Partial<Omit<Paper, 'content'>> & { content?: Partial<Paper['content']> } = {}): Paper => ({
  divisionCode: '470326',
  id: '01890000-0000-7000-8000-0000000000b1',
  programmeId: anOrder().programmeId,
  orderId: anOrder().id,
  kind: 'prompt',
  word: '澄督提',
  year: 2026,
  serial: 1,
  number: '澄督提〔2026〕1号',
  issuer: '澄禾县人民政府办公室',
  issuedOn: '2026-11-22',
  issuedAt: new Date(0),
  issuedBy: '林若溪',
  dueOn: '2026-12-02',
  content: {
    programme: '《澄禾县科技惠农行动方案》',
    matter: '1 建设科技服务站',
    source: '专题会',
    host: '县科技局',
    assists: [],
    requirement: '请逐项整改',
    progress: ['亮红灯已 12 天'],
    urges: 2,
    circular: null,
    interview: null,
    ...content,
  },
  ...given,
})

const facts = (paper: Paper) => ({ paper, order: anOrder(), entries: [] })
const words = (blocks: readonly Block[] = []) => blocks.flatMap((block) => ('text' in block ? [block.text] : []))
const rowsOf = ({ letter: of }: Gazette): Map<string, string> => {
  const rows = of?.blocks.flatMap((block): readonly FormRow[] => (block.kind === 'form' ? block.rows : [])) ?? []
  return new Map(rows.map(({ label, text }) => [label.replaceAll('　', ''), text]))
}

describe('提示函 and 催办函', () => {
  test('say why, what stands and what is asked until when, without the number of the task and the marks of the title', () => {
    const { letter: prompt } = letter(facts(aPaper()))
    expect(prompt).toMatchObject({
      head: { issuer: '澄禾县人民政府办公室', number: '澄督提〔2026〕1号' },
      title: '关于“建设科技服务站”的工作提示函',
      addressees: '县科技局',
      signature: { on: '2026-11-22' },
    })
    expect(words(prompt?.blocks)).toEqual([
      '《澄禾县科技惠农行动方案》明确由你单位承办“建设科技服务站”。经核对，该事项进展需要引起重视，现予提示。',
      '一、有关情况',
      '亮红灯已 12 天。',
      '二、办理要求',
      '请逐项整改。',
      '请于2026年12月2日前书面反馈。',
    ])
    expect(prompt?.imprint).toEqual({ printedBy: '澄禾县人民政府办公室', printedOn: '2026-11-22' })
  })

  test('an urging is counted, several facts are numbered, who helps gets a copy', () => {
    const content = { assists: ['县财政局', '各乡镇'], progress: ['亮红灯已 12 天', '连续 2 期没有报送！'] }
    const { letter: urge } = letter(facts(aPaper({ kind: 'urge', dueOn: null, content })))
    const said = words(urge?.blocks)
    expect(urge?.title).toBe('关于“建设科技服务站”的催办函')
    expect(said[0]).toContain('现予催办（第2次）')
    expect(said.slice(2, 4)).toEqual(['1.亮红灯已 12 天。', '2.连续 2 期没有报送！'])
    expect(said.at(-1)).toBe('请县财政局、各乡镇协助办理。')
    expect(urge?.imprint?.copiesTo).toBe('县财政局，各乡镇')
  })

  test('the task is stated as the plan does, the fault as a fault', () => {
    const task = {
      title: '建设科技服务站',
      words: '建成“一镇一站”。每年培训。',
      asks: ['服务站：到2028年底不低于 20 家'],
    }
    const content = { matter: '服务站建设滞后', task, progress: ['截至6月30日为 3 家，差 7 家'] }
    const { letter: of } = letter(facts(aPaper({ kind: 'urge', content })))
    expect(of?.title).toBe('关于“建设科技服务站”的催办函')
    expect(words(of?.blocks).slice(0, 6)).toEqual([
      '《澄禾县科技惠农行动方案》明确由你单位承办“建设科技服务站”，要求“建成‘一镇一站’。每年培训”。经核对，该事项未按要求推进，现予催办（第2次）。',
      '一、方案要求',
      '服务站：到2028年底不低于 20 家。',
      '二、有关情况',
      '1.事由：服务站建设滞后。',
      '2.截至6月30日为 3 家，差 7 家。',
    ])
  })

  test('without a figure the source is the fact', () => {
    expect(words(letter(facts(aPaper({ content: { progress: [] } }))).letter?.blocks)[2]).toBe('来源：专题会。')
  })

  test.each([
    ['请整改', '请整改。'], ['请整改。 ', '请整改。'], ['请整改 ', '请整改。'], ['可否？', '可否？'], ['甲；', '甲；'],
  ])('%s ends as a sentence', (text, ended) => expect(sentence(text)).toBe(ended)) // biome-ignore format: a table
})

describe('督办单', () => {
  const anEntry = (act: Entry['act'], said: string, given: Partial<Entry> = {}): Entry => ({
    divisionCode: '470326',
    id: '01890000-0000-7000-8000-0000000000c1',
    orderId: anOrder().id,
    position: 0,
    act,
    at: new Date('2026-11-24T02:00:00Z'),
    byName: '苏砚秋',
    byRole: 'reporter',
    agencyId: null,
    words: said,
    paperId: null,
    ...given,
  })

  test('holds what was said since it went out, each in its place', () => {
    const entries = [
      anEntry('instruct', '亲自抓'), anEntry('handle', '不在其中'), anEntry('answer', '已建成'), anEntry('returnAnswer', '缺佐证'), anEntry('answer', '已补'),
      anEntry('passReview', '属实'), anEntry('close', '办结'),
    ] // biome-ignore format: a list
    const rows = rowsOf(
      orderForm({ paper: aPaper({ kind: 'order' }), order: anOrder({ rating: 'good', dueOn: '2026-12-02' }), entries }),
    )
    const by = '（苏砚秋，2026年11月24日）'
    expect(Object.fromEntries(rows)).toEqual({
      督办事项: '1 建设科技服务站',
      来源: '专题会；《澄禾县科技惠农行动方案》',
      承办单位: '县科技局',
      协办单位: '无',
      办理要求: '请逐项整改',
      办理时限: '2026年12月2日前',
      当前进度: '亮红灯已 12 天',
      领导签批: `亲自抓${by}`,
      承办反馈: `已建成${by}\n已补${by}`,
      办结审核: `退回：缺佐证${by}\n复核通过：属实${by}\n销号：办结${by}\n评价：好`,
    })
  })

  test('a day agreed to since then stands behind the first', () => {
    const due = (dueOn: string | null, order: Parameters<typeof orderForm>[0]['order']) =>
      rowsOf(
        orderForm({ paper: aPaper({ dueOn, content: { progress: [], assists: ['县财政局'] } }), order, entries: [] }),
      )
    expect(due('2026-12-02', anOrder({ dueOn: '2026-12-20' })).get('办理时限')).toBe(
      '2026年12月2日前；现行时限 2026年12月20日',
    )
    expect(due('2026-12-02', null).get('办理时限')).toBe('2026年12月2日前')
    expect(due(null, null).get('办理时限')).toBe('')
    expect(due(null, null).get('当前进度')).toBe('见来源文件')
    expect(due(null, null).get('协办单位')).toBe('县财政局')
    expect(due(null, anOrder()).get('办结审核')).toBe('')
  })
})

test('约谈记录 leaves free what was not yet said', () => {
  const interview = {
    on: '2026-11-30',
    place: '县政府三楼',
    host: '林若溪',
    invited: '苏砚秋',
    recorder: '某人',
    talk: '进度滞后',
    statement: '限期整改',
  }
  expect(Object.fromEntries(rowsOf(interviewRecord(facts(aPaper({ content: { interview } })))))).toMatchObject({
    约谈事由: '1 建设科技服务站\n亮红灯已 12 天',
    时间地点: '2026年11月30日，县政府三楼',
    约谈人: '林若溪',
    被约谈单位: '县科技局',
    被约谈人: '苏砚秋',
    记录人: '某人',
    约谈内容: '进度滞后',
    表态: '限期整改',
    整改要求: '请逐项整改\n整改时限：2026年12月2日前',
  })
  const blank = rowsOf(interviewRecord(facts(aPaper({ dueOn: null }))))
  expect([blank.get('时间地点'), blank.get('约谈人'), blank.get('整改要求')]).toEqual(['', '', '请逐项整改'])
})

test('通报 tells who is where, and that nothing is wrong when nothing is', () => {
  const text = {
    title: '关于工作进展的通报',
    opening: '总体平稳。\n\n 共 3 项任务。 ',
    problems: '',
    next: '抓紧推进。',
    on: '2026-11-22',
  }
  const standing = {
    agency: '县科技局',
    tasks: 3,
    lamps: { green: 1, yellow: 2, red: 4, grey: 5 },
    open: 6,
    overdue: 7,
    missed: 8,
  }
  const { letter: of } = circular(
    facts(aPaper({ kind: 'circular', content: { circular: { ...text, standings: [standing, standing] } } })),
  )
  expect(words(of?.blocks)).toEqual([
    '一、总体情况', '总体平稳。', '共 3 项任务。', '二、各单位进展', '三、存在问题', '各项任务按进度推进，未发现突出问题。', '四、下一步要求', '抓紧推进。',
  ]) // biome-ignore format: a list
  const rows = of?.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []))
  expect(rows?.[0]).toEqual(['1', '县科技局', '3', '1', '2', '4', '5', '6', '7', '8'])
  expect(rows?.[1]?.[0]).toBe('2')
  expect(circular(facts(aPaper()))).toEqual({})
})
