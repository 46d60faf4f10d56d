import { implementDownload } from '#platform/operation/implement.ts'
import { fileContract, fileKinds } from '../contract.ts'
import { storedFileErrors } from '../domain/errors.ts'
import { getVisibleFile } from './attach-files.ts'
import type { FilePorts } from './ports.ts'

/** Sent as bytes to keep, never as a page to show. */
export const getFile = ({ files }: FilePorts) =>
  implementDownload(fileContract.getFile, async ({ input, tx, actor, about }) => {
    const file = await getVisibleFile(tx, input.fileId, actor)
    about(`文件“${file.name}”`, { sha256: file.sha256 })
    return {
      name: file.name,
      mediaType: 'application/octet-stream',
      bytes: await files.get(file.sha256, file.name),
    }
  })

export const viewPicture = ({ files }: FilePorts) =>
  implementDownload(fileContract.viewPicture, async ({ input, tx, actor }) => {
    const file = await getVisibleFile(tx, input.fileId, actor)
    const { mediaType, shownAs } = fileKinds[file.kind]
    if (shownAs !== 'picture') throw storedFileErrors.notAPicture({})
    return { name: file.name, mediaType, bytes: await files.get(file.sha256, file.name) }
  })
