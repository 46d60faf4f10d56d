import { Button } from 'antd'
import { useState } from 'react'
import { AgencyChoice } from '#modules/office/organisations/web/index.tsx'
import type { Settlement } from '../../contract.ts'

interface OtherAgencyProps {
  name: string
  onSettle: (settlement: Settlement) => void
}

/** Looks an agency up by name or pinyin initials; the name becomes an alias of the one chosen. */
export function OtherAgency({ name, onSettle }: OtherAgencyProps) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        是别的单位…
      </Button>
    )
  return (
    <span className="other-agency">
      <AgencyChoice
        label={`“${name}”是哪个单位`}
        placeholder="输入名称、简称或拼音首字母"
        value={[]}
        onChange={([agencyId]) => agencyId && onSettle({ as: 'alias', name, agencyId })}
      />
    </span>
  )
}
