import { refuseWhat } from '../refusals.ts'
import { forgetFiles } from './kept-files.ts'
import { adoptTexts, forgetTexts, type KeptText, listTexts, openText } from './kept-texts.ts'
import { personNow, setPerson } from './person.ts'

/**
 * Sends what can be sent and says what is left, each as the end of “还有……”: “2 张照片没有传完”.
 * @param signal ends the sending: what was not answered by then is left
 */
type Settle = (signal: AbortSignal) => Promise<readonly string[]>

/** The texts a module keeps for a person. */
export interface KeptTexts {
  open: (name: string) => KeptText
  list: () => string[]
}

const settles = new Map<string, Settle>()

/** Milliseconds that signing out may wait for a slow line. */
const patience = 10_000

/**
 * What a module keeps in the browser for a person until the server has it. It stands in `kept` of the module's web door,
 * which the frame loads, so that signing out knows of it on every page.
 * @returns texts of the person who is there, each under a name of the module's
 */
export function defineKept(store: string, settle: Settle): KeptTexts {
  settles.set(store, settle)
  return { open: (name) => openText(store, name), list: () => listTexts(store) }
}

/** @returns what cannot be sent now, of all modules, in words */
export async function settleAll(): Promise<string[]> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  const settle = async () => (await Promise.all([...settles.values()].map((each) => each(giveUp.signal)))).flat()
  // Twice, as a photo that has just arrived changes the draft it belongs to.
  return settle()
    .then(settle)
    .finally(() => clearTimeout(timer))
}

/** The other tabs of this browser, which have the same session. */
let tabs: BroadcastChannel | undefined

/** @param onOther another person, or nobody, is there by what another tab did */
export function listenToTabs(onOther: () => void): void {
  tabs = new BroadcastChannel('guatu.person')
  tabs.addEventListener('message', ({ data }) => data !== personNow() && onOther())
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches the own origin alone
const tellTabs = (person: string | null): void => tabs?.postMessage(person)

/**
 * Somebody has signed in or is found signed in. Whatever others left here is gone before anything of it can be read; what
 * they keep in another of their mandates waits for them there.
 */
export async function enter(person: string, mandate: string): Promise<void> {
  const owner = `${person}.${mandate}`
  if (setPerson(owner)) tellTabs(owner)
  forgetTexts(person)
  adoptTexts(person, owner)
  // Nobody is shut out by a disk that fails: files are found by their person alone.
  await forgetFiles(person).catch(() => undefined)
}

/** The session ended without the person's doing: what they left waits for them. */
export const suspend = (): void => void setPerson(null)

/** The person has signed out: everything that was kept leaves the browser. */
export async function leave(): Promise<void> {
  if (setPerson(null)) tellTabs(null)
  forgetTexts(null)
  await forgetFiles(null).catch(() => Promise.reject(refuseWhat.notCleared({})))
}
