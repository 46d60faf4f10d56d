import { z } from 'zod'
import { everyone } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'

/** Something that was found: what it is called, what tells it from others, where it is opened. */
export const Find = z.object({ title: z.string(), note: z.string().nullable(), to: z.string() })
export type Find = z.infer<typeof Find>

/** Finds of one kind, the nearest first; `total` counts those not shown too. */
export const FindGroup = z.object({ title: z.string(), finds: z.array(Find), total: z.int() })
export type FindGroup = z.infer<typeof FindGroup>

export const searchContract = contract('search', {
  find: {
    path: 'GET /search',
    title: '搜索',
    by: everyone,
    /** Words, pinyin or initials, parted by spaces; all of them must be found. */
    input: z.object({ text: z.string().trim().min(1, '请输入要找的内容。').max(60, '最多输入 60 个字。') }),
    output: z.object({ groups: z.array(FindGroup) }),
  },
})
