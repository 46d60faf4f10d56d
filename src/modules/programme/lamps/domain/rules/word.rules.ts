import { dayInWords } from '#kernel/day.ts'
import { rulebook, truthOf } from '#kernel/rule.ts'
import type { ReportFact } from '../facts.ts'
import type { ScheduleCase } from '../schedule-case.ts'
import { type LampSaid, onlyFirst, sinceSecond, sources } from './lamp-rule.ts'

/** An agency's last word on a task that is not finished. */
export interface WordCase {
  of: ScheduleCase
  said: ReportFact
  /** Of several agencies of whom this holds, the one that spoke of the task first. */
  isFirst: boolean
}

const restingOn = ({ said }: WordCase): Pick<LampSaid, 'refs' | 'saidBy'> => ({
  refs: [{ kind: 'statement', id: said.id }],
  saidBy: [said.agencyId],
})

function sayFinish({ of, said, ...rest }: WordCase): LampSaid {
  const evidence = said.evidence === 0 ? '，没有附佐证' : ''
  const text = `${of.nameOf(said.agencyId)}${dayInWords(said.submittedOn, of.day)}报“已完成”${evidence}，待签收后办结。`
  return { lamp: 'grey', code: 'finishUnsigned', text, ...restingOn({ of, said, ...rest }) }
}

function sayDifficulty({ of, said, ...rest }: WordCase): LampSaid {
  const words = said.text === '' ? '。' : `：“${said.text}”`
  const text = `${of.nameOf(said.agencyId)}${dayInWords(said.submittedOn, of.day)}报“有困难”${words}`
  const lamp = of.thresholds.difficultYellow ? 'yellow' : 'grey'
  return { lamp, code: 'difficult', text, ...restingOn({ of, said, ...rest }) }
}

const isUnsigned = ({ said }: WordCase): boolean => said.state === 'finished' && said.signedOn === null
const isDifficult = ({ said }: WordCase): boolean => said.state === 'difficult'

const unsigned = { clause: 'schedule.finishUnsigned', source: sources.usual, say: sayFinish }
const difficult = { clause: 'schedule.difficult', source: sources.usual, say: sayDifficulty }

export const unsignedRules = rulebook<WordCase, LampSaid>([
  {
    ...unsigned,
    ...onlyFirst,
    when: '灰：报“已完成”还没有签收（几家同报的，只列最先报送的一家）',
    test: (word) => truthOf(word.isFirst && isUnsigned(word)),
  },
  {
    ...unsigned,
    ...sinceSecond,
    when: '灰：报“已完成”还没有签收，逐家列出',
    test: (word) => truthOf(isUnsigned(word)),
  },
])

export const difficultyRules = rulebook<WordCase, LampSaid>([
  {
    ...difficult,
    ...onlyFirst,
    when: '黄：最近一次报送为“有困难”（几家同报的，只列最先报送的一家）',
    test: (word) => truthOf(word.isFirst && isDifficult(word)),
  },
  {
    ...difficult,
    ...sinceSecond,
    when: '黄：最近一次报送为“有困难”，逐家列出',
    test: (word) => truthOf(isDifficult(word)),
  },
])
