export interface Segment {
  segmentId: string;
  name: string;
}

/** Of several definitions of a segment the first counts, as the log is told from its end. */
export function segmentsOf(payloads: readonly Readonly<Record<string, unknown>>[]): Segment[] {
  const byId = new Map<string, string>();
  for (const { segmentId, name } of payloads) {
    if (typeof segmentId === 'string' && !byId.has(segmentId)) {
      byId.set(segmentId, typeof name === 'string' ? name : segmentId);
    }
  }
  return [...byId]
    .map(([segmentId, name]) => ({ segmentId, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
