import { join, resolve } from 'node:path'
import { z } from 'zod'
import { defineErrors } from '#kernel/errors.ts'
import { type Quota, quota } from '#modules/office/files/domain/limits.ts'
import { projectFolder } from '#platform/project-folder.ts'

const settingErrors = defineErrors('settings', {
  wrong: {
    kind: 'invalid',
    text: (p: { lines: string[] }) => `启动设置有误，请改正后重新启动：\n${p.lines.join('\n')}`,
  },
})

/** As disks are sold and sizes are shown. */
const gigabyte = 1e9

/** An empty variable means the same as none. */
const variable = <T extends z.ZodType>(schema: T, otherwise: string) =>
  z.preprocess((value) => (value === undefined || value === '' ? otherwise : value), schema)

const Environment = z.object({
  PORT: variable(
    z
      .string()
      .regex(/^\d{1,5}$/, '应为 0 到 65535 的整数，例如 3000')
      .transform(Number)
      .refine((port) => port <= 65_535, '应为 0 到 65535 的整数，例如 3000'),
    '3000',
  ),
  HOST: variable(
    z.string().regex(/^[\w.:-]+$/, '应为网卡地址，例如 127.0.0.1（只限本机）或 0.0.0.0（所有网卡）'),
    '127.0.0.1',
  ),
  GUATU_DATA: variable(z.string(), join(projectFolder(), 'data')),
  DATABASE_URL: z.preprocess(
    (value) => value || undefined,
    z
      .string()
      .regex(/^postgres(ql)?:\/\/./, '应形如 postgres://用户:密码@主机:5432/库名')
      .optional(),
  ),
  GUATU_SAMPLE: variable(z.enum(['0', '1'], '应为 1（首次启动时装入示例县）或 0（从空库开始）'), '1'),
  GUATU_SAMPLE_ACCOUNTS: variable(
    z.enum(['0', '1'], '应为 1（打开示例账号，任何能打开网页的人都能用）或 0（不打开）'),
    '0',
  ),
  GUATU_DIVISION: variable(z.string().regex(/^\d{6}$/, '应为本县（市、区）的 6 位行政区划代码'), '000000'),
  GUATU_PROXY: variable(
    z
      .string()
      .regex(/^[\da-fA-F.:/]+(,[\da-fA-F.:/]+)*$/, '应为反向代理的地址，多个用英文逗号分开，例如 127.0.0.1,10.0.0.5'),
    '127.0.0.1,::1',
  ),
  GUATU_OWN_HOSTS: variable(
    z
      .string()
      .regex(/^([\w.:-]+(,[\w.:-]+)*)?$/, '应为主机名或地址，多个用英文逗号分开，例如 im.county.local,10.1.2.3'),
    '',
  ),
  GUATU_AUDIT_OUT: z.preprocess(
    (value) => value || undefined,
    z.string().regex(/^\//, '应为绝对路径，例如 /mnt/audit').optional(),
  ),
  GUATU_FILES_GB: variable(
    z
      .string()
      .regex(/^[1-9]\d{0,4}$/, '应为本县文件的上限，整数，单位 GB，例如 50')
      .transform(Number),
    String(quota.countyBytes / gigabyte),
  ),
  GUATU_LOG: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], '应为 fatal、error、warn、info、debug、silent 之一'),
    'warn',
  ),
})

/** How this start was asked to be, by environment variables. */
export interface Settings {
  /** 0 lets the system choose. */
  port: number
  host: string
  /** Absolute path. */
  dataFolder: string
  databaseUrl: string | undefined
  /** Whether a first start loads the fictional sample county. */
  loadSample: boolean
  /** Whether the accounts of the sample county, whose password is shown to everybody, may be used: a person's choice. */
  sampleOpen: boolean
  /** GB/T 2260 code of the county whose rows this installation keeps; 000000 until it is said. Not used with the sample. */
  division: string
  /** Addresses of reverse proxies whose word about the caller (X-Forwarded-For, X-Forwarded-Proto) is taken. */
  proxies: readonly string[]
  /** Hosts on this machine or in the house that messages may go to besides public ones. */
  ownHosts: readonly string[]
  /** Folder outside the data folder where heads and trails of the audit are written by the day; undefined for nowhere. */
  auditFolder: string | undefined
  quota: Quota
  logLevel: z.infer<typeof Environment>['GUATU_LOG']
}

/** What the sentence shows: never a password. */
const shown = (name: string, value: string | undefined): string =>
  name === 'DATABASE_URL' ? name : `${name}=${value ?? ''}`

/** Reads the settings; refuses with one line for each that is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      return `  ${shown(name, environment[name])}：${message}。`
    })
    throw settingErrors.wrong({ lines })
  }
  const {
    PORT,
    HOST,
    GUATU_DATA,
    DATABASE_URL,
    GUATU_SAMPLE,
    GUATU_SAMPLE_ACCOUNTS,
    GUATU_DIVISION,
    GUATU_PROXY,
    GUATU_LOG,
  } = parsed.data
  const dataFolder = resolve(GUATU_DATA)
  return {
    port: PORT,
    host: HOST,
    dataFolder,
    databaseUrl: DATABASE_URL,
    loadSample: GUATU_SAMPLE === '1',
    sampleOpen: GUATU_SAMPLE_ACCOUNTS === '1',
    division: GUATU_DIVISION,
    proxies: GUATU_PROXY.split(','),
    ownHosts: parsed.data.GUATU_OWN_HOSTS.split(',').filter((host) => host !== ''),
    auditFolder: outside(dataFolder, parsed.data.GUATU_AUDIT_OUT),
    quota: { ...quota, countyBytes: parsed.data.GUATU_FILES_GB * gigabyte },
    logLevel: GUATU_LOG,
  }
}

/** What lies in the data folder is lost and altered together with it. */
function outside(dataFolder: string, folder: string | undefined): string | undefined {
  const place = folder === undefined ? undefined : resolve(folder)
  if (place === undefined || !`${place}/`.startsWith(`${dataFolder}/`)) return place
  throw settingErrors.wrong({ lines: [`  GUATU_AUDIT_OUT=${place}：应在数据文件夹 ${dataFolder} 之外。`] })
}

/** The address to open in a browser. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
