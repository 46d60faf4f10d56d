import { type ComponentType, createContext, lazy, Suspense, useContext } from 'react'

/** A place on a module's page that modules after it may add to, without the page knowing them. */
export interface Slot<P> {
  name: string
  /** Only for the compiler: what every part is given. */
  props?: P
}

/** What a module adds to a slot of another. */
export interface Part {
  slot: string
  /** Ascending from top to bottom. */
  order: number
  // A slot's own type joins the two ends in `fill` and `Parts`.
  Part: ComponentType<never>
}

export const defineSlot = <P,>(name: string): Slot<P> => ({ name })

/** `fill(taskSections, 20, () => import('./task-schedule.tsx'))`: loaded when a page shows the slot. */
export function fill<P extends object>(
  slot: Slot<P>,
  order: number,
  load: () => Promise<{ Part: ComponentType<P> }>,
): Part {
  const Loaded = lazy(async () => ({ default: (await load()).Part }))
  return { slot: slot.name, order, Part: Loaded as ComponentType<never> }
}

/** What all modules together add, set once around the shell. */
export const KnownParts = createContext<readonly Part[]>([])

/** Everything that was added to a slot, in order. */
export function Parts<P extends object>({ slot, ...props }: { slot: Slot<P> } & P) {
  const mine = useContext(KnownParts)
    .filter((part) => part.slot === slot.name)
    .sort((a, b) => a.order - b.order)
  return mine.map(({ order, Part: Added }) => {
    const Shown = Added as ComponentType<Omit<P, 'slot'>>
    return (
      <Suspense key={order} fallback={null}>
        <Shown {...(props as Omit<P, 'slot'>)} />
      </Suspense>
    )
  })
}
