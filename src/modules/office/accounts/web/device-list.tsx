import { Button } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { accountContract, type DeviceView } from '../contract.ts'

function Device({ device }: { device: DeviceView }) {
  const end = useWrite(accountContract.endDevice)
  return (
    <li>
      <span>
        {device.device}
        {device.current && <b className="this-device">本机</b>}
      </span>
      <span className="quiet">地址 {device.address || '未知'}</span>
      <span className="quiet">
        {minuteOf(device.signedInAt)} 登录，{minuteOf(device.lastSeenAt)} 用过
      </span>
      {!device.current && (
        <Button size="small" loading={end.isPending} onClick={() => end.mutate({ deviceId: device.id })}>
          让它退出
        </Button>
      )}
    </li>
  )
}

/** Where one is signed in; a device that is not one's own can be put out from here. */
export function DeviceList() {
  const devices = useRead(accountContract.listDevices, {})
  return (
    <Sheet title="已登录的设备">
      <Reading of={devices} loading={<LoadingSkeleton rows={2} />}>
        {(all) => (
          <ul className="device-list">
            {all.map((device) => (
              <Device key={device.id} device={device} />
            ))}
          </ul>
        )}
      </Reading>
    </Sheet>
  )
}
