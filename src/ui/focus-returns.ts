import { useEffect } from 'react'

const dialog = '[role="dialog"]'
/** What opened a dialog may be gone with it, an entry of a menu for one; then what was in hand before. */
const remembered = 4

const isFocused = (element: HTMLElement): boolean => {
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll(dialog)].some((one) => one.getClientRects().length > 0)

/**
 * When a dialog is taken off the page the keyboard goes on where it was before it opened. Dialogs that stay on the page
 * hidden do so by themselves; those a page takes off would leave it at the beginning of the page.
 */
export function useFocusReturns(): void {
  useEffect(() => {
    let before: HTMLElement[] = []
    let inDialog = false
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      // Past the last control of a dialog the keyboard passes what lies behind it.
      if (inDialog && isDialogOpen()) return
      inDialog = target.closest(dialog) !== null
      if (!inDialog) before = [target, ...before.filter((one) => one !== target)].slice(0, remembered)
    }
    const comeBack = () => {
      if (inDialog && document.activeElement === document.body) before.find(isFocused)
    }
    const watcher = new MutationObserver(comeBack)
    watcher.observe(document.body, { childList: true })
    document.addEventListener('focusin', remember)
    return () => {
      watcher.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
