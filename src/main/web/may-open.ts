import type { Actor } from '#kernel/actor.ts'
import type { Screen } from '#ui/screen.ts'
import shownBy from './shown-by.json' with { type: 'json' }

/** Who may call the operations screens show, by their contracts (`vitest --update` writes it, a test holds it to them). */
const roles: Readonly<Record<string, string | undefined>> = shownBy

/** Whether a screen is open to a duty; one that shows an operation nobody knows is not. */
export const mayOpen = ({ role }: Pick<Actor, 'role'>, { shows }: Pick<Screen, 'shows'>): boolean =>
  shows === undefined || (roles[shows]?.split(' ').includes(role) ?? false)
