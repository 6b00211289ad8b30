import { describe, expect, it } from 'vitest';
import type { Support } from '../../shared/api/types';
import { parseSupportSearch } from './support-search';
import { ticketColumns } from './ticket-columns';

describe('support in the address', () => {
  it('keeps the customer and the period, and drops days that are none', () => {
    expect(parseSupportSearch({ customer: ' acme ', from: '2026-01-01', to: '2026-02-30' })).toEqual({
      customer: 'acme',
      from: '2026-01-01',
    });
  });
});

describe('tickets by month', () => {
  it('are cut into introductory, advanced and the rest, which add up to all', () => {
    const [column] = ticketColumns({ asOf: '2026-06-30', months: [month('2026-06-01', 10, 4, 1)] });
    expect(column?.parts.map(({ value }) => value)).toEqual([4, 1, 5]);
    expect(column?.total?.figure.value).toBe(10);
    expect(column?.open).toBe(false);
  });

  it('are open in a month that is not over', () => {
    const months = [month('2026-05-01', 1, 0, 0), month('2026-06-01', 1, 0, 0)];
    expect(ticketColumns({ asOf: '2026-06-29', months }).map(({ open }) => open)).toEqual([false, true]);
  });
});

const figure = (value: number) => ({ value, explain: '/api/v1/explain?figure=support.tickets' });

const month = (name: string, tickets: number, introductory: number, advanced: number): Support['months'][number] => ({
  month: name,
  tickets: figure(tickets),
  introductory: { value: null, of: figure(introductory), among: figure(tickets) },
  advanced: { value: null, of: figure(advanced), among: figure(tickets) },
});
