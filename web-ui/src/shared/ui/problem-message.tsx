import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem, type ApiProblem } from '../api/api-problem';
import { Message } from './message';

/** What the reader can do about a problem, by what kind it is. */
export function remedyFor(problem: ApiProblem): string {
  if (problem.status === 0) {
    return 'Check that Tenure is running, then try again.';
  }
  if (problem.status === 401 || problem.status === 403) {
    return 'Sign in with an account that may see this, then try again.';
  }
  if (problem.status === 404) {
    return 'Check the address, or choose a later day at the top: what was not yet there, or not yet known, on a day is not shown on it.';
  }
  if (problem.status < 500) {
    return 'The address asks for something the server does not know. Reset the filters and try again.';
  }
  return 'Try again in a moment. If it stays, the log of the server says why.';
}

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}

/** A failed request: what happened, in the server's words, and what to do now. */
export function ProblemMessage({ error, onRetry, children }: Props) {
  const problem = asProblem(error);
  return (
    <Message tone="problem" title={problem.title}>
      <p>{problem.detail}</p>
      <p>{remedyFor(problem)}</p>
      {problem.code !== undefined && (
        <p>
          Code <code>{problem.code}</code>
        </p>
      )}
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
      {children}
    </Message>
  );
}
