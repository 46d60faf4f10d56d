import { Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { organisationContract } from '#modules/office/organisations/contract.ts'
import { useRead } from '#ui/client.ts'
import type { Settlement } from '../../contract.ts'

interface OtherAgencyProps {
  name: string
  onSettle: (settlement: Settlement) => void
}

/** Looks an agency up by name, alias or pinyin initials; the name becomes an alias of the one chosen. */
export function OtherAgency({ name, onSettle }: OtherAgencyProps) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const text = useDeferredValue(words)
  const found = useRead(organisationContract.listAgencies, { text }, { enabled: open, keepOld: true })
  if (!open)
    return (
      <Button size="small" type="text" onClick={() => setOpen(true)}>
        是别的单位…
      </Button>
    )
  return (
    <Select
      autoFocus
      defaultOpen
      size="small"
      className="other-agency"
      aria-label={`“${name}”是哪个单位`}
      placeholder="输入名称、简称或拼音首字母"
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到，可新增为单位'}
      options={found.data?.agencies.slice(0, 50).map((agency) => ({ value: agency.id, label: agency.name }))}
      onChange={(agencyId: string) => onSettle({ as: 'alias', name, agencyId })}
      onBlur={() => setOpen(false)}
    />
  )
}
