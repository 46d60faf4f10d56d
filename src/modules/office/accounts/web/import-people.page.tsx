import { ImportScreen } from '#ui/registry/import-screen.tsx'
import { peopleIntake } from '../intake.ts'

const hints = [
  '一格里写几个人的，各人的手机号也要一一对应；一人有几个角色的，用顿号分开或写成几行。',
  '单位按全称、简称、曾用名都认得；“联络员”“审核人”“分管领导”等说法会对应到系统的角色，试导时逐行列出。',
  '写入后账号待安全管理员授权；首次密码另行生成，一人一条打印。三员账号请逐个新建。',
]

/** The people of the county from the sheet an office keeps. */
export const Page = () => (
  <ImportScreen
    intake={peopleIntake}
    crumbs={[{ label: '账号', to: '/users' }]}
    hints={hints}
    next={{ label: '发放首次密码', to: '/users/passwords' }}
  />
)
