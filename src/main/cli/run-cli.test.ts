import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CompiledPlan } from '#compiler/compiled-plan.ts'
import { runCli } from './run-cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const planText = (figure: number) => `云溪县科技服务提升行动方案（2026年）

一、重点任务
（一）科技服务行动
1.建设科技服务站。在每个乡镇设立科技服务站，年内新建科技服务站${figure}个以上。（牵头单位：县科技局；责任单位：县农业农村局）
`

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Runs one command line and keeps what it prints. */
async function run(
  args: string[],
  given: { stdin?: string; environment?: NodeJS.ProcessEnv; isWatched?: boolean } = {},
) {
  const printed = { out: '', err: '' }
  const code = await runCli(args, {
    out: (text) => (printed.out += typeof text === 'string' ? text : `<${text.length} bytes>`),
    err: (text) => (printed.err += text),
    isWatched: given.isWatched ?? false,
    stdin: Readable.from([Buffer.from(given.stdin ?? '')]),
    environment: given.environment ?? {},
    now: new Date('2026-03-02T02:00:00Z'),
    today: '2026-03-02',
  })
  return { code, ...printed }
}

describe('compile', { timeout: 60_000 }, () => {
  test('one file gives its plan as one line of JSON on standard output', async () => {
    const path = await file('方案.txt', planText(12))
    const { code, out } = await run(['compile', path])
    expect(code).toBe(0)
    const plan = CompiledPlan.parse(JSON.parse(out))
    expect(out.endsWith('}\n') && out.trimEnd().includes('\n')).toBe(false)
    expect(plan.source).toMatchObject({ file: path, text: planText(12) })
    expect(plan.source.sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(plan.tasks.map((task) => task.title)).toEqual(['建设科技服务站'])
  })

  test('--out writes a file for each and keeps apart those of one name', async () => {
    const paths = [
      await file('同名.txt', planText(3)),
      await file('同名.html', `<body><p>${planText(5)}</p></body>`),
      await file('另名.txt', planText(7)),
    ]
    const target = join(folder, 'out/inner')
    const { code, out } = await run(['compile', ...paths, '--out', target, '-q'])
    expect([code, out]).toEqual([0, ''])
    expect((await readdir(target)).sort()).toEqual(['另名.json', '同名.html.json', '同名.txt.json'].sort())
    expect(JSON.parse(await readFile(join(target, '另名.json'), 'utf8')).schema).toBe('guatu.plan/1')
  })

  test('xlsx and md are written too, xlsx only into a folder', async () => {
    const path = await file('表.txt', planText(4))
    expect((await run(['compile', path, '--format', 'md'])).out).toContain('## 任务分解表')
    expect((await run(['compile', path, '--format', 'xlsx'])).code).toBe(2)
    const target = join(folder, 'xlsx')
    expect((await run(['compile', path, '--format', 'xlsx', '--out', target])).code).toBe(0)
    expect((await readFile(join(target, '表.xlsx'))).subarray(0, 2).toString()).toBe('PK')
  })

  test('several files go on: JSON Lines in the order they were named, a bar, what could not be read, exit code 1', async () => {
    const [empty, absent] = [await file('空.txt', ''), join(folder, '没有.txt')]
    const good = await Promise.all([3, 5, 7].map((n) => file(`多-${n}.txt`, planText(n))))
    const { code, out, err } = await run(['compile', empty, ...good, absent, folder], { isWatched: true })
    expect(code).toBe(1)
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => CompiledPlan.parse(JSON.parse(line)).source.file)).toEqual(good)
    for (const path of [empty, absent, folder]) expect(err).toContain(`${path}:1:1: error `)
    expect(err).toContain('] 6/6')
  })

  test('diagnostics stand at their line and column', async () => {
    const { err } = await run([
      'compile',
      await file('缺.txt', '方案\n\n一、重点任务\n（一）行动\n1.办好展会。全力办好一批展会。\n'),
    ])
    const lines = err.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/缺\.txt:[1-6]:\d+: (?:error|warning|info) [\w.]+ .+/u)
    expect(err).toMatch(/缺\.txt:5:\d+: /u)
  })

  test('standard input is a document like any other', async () => {
    const { code, out } = await run(['compile', '-', '--format', 'json'], { stdin: planText(8) })
    expect([code, CompiledPlan.parse(JSON.parse(out)).source.file]).toEqual([0, 'stdin'])
  })
})

describe('plan diff', { timeout: 60_000 }, () => {
  test('compares a document with a plan compiled before', async () => {
    const older = await file('旧.txt', planText(12))
    const compiled = await file('新.json', (await run(['compile', await file('新.txt', planText(15))])).out)
    const { code, out } = await run(['plan', 'diff', older, compiled])
    expect(code).toBe(0)
    expect(out).toMatch(/~~12~~\*\*15\*\*/u)
    const diff = JSON.parse((await run(['plan', 'diff', older, compiled, '--format', 'json'])).out)
    expect(diff.targets).toMatchObject([{ kind: 'changed' }])
  })

  test('a file that cannot be read gives exit code 1', async () => {
    expect((await run(['plan', 'diff', join(folder, '无.txt'), join(folder, '无.txt')])).code).toBe(1)
  })
})

describe('usage', () => {
  test.each([
    [[], 2],
    [['compile'], 2],
    [['compile', 'a.txt', '--format', 'pdf'], 2],
    [['compile', 'a.txt', '--nothing'], 2],
    [['compile', '-', '-'], 2],
    [['compile', 'a.txt', '--today', '2026-02-30'], 2],
    [['plan', 'diff', 'a.txt'], 2],
    [['print'], 2],
    [['--help'], 0],
    [['--version'], 0],
  ])('%j exits with %i', async (args, code) => expect((await run(args)).code).toBe(code))

  test('help is there in both languages and each names the other', async () => {
    const chinese = (await run(['--help'], { environment: { LANG: 'C' } })).out
    const english = (await run(['--help'], { environment: { LANG: 'en_US.UTF-8' } })).out
    expect(chinese).toContain('退出码')
    expect(chinese).toContain('--lang en')
    expect(english).toContain('Exit codes')
    expect(english).toContain('--lang zh')
    expect((await run(['--help', '--lang', 'zh'], { environment: { LANG: 'en_US.UTF-8' } })).out).toBe(chinese)
  })
})
