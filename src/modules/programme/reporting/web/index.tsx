export { SettingsDrawer } from './settings-drawer.tsx'
