import { problemFrom } from './api-problem';
import { noteWritten } from './read-your-writes';
import type { components, paths } from './schema';

type CommandPath = Extract<keyof paths, `/api/v1/commands/${string}`>;

/** The commands there are, by name: `assign-owner`. */
export type CommandName = CommandPath extends `/api/v1/commands/${infer Name}` ? Name : never;

/** What a command is sent with. */
export type CommandBody<Name extends CommandName> = paths[`/api/v1/commands/${Name}`] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type CommandAnswer = Required<components['schemas']['Answer']>;

const ACTOR_KEY = 'tenure-actor';

/** Who the reader says to be. There is no log-in yet, so it is believed. */
export const actor = {
  get: () => window.localStorage.getItem(ACTOR_KEY) ?? '',
  set: (name: string) => window.localStorage.setItem(ACTOR_KEY, name),
};

/** How a request says who sends it. */
export function actorHeader(): { 'Tenure-Actor'?: string } {
  const who = actor.get();
  return who === '' ? {} : { 'Tenure-Actor': who };
}

/** Sends a command under a key that makes it safe to repeat; a refusal is thrown as an `ApiProblem`. */
export async function sendCommand<Name extends CommandName>(
  name: Name,
  body: CommandBody<Name>,
  key: string = crypto.randomUUID(),
): Promise<CommandAnswer> {
  const response = await fetch(`/api/v1/commands/${name}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...actorHeader(),
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemFrom(response.status, answer);
  }
  noteWritten(Number(response.headers.get('Tenure-Position') ?? 0));
  return answer as CommandAnswer;
}
