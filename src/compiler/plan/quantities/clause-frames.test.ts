import { expect, test } from 'vitest'
import { aClause, anAnnualPlan } from './clause.fixture.ts'
import { CLAUSE_FRAMES } from './clause-frames.data.ts'
import { readTargets } from './read-targets.ts'

const framesIn = (text: string): (string | undefined)[] => {
  const { targets, untaken } = readTargets([aClause(`${text}。`)], anAnnualPlan())
  return [...targets, ...untaken].map(({ frame }) => frame)
}

test.each(CLAUSE_FRAMES.map(({ id, example, unlike }) => [id, example, unlike]))(
  '%s: %s, not %s',
  (id, example, unlike) => {
    expect(framesIn(example)).toContain(id)
    expect(framesIn(unlike)).not.toContain(id)
  },
)

test('a frame that refuses gives no target, every other one does', () => {
  for (const { example, refuses } of CLAUSE_FRAMES)
    expect([example, readTargets([aClause(`${example}。`)], anAnnualPlan()).targets.length > 0]).toEqual([
      example,
      !refuses,
    ])
})
