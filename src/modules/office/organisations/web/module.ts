import { fieldSlot } from '#ui/form/control.ts'
import { fill } from '#ui/parts.tsx'
import type { WebModule } from '#ui/screen.ts'

/** Divisions and agencies, and whom to call there. */
export const organisationsWeb: WebModule = {
  screens: [
    {
      path: '/agencies',
      page: () => import('./agency-list.page.tsx'),
      label: '单位名录',
      help: '方案可能点到的全部单位。按名称、简称、曾用名或拼音首字母查找，可新建或从表格导入。',
      shows: 'organisations.listAgencies',
      place: 'bodies/agencies',
    },
    {
      path: '/contacts',
      page: () => import('./contacts.page.tsx'),
      label: '联络员',
      help: '各牵头单位的联络员和电话。各单位登记自己的，领导在要事中一键拨打。',
      shows: 'organisations.listContacts',
      place: 'bodies/contacts',
    },
    {
      path: '/agencies/new',
      page: () => import('./new-agency.page.tsx'),
      label: '新建单位',
      help: '把名录中没有的单位登记进来，填写标准名称、类别和职能。',
      shows: 'organisations.createAgency',
      under: '/agencies',
    },
    {
      path: '/agencies/import',
      page: () => import('./import.page.tsx'),
      label: '从表格导入单位',
      help: '把单位名录表格拖进来，先试导看清新增、变化和有误的行，再一次导入。',
      shows: 'organisations.importAgencies',
      under: '/agencies',
    },
    {
      path: '/agencies/$agencyId',
      page: () => import('./agency.page.tsx'),
      label: '单位',
      help: '一个单位的全部名称、职能和机构沿革；登记别名后，方案中的这种写法就能认出。',
      shows: 'organisations.getAgency',
      under: '/agencies',
    },
    {
      path: '/agencies/$agencyId/edit',
      page: () => import('./edit-agency.page.tsx'),
      label: '修改单位',
      help: '单位更名、撤并或职能调整时在这里登记，曾用名一并保留。',
      shows: 'organisations.saveAgency',
      under: '/agencies',
    },
  ],
  // The kind of field this module brings.
  parts: [fill(fieldSlot('agency'), 1, () => import('./agency-field.tsx'))],
}
