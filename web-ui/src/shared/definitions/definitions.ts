import { ADOPTION } from './adoption';
import { CUSTOMERS, SEGMENTS } from './customers';
import type { Definition } from './definition';
import { MONEY } from './money';
import { PEOPLE } from './people';
import { SEATS } from './seats';
import { SUPPORT } from './support';

/** Every figure of the pages with its formula, in groups. */
export const DEFINITIONS: readonly { title: string; definitions: readonly Definition[] }[] = [
  { title: 'Customers', definitions: CUSTOMERS },
  { title: 'Segments', definitions: SEGMENTS },
  { title: 'Seats', definitions: SEATS },
  { title: 'Onboarding and adoption', definitions: ADOPTION },
  { title: 'People and engagement', definitions: PEOPLE },
  { title: 'Money', definitions: MONEY },
  { title: 'Support', definitions: SUPPORT },
];

const byName = new Map(
  DEFINITIONS.flatMap((group) => group.definitions).map((definition) => [definition.name, definition]),
);

/** What a figure means; undefined when nothing is known of this name. */
export function definitionOf(name: string | undefined): Definition | undefined {
  return name === undefined ? undefined : byName.get(name);
}
