import { getAgencyNames, listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { ChannelsView, RobotView } from '../contract.ts'
import { type MailChannel, type Robot, robotKindTitles } from '../domain/channel.ts'
import { findMailChannel, listRobots, loadHouseRules } from './load-house.ts'

const viewMail = ({ divisionCode: _division, passwordSealed, ...shown }: MailChannel): ChannelsView['mail'] => ({
  ...shown,
  hasPassword: passwordSealed !== null,
})

function viewRobot(robot: Robot, names: ReadonlyMap<string, string>): RobotView {
  const { divisionCode: _division, addressSealed: _address, secretSealed, ...shown } = robot
  const agencyName = robot.agencyId === null ? null : (names.get(robot.agencyId) ?? '已不在名录')
  return { ...shown, kindTitle: robotKindTitles[robot.kind], agencyName, signed: secretSealed !== null }
}

/** The channels as the administrator sees them: what is secret stays behind. */
export async function viewChannels({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>): Promise<ChannelsView> {
  const { divisionCode } = actor
  const mail = await findMailChannel(tx, divisionCode)
  const robots = await listRobots(tx, divisionCode)
  const { rules, publicAddress } = await loadHouseRules(tx, divisionCode)
  const agencies = await listDivisionAgencies(tx, divisionCode)
  const names = await getAgencyNames(
    tx,
    robots.flatMap(({ agencyId }) => agencyId ?? []),
    { divisionCode },
  )
  return {
    mail: mail ? viewMail(mail) : null,
    robots: robots.map((robot) => viewRobot(robot, names)),
    house: { rules, publicAddress },
    agencies: agencies.filter(({ kind }) => kind !== 'group').map(({ id, name }) => ({ id, name })),
  }
}
