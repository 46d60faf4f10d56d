import type { ComponentType } from 'react'
import type { Registry } from '#kernel/registry/registry.ts'
import { fieldSlot } from '../form/control.ts'
import { fill, type Part } from '../parts.tsx'
import type { Screen } from '../screen.ts'
import { KitFrame, type OwnWords, valueSlot } from './kit.tsx'

interface RegistryScreens extends OwnWords {
  /** Where the list stands in the navigation. */
  list?: Omit<Screen, 'path' | 'page'>
}

/** The screens of a registry: list, record, form, import; each loaded when it is first visited. */
export function registryScreens(registry: Registry, { list, ...own }: RegistryScreens = {}): readonly Screen[] {
  const base = registry.path.replaceAll(/:(\w+)/g, '$$$1')
  const screen = (tail: string, load: () => Promise<{ Page: ComponentType }>): Screen => ({
    path: `/${base.slice(1)}${tail}`,
    page: async () => {
      const { Page } = await load()
      return {
        Page: () => (
          <KitFrame registry={registry} {...own}>
            <Page />
          </KitFrame>
        ),
      }
    },
  })
  return [
    ...(own.listAt ? [] : [{ ...screen('', () => import('./list.page.tsx')), ...list }]),
    screen('/new', () => import('./form.page.tsx')),
    screen('/import', () => import('./import.page.tsx')),
    screen('/$recordId', () => import('./record.page.tsx')),
    screen('/$recordId/edit', () => import('./form.page.tsx')),
  ]
}

/** How records of a registry are chosen in forms and shown on pages of others: a field of `kind: 'alliances'`. */
export const registryParts = (registry: Registry): readonly Part[] => [
  fill(fieldSlot(registry.module), 1, async () => {
    const { RecordField } = await import('./record-field.tsx')
    return {
      Part: (props) => (
        <KitFrame registry={registry}>
          <RecordField {...props} />
        </KitFrame>
      ),
    }
  }),
  fill(valueSlot(registry.module), 1, async () => {
    const { RecordLink } = await import('./record-field.tsx')
    return {
      Part: (props) => (
        <KitFrame registry={registry}>
          <RecordLink {...props} />
        </KitFrame>
      ),
    }
  }),
]
