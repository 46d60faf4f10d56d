import { z } from 'zod'
import {
  choice,
  count,
  day,
  files,
  longText,
  money,
  names,
  person,
  phone,
  reference,
  text,
} from '#kernel/registry/kinds.ts'

const states = { preparing: '筹建', active: '运行', dissolved: '注销' }

/** 产业技术创新联盟: enterprises, institutes and schools that work on one field together (国科发政〔2008〕770号). */
export const Alliance = z.object({
  name: text('联盟名称', { most: 80, aliases: ['名称'] }),
  aliases: names('别名', { help: '简称、曾用名' }),
  field: text('技术领域', { most: 60, aliases: ['领域', '产业领域'], half: true }).nullable(),
  state: choice('状态', states, { half: true }),
  leader: text('牵头单位', { aliases: ['依托单位', '理事长单位'] }).nullable(),
  agencyId: reference('主管单位', 'agency', { aliases: ['业务主管单位', '主管部门'] }).nullable(),
  members: count('成员单位数', { aliases: ['成员数'], unit: '家', most: 9999, half: true }).nullable(),
  foundedOn: day('成立日期', { aliases: ['成立时间'], half: true }).nullable(),
  contact: person('联系人', { half: true }).nullable(),
  phone: phone('联系电话', { aliases: ['电话'], half: true }).nullable(),
  note: longText('备注', { most: 1000 }).nullable(),
  fileIds: files('证明材料', { help: '章程、成员名册、年度报告' }),
})
export type Alliance = z.infer<typeof Alliance>

/** What an alliance did in a year; the figures its annual report is judged by. */
export const AllianceYear = z.object({
  members: count('年末成员数', { aliases: ['成员数', '成员单位数'], unit: '家', most: 9999, half: true }).nullable(),
  meetings: count('活动次数', { aliases: ['年度活动次数'], unit: '次', most: 9999, half: true }).nullable(),
  projects: count('联合攻关项目数', { aliases: ['攻关项目数'], unit: '个', most: 9999, half: true }).nullable(),
  contractFen: money('技术合同成交额', { aliases: ['合同成交额'], half: true }).nullable(),
})
