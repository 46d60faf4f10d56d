import { type ScheduleTemplate, type TemplateStep, usualLength } from '../domain/template.ts'

/** A key for a template of the county's own; nobody reads it. */
export const newTemplateKey = (): string => `own-${crypto.randomUUID().slice(0, 8)}`

/** What a new template begins with. */
export const emptyTemplate = (key: string): ScheduleTemplate => ({
  key,
  title: '',
  use: '',
  repeats: 'once',
  steps: [{ key: 's1', title: '', ...usualLength, after: [], from: null, by: null }],
})

/** A step behind the last one, with a name no other has. */
export function addDraftStep(steps: readonly TemplateStep[]): TemplateStep[] {
  const taken = new Set(steps.map(({ key }) => key))
  let n = steps.length + 1
  while (taken.has(`s${n}`)) n += 1
  const last = steps.at(-1)
  return [...steps, { key: `s${n}`, title: '', ...usualLength, after: last ? [last.key] : [], from: null, by: null }]
}

/** Takes a step out; what waited for it waits for what it waited for. */
export function dropDraftStep(steps: readonly TemplateStep[], key: string): TemplateStep[] {
  const gone = steps.find((step) => step.key === key)
  return steps
    .filter((step) => step !== gone)
    .map((step) => ({
      ...step,
      after: [...new Set(step.after.flatMap((each) => (each === key ? (gone?.after ?? []) : [each])))],
    }))
}
