import { createHash } from 'node:crypto'
import { z } from 'zod'
import { notify } from '#modules/office/notices/server/index.ts'
import { divisionName } from '#modules/office/organisations/server/index.ts'
import { listBroken, listHolders, type Reference } from '#platform/database/reference.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import type { Call } from '#platform/operation/implement.ts'

/** Once a day, for each county: whether all it names of other owners is still there; its administrators are told what is not. */
export const checkReferences = (references: readonly Reference[]) =>
  defineJob(
    {
      name: 'maintenance.checkReferences',
      title: '核对跨区划的引用',
      counties: async (tx) => {
        const holders = new Set<string>()
        for (const reference of references) for (const one of await listHolders(tx, reference)) holders.add(one)
        return [...holders].sort()
      },
    },
    z.object({}),
    async ({ finish }) => {
      await finish(async (call) => {
        for (const reference of references) await tellBroken(call, reference)
      })
    },
  )

async function tellBroken(call: Call<unknown>, reference: Reference): Promise<void> {
  const broken = await listBroken(call.tx, reference, call.actor)
  if (broken.length === 0) return
  const divisions = [...new Set(broken.map(({ divisionCode }) => divisionCode))]
  const named = divisions.map((code) => `${divisionName(code)}（${code}）`).join('、')
  const ids = broken.map(({ id }) => id)
  await notify(call, {
    to: { roles: ['administrator'] },
    kind: 'system',
    title: `${broken.length} 处引用查不到原记录`,
    text: `${reference.title}：${named}的 ${broken.length} 个在其名录里已经查不到，本县的记录仍保留，只是不显示名称。请与对方核对；确已撤销的，请专班办公室在方案和会议中改换单位。编号：${ids.slice(0, 10).join('、')}。`,
    link: '/agencies',
    // The same finding is told once; told again when something comes to it or goes.
    key: `references:${createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22)}`,
  })
}
