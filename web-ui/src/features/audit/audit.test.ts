import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../shared/api/types';
import { filtersInWords, logQueryOf, parseAuditSearch } from './audit-search';
import { eventsAsCsv, nextPage, stampOf } from './export-log';
import { resultAfterKey } from './result-list';
import { stateWithChanges, stepsAround } from './step-around';

describe('the search in the address', () => {
  it('keeps what can be looked for and drops the rest', () => {
    expect(
      parseAuditSearch({ type: ' license.sold ', from: '2026-01-01', to: '2026-02-30', event: '7', page: '3' }),
    ).toEqual({ type: 'license.sold', from: '2026-01-01', event: '7' });
  });

  it('takes a position only when it is one', () => {
    expect(parseAuditSearch({ event: '0' })).toEqual({});
    expect(parseAuditSearch({ event: '1e3' })).toEqual({});
  });

  it('asks for each of several types', () => {
    expect(logQueryOf({ type: 'license.sold, license.renewed,' })).toEqual({
      type: ['license.sold', 'license.renewed'],
    });
  });

  it('is said in words at the head of a file', () => {
    expect(filtersInWords({ actor: 'import:crm', from: '2026-01-01' })).toBe('actor import:crm · from 2026-01-01');
    expect(filtersInWords({})).toBe('all events');
  });
});

describe('the results', () => {
  it('are walked through by arrows, from the first one on', () => {
    expect([
      resultAfterKey('ArrowDown', -1, 3),
      resultAfterKey('ArrowDown', 2, 3),
      resultAfterKey('End', 0, 3),
    ]).toEqual([0, 2, 2]);
  });

  it('leave other keys to the page', () => {
    expect(resultAfterKey('Tab', 0, 3)).toBeUndefined();
  });
});

describe('a file of events', () => {
  it('has the same columns whatever events there are, and no formula', () => {
    const [header, row] = eventsAsCsv([event(3, { note: '=1+1' })]).split('\r\n');
    expect(header).toMatch(/^position,type,.*,payload$/);
    expect(row).toContain('"{""note"":""=1+1""}"');
  });

  it('says on one line what was asked and what digest the rest has', () => {
    expect(stampOf('csv', { filter: 'text a\nb', events: 2 })).toBe('# filter: text a b; events: 2\r\n');
    expect(stampOf('ndjson', { events: 2 })).toBe('{"kind":"export","events":2}\n');
  });

  it('goes on as long as there is a next page', () => {
    expect(nextPage('</api/v1/log?cursor=a>; rel="next"')).toBe('/api/v1/log?cursor=a');
    expect(nextPage(null)).toBeUndefined();
  });
});

describe('the steps of a thing', () => {
  it('lead to the one before and the one after', () => {
    expect(stepsAround([event(3), event(8), event(9)], 8)).toEqual({ number: 2, of: 3, before: 3, after: 9 });
    expect(stepsAround([event(3)], 4)).toBeUndefined();
  });

  it('show what an event changed first, also what it emptied', () => {
    expect(
      stateWithChanges({ seats: '40', plan: 'Gold' }, [
        { field: 'seats', before: '30', after: '40' },
        { field: 'notice', before: 'given', after: null },
      ]),
    ).toEqual([
      { field: 'seats', value: '40', before: '30' },
      { field: 'notice', value: '', before: 'given' },
      { field: 'plan', value: 'Gold' },
    ]);
  });
});

const event = (position: number, payload: Record<string, unknown> = {}) =>
  ({ position, payload, withdraws: null }) as unknown as HistoryEvent;
