/** Whether every word of the text begins some word that can be looked for. */
export function matches(text: string, words: string): boolean {
  const known = words.toLowerCase().split(/\s+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => known.some((word) => word.startsWith(part)));
}
