/**
 * The directory of an OLE compound file ([MS-CFB]), the container of .doc, .xls, .wps and of password-protected .docx:
 * enough to say what is inside, without trusting any number the file gives.
 */

const endOfChain = 0xfffffffe
const headerSize = 512

interface Container {
  view: DataView
  sectorSize: number
  /** Next sector of each sector. */
  fat: number[]
}

/** Names of the streams inside with their first sectors, or undefined when the container is torn. */
export function listCompoundStreams(bytes: Uint8Array): Map<string, number> | undefined {
  const container = openContainer(bytes)
  return container && listStreams(container)
}

/** A stream's sectors (the last one padded); undefined when there is none of that name or it is torn. */
export function readCompoundStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const container = openContainer(bytes)
  const first = container && listStreams(container)?.get(name)
  return container && first !== undefined ? readChain(container, first) : undefined
}

function listStreams(container: Container): Map<string, number> | undefined {
  const directory = readChain(container, container.view.getUint32(0x30, true))
  if (!directory) return undefined
  const names = new Map<string, number>()
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, (directory[at + 64] ?? 0) | ((directory[at + 65] ?? 0) << 8))
    const kind = directory[at + 66]
    if (length > 2 && (kind === 1 || kind === 2)) {
      const name = Buffer.from(directory.subarray(at, at + length - 2)).toString('utf16le')
      names.set(name, Buffer.from(directory).readUInt32LE(at + 116))
    }
  }
  return names.size > 0 ? names : undefined
}

function openContainer(bytes: Uint8Array): Container | undefined {
  if (bytes.length < headerSize * 2) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(0x1e, true)
  if (shift !== 9 && shift !== 12) return undefined
  const sectorSize = 1 << shift
  const fat: number[] = []
  for (let i = 0; i < 109; i += 1) {
    const sector = view.getUint32(0x4c + i * 4, true)
    if (sector >= endOfChain - 2) continue
    const start = (sector + 1) * sectorSize
    if (start + sectorSize > bytes.length) return undefined
    for (let at = start; at < start + sectorSize; at += 4) fat.push(view.getUint32(at, true))
  }
  return { view, sectorSize, fat }
}

function readChain({ view, sectorSize, fat }: Container, first: number): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  const seen = new Set<number>()
  for (let sector = first; sector < endOfChain - 2; sector = fat[sector] ?? endOfChain) {
    const start = (sector + 1) * sectorSize
    if (seen.has(sector) || start + sectorSize > view.byteLength) return undefined
    seen.add(sector)
    parts.push(new Uint8Array(view.buffer, view.byteOffset + start, sectorSize))
  }
  return Buffer.concat(parts)
}
