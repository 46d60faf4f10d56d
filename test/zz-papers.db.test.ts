import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { openSampleHouse } from './scope/open-sample-house.ts'
import { supervisionContract as s } from '../src/modules/programme/supervision/contract.ts'
import { programmeContract as p } from '../src/modules/programme/programmes/contract.ts'
import { ledgerContract as l } from '../src/modules/programme/ledgers/contract.ts'
import { scheduleContract as sc } from '../src/modules/programme/schedules/contract.ts'
import { lampContract as la } from '../src/modules/programme/lamps/contract.ts'
import { reportContract as r } from '../src/modules/programme/reports/contract.ts'
import { meetingContract as m } from '../src/modules/programme/meetings/contract.ts'
import { letter } from '../src/modules/programme/supervision/server/documents/letter.ts'
import { orderForm } from '../src/modules/programme/supervision/server/documents/order-form.ts'
import { circular } from '../src/modules/programme/supervision/server/documents/circular.ts'
import { interviewRecord } from '../src/modules/programme/supervision/server/documents/interview.ts'
import { writeGazette } from '../src/platform/gazette/write-gazette.ts'

const out = '/tmp/papers'
mkdirSync(out, { recursive: true })
const house = await openSampleHouse()
const { system, pool } = house
const keep = (name: string, file: any) => writeFileSync(`${out}/${name}.${file.name.split('.').pop()}`, file.bytes)

test('dump', async () => {
  const office = await house.person('office')
  await pool.query(`update organisations.agency set name = '澄禾县新型工业化和数字经济产业发展服务中心（县中小企业公共服务中心）' where id = (select agency_id from supervision."order" limit 1)`)
  const progs = await system.call(p.listProgrammes, office, {})
  for (const { id: programmeId } of progs.slice(0, 1)) {
    const tries: [string, () => Promise<any>][] = [
      ['tasks', () => system.call(p.exportTable, office, { programmeId, table: 'tasks', format: 'docx' })],
      ['targets', () => system.call(p.exportTable, office, { programmeId, table: 'targets', format: 'docx' })],
      ['tasksx', () => system.call(p.exportTable, office, { programmeId, table: 'tasks', format: 'xlsx' })],
      ['targetsx', () => system.call(p.exportTable, office, { programmeId, table: 'targets', format: 'xlsx' })],
      ['orders', () => system.call(s.exportOrders, office, { programmeId })],
      ['schedules', () => system.call(sc.exportSchedules, office, { programmeId })],
      ['indicators', () => system.call(la.exportIndicators, office, { programmeId })],
      ['board', () => system.call(r.exportBoard, office, { programmeId })],
      ...(['tasks', 'projects', 'policies', 'workbook'] as const).map((ledger) => [`ledger-${ledger}`, () => system.call(l.exportLedger, office, { programmeId, ledger })] as [string, () => Promise<any>]),
    ]
    for (const [name, get] of tries) try { keep(name, await get()) } catch (e) { console.log(name, String(e)) }
    const papers = (await pool.query('select distinct on (kind) id, kind from supervision.paper order by kind, issued_at desc')).rows
    for (const { id, kind } of papers) keep(`paper-${kind}`, await system.call(s.getPaper, office, { paperId: id }))
    const meetings = (await pool.query('select id, state, starts_at from meetings.meeting order by 3 desc nulls last').catch(async () => pool.query('select id, state from meetings.meeting'))).rows
    for (const state of [...new Set(meetings.map((one: any) => one.state))]) {
      const { id } = meetings.find((one: any) => one.state === state)
      for (const [name, op] of [['pack', m.exportPack], ['minutes', m.exportMinutes]] as const) try { keep(`${name}-${state}`, await system.call(op as any, office, { meetingId: id } as any)) } catch (e) { console.log(name, state, String(e)) }
    }
  }
  const long = '加快推进新型研发机构和科技成果转化中试基地建设并面向重点产业链企业开展共性技术攻关和检验检测服务以及科技金融、知识产权质押融资等配套服务的体系化布局与常态化运行机制建设'
  const forty = Array.from({ length: 40 }, (_, n) => `澄禾县${['青石', '白河', '双桥', '龙潭', '石门', '新集', '高岭', '柳林'][n % 8]}${n}镇人民政府`)
  const base = (kind: any, content: any) => ({
    paper: { divisionCode: '470326', id: 'x', programmeId: 'x', orderId: 'x', kind, word: '澄政督', year: 2026, serial: 1, number: '澄政督〔2026〕1号', issuer: '澄禾县人民政府办公室', issuedOn: '2026-11-02', issuedAt: new Date(), issuedBy: '林若溪', dueOn: '2026-12-02',
      content: { programme: '澄禾县创新提升行动实施方案（2026—2028年）', task: { title: '建设科技服务站', words: '各乡镇建设科技服务站，三年建成20家以上，每年开展技术培训不少于12场次。', asks: ['科技服务站数量：到2028年底不低于 20 家', '完成期限：2028年12月31日'] }, matter: '11 建设科技服务站', source: '11月协调会', host: '澄禾县科学技术局', standing: 'below', assists: ['澄禾县财政局', '澄禾县农业农村局'], requirement: '请抓紧办理，说明未按进度推进的原因、责任人和完成时间，按时书面反馈。', progress: ['亮红灯已 12 天（自10月21日起）', '截至9月30日为 3 家，比按时间进度应达到的 7 家少 4 家'], urges: 1, circular: null, interview: null, ...content } } as any,
    order: null, entries: [],
  })
  const write = async (name: string, gazette: any) => writeFileSync(`${out}/${name}.docx`, await writeGazette(gazette))
  await write('L-urge', letter(base('urge', {})))
  await write('L-long-title', letter(base('urge', { task: { title: long, words: long, asks: [] }, host: '澄禾县新型工业化和数字经济产业发展服务中心（县中小企业公共服务中心）' })))
  await write('L-forty', letter(base('prompt', { host: forty.join('、'), assists: forty.slice(0, 20) })))
  await write('L-consult', letter(base('prompt', { standing: 'beside', host: '国家税务总局澄禾县税务局', assists: [], requirement: '商请贵单位研究推进，并将进展情况、存在的困难和下一步安排函告我们。' })))
  await write('L-petition', letter(base('prompt', { standing: 'above', host: '泽宁市人民政府', assists: [], requirement: '恳请给予指导支持，帮助协调解决推进中的困难。' })))
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await write(`L-spill${n}`, letter(base('urge', { progress: Array.from({ length: n }, (_, i) => `第${i + 1}项情况：截至9月30日为 3 家，比按时间进度应达到的 7 家少 4 家，主要是站点选址和用地手续没有落实`) })))
  await write('L-order', orderForm(base('order', { assists: forty, task: { title: long, words: long, asks: [] }, matter: '11 站点建设滞后' })))
  await write('L-interview', interviewRecord(base('interview', { interview: { on: '2026-11-30', place: '县政府三楼会议室', host: '林若溪', invited: '苏砚秋', recorder: '某人', talk: '进度滞后。'.repeat(80), statement: '限期整改。' } })))
  await write('L-circular', circular(base('circular', { circular: { title: '关于《澄禾县创新提升行动实施方案》2026年第三季度进展情况的通报', opening: '截至2026年9月30日，共 47 项任务，其中绿灯 31 项、黄灯 9 项、红灯 4 项，未到期或尚无数据 3 项。累计销号督办事项 5 件，在办 7 件，其中逾期 2 件。有 2 个单位存在应报未报。', problems: Array.from({ length: 12 }, (_, n) => `${n + 1}.澄禾县科学技术局：“${long.slice(0, 40)}”自10月21日起亮红灯，截至9月30日为 3 家，差 4 家。`).join('\n'), next: '请各责任单位对照问题抓紧整改。', standings: forty.map((agency, n) => ({ agency: n === 3 ? '澄禾县新型工业化和数字经济产业发展服务中心（县中小企业公共服务中心）' : agency, tasks: n, lamps: { green: n, yellow: 1, red: 0, grey: 2 }, open: 3, overdue: 1, missed: 0 })) , on: '2026-11-02' } })))
}, 120000)
