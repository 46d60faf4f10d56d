import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import { writePlanXlsx } from './write-plan-xlsx.ts'

test('the workbook holds both tables with their lines', async () => {
  const { sheets } = await readXlsx(await writePlanXlsx(aPlan({ tasks: [aTask()], targets: [aTarget()] })))
  expect(sheets.map((sheet) => sheet.name)).toEqual(['任务分解表', '目标表'])
  const rows = sheets.map((sheet) => sheet.rows.find((row) => String(row[0]) === '1'))
  expect(rows[0]).toEqual(expect.arrayContaining(['（一）科技服务行动', '建设科技服务站', '县科技局', '县农业农村局']))
  expect(rows[1]).toEqual(expect.arrayContaining(['新建科技服务站', '≥ 12', '个', '应当']))
})
