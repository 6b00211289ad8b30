import { problemFrom } from './api-problem';
import { noteWritten } from './read-your-writes';
import { actor, type CommandBody, type CommandName } from './send-command';

/** One command among several. */
export type CommandItem = { [Name in CommandName]: { command: Name; body: CommandBody<Name> } }[CommandName];

/** What became of one of them; below 400 it was taken. */
export interface CommandOutcome {
  index: number;
  status: number;
  code?: string;
  detail?: string;
}

/** Sends several commands at once. Each has its own outcome, in the order they were sent; the good ones stay. */
export async function sendCommands(items: readonly CommandItem[]): Promise<readonly CommandOutcome[]> {
  const who = actor.get();
  const response = await fetch('/api/v1/commands', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(who === '' ? {} : { 'Tenure-Actor': who }) },
    body: JSON.stringify(items.map((item) => ({ ...item, idempotencyKey: crypto.randomUUID() }))),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemFrom(response.status, answer);
  }
  noteWritten(Number(response.headers.get('Tenure-Position') ?? 0));
  return (answer as { items: readonly CommandOutcome[] }).items;
}
