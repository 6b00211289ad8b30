import type { CommandBody } from '../../shared/api/send-command';

type Definition = CommandBody<'define-funnel'>;
export type Unit = NonNullable<Definition['unit']>;
export type Order = NonNullable<Definition['order']>;

/** A step as it is being typed; what is left empty is left out. */
export interface DraftStep {
  /** Tells it from the others while they are added and removed. */
  key: number;
  name: string;
  event: string;
  subject: string;
  atLeast: string;
  withinHours: string;
  optional: boolean;
}

export interface DraftExclusion {
  key: number;
  event: string;
  after: string;
  before: string;
}

export interface FunnelDraft {
  name: string;
  /** Empty as long as it follows the name. */
  funnelId: string;
  entryEvent: string;
  unit: Unit;
  order: Order;
  windowHours: string;
  steps: readonly DraftStep[];
  exclusions: readonly DraftExclusion[];
}

export const emptyStep = (key: number): DraftStep => ({
  key,
  name: '',
  event: '',
  subject: '',
  atLeast: '',
  withinHours: '',
  optional: false,
});

export const EMPTY_DRAFT: FunnelDraft = {
  name: '',
  funnelId: '',
  entryEvent: 'customer.registered',
  unit: 'customers',
  order: 'independent',
  windowHours: '',
  steps: [emptyStep(0)],
  exclusions: [],
};

/** An id for an address, from a name: "First steps" becomes `first-steps`. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, 64);
}

/** The id under which the draft would be defined. */
export const idOf = ({ funnelId, name }: FunnelDraft) => (funnelId.trim() === '' ? idFrom(name) : funnelId.trim());

const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
const text = (typed: string) => (typed.trim() === '' ? undefined : typed.trim());

/** The draft as the server takes it; whether it is good, the server says. */
export function definitionOf(draft: FunnelDraft): Definition {
  const windowHours = number(draft.windowHours);
  return {
    funnelId: idOf(draft),
    name: draft.name.trim(),
    entryEvent: draft.entryEvent.trim(),
    unit: draft.unit,
    order: draft.order,
    ...(windowHours === undefined ? {} : { windowHours }),
    steps: draft.steps.map((step) => {
      const [atLeast, withinHours, subject] = [number(step.atLeast), number(step.withinHours), text(step.subject)];
      return {
        name: step.name.trim(),
        event: step.event.trim(),
        optional: step.optional,
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(subject === undefined ? {} : { subject }),
        ...(withinHours === undefined ? {} : { withinHours }),
      };
    }),
    exclusions: draft.exclusions.map(({ event, after, before }) => ({
      event: event.trim(),
      before: before.trim(),
      ...(text(after) === undefined ? {} : { after: after.trim() }),
    })),
  } as Definition;
}

/** The server names all events there are, some sixty; the field suggests those that are of use. */
export function inShort(problem: string | undefined): string | undefined {
  return problem?.replace(/ There are: .*$/s, ' The field suggests the usual ones.');
}
