import { describe, expect, it } from 'vitest';
import { remedyFor } from '../ui/problem-message';
import { asProblem, problemFrom } from './api-problem';

describe('a problem', () => {
  it('carries the words of the server, each error included', () => {
    const problem = problemFrom(400, {
      title: 'Bad request',
      detail: 'The request cannot be read.',
      code: 'malformed',
      errors: [{ parameter: 'asOf', code: 'date_malformed', detail: 'asOf is not a day.' }],
    });
    expect(problem).toMatchObject({
      status: 400,
      title: 'Bad request',
      detail: 'The request cannot be read. asOf is not a day.',
      code: 'malformed',
    });
  });

  it('is still a sentence when a proxy answers with HTML', () => {
    expect(problemFrom(502, '<html>').title).toBe('The server answered with status 502');
  });

  it('says so when nobody answered', () => {
    expect(asProblem(new TypeError('Failed to fetch'))).toMatchObject({
      status: 0,
      title: 'The server does not answer',
    });
  });

  it('comes with advice that fits its kind', () => {
    const advice = [0, 403, 404, 400, 500].map((status) => remedyFor(problemFrom(status, {})));
    expect(new Set(advice).size).toBe(5);
  });
});
