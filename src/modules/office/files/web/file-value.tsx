import { useRead } from '#ui/client.ts'
import { fileContract } from '../contract.ts'
import { FileThumbs } from './file-thumbs.tsx'

/** A file where a page of another module names it: as its thumbnail, once it is known. */
export function Part({ id, name }: { id: string; name: string }) {
  const { data } = useRead(fileContract.previewFile, { fileId: id })
  return data ? <FileThumbs files={[data.file]} /> : <span>{name}</span>
}
