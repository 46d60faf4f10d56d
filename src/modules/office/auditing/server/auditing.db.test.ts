import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { verifyTrail } from '#platform/audit/trail-file.ts'
import { openCounty } from '../../../../../test/county.ts'
import { auditingContract } from '../contract.ts'

const { db, system, people, agencyIds } = await openCounty()
const { office, auditor, reporter } = people

const addAlias = (name: string) =>
  system.call(organisationContract.addAlias, office, { agencyId: agencyIds.science, name, from: null, to: null })
const trail = () => system.call(auditingContract.listEntries, auditor, {})

describe('the trail', () => {
  test('every write leaves an entry with who, what and to which; reading leaves none', async () => {
    await addAlias('科技局')
    await system.call(organisationContract.listAgencyNames, office, {})
    const { entries } = await trail()
    expect(entries[0]).toMatchObject({
      actorName: '测试office',
      title: '登记单位别名',
      subject: '单位“澄禾县科学技术局”',
      outcome: 'done',
    })
    expect(entries.filter((entry) => entry.operation === 'organisations.listAgencyNames')).toEqual([])
  })

  test('a refused write is there too, with nothing done', async () => {
    const attempt = system.call(organisationContract.addAlias, reporter, {
      agencyId: agencyIds.science,
      name: '别名',
      from: null,
      to: null,
    })
    await expect(attempt).rejects.toThrow('不能“登记单位别名”')
    expect((await trail()).entries[0]).toMatchObject({ actorName: '测试reporter', outcome: 'refused' })
  })

  test('concurrent writes make one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => addAlias(`科技口${i}`)))
    expect(await system.call(auditingContract.verifyTrail, auditor, {})).toMatchObject({ fault: null })
  })

  test('the exported file verifies without the database', async () => {
    const file = await system.call(auditingContract.exportTrail, auditor, {})
    const verdict = verifyTrail((file as { bytes: Uint8Array }).bytes)
    expect(verdict).toMatchObject({ fault: null, end: { entries: verdict.entries } })
    expect(verdict.entries).toBeGreaterThan(12)
  })

  test('a head somebody holds is compared as it was printed', async () => {
    const { head } = await system.call(auditingContract.verifyTrail, auditor, {})
    const ask = (text: string) => system.call(auditingContract.compareHead, auditor, { head: text })
    expect(await ask(head!)).toMatchObject({ comparison: 'same' })
    expect(await ask(head!.replace(/:..../u, (found) => (found === ':0000' ? ':1111' : ':0000')))).toMatchObject({
      comparison: 'rewritten',
    })
    expect(await ask(head!.replace(/^\d+/u, '99999'))).toMatchObject({ comparison: 'absent' })
    await expect(ask('128')).rejects.toThrow('不是完整的审计链头')
  })

  test('an entry altered behind the back of the program is found', async () => {
    await db.execute(sql`update audit.entry set subject = '别的单位' where sequence = 3`)
    const verdict = await system.call(auditingContract.verifyTrail, auditor, {})
    expect(verdict.fault).toMatchObject({ sequence: 3, reason: 'altered' })
    expect(verdict.fault!.message).toContain('第 3 条')
  })
})
