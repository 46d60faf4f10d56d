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

interface Stream {
  first: number
  size: number
}

/** Names of the streams inside with their first sectors, or undefined when the container is torn. */
export function listCompoundStreams(bytes: Uint8Array): Map<string, number> | undefined {
  const container = openContainer(bytes)
  const streams = container && listStreams(container)
  return streams && new Map([...streams].map(([name, { first }]) => [name, first]))
}

/** The bytes of a stream; undefined when there is none of that name or it is torn. */
export function readCompoundStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const container = openContainer(bytes)
  const streams = container && listStreams(container)
  const stream = streams?.get(name)
  if (!container || !stream) return undefined
  const isSmall = stream.size < container.view.getUint32(0x38, true)
  const whole = isSmall ? readSmall(container, stream, streams?.get(root)) : readChain(container, stream.first)
  return whole?.subarray(0, stream.size)
}

/** The storage that holds all others; its own bytes are the small streams. */
const root = 'Root Entry'

/** Small streams lie together in the root's stream, in sectors and with a table of their own ([MS-CFB] 2.4). */
function readSmall(container: Container, { first }: Stream, at: Stream | undefined): Uint8Array | undefined {
  const { view } = container
  const table = readChain(container, view.getUint32(0x3c, true))
  const bytes = at && readChain(container, at.first)
  if (!table || !bytes) return undefined
  const next = Array.from({ length: table.length / 4 }, (_, i) =>
    Buffer.from(table.buffer, table.byteOffset).readUInt32LE(i * 4),
  )
  const sectorSize = 1 << Math.min(12, view.getUint16(0x20, true))
  return chained(first, next, (sector) => cut(bytes, sector * sectorSize, sectorSize))
}

function listStreams(container: Container): Map<string, Stream> | undefined {
  const directory = readChain(container, container.view.getUint32(0x30, true))
  if (!directory) return undefined
  const streams = new Map<string, Stream>()
  const entries = Buffer.from(directory)
  for (let at = 0; at + 128 <= entries.length; at += 128) {
    const length = Math.min(64, entries.readUInt16LE(at + 64))
    const kind = entries[at + 66]
    if (length <= 2 || (kind !== 1 && kind !== 2 && kind !== 5)) continue
    const name = kind === 5 ? root : entries.toString('utf16le', at, at + length - 2)
    streams.set(name, { first: entries.readUInt32LE(at + 116), size: entries.readUInt32LE(at + 120) })
  }
  return streams.size > 0 ? streams : undefined
}

function openContainer(bytes: Uint8Array): Container | undefined {
  if (bytes.length < headerSize * 2) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(0x1e, true)
  if (shift !== 9 && shift !== 12) return undefined
  const sectorSize = 1 << shift
  const fat: number[] = []
  for (const sector of fatSectors(view, sectorSize)) {
    const start = (sector + 1) * sectorSize
    if (start + sectorSize > bytes.length) return undefined
    for (let at = start; at < start + sectorSize; at += 4) fat.push(view.getUint32(at, true))
  }
  return { view, sectorSize, fat }
}

/** The first 109 stand in the header, further ones in a chain of sectors ([MS-CFB] 2.5). */
function fatSectors(view: DataView, sectorSize: number): number[] {
  const sectors: number[] = []
  const take = (from: number, count: number) => {
    for (let i = 0; i < count; i += 1) {
      const sector = view.getUint32(from + i * 4, true)
      if (sector < endOfChain - 2) sectors.push(sector)
    }
  }
  take(0x4c, 109)
  const seen = new Set<number>()
  let next = view.getUint32(0x44, true)
  while (next < endOfChain - 2 && !seen.has(next) && (next + 2) * sectorSize <= view.byteLength) {
    seen.add(next)
    take((next + 1) * sectorSize, sectorSize / 4 - 1)
    next = view.getUint32((next + 2) * sectorSize - 4, true)
  }
  return sectors
}

const readChain = ({ view, sectorSize, fat }: Container, first: number): Uint8Array | undefined => {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  return chained(first, fat, (sector) => cut(bytes, (sector + 1) * sectorSize, sectorSize))
}

const cut = (bytes: Uint8Array, start: number, length: number): Uint8Array | undefined =>
  start + length > bytes.length ? undefined : bytes.subarray(start, start + length)

/** @param sectorAt undefined where the container ends before the sector does */
function chained(
  first: number,
  next: readonly number[],
  sectorAt: (sector: number) => Uint8Array | undefined,
): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  const seen = new Set<number>()
  for (let sector = first; sector < endOfChain - 2; sector = next[sector] ?? endOfChain) {
    const part = seen.has(sector) ? undefined : sectorAt(sector)
    if (!part) return undefined
    seen.add(sector)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
