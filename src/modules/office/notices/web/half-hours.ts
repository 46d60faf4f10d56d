/** Times of day that are offered: 00:00, 00:30 … 23:30. */
export const halfHours = Array.from({ length: 48 }, (_, i) => {
  const time = `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`
  return { value: time, label: time }
})
