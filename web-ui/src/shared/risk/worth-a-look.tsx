import { Link } from '@tanstack/react-router';
import { useStandpoint } from '../api/use-standpoint';
import type { RiskRow } from './answers';
import { FewCustomers } from './few-customers';
import { HealthChange } from './health-change';
import { formatPoints } from './risk-words';
import { useFewAtRisk } from './use-few-at-risk';
import { Cards } from '../ui/card';

const FEW = 5;

/** Less than so many points in 30 days is no move worth a look. */
const MOVED_POINTS = 5;

const movedBy = (rows: readonly RiskRow[] | undefined, sign: 1 | -1) =>
  (rows ?? []).filter(({ change30 }) => change30 !== null && sign * change30 >= MOVED_POINTS);

/** The customers that moved most, and those whose figures contradict what a colleague says of them. */
export function WorthALook() {
  const standpoint = useStandpoint();
  const falls = useFewAtRisk(standpoint, { sort: 'change30' }, FEW);
  const rises = useFewAtRisk(standpoint, { sort: '-change30' }, FEW);
  const doubts = useFewAtRisk(standpoint, { sort: '-risk', disagreement: 'true' }, FEW);
  return (
    <Cards narrow>
      <FewCustomers
        title="Fell most in 30 days"
        query={falls}
        customers={movedBy(falls.data?.customers, -1)}
        say={sayHealth}
        none={`No health fell by ${MOVED_POINTS} points or more.`}
      />
      <FewCustomers
        title="Rose most in 30 days"
        query={rises}
        customers={movedBy(rises.data?.customers, 1)}
        say={sayHealth}
        none={`No health rose by ${MOVED_POINTS} points or more.`}
      />
      <FewCustomers
        title="People and signals disagree"
        query={doubts}
        customers={doubts.data?.customers ?? []}
        say={(row) => `judged ${row.rating} of 5, health ${formatPoints(row.health)}`}
        none="Nobody is judged well with a poor health, or poorly with a good one."
        more={
          (doubts.data?.total ?? 0) > FEW && (
            <Link to="/risk" search={{ disagreement: 'true' }}>
              All {doubts.data?.total}
            </Link>
          )
        }
      />
    </Cards>
  );
}

const sayHealth = (row: RiskRow) => (
  <>
    {formatPoints(row.health)} <HealthChange change={row.change30} />
  </>
);
