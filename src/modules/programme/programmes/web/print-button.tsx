import { Button } from 'antd'

/** Prints the page as it is filtered now. */
export const PrintButton = ({ onPrint = () => window.print() }: { onPrint?: () => void }) => (
  <Button onClick={onPrint}>打印</Button>
)
