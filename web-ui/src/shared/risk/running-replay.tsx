import { Skeleton } from '@mantine/core';
import { countOf } from '../format/numbers';

/** Holds the place of what a replay will say, and tells how far it is. */
export function RunningReplay({ customersSeen, what }: { customersSeen: number; what: string }) {
  return (
    <div>
      <p role="status" aria-label={`Loading: ${what}`}>
        {what}: {countOf(customersSeen, 'customer', 'customers')} seen so far. This page goes on by itself.
      </p>
      <Skeleton height="24rem" radius="md" mt="sm" />
    </div>
  );
}
