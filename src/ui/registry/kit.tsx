import { useParams } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import type { z } from 'zod'
import { parametersOf } from '#kernel/contract.ts'
import type { RecordLine, RecordView } from '#kernel/registry/record-view.ts'
import type { Registry } from '#kernel/registry/registry.ts'
import { defineSlot, type Slot } from '../parts.tsx'
import type { SchemaFormProps } from '../schema-form.tsx'

/** What a registry says of its screens beyond its declaration. */
export interface OwnWords {
  /** What the list is called where it is more than the noun: 单位名录. */
  title?: string
  /** On the first day: what the register is good for. */
  intro?: string
  /** What the form alone knows of its fields, also as what stands in it has it. */
  fields?: SchemaFormProps<z.ZodObject>['fields']
  /** What a new record opens with. */
  first?: SchemaFormProps<z.ZodObject>['first']
  /** Where the list stands when it is part of another page: `/programmes/:programmeId/ledgers`. */
  listAt?: `/${string}`
}

export interface Kit extends OwnWords {
  registry: Registry
  title: string
  /** Goes along with every call: what the path names above the registry, and what the page around the list adds. */
  fixed: object
  /** Before the words of this list in the address; several lists on one page do not share them. */
  prefix: string
  /** The address of a page of the registry, of its list without a tail. */
  addressOf: (tail?: string) => string
}

const KitHere = createContext<Kit | null>(null)

/** The registry the page is about. */
export function useKit(): Kit {
  const kit = useContext(KitHere)
  if (!kit) throw new Error('A piece of a registry stands outside of its KitFrame.')
  return kit
}

export interface KitFrameProps extends OwnWords {
  registry: Registry
  fixed?: Readonly<Record<string, string>>
  prefix?: string
  children: ReactNode
}

/** Says which registry everything within is about. */
export function KitFrame({ registry, fixed, prefix = '', children, ...own }: KitFrameProps) {
  const named: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const above = parametersOf(registry.path).map((name) => [name, named[name] ?? ''])
  const all: Record<string, string> = { ...Object.fromEntries(above), ...fixed }
  const addressOf = (tail = '') =>
    (tail === '' ? (own.listAt ?? registry.path) : registry.path + tail).replace(
      /:(\w+)/g,
      (_, name: string) => all[name] ?? '',
    )
  const title = own.title ?? registry.noun
  return <KitHere value={{ ...own, registry, prefix, fixed: all, addressOf, title }}>{children}</KitHere>
}

/** What a record is called. */
export const nameOf = ({ key }: Pick<Registry, 'key'>, { values }: Pick<RecordLine, 'values'>): string =>
  String(values[key] ?? '')

/** What other modules say of a record, below its own fields: `fill(recordSections(…), 10, …)`. */
export const recordSections = ({ module }: Pick<Registry, 'module'>): Slot<{ record: RecordView }> =>
  defineSlot(`record ${module}`)

/** Where a module says how what it keeps is shown by others, who know its id and name alone: as a link, as a preview. */
export const valueSlot = (kind: string): Slot<{ id: string; name: string }> => defineSlot(`value ${kind}`)
