import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quota } from '#modules/office/files/domain/limits.ts'
import { addressOf, readSettings } from './settings.ts'

test('without any variable the program runs for this machine alone, with the sample county', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: join(process.cwd(), 'data'),
    databaseUrl: undefined,
    loadSample: true,
    sampleOpen: false,
    division: '000000',
    proxies: ['127.0.0.1', '::1'],
    ownHosts: [],
    quota,
    logLevel: 'warn',
  })
})

test('an empty variable counts as none', () => {
  expect(
    readSettings({ PORT: '', HOST: '', GUATU_DATA: '', DATABASE_URL: '', GUATU_SAMPLE: '', GUATU_LOG: '' }),
  ).toEqual(readSettings({}))
})

test('the folder for the audit lies outside the data folder, or is refused', () => {
  const data = '/srv/guatu'
  expect(readSettings({ GUATU_DATA: data, GUATU_AUDIT_OUT: '/mnt/audit' }).auditFolder).toBe('/mnt/audit')
  expect(readSettings({ GUATU_DATA: data, GUATU_AUDIT_OUT: '/srv/guatu-audit' }).auditFolder).toBe('/srv/guatu-audit')
  for (const inside of [data, `${data}/audit`, `${data}/../guatu/x`, 'audit'])
    expect(() => readSettings({ GUATU_DATA: data, GUATU_AUDIT_OUT: inside })).toThrow('GUATU_AUDIT_OUT')
})

test('every variable is read', () => {
  const settings = readSettings({
    PORT: '8080',
    HOST: '0.0.0.0',
    GUATU_DATA: '/srv/guatu',
    DATABASE_URL: 'postgres://county@db/guatu',
    GUATU_SAMPLE: '0',
    GUATU_SAMPLE_ACCOUNTS: '1',
    GUATU_DIVISION: '110105',
    GUATU_OWN_HOSTS: 'im.county.local',
    GUATU_FILES_GB: '80',
    GUATU_LOG: 'info',
  })
  expect(settings).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataFolder: '/srv/guatu',
    databaseUrl: 'postgres://county@db/guatu',
    loadSample: false,
    sampleOpen: true,
    division: '110105',
    proxies: ['127.0.0.1', '::1'],
    ownHosts: ['im.county.local'],
    quota: { ...quota, countyBytes: 80e9 },
    logLevel: 'info',
  })
})

test('all that is wrong is said at once, in lines that name the variable and what it should be', () => {
  const environment = { PORT: 'http', HOST: '内网 地址', GUATU_SAMPLE: 'no', GUATU_LOG: 'loud' }
  const wrong = () => readSettings(environment)
  expect(wrong).toThrow('PORT=http：应为 0 到 65535 的整数')
  expect(wrong).toThrow('HOST=内网 地址：应为网卡地址')
  expect(wrong).toThrow('GUATU_SAMPLE=no：应为 1')
  expect(wrong).toThrow('GUATU_LOG=loud：应为 fatal')
})

test.each(['65536', '-1', '3000.5', '0x10'])('the port %s is refused', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT=${PORT}`)
})

test('a wrong database address is refused without showing it, as it may hold a password', () => {
  const environment = { DATABASE_URL: 'mysql://county:secret@db/guatu' }
  const wrong = () => readSettings(environment)
  expect(wrong).toThrow('DATABASE_URL：应形如 postgres://')
  expect(wrong).not.toThrow('secret')
})

test('hosts in the house are named one by one', () => {
  expect(readSettings({ GUATU_OWN_HOSTS: 'im.county.local,10.1.2.3' }).ownHosts).toEqual([
    'im.county.local',
    '10.1.2.3',
  ])
  expect(() => readSettings({ GUATU_OWN_HOSTS: 'https://im.county.local' })).toThrow('GUATU_OWN_HOSTS')
})

test('the address shown can be opened in a browser', () => {
  expect([addressOf('0.0.0.0', 3000), addressOf('::1', 80), addressOf('10.1.2.3', 8080)]).toEqual([
    'http://127.0.0.1:3000',
    'http://[::1]:80',
    'http://10.1.2.3:8080',
  ])
})
