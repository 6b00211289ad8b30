import { describe, expect, it } from 'vitest';
import { definitionOf, EMPTY_DRAFT, emptyStep, idFrom, idOf, inShort } from './funnel-draft';

describe('the id of a funnel', () => {
  it('follows the name until one is typed', () => {
    expect(idFrom('  First steps: Müller & Co. ')).toBe('first-steps-muller-co');
    expect(idOf({ ...EMPTY_DRAFT, name: 'First steps' })).toBe('first-steps');
    expect(idOf({ ...EMPTY_DRAFT, name: 'First steps', funnelId: 'mine' })).toBe('mine');
  });
});

describe('a draft of a funnel', () => {
  it('leaves out what is left empty', () => {
    const draft = { ...EMPTY_DRAFT, name: 'Short', steps: [{ ...emptyStep(0), name: 'Used', event: 'usage' }] };
    expect(definitionOf(draft)).toEqual({
      funnelId: 'short',
      name: 'Short',
      entryEvent: 'customer.registered',
      unit: 'customers',
      order: 'independent',
      steps: [{ name: 'Used', event: 'usage', optional: false }],
      exclusions: [],
    });
  });

  it('carries limits, subjects and exclusions', () => {
    const draft = {
      ...EMPTY_DRAFT,
      name: 'Long',
      windowHours: '720',
      steps: [{ ...emptyStep(0), name: 'Used', event: 'usage', subject: 'export', atLeast: '3', withinHours: '48' }],
      exclusions: [{ key: 1, event: 'ticket.opened', after: '', before: 'Used' }],
    };
    expect(definitionOf(draft)).toMatchObject({
      windowHours: 720,
      steps: [{ atLeast: 3, subject: 'export', withinHours: 48 }],
      exclusions: [{ event: 'ticket.opened', before: 'Used' }],
    });
  });
});

describe('what the server says of an event', () => {
  it('is told without all the events there are', () => {
    expect(inShort('No such event. There are: a.b, c.d.')).toBe('No such event. The field suggests the usual ones.');
    expect(inShort('At least one.')).toBe('At least one.');
    expect(inShort(undefined)).toBeUndefined();
  });
});
