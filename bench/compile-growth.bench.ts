import { compilePlan } from '../src/compiler/plan/compile-plan.ts'
import { median, table } from './table.ts'

/** How compile time grows with a text that repeats one shape: 1 is as the length, 2 as its square. */
const shapes: Record<string, (n: number) => string> = {
  paragraph: () => '加快推进农村公路建设，改善群众出行条件，完善管护机制。\n',
  'numbered task': (n) =>
    `${n + 1}．推进农村公路建设。到2027年新建改造农村公路${n + 1}公里。（责任单位：县交通运输局）\n`,
  target: () => '到2027年，新建改造农村公路100公里，建成充电桩200个。\n',
  'agency bracket': () => '推进农村公路建设。（责任单位：县交通运输局；配合单位：县财政局）\n',
  heading: () => '（一）推进农村公路建设\n',
  'table row': (n) => `${n + 1}\t推进农村公路建设\t新建农村公路${n + 1}公里\t县交通运输局\t2027年12月\n`,
  'one sentence': () => '到2027年新建农村公路100公里，',
  'list item': (n) => `（${(n % 99) + 1}）推进农村公路建设；\n`,
  'figures parted by 、': (n) => `学校${n + 1}所、`,
  'shares without a mark': () => '10%',
  'figures run together': () => '86个70万平方米',
  'numbers and blanks': () => '12 ',
  'owners parted by 、': (n) => `县第${n}局、`,
  'owners joined by 和 and 及': () => '县财政局和县教育局及',
  'opening brackets': () => '（县交通运输局负责',
  'opening book marks': () => '《关于推进',
  'document numbers never closed': () => '〔',
  'one word': () => '建设',
  digits: () => '1',
  'Chinese numerals': () => '一',
  'blank lines': () => '\n',
  'national titles': () => '创建国家级基地，',
  doubling: () => '产值翻一番，',
  'grants in one sentence': () => '对新建企业给予奖励10万元，',
  'one indicator in ever other words': (n) => `${(n % 99) + 1}．地区生产总值第${n}类增长${(n % 9) + 1}%。\n`,
  'vague aims': (n) => `${(n % 99) + 1}．培育一批农村公路企业。\n`,
  'one plan after the other': () => '某县农村公路建设实施方案\n一、推进公路建设。（县交通局负责）\n',
  'labels one after the other': () => '责任单位：',
  'names below a label': (n) => `责任单位：\n县第${n}局\n`,
  'text that stands twice': (n) => `清理岸线，拆除违建，新建驳岸，疏浚第${n >> 1}段河床。\n`,
  'items on one line': (n) => `${(n % 99) + 1}.推进农村公路建设。`,
  'rows of targets': () => '普及率 % 88 90 约束性 ',
}
const sizes = [20_000, 60_000, 180_000]
const rounds = 3
const wanted = 1.2

/** Lines are told apart: what stands twice in a row is read once. */
const varied = (part: string, n: number): string =>
  part.includes('。') ? part.replace('。', `${n}处。`) : part.length > 1 ? part.replace(/\n$/, `${n}\n`) : part

function repeated(shape: (n: number) => string, size: number): string {
  const parts = ['某县农村公路建设实施方案\n一、总体要求\n序号\t任务\t目标\t责任单位\t时限\n']
  for (let [n, length] = [0, 0]; length < size; n += 1) {
    const part = varied(shape(n), n)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** Milliseconds of this process's own work: whatever else the machine does is no growth of ours. */
function timeOf(text: string): number {
  const begun = process.cpuUsage()
  compilePlan({ file: '方案.txt', text })
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

/** The slope of log time over log length. */
function exponentOf(times: readonly number[]): number {
  const points = times.map((time, i) => [Math.log(sizes[i] ?? 1), Math.log(time)] as const)
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const across = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return across / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

// The compiler is itself compiled while it runs: every shape warms it up for all.
for (const shape of Object.values(shapes)) for (let n = 0; n < rounds; n += 1) timeOf(repeated(shape, sizes[0] ?? 0))
const measured = Object.entries(shapes).map(([name, shape]) => {
  const texts = sizes.map((size) => repeated(shape, size))
  const times = texts.map((text) => median(Array.from({ length: rounds }, () => timeOf(text))))
  return { name, times, exponent: exponentOf(times) }
})
const rows = measured.map(({ name, times, exponent }) => [
  name,
  ...times.map((ms) => ms.toFixed(0)),
  exponent.toFixed(2),
])
console.log(table(['shape', ...sizes.map((size) => `${size / 1000} k, ms`), 'exponent'], rows))
console.log(`\nWanted: every exponent at most ${wanted}.`)
if (measured.some(({ exponent }) => exponent > wanted)) process.exitCode = 1
