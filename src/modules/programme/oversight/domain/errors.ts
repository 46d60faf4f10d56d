import { defineErrors } from '#kernel/errors.ts'

export const oversightErrors = defineErrors('oversight', {
  leaderNotFound: {
    kind: 'notFound',
    text: () => '没有这位县领导的账号，可能已停用，或角色不是县领导。请系统管理员核对账号后再设置。',
  },
  notOwnOversight: {
    kind: 'forbidden',
    text: () => '只能设置自己的分管单位和关注任务。其他领导的由专班办公室设置。',
  },
})
