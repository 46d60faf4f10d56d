import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'

/** Asks before a page is left on which something was typed and not saved. */
export function useAskBeforeLeaving(isUnsaved: boolean): void {
  const { modal } = App.useApp()
  useBlocker({
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
    // The page's own words in the address may change under a form: a filter, a tab.
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname &&
      !(await modal.confirm({
        title: '填写的内容还没有保存',
        content: '离开本页，这些内容会丢失，不能找回。',
        okText: '离开',
        okButtonProps: { danger: true },
        cancelText: '继续填写',
        autoFocusButton: 'cancel',
      })),
  })
}
