/** The name of a field or thing as words: `activeUsers` reads "active users", `risk-flag` "risk flag". */
export function words(field: string): string {
  return field
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase();
}
