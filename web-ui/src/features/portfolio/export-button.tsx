import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { countOf } from '../../shared/format/numbers';
import { notify } from '../../shared/ui/notice-store';
import { usePageAction } from '../../shared/ui/page-actions';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { exportCustomers } from './export-customers';
import type { CustomerFilters } from './use-customers';

/** Saves what the list holds as CSV. */
export function ExportButton({ standpoint, filters }: { standpoint: StandpointQuery; filters: CustomerFilters }) {
  const { mutate, isPending, isError, error } = useMutation({
    mutationFn: () => exportCustomers(standpoint, filters),
    onSuccess: (rows) => notify(`${countOf(rows, 'customer', 'customers')} saved as CSV.`),
  });
  usePageAction('Save the list as CSV', mutate);
  return (
    <>
      <Button size="xs" variant="default" loading={isPending} onClick={() => mutate()}>
        CSV
      </Button>
      {isError && <ProblemMessage error={error} onRetry={() => mutate()} />}
    </>
  );
}
