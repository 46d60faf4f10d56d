import { App } from 'antd'

/** Signing out takes along what was not sent: the person says whether it may. @returns asks, and answers true to leave */
export function useAskToLeave(): (left: readonly string[]) => Promise<boolean> {
  const { modal } = App.useApp()
  return async (left) =>
    modal.confirm({
      title: '还有内容没有存好',
      content: (
        <>
          <ul className="left-behind">
            {left.map((words) => (
              <li key={words}>还有 {words}</li>
            ))}
          </ul>
          <p>现在退出，这些内容会从这台设备上清除，不能找回。</p>
        </>
      ),
      okText: '仍要退出',
      okButtonProps: { danger: true },
      cancelText: '留下再传',
      autoFocusButton: 'cancel',
    })
}
