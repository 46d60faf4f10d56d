import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { useNotices } from '#ui/notices.tsx'
import { Sheet } from '#ui/page.tsx'
import {
  levelTitle,
  type OrderLevel,
  type ProposalView,
  type SupervisionPage,
  supervisionContract,
} from '../contract.ts'
import { LevelTag } from './level-tag.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { WordsDialog } from './words-dialog.tsx'

const actWords: Record<OrderLevel, string> = {
  prompt: '发提示函',
  urge: '催办',
  order: '发督办单',
  circular: '起草通报',
  interview: '约谈',
}

interface ProposalLineProps {
  proposal: ProposalView
  mayAct: boolean
  onTake: () => void
  onSetAside: () => void
}

function ProposalLine({ proposal, mayAct, onTake, onSetAside }: ProposalLineProps) {
  const { level, matter, host, number, grounds, orderId, taskId, programmeId, heldUntilOn, settledReason } = proposal
  return (
    <li className="proposal">
      <div>
        <p className="proposal-title">
          <LevelTag level={level} standing={proposal.standing} />{' '}
          {taskId === null ? matter : <Link to={orderId ? `/orders/${orderId}` : `/tasks/${taskId}`}>{matter}</Link>}{' '}
          <span className="quiet">
            {taskId !== null && (host ?? '承办单位未明确')}
            {number !== null && ` · ${number}`}
          </span>
        </p>
        <ul className="proposal-grounds">
          {grounds.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {heldUntilOn !== null && proposal.state === 'setAside' && (
          <p className="quiet">
            暂不处理至 {heldUntilOn}：{settledReason}（{proposal.settledBy}）
          </p>
        )}
      </div>
      {mayAct && (
        <div className="proposal-acts no-print">
          {level === 'circular' ? (
            <Link className="button-link" to={`/programmes/${programmeId}/circular`}>
              起草通报
            </Link>
          ) : (
            <Button type="primary" onClick={onTake}>
              {proposal.standing === 'below' ? actWords[level] : levelTitle(proposal)}
            </Button>
          )}
          {proposal.state === 'open' && <Button onClick={onSetAside}>暂不处理</Button>}
        </div>
      )}
    </li>
  )
}

/** What the figures call for, each with its reasons; a person issues it or sets it aside. */
export function ProposalList({ page, aside = false }: { page: SupervisionPage; aside?: boolean }) {
  const { done } = useNotices()
  const [taking, setTaking] = useState<ProposalView | null>(null)
  const [settingAside, setSettingAside] = useState<ProposalView | null>(null)
  const take = useWrite(supervisionContract.takeProposal, {
    quiet: true,
    onDone: ({ number }) => {
      setTaking(null)
      done(`已发出 ${number ?? ''}`)
    },
  })
  const setAside = useWrite(supervisionContract.setAsideProposal, { quiet: true, onDone: () => setSettingAside(null) })
  const shown = aside ? page.setAside : page.proposals
  if (shown.length === 0) return null
  return (
    <Sheet
      title={`${aside ? '暂不处理的建议' : '督办建议'} ${shown.length}`}
      aside={page.proposedOn && <span className="quiet">按 {page.proposedOn} 的数据</span>}
    >
      <ul className="proposal-list">
        {shown.map((proposal) => (
          <ProposalLine
            key={proposal.id}
            proposal={proposal}
            mayAct={page.can.takeProposal.allowed}
            onTake={() => setTaking(proposal)}
            onSetAside={() => setSettingAside(proposal)}
          />
        ))}
      </ul>
      {taking && (
        <TakeDialog
          proposal={taking}
          today={page.today}
          sending={take}
          onConfirm={(terms) => take.mutate({ proposalId: taking.id, ...terms })}
          onCancel={() => setTaking(null)}
        />
      )}
      {settingAside && (
        <WordsDialog
          title="暂不处理这条建议"
          act="暂不处理"
          label="理由"
          least={4}
          day={{ label: '到哪一天再看', first: page.holdUntilOn, from: page.today }}
          sending={setAside}
          onConfirm={({ words, day }) => setAside.mutate({ proposalId: settingAside.id, reason: words, untilOn: day })}
          onCancel={() => setSettingAside(null)}
        >
          <p>{settingAside.matter}</p>
        </WordsDialog>
      )}
    </Sheet>
  )
}

interface TakeDialogProps
  extends Pick<Parameters<typeof PaperDialog>[0], 'today' | 'sending' | 'onConfirm' | 'onCancel'> {
  proposal: ProposalView
}

/** The level proposed, or another the ladder allows: a new case may begin with any of the first three. */
function TakeDialog({ proposal, ...rest }: TakeDialogProps) {
  const { level, papers, orderId, agencyId, assistIds } = proposal
  return (
    <PaperDialog
      title={proposal.matter}
      choices={papers}
      first={level}
      standing={proposal.standing}
      {...(orderId === null && { parties: { agencyId, assistIds } })}
      {...rest}
    />
  )
}
