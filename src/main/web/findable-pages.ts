import type { Actor } from '#kernel/actor.ts'
import type { FindablePage } from '#modules/office/search/web/index.tsx'
import labelSounds from './label-sounds.json' with { type: 'json' }
import { mayOpen } from './may-open.ts'
import { addressOf } from './navigation.ts'
import { routes } from './routes.ts'

const sounds: Readonly<Record<string, string>> = labelSounds

/** Every page this person may open without naming more than the programme, for the search; and the help on each. */
export const findablePages = (person: Pick<Actor, 'role'>, programmeId: string | undefined): readonly FindablePage[] =>
  routes.flatMap((screen) => {
    const { label, help, path, bare, leadsOn } = screen
    if (!mayOpen(person, screen) || leadsOn) return []
    // What is opened from a list has its help found, as it has no address of its own.
    const to = (bare ? undefined : addressOf(screen, programmeId)) ?? `/help?of=${encodeURIComponent(path)}`
    return [{ label, help, to, sounds: sounds[label] ?? '' }]
  })
