import type { CustomerRow } from '../../shared/api/types';

/** The case goes to whoever is named, or to the owner of the customer. */
export function commandFor(
  { customerId, owner: its }: Pick<CustomerRow, 'customerId' | 'owner'>,
  reason: string,
  title: string,
  owner: string,
) {
  const worker = owner.trim() === '' ? its : owner.trim();
  return {
    command: 'open-case' as const,
    body: {
      caseId: `case-${crypto.randomUUID().slice(0, 8)}`,
      customerId,
      reason: reason.trim(),
      title: title.trim(),
      ...(worker === null ? {} : { owner: worker }),
      occurredAt: new Date().toISOString(),
    },
  };
}
