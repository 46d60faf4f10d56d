import { defineKept } from '#ui/kept/kept.ts'
import { listAllFiles } from '#ui/kept/kept-files.ts'

/** Only the page a file was chosen on knows what it belongs to, so that none is sent from here. */
export const unsentFiles = defineKept('files', async () => {
  const files = await listAllFiles().catch(() => [])
  const photos = files.filter(({ type }) => type.startsWith('image/')).length
  const others = files.length - photos
  return [...(photos > 0 ? [`${photos} 张照片没有传完`] : []), ...(others > 0 ? [`${others} 个文件没有传完`] : [])]
})
