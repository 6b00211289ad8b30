import type { DepartmentUse } from '../../shared/api/types';
import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import { formatCount, formatDecimal, NOTHING } from '../../shared/format/numbers';
import { Card, Cards, Facts } from '../../shared/ui/card';
import { DataTable, type TableColumn } from '../../shared/ui/data-table';
import type { TabProps } from './tab-props';
import { useBreadth } from './use-breadth';

const COLUMNS: TableColumn<DepartmentUse>[] = [
  { header: 'Department', cell: ({ department }) => department },
  { header: 'Expected', number: true, cell: ({ expected }) => formatCount(expected) },
  { header: 'People', number: true, cell: ({ users }) => formatCount(users) },
  { header: 'Active', number: true, cell: ({ active }) => formatCount(active) },
];

/** Whether many people use the product or few, in how many departments, and who carries it. */
export function BreadthCards({ customerId, standpoint }: Pick<TabProps, 'customerId' | 'standpoint'>) {
  const breadth = useBreadth(customerId, standpoint);
  const { activity, champion, departments } = breadth.data ?? {};
  return (
    <Cards>
      <Card title="How activity is spread" query={breadth}>
        {activity === null || activity === undefined ? (
          <p className="quiet">Nobody was active in the last 28 days, or persons are not known.</p>
        ) : (
          <Facts
            facts={{
              'People active or able to work': formatCount(activity.users),
              'Effective users': (
                <span data-formula="breadth.effective-users">
                  {formatDecimal(activity.concentration.effectiveUsers)}
                </span>
              ),
              'Most active': activity.topUser ?? NOTHING,
              'Share of the most active': <RateButton rate={activity.topShare} label="share of the most active" />,
            }}
          />
        )}
      </Card>
      <Card title="Champion" query={breadth}>
        {champion === null || champion === undefined ? (
          <p className="quiet">Nobody stands out in the 90 days before the last 28.</p>
        ) : (
          <>
            <Facts
              facts={{
                Who: champion.userId,
                Role: champion.role ?? NOTHING,
                'Share of the activity': <RateButton rate={champion.share} label="share of the champion" />,
              }}
            />
            <p>{champion.lost === null ? 'Still there.' : `Lost: ${champion.lost}.`}</p>
          </>
        )}
      </Card>
      <Card title="Departments" query={breadth}>
        {departments === null || departments === undefined ? (
          <p className="quiet">No department is known.</p>
        ) : (
          <>
            <p>
              <FigureButton figure={departments.reach.of} label="departments reached" /> of{' '}
              <FigureButton figure={departments.reach.among} label="departments known" /> reached
            </p>
            <DataTable
              label="Departments"
              columns={COLUMNS}
              rows={departments.departments}
              keyOf={({ department }) => department}
            />
          </>
        )}
      </Card>
    </Cards>
  );
}
