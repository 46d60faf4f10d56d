import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from '#kernel/fields.ts'
import * as kinds from '#kernel/registry/kinds.ts'
import { howToWrite } from './download-template.ts'

const Tenant = z.object({ name: kinds.text('入驻主体'), rent: kinds.money('租金').nullable() })

test('the template says how what has several parts is written in one cell', () => {
  const fields = fieldsOf(
    z.object({
      area: kinds.quantity('面积', ['平方米', '亩']).nullable(),
      tenants: kinds.rows('入驻主体名单', Tenant, { help: '在孵的' }),
      level: kinds.choice('级别', { nation: '国家级', county: '县级' }),
    }),
  )
  expect(fields.map(howToWrite)).toEqual([
    '数字加单位（平方米、亩），不写单位的按平方米',
    '一条依次写入驻主体｜租金（万元），几条之间用“；”分开；在孵的',
    '从这些里选：国家级、县级',
  ])
})
