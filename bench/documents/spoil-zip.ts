import { inflateRawSync } from 'node:zlib'
import { zip } from '#platform/reading/reading.fixture.ts'
import { oneOf, type Random } from '../random.ts'
import { spoilText } from './spoil-text.ts'

interface Part {
  name: string
  content: Uint8Array
  claims?: number
}

/** The parts of an archive by its directory; packed or stored. */
export function partsOf(bytes: Uint8Array): Part[] {
  const file = Buffer.from(bytes)
  const parts: Part[] = []
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28))
    const local = file.readUInt32LE(at + 42)
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(begin, begin + file.readUInt32LE(at + 20))
    parts.push({ name, content: file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) })
  }
  return parts
}

const names = [
  'word/document.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml', '../../etc/passwd', '/etc/passwd', 'a\\b', '\u0000', '', 'OFD.xml',
  'content.xml', 'ppt/x.xml', 'EncryptedPackage', 'x'.repeat(60_000),
] // biome-ignore format: a list

const heavy = (random: Random): Uint8Array =>
  Buffer.alloc(oneOf(random, [1_000_000, 20_000_000]), oneOf(random, ['<a>', '<w:p/>', '督', '\u0000']))

/** An archive with parts missing, twice, misnamed, heavy, lying about their size or spoilt within. */
export function spoilZip(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = partsOf(bytes)
  const part = oneOf(random, parts)
  const others = parts.filter((one) => one !== part)
  // Tags by the million take longer to look through than to read.
  const within = part.content.length > 500_000 ? Buffer.alloc(0) : Buffer.from(part.content)
  const inXml = () => [...others, { ...part, content: Buffer.from(spoilXml(within.toString('utf8'), random)) }]
  const ways: (() => Part[])[] = [
    () => others,
    () => [...parts, part],
    () => [...parts, { ...part, content: oneOf(random, parts).content }],
    () => [...others, { ...part, name: oneOf(random, names) }],
    () => [...others, { ...part, name: part.name.toUpperCase() }],
    () => parts.map((one) => ({ ...one, claims: oneOf(random, [0, 1, 100, 0xffffffff, 0x7fffffff, one.content.length + 1]) })),
    () => [...others, { ...part, claims: oneOf(random, [0, 10, 299_000_000, 0xfffffffe]) }],
    () => [...others, { ...part, content: new Uint8Array(0) }],
    () => [...parts, ...Array.from({ length: 3000 }, (_, i) => ({ name: `m${i}`, content: new Uint8Array(1) }))],
    () => parts.toReversed(),
    inXml, inXml, inXml, inXml, inXml, inXml, inXml, inXml,
  ] // biome-ignore format: a list
  // Bytes by the ten million take longer to make than to read.
  const spoilt = random() < 0.01 ? [...others, { ...part, content: heavy(random) }] : oneOf(random, ways)()
  return zip(spoilt)
}

const values = [
  '', '-1', '0', '99999999999', '1e308', 'NaN', '2147483648', 'true', 'x', '../../../x', 'http://elsewhere.example/x.xml', 'rId1', 'rId999', 'A1:XFD1048576', 'ZZZ99999999',
  'A0', 'XFE1', '1048577', '4294967296', 'd', 'e', 's', 'b', 'inlineStr', '0.0000001', '2958466', '-657435',
] // biome-ignore format: a list

const entities =
  '<!DOCTYPE x [<!ENTITY a "督督督督督督督督督督"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'

/** XML that is cut, nested, doubled, renamed, or whose attributes say what they must not. */
export function spoilXml(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)]
  if (tags.length === 0) return spoilText(xml, random)
  const tag = oneOf(random, tags)
  const [whole, , name = ''] = tag
  const at = tag.index
  const put = (text: string) => `${xml.slice(0, at)}${text}${xml.slice(at + whole.length)}`
  const depth = oneOf(random, [20, 300, 5000, 60_000])
  const odd = () => put(whole.replace(/="[^"]*"/, () => `="${oneOf(random, values)}"`))
  const everywhere = () => {
    const attribute = /([\w:]+)="[^"]*"/.exec(whole)?.[1] ?? 'r'
    const value = oneOf(random, values)
    return xml.replaceAll(new RegExp(` ${attribute}="[^"]*"`, 'g'), ` ${attribute}="${value}"`)
  }
  const ways: (() => string)[] = [
    () => xml.slice(0, at + Math.floor(random() * whole.length)),
    () => put(''),
    () => put(whole + whole),
    () => put(`<${name}>`.repeat(depth) + whole),
    () => put(`<${name}>`.repeat(depth) + whole + `</${name}>`.repeat(depth)),
    () => put(`&c;&f;&#0;&#x110000;&nbsp;&lt`) ,
    () => `${entities}${put(`${whole}&c;&f;`)}`,
    () => put(`<![CDATA[${']]>'.repeat(50)}`),
    () => put(`<!--${'-'.repeat(1000)}`),
    () => put(`${whole.replace(/\/?>$/, '')} ${Array.from({ length: 2000 }, (_, i) => `a${i}="${i}"`).join(' ')}>`),
    () => xml.replaceAll(`<${name}`, `<${oneOf(random, ['w:tbl', 'w:tc', 'w:p', 'c', 'row', 'si', 't', 'sheet', '__proto__', 'constructor'])}`),
    () => xml.replace(/encoding="[^"]*"/, `encoding="${oneOf(random, ['gb2312', 'utf-16', 'x'])}"`),
    () => spoilText(xml, random),
    odd, odd, odd, odd, everywhere, everywhere, everywhere,
  ] // biome-ignore format: a list
  return oneOf(random, ways)()
}
