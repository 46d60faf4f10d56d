import { expect, test, vi } from 'vitest'
import { openCounty } from '../../../../../test/county.ts'
import { planContract } from '../contract.ts'

// A text is given a minute on its thread; threads compile the sources when they start.
vi.setConfig({ testTimeout: 150_000 })

const { system, people } = await openCounty()
const words = '推进农村公路建设，完善管护机制。'.repeat(10)
const head = '某县农村公路建设实施方案\n一、总体要求\n'
const nested = (open: string, close: string) => `${open.repeat(100_000)}"${words}"${close.repeat(100_000)}`
const run = (part: string) => head + part.repeat(600_000 / part.length)

const heavy: [name: string, file: string, text: string, refusal: string | null][] = [
  ['nested JSON', '数据.json', nested('[', ']'), '层层嵌套过深'],
  ['JSON nested in objects', '数据.json', nested('{"内容":', '}'), '层层嵌套过深'],
  ['nested boxes', '方案.html', nested('<div>', '</div>'), '层层嵌套过深'],
  ['nested groups', '方案.rtf', `{\\rtf1 ${nested('{', '}')}}`, null],
  ['opening brackets', '方案.txt', run('（'), null],
  ['brackets', '方案.txt', run('（）'), null],
  ['digits', '方案.txt', run('1'), null],
  ['Chinese numerals', '方案.txt', run('一'), null],
  ['blanks', '方案.txt', run(' '), null],
  ['wide blanks', '方案.txt', run('\u3000'), null],
  ['line ends', '方案.txt', run('\n'), null],
  ['tabs', '方案.txt', run('\t'), null],
] // biome-ignore format: a table

test.each(heavy)('%s end in a plan or in a sentence', async (_, name, text, refusal) => {
  const bytes = new TextEncoder().encode(text)
  const { id } = await system.call(planContract.handInFile, people.office, {}, { name, bytes })
  await system.background.idle()
  const done = (await system.call(planContract.listHandIns, people.office, {})).find((one) => one.id === id)
  if (refusal === null) expect(['done', 'duplicate', 'refused']).toContain(done?.state)
  else expect(done).toMatchObject({ state: 'refused', refusal: expect.stringContaining(refusal) })
  expect(done?.refusal ?? '').not.toContain('系统出错')
})
