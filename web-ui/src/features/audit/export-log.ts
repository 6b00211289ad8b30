import { problemFrom } from '../../shared/api/api-problem';
import type { HistoryEvent } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { toCsv } from '../../shared/charts/csv';
import { type AuditFilters, filtersInWords, logQueryOf } from './audit-search';

export type ExportForm = 'csv' | 'ndjson';

const MEDIA_TYPES: Record<ExportForm, string> = { csv: 'text/csv', ndjson: 'application/x-ndjson' };
const PAGE = 500;
/** More than this is work for `./tenure export-log`, which also takes along what vouches for it. */
export const MOST_EVENTS = 50_000;

const COLUMNS = [
  'position',
  'type',
  'revision',
  'occurredAt',
  'recordedAt',
  'recordedDaysLate',
  'customerId',
  'userId',
  'actor',
  'correlationId',
  'causationId',
  'commandKey',
  'stream',
  'version',
  'eventId',
  'withdraws',
  'withdrawnBy',
] as const satisfies readonly (keyof HistoryEvent)[];

export interface LogFile {
  name: string;
  content: string;
  type: string;
  events: number;
  complete: boolean;
}

/** Address of the page after, as an answer names it in its header `Link`. */
export function nextPage(link: string | null): string | undefined {
  return /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
}

/** Events as CSV with the same columns whatever events there are; the payload stays JSON, in one cell. */
export function eventsAsCsv(events: readonly HistoryEvent[]): string {
  return toCsv(
    [...COLUMNS, 'payload'],
    events.map((event) => [...COLUMNS.map((name) => event[name]), JSON.stringify(event.payload)]),
  );
}

/** The first line of a file: what was asked, and the digest of all lines after it. */
export function stampOf(form: ExportForm, stamp: Readonly<Record<string, unknown>>): string {
  return form === 'ndjson'
    ? `${JSON.stringify({ kind: 'export', ...stamp })}\n`
    : `# ${Object.entries(stamp)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('; ')
        .replaceAll(/[\r\n]+/g, ' ')}\r\n`;
}

async function sha256(text: string): Promise<string | undefined> {
  // Only addresses that count as secure can compute digests: https, or this very machine.
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fetches all events that match, page by page, as one file that says at its head what it holds. */
export async function exportLog(
  form: ExportForm,
  standpoint: StandpointQuery,
  filters: AuditFilters,
  onProgress: (events: number) => void,
  signal: AbortSignal,
): Promise<LogFile> {
  const { type = [], ...others } = logQueryOf(filters);
  const first = new URLSearchParams({ ...standpoint, ...others, limit: String(PAGE) });
  type.forEach((name) => first.append('type', name));

  let address: string | undefined = `/api/v1/log?${first}`;
  const lines: string[] = [];
  while (address !== undefined && lines.length < MOST_EVENTS) {
    // Each page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const response: Response = await fetch(address, { headers: { Accept: MEDIA_TYPES.ndjson }, signal });
    // oxlint-disable-next-line no-await-in-loop
    const page = await response.text();
    if (!response.ok) {
      throw problemFrom(response.status, parsed(page));
    }
    lines.push(...page.split('\n').filter((line) => line !== ''));
    address = nextPage(response.headers.get('Link'));
    onProgress(lines.length);
  }
  const content =
    form === 'ndjson'
      ? lines.map((line) => `${line}\n`).join('')
      : eventsAsCsv(lines.map((line) => JSON.parse(line) as HistoryEvent));
  const complete = address === undefined;
  const digest = await sha256(content);
  const stamp = {
    filter: filtersInWords(filters),
    ...standpoint,
    events: lines.length,
    complete,
    ...(digest === undefined ? {} : { sha256OfAllBelow: digest }),
  };
  return {
    name: `tenure-log-${standpoint.asOf}.${form}`,
    content: stampOf(form, stamp) + content,
    type: `${MEDIA_TYPES[form]};charset=utf-8`,
    events: lines.length,
    complete,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
