import { oneOf, type Random } from '../random.ts'
import type { Made } from './make-request.ts'

const types = [
  'text/plain', 'text/html', 'application/xml', 'multipart/form-data', 'multipart/form-data; boundary=', 'application/x-www-form-urlencoded',
  'application/json; charset=utf-16', 'application/json; charset=gbk', 'application/jsonx', 'APPLICATION/JSON', 'application/octet-stream', '*/*', '', ';', 'json',
  'application/json, application/json', 'image/png', `application/${'x'.repeat(500)}`,
] // biome-ignore format: a list
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'LINK']
const matches = ['*', '""', 'W/"x"', '"a","b"', 'x'.repeat(3000), '0', '"', '"zzzzzzzzzzzzzzzzzzzzzz"', ',,,']
const cookies = [
  'guatu_session=', `guatu_session=${'A'.repeat(43)}`, `guatu_session=${'A'.repeat(42)}'`, 'guatu_session=../../x', 'guatu_session=null; guatu_session=1',
  `a=${'b'.repeat(4000)}`, ';;;', '=', 'guatu_session', `guatu_session=${'-_'.repeat(21)}-`, 'GUATU_SESSION=x',
] // biome-ignore format: a list
const accepts = ['text/html', 'application/xml;q=0.9', '*/*;q=0', '', 'x/y', 'application/json;v=2', ','.repeat(200)]

/** A method, type, cookie or other header that does not belong. */
export function oddHeaders({ headers, method }: Made, random: Random): Pick<Made, 'headers' | 'method'> {
  const ways: (() => Partial<Made>)[] = [
    () => ({ headers: { ...headers, 'content-type': oneOf(random, types) } }),
    () => ({ method: oneOf(random, methods) }),
    () => ({ headers: { ...headers, 'if-match': oneOf(random, matches) } }),
    () => ({ headers: { ...headers, cookie: oneOf(random, cookies) } }),
    () => ({ headers: { ...headers, accept: oneOf(random, accepts) } }),
    () => ({ headers: { ...headers, origin: oneOf(random, ['null', 'https://elsewhere.example', 'x', '://', 'file://']) } }),
    () => ({ headers: { ...headers, range: oneOf(random, ['bytes=0-', 'bytes=5-1', 'bytes=-9999999', 'lines=1']) } }),
    () => ({ headers: { ...headers, expect: oneOf(random, ['100-continue', '200-ok']) } }),
    () => ({ headers: { ...headers, 'content-encoding': oneOf(random, ['gzip', 'br', 'identity', 'x']) } }),
    () => ({ headers: { ...headers, 'x-file-name': oneOf(random, ['', '%', '%E0%A4%A', '..%2F..%2Fetc%2Fpasswd', '%00.xlsx', 'a'.repeat(4000), '%F0%9F%98%80.docx', 'x.exe']) } }),
    () => ({ headers: { ...headers, 'x-forwarded-proto': oneOf(random, ['https', 'x', 'https,http', '']) } }),
    () => ({ headers: { ...headers, 'x-forwarded-for': oneOf(random, ['', 'x', '::1', '1.2.3.4, 5.6.7.8', '999.1.1.1', ','.repeat(50), `10.0.0.1${' '.repeat(500)}`]) } }),
    () => ({ headers: { ...headers, 'accept-version': '1.x', 'x-http-method-override': 'DELETE', upgrade: 'h2c' } }),
    () => ({ headers: { ...headers, ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`x-${i}`, '1'])) } }),
  ] // biome-ignore format: a list
  return { headers, method, ...oneOf(random, ways)() }
}

const addresses = [
  '/', '/index.html', '/api', '/api/', '/api//plans', '/API/plans', '/api/openapi.json', '/api/health', '/api/nothing', '/calendar/x.ics', `/calendar/${'A'.repeat(43)}.ics`,
  '/calendar/%00.ics', '/assets/../../package.json', '/..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd', '/api/plans/%', '/api/plans/%zz', '/api/plans/%c0%ae', '/api/plans/%00',
  '/api/plans/..', '/api/plans/.', '/api/plans?', '/api/plans?&&&===', '/api/plans?%', '/api/session#x', '/api/plans;x=1', `/api/plans/${'a'.repeat(5000)}`, `/api/${'a/'.repeat(1000)}`,
  '/.env', '/.git/config', '/api/__proto__', '/api/constructor/prototype', '//elsewhere.example/', '/api/users/../../x', '/手册', '/api/plans/\\', '/dist/server/main.js',
] // biome-ignore format: a list

/** Some other address, or the right one not quite. */
export function oddPath({ path, method }: Made, random: Random): Pick<Made, 'path' | 'method'> {
  const at = Math.floor(random() * path.length)
  const ways = [
    () => encodeURI(oneOf(random, addresses)).replaceAll('%25', '%'),
    () => `${path}/`,
    () => path.toUpperCase(),
    () => path.slice(0, at) || '/',
    () => `${path.slice(0, at)}${oneOf(random, ['%', '%00', '%2f', '//', '?', ';', '..', '%ff', '*'])}${path.slice(at)}`,
    () => path.replace('/api', ''),
    () => `${path}${path.includes('?') ? '&' : '?'}${oneOf(random, ['__proto__=1', 'a[]=1&a[]=2', 'a[b]=c', 'planId=x', 'role=office&role=office', `x=${'y'.repeat(9000)}`])}`,
  ] // biome-ignore format: a list
  return { path: oneOf(random, ways)(), method: random() < 0.8 ? method : 'GET' }
}

const line = (path: string, method = 'GET') =>
  `${method} ${path.split('?')[0]?.slice(0, 500)} HTTP/1.1\r\nhost: guatu.local\r\n`

/** What a client that is no client sends down the wire. */
export function rawRequest({ path, method }: Made, random: Random): Buffer {
  const ways = [
    () => `${line(path)}\r\n`.replace('HTTP/1.1', oneOf(random, ['HTTP/1.0', 'HTTP/9.9', 'HTTP/', ''])),
    () => `${line(path, oneOf(random, ['FETCH', 'get', '', 'G\u0000T', 'X'.repeat(100)]))}\r\n`,
    () => `${line(path, 'POST')}content-length: 5\r\ncontent-length: 7\r\n\r\n{}`,
    () => `${line(path, 'POST')}content-length: -1\r\n\r\n{}`,
    () => `${line(path, 'POST')}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    () => `${line(path, 'POST')}transfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    () => `${line(path, 'POST')}transfer-encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    () => `${line(path)}x: ${'a'.repeat(20_000)}\r\n\r\n`,
    () => `${line(path)}x y: 1\r\n\r\n`,
    () => `${line(path)}x: a\u0000b\r\n\r\n`,
    () => `${line(path)}: 1\r\n\r\n`,
    () => `${line(path).replace('host: guatu.local\r\n', '')}\r\n`,
    () => `${line(path)}host: other\r\n\r\n`,
    () => `${method} /api/plans/\u00e9\u0001 HTTP/1.1\r\nhost: x\r\n\r\n`,
    () => `${line(path)}cookie: guatu_session=\u00e4\u00ff\r\n\r\n`,
    () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
    () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    () => `${line('/api/session', 'CONNECT')}\r\n`,
    () => `${line(path)}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`,
    () => `OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n`,
    () => `${line(path, 'POST')}content-type: application/json\r\ncontent-length: 100\r\nconnection: close\r\n\r\n{"a":`,
  ] // biome-ignore format: a list
  return Buffer.from(oneOf(random, ways)(), 'latin1')
}
