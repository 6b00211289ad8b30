import { Skeleton } from '@mantine/core';

/** Holds the place of a page whose code is still loading. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading the page">
      <Skeleton height="2rem" width="14rem" mb="xl" />
      <Skeleton height="5.5rem" mb="md" />
      <Skeleton height="24rem" mb="md" />
      <Skeleton height="24rem" />
    </div>
  );
}
