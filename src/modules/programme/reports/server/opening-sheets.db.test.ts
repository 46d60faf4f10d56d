import { expect, test } from 'vitest'
import { readSheet } from '#platform/spreadsheet/read-sheet.ts'
import { aSheetFile } from '#platform/spreadsheet/sheet-file.fixture.ts'
import { inventedPlan } from '../../plans/server/invented-plan.fixture.ts'
import { reportContract } from '../contract.ts'
import { openReporting } from './reporting.fixture.ts'

const { system, people, programmeId, tasks, forget } = await openReporting('2027-06-10', inventedPlan)
const { office } = people
const [station, commissioners, variety] = tasks.map(({ id }) => id)

async function tryFile(name: string, bytes: Uint8Array) {
  const { importId } = await system.call(reportContract.importRecords, office, { programmeId }, { name, bytes })
  await system.jobs.drain()
  return system.call(reportContract.getImport, office, { programmeId, importId })
}
async function write({ id: importId }: { id: string }) {
  const said = { effectiveOn: '2027-05-31', basis: '2026年度工作台账' }
  await system.call(reportContract.writeImport, office, { programmeId, importId, ...said })
  await system.jobs.drain()
  return system.call(reportContract.getImport, office, { programmeId, importId })
}
const openings = async () => {
  const { tasks: all } = await system.call(reportContract.getOpening, office, { programmeId })
  return new Map(
    [...all, ...all.flatMap(({ figures }) => figures)].map((one) => [
      'taskId' in one ? one.taskId : one.targetId,
      one.opening,
    ]),
  )
}

const column = (at: number): string => 'ABCDEFGHIJ'.charAt(at)
const rowsOf = (lines: readonly (readonly string[])[]) =>
  lines
    .map((cells, i) => `<row r="${i + 1}">${cells
      .map((text, at) => (text === '' ? '' : `<c r="${column(at)}${i + 1}" t="inlineStr"><is><t>${text}</t></is></c>`))
      .join('')}</row>`)
    .join('') // biome-ignore format: one row

/** Characters of two bytes in GB18030, by their bytes. */
function inGb18030(text: string): Uint8Array {
  const bytesOf = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++)
      if (low !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Uint8Array.from([...text].flatMap((one) => bytesOf.get(one) ?? [one.charCodeAt(0)]))
}

test('a ledger with a title, groups, merged cells, words and a column nobody knows is read, and what it does not say is told', async () => {
  const file = await aSheetFile({
    rows: rowsOf([
      ['澄禾县科技惠农行动工作台账'],
      ['序号', '工作任务', '工作目标', '完成数', '进展情况', '备注', '包联干部'],
      ['一、服务下沉'],
      ['1', '1.建设科技服务站', '新建科技服务站12个以上', '12个', '已完成', '台账第1页', '张三'],
      ['2', '选派科技特派员', '每年选派科技特派员30名以上', '24', '完成80%', '', '李四'],
      ['', '', '选派满意度', '90', '', '', ''],
      ['二、成果转化'],
      ['3', '推广新品种', '', '', '示范基地三处', '', ''],
      ['4', '修建县道', '', '', '正在推进', '', ''],
      ['合计', '', '', '36', '', '', ''],
    ]),
    behind: '<mergeCells><mergeCell ref="A1:G1"/><mergeCell ref="B5:B6"/><mergeCell ref="E5:E6"/></mergeCells>',
  })
  const tried = await tryFile('台账.xlsx', file)
  expect(tried.refusal).toBeNull()
  expect(tried.counts).toMatchObject({ bad: 0 })
  expect(tried.remarks).toContain('没有读入的栏：“包联干部”。')
  const told = tried.warnings.map(({ reason }) => reason).join('\n')
  expect(told).toContain('没有对得上“修建县道”的任务')
  expect(told).toContain('没有对得上“选派满意度”的目标')
  expect(told).toContain('“示范基地三处”看不出是否完成')
  expect(tried.skipped.map(({ text }) => text)).toEqual(expect.arrayContaining(['一、服务下沉', '二、成果转化']))
  expect(await write(tried)).toMatchObject({ state: 'written' })
  const said = await openings()
  expect(said.get(station!)).toMatchObject({ said: 'finished', from: '台账第1页' })
  expect(said.get(commissioners!)).toMatchObject({ said: 'under_way', from: '台账写作“完成80%”' })
  expect(said.get(variety!)).toBeNull()
  const figure = tasks.find(({ id }) => id === station)!.targets[0]!
  expect(said.get(figure.id)).toMatchObject({ said: 'figure', value: 12, on: '2027-05-31', from: '台账第1页' })
})

test('a csv in GB18030 is read; rows that contradict each other hold up the whole, and nothing is written', async () => {
  const lines = ['任务,完成情况', '推广新品种,正在推进', '推广新品种,已完成'].join('\r\n')
  const tried = await tryFile('台账.csv', inGb18030(lines))
  expect(tried.counts).toMatchObject({ bad: 2, added: 0 })
  expect(tried.bad[0]!.reason).toBe('“3 推广新品种”在第 2、3 行说法不同。请留下对的一行，或改成一致。')
  await expect(write(tried)).rejects.toThrow()
  const good = await tryFile('台账.csv', inGb18030('任务,完成情况,完成日期\r\n推广新品种,已完成,2027年3月1日'))
  await write(good)
  expect((await openings()).get(variety!)).toMatchObject({ said: 'finished', on: '2027-03-01' })
})

test('the sheet that goes out says what is known, and comes back without a change until something is filled in', async () => {
  const file = (await system.call(reportContract.downloadTemplate, office, { programmeId })) as unknown as {
    name: string
    bytes: Uint8Array
  }
  expect(file.name).toMatch(/期初情况表\.xlsx$/u)
  const { rows } = await readSheet(file.bytes)
  expect(rows.map(({ cells }) => cells[1])).toEqual(expect.arrayContaining(tasks.map(({ title }) => title)))
  const again = await tryFile(file.name, file.bytes)
  expect(again.counts).toMatchObject({ added: 0, changed: 0, bad: 0 })
  await forget()
})
