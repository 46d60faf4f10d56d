import { may } from '#kernel/contract.ts'
import { partsOf, rankOf } from '#kernel/search.ts'
import { soundsOf } from '#platform/chinese/sounds.ts'
import type { Findable, Finder } from '#platform/operation/finder.ts'
import { implement } from '#platform/operation/implement.ts'
import { type Find, searchContract } from '../contract.ts'
import { inOrder, nearestOf, type Ranked } from '../domain/nearest.ts'

/** @param finders of all modules */
export const find = (finders: readonly Finder[]) =>
  implement(searchContract.find, async ({ input, tx, actor, today }) => {
    const parts = partsOf(input.text)
    const groups = []
    for (const finder of finders) {
      if (!may(actor, finder.shows)) continue
      const listed = await finder.list({ tx, actor, today, text: input.text })
      groups.push(nearestOf(finder.title, rank(finder, listed, parts)) ?? [])
    }
    return { groups: inOrder(groups.flat()).map(({ title, finds, total }) => ({ title, finds: [...finds], total })) }
  })

function rank({ people }: Finder, listed: readonly Findable[], parts: readonly string[]): Ranked<Find>[] {
  return listed.flatMap(({ words = [], rank: known, ...found }) => {
    const near = known ?? rankOf([found.title, ...words], parts, (text) => soundsOf(text, people))
    return near === undefined ? [] : [{ rank: near, found }]
  })
}
