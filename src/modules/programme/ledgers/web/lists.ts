import { registryScreens } from '#ui/registry/screens.tsx'

/** Where both lists stand. */
export const listAt = '/programmes/:programmeId/ledgers'

export const listScreens = [
  ...registryScreens({
    module: 'projectList',
    noun: '项目',
    title: '项目清单',
    path: '/programmes/:programmeId/projects',
    help: '方案之下建设的项目：投资、进度、责任单位和开竣工。',
    listAt,
    load: async () => (await import('../registries.ts')).projectRegistry,
  }),
  ...registryScreens({
    module: 'policyList',
    noun: '政策',
    title: '政策清单',
    path: '/programmes/:programmeId/policies',
    help: '方案所依据或要出台的政策，逐条款列出对象、兑现方式和时限。',
    listAt,
    load: async () => (await import('../registries.ts')).policyRegistry,
  }),
]
