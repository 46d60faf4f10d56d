import { expect, test, vi } from 'vitest'
import { watchLoop } from '#platform/threads/loop-goes-on.fixture.ts'
import { compileOnThread } from './compile-on-thread.ts'

// Threads compile the sources when they start, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

test('a text of 600,000 characters compiles beside the event loop', async () => {
  const line = (n: number) => `1．推进农村公路建设。到2027年新建改造农村公路${n}公里。（责任单位：县交通运输局）\n`
  const lines = Array.from({ length: Math.ceil(600_000 / line(1000).length) }, (_, n) => line(1000 + n))
  const text = `某县农村公路建设实施方案\n一、总体要求\n${lines.join('')}`
  const { result, stoodStill } = await watchLoop(() => compileOnThread({ file: '方案.txt', text }))
  expect(result.tasks.length).toBeGreaterThan(1000)
  expect(stoodStill).toBeLessThan(0.4)
})
