import type { ComponentType } from 'react'
import type { Registry } from '#kernel/registry/registry.ts'
import { fieldSlot } from '../form/control.ts'
import { fill, type Part } from '../parts.tsx'
import type { Screen } from '../screen.ts'
import { KitFrame, type OwnWords, valueSlot } from './kit.tsx'

/** What the frame of every page knows of a registry; its declaration is loaded with the first of its pages. */
export interface RegistryDoor extends OwnWords {
  module: string
  noun: string
  path: `/${string}`
  /** What the list is for, in one or two sentences. */
  help: string
  /** Where the list stands in the navigation. */
  place?: NonNullable<Screen['place']>
  /** Words of the list's address before it stood on the kit. */
  reworded?: NonNullable<Screen['reworded']>
  load: () => Promise<Registry>
}

const form = () => import('./form.page.tsx')

/** The screens of a registry: list, record, form, import; each loaded when it is first visited. */
export function registryScreens(door: RegistryDoor): readonly Screen[] {
  const { module, noun, path, help, place, load, reworded, ...own } = door
  const base = path.replaceAll(/:(\w+)/g, '$$$1')
  const list: `/${string}` = `/${(own.listAt ?? path).replaceAll(/:(\w+)/g, '$$$1').slice(1)}`
  const screen = (
    tail: string,
    words: Omit<Screen, 'path' | 'page'>,
    page: () => Promise<{ Page: ComponentType }>,
  ): Screen => ({
    path: `/${base.slice(1)}${tail}`,
    page: async () => {
      const [registry, { Page }] = await Promise.all([load(), page()])
      return {
        Page: () => (
          <KitFrame registry={registry} {...own}>
            <Page />
          </KitFrame>
        ),
      }
    },
    ...words,
  })
  const words = (label: string, said: string, shows: string) => ({
    label,
    help: said,
    shows: `${module}.${shows}` as const,
    under: list,
  })
  const whole = {
    label: own.title ?? noun,
    help,
    shows: `${module}.listRecords` as const,
    ...(place && { place }),
    ...(reworded && { reworded }),
  }
  return [
    ...(own.listAt ? [] : [screen('', whole, () => import('./list.page.tsx'))]),
    screen('/new', words(`登记${noun}`, '逐项填写，写明从哪一天起是这样、依据什么。', 'addRecord'), form),
    screen(
      '/import',
      words(`从表格导入${noun}`, '把表格拖进来，先试导看清新增、变化和有误的行，再一次写入。', 'importRecords'),
      () => import('./import.page.tsx'),
    ),
    screen(
      '/$recordId',
      words(`${noun}详情`, `${noun}的全部内容和沿革，可以看它在过去某一天的样子。`, 'getRecord'),
      () => import('./record.page.tsx'),
    ),
    screen(
      '/$recordId/edit',
      words(`修改${noun}`, '变更从填写的生效日期起算，以前的样子留在沿革里。', 'saveRecord'),
      form,
    ),
  ]
}

/** How records of a registry are chosen in forms and shown on pages of others: a field of `kind: 'alliances'`. */
export const registryParts = ({ module, load }: Pick<RegistryDoor, 'module' | 'load'>): readonly Part[] => [
  fill(fieldSlot(module), 1, async () => {
    const [registry, { RecordField }] = await Promise.all([load(), import('./record-field.tsx')])
    return {
      Part: (props) => (
        <KitFrame registry={registry}>
          <RecordField {...props} />
        </KitFrame>
      ),
    }
  }),
  fill(valueSlot(module), 1, async () => {
    const [registry, { RecordLink }] = await Promise.all([load(), import('./record-field.tsx')])
    return {
      Part: (props) => (
        <KitFrame registry={registry}>
          <RecordLink {...props} />
        </KitFrame>
      ),
    }
  }),
]
