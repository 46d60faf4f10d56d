import { expect, test } from 'vitest'
import { UploadQueue } from './upload-queue.ts'

const files = (...names: string[]) => names.map((name) => new File(['x'], name))

function heldSender() {
  const release = new Map<string, (outcome: 'ok' | Error) => void>()
  const send = (file: File, onProgress: (share: number) => void) =>
    new Promise<string>((resolve, reject) => {
      onProgress(0.5)
      release.set(file.name, (outcome) => (outcome === 'ok' ? resolve(`已收 ${file.name}`) : reject(outcome)))
    })
  return { send, release }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('two travel at once, the third follows when one is through', async () => {
  const { send, release } = heldSender()
  const queue = new UploadQueue(send)
  queue.add(files('甲', '乙', '丙'))
  expect(queue.lines.map((line) => line.state)).toEqual(['sending', 'sending', 'waiting'])
  release.get('甲')?.('ok')
  await settled()
  expect(queue.lines.map((line) => line.state)).toEqual(['done', 'sending', 'sending'])
  expect(queue.lines[0]).toMatchObject({ answer: '已收 甲', share: 1 })
})

test('a refusal stays with its sentence and does not stop the others', async () => {
  const { send, release } = heldSender()
  const queue = new UploadQueue(send)
  queue.add(files('甲', '乙', '丙'))
  release.get('甲')?.(new Error('文件有密码。'))
  await settled()
  expect(queue.lines.map((line) => line.state)).toEqual(['refused', 'sending', 'sending'])
  expect(queue.lines[0]?.sentence).toBe('文件有密码。')
  queue.dismiss(1)
  expect(queue.lines.map((line) => line.name)).toEqual(['乙', '丙'])
})
