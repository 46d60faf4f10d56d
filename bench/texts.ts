import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const corpus = join(root, '../shared/corpus')

export interface TextSet {
  name: string
  texts: string[]
}

const readFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** What is measured: real documents where the corpus lies beside the project, and always the fictional sample plan. */
export function listTextSets(): TextSet[] {
  const sample = {
    name: 'sample plan and its re-issue',
    texts: [sampleText('sample-plan.txt'), sampleText('sample-plan-revised.txt')],
  }
  if (!existsSync(corpus)) return [sample]
  return [
    { name: 'five published plans', texts: readFolder(join(corpus, 'plans')) },
    { name: 'other government documents', texts: readFolder(join(corpus, 'more')) },
    sample,
  ]
}

const sampleText = (name: string): string => readFileSync(join(root, 'seed', name), 'utf8')

/** As many plans as asked, no two alike: the texts in turn, each with its own figures. */
export function manyPlans(count: number): string[] {
  const [first] = listTextSets()
  const texts = first?.texts ?? []
  return Array.from({ length: count }, (_, n) => varied(texts[n % texts.length] ?? '', n))
}

/** Adds to the figures of two and three digits, so that no cache can help; years and document numbers have four or brackets. */
const varied = (text: string, n: number): string =>
  text.replace(/(?<![\d.〔-])([1-9]\d{1,2})(?=[家个项件人名户]|%)/gu, (figure) => String(Number(figure) + (n % 90)))
