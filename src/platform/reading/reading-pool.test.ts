import { afterAll, expect, test } from 'vitest'
import { createReadingPool } from './reading-pool.ts'

const pool = createReadingPool({ workers: 1 })
afterAll(() => pool.close())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a document is read on a thread and its progress is told', async () => {
  const stages: string[] = []
  const read = await pool.read(
    { name: '方案.txt', bytes: bytes('青禾县科技创新方案\n一、总体要求') },
    { onProgress: (_done, _total, stage) => stages.push(stage) },
  )
  expect(read.text).toBe('青禾县科技创新方案\n一、总体要求')
  expect(stages).toContain('识别文件')
})
