import { defineErrors } from '#kernel/errors.ts'

export const organisationErrors = defineErrors('organisations', {
  agencyNotFound: { kind: 'notFound', text: () => '名录中没有这个单位，可能已被删除。请刷新名录后再选。' },
  nameTaken: {
    kind: 'conflict',
    text: (p: { name: string; owner: string }) => `“${p.name}”已经是“${p.owner}”的名称或别名。请核对，或先在那里删去。`,
  },
  notAGroup: {
    kind: 'invalid',
    text: (p: { name: string }) => `只有“单位组合”才有成员单位，“${p.name}”不是。请改类别，或去掉成员单位。`,
  },
  unknownMember: { kind: 'invalid', text: () => '成员单位或并入单位不在名录中，请重新选择。' },
  ownMember: { kind: 'invalid', text: (p: { name: string }) => `“${p.name}”不能是自己的成员或并入自己，请重新选择。` },
  notOwnContact: {
    kind: 'forbidden',
    text: () => '只能填写本单位的联络员。其他单位的由该单位或专班办公室填写。',
  },
  contactOfNoAgency: { kind: 'notFound', text: () => '单位名录中没有这个单位，可能已撤并。请核对后再填联络员。' },
})
