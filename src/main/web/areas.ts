import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BulbOutlined,
  CarryOutOutlined,
  DatabaseOutlined,
  EditOutlined,
  ExportOutlined,
  FlagOutlined,
  FundProjectionScreenOutlined,
  MoneyCollectOutlined,
  ScheduleOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Role } from '#kernel/actor.ts'

/** A page of an area: one screen, or several as tabs under a common title. */
export type PagePlan = string | { title: string; tabs: readonly string[] }

export interface AreaPlan {
  title: string
  icon: ComponentType
  /** In their order, by place (`programme/tasks`). Who may not open one, or all of them, does not see it. */
  pages: readonly PagePlan[]
  /** Places under this name that no area of the role lists come after these. */
  rest?: string
}

const page = (title: string, ...tabs: readonly string[]): PagePlan => ({ title, tabs })

const overview = page('总览', 'programme/home', 'programme/overview', 'programme/all')
const contents = page('任务与目标', 'programme/tasks', 'programme/targets')
const progress = page('进度', 'programme/chart', 'programme/lamps', 'programme/schedule')
const acts = ['programme/reports', 'programme/supervision', 'programme/meetings']
const versions = page('版本', 'programme/versions', 'programme/plans')
const accounts = page('账号', 'settings/accounts', 'settings/account-rules')

const today: AreaPlan = {
  title: '今日',
  icon: CarryOutOutlined,
  pages: ['today/todos', 'today/reports', 'today/reviews', 'today/notes'],
  rest: 'today',
}
const programme: AreaPlan = {
  title: '方案',
  icon: ScheduleOutlined,
  pages: [overview, contents, progress, ...acts, versions],
  rest: 'programme',
}
const bodies: AreaPlan = {
  title: '主体',
  icon: ApartmentOutlined,
  pages: ['bodies/agencies', 'bodies/contacts'],
  rest: 'bodies',
}
const innovation: AreaPlan = { title: '创新', icon: BulbOutlined, pages: [], rest: 'innovation' }
const support: AreaPlan = { title: '政策资金', icon: MoneyCollectOutlined, pages: [], rest: 'support' }
const data: AreaPlan = { title: '数据', icon: DatabaseOutlined, pages: ['data/ledgers'], rest: 'data' }
const settings: AreaPlan = {
  title: '设置',
  icon: SettingOutlined,
  pages: ['settings/oversight', 'settings/schedule-templates', 'settings/working-calendar'],
  rest: 'settings',
}

const reporting: readonly AreaPlan[] = [
  today,
  { ...programme, title: '我的任务', pages: [contents, overview, progress, ...acts, versions] },
  { ...data, title: '我单位数据', pages: ['data/ledgers', 'bodies/agencies', 'bodies/contacts'] },
]

/** What each role finds in the navigation, in its order. At most seven areas and seven pages in each (test/navigation.test.ts). */
export const areasOf: Record<Role, readonly AreaPlan[]> = {
  office: [today, programme, bodies, innovation, support, data, settings],
  reporter: reporting,
  reviewer: reporting,
  agencyHead: [
    today,
    {
      title: '我单位',
      icon: TeamOutlined,
      pages: [
        page('总览', 'programme/home', 'programme/overview', 'programme/versions', 'programme/plans', 'programme/all'),
        contents,
        progress,
        ...acts,
        page('单位与台账', 'bodies/agencies', 'bodies/contacts', 'data/ledgers'),
      ],
    },
    { title: '考核', icon: BarChartOutlined, pages: [], rest: 'assessment' },
  ],
  leader: [
    { title: '要事', icon: FlagOutlined, pages: ['today/matters'], rest: 'today' },
    {
      title: '一张图',
      icon: FundProjectionScreenOutlined,
      pages: [
        page('挂图', 'programme/chart', 'programme/lamps', 'programme/schedule'),
        overview,
        page('任务与台账', 'programme/tasks', 'data/ledgers'),
        ...acts,
        versions,
      ],
    },
    { title: '指标', icon: AimOutlined, pages: ['programme/targets'], rest: 'data' },
    { title: '包保', icon: TeamOutlined, pages: ['settings/oversight', 'bodies/contacts', 'bodies/agencies'] },
    { title: '批示', icon: EditOutlined, pages: ['today/notes'] },
  ],
  auditor: [
    { title: '资金流', icon: MoneyCollectOutlined, pages: [], rest: 'funds' },
    { title: '留痕', icon: AuditOutlined, pages: ['settings/trail', 'today/notes', ...acts, versions] },
    {
      title: '导出',
      icon: ExportOutlined,
      pages: [overview, contents, progress, 'data/ledgers', 'bodies/agencies'],
      rest: 'data',
    },
  ],
  observer: [programme, bodies, innovation, support, data],
  administrator: [
    {
      ...settings,
      pages: [
        accounts,
        'bodies/agencies',
        'settings/channels',
        'settings/backups',
        page('运行', 'settings/check-up', 'settings/jobs'),
      ],
    },
  ],
  securityAdministrator: [{ ...settings, pages: [accounts, 'settings/backup-key'] }],
  auditAdministrator: [{ ...settings, pages: ['settings/trail'] }],
}
