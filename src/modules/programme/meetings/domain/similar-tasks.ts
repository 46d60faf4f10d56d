import { callTask } from '#modules/programme/programmes/contract.ts'
import type { DecisionInForce } from './decision.ts'

/** A task of the programme a decision may be about. */
export interface ComparedTask {
  id: string
  number: string
  title: string
  text: string
  leads: readonly { agencyId: string | null; name: string }[]
  participants: readonly { agencyId: string | null; name: string }[]
}

/** A task that resembles the decision, with why. */
export interface SimilarTask {
  taskId: string
  label: string
  /** 0 to 1; only for the order. */
  likeness: number
  reasons: string[]
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
/** Words every task has: they make no two alike. */
const COMMON =
  /(?:加强|推进|推动|加快|提升|建立|完善|完成|开展|组织|做好|工作|建设|管理|机制|服务|发展|全县|全市|进一步|单位|年底前)/gu

function pairsOf(text: string): Set<string> {
  const letters = [...plain(text.replace(COMMON, ' '))]
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))
}

/** What is to be done, without who is to do it and until when: names and days make no two matters alike. */
const matterOf = ({ words, owners }: DecisionInForce): string =>
  owners
    .reduce((text, { name }) => text.replaceAll(name, ' '), words)
    .replace(
      /\d{4}年|\d{1,2}月(?:\d{1,2}日|底|末)?(?:以?前)?|(?:本|下)(?:月|周)[一-龥]?前?|年底前|由|牵头|会同|负责|配合/gu,
      ' ',
    )

/** Runs of at least three letters the texts share that say something, longest first: 科技服务站. */
function sharedRuns(a: string, b: string): string[] {
  const right = plain(b)
  const runs = a.split(/[^\p{L}\p{N}]+/u).flatMap((left) => {
    const found: string[] = []
    for (let i = 0; i < left.length; ) {
      let length = 0
      while (i + length < left.length && right.includes(left.slice(i, i + length + 1))) length++
      if (length >= 3) found.push(left.slice(i, i + length))
      i += Math.max(1, length)
    }
    return found
  })
  return [...new Set(runs)].filter((run) => run.replace(COMMON, '').length >= 2).sort((x, y) => y.length - x.length)
}

const share = (of: ReadonlySet<string>, within: ReadonlySet<string>): number =>
  of.size === 0 ? 0 : [...of].filter((pair) => within.has(pair)).length / of.size

const least = 0.2
const shown = 3

/**
 * Tasks a decision may belong to, likest first, at most three: by the words it shares with a task's title (which count
 * more) and text, and by the same lead agency. A proposal only; a person chooses.
 */
export function listSimilarTasks(decision: DecisionInForce, tasks: readonly ComparedTask[]): SimilarTask[] {
  const { owners } = decision
  const matter = matterOf(decision)
  const said = pairsOf(matter)
  const owning = new Set(owners.flatMap(({ agencyId }) => agencyId ?? []))
  return tasks
    .map((task) => {
      const title = share(pairsOf(task.title), said)
      const text = share(said, pairsOf(`${task.title}${task.text}`))
      const lead = task.leads.find(({ agencyId }) => agencyId !== null && owning.has(agencyId))
      const partner = task.participants.find(({ agencyId }) => agencyId !== null && owning.has(agencyId))
      const likeness = Math.min(1, title * 0.55 + text * 0.45) + (lead ? 0.1 : partner ? 0.05 : 0)
      const [run, ...others] = sharedRuns(matter, `${task.title}。${task.text}`)
      const reasons = [
        ...(run === undefined ? [] : [`都写到“${run}”${others[0] === undefined ? '' : `、“${others[0]}”`}`]),
        ...(lead ? [`牵头单位都是${lead.name}`] : partner ? [`${partner.name}是该任务的责任单位`] : []),
      ]
      return {
        taskId: task.id,
        label: callTask(task),
        likeness,
        reasons,
        words: Math.max(title, text),
      }
    })
    .filter(({ words: alike, reasons }) => alike >= least && reasons.length > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, shown)
    .map(({ taskId, label, likeness, reasons }) => ({ taskId, label, likeness, reasons }))
}
