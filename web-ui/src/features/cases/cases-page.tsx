import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useStandpoint } from '../../shared/api/use-standpoint';
import { todayInUtc } from '../../shared/format/days';
import { countOf } from '../../shared/format/numbers';
import { RiskBehind } from '../../shared/risk/risk-behind';
import { Message } from '../../shared/ui/message';
import { usePageAction } from '../../shared/ui/page-actions';
import { PageHeading } from '../../shared/ui/page-heading';
import { ProblemMessage } from '../../shared/ui/problem-message';
import { SearchField } from '../../shared/ui/search-field';
import { CaseBoard } from './case-board';
import { CaseDrawer } from './case-drawer';
import { ANY, type CasesSearch } from './cases-search';
import classes from './cases-page.module.css';
import { OpenCaseForm } from './open-case-form';
import { boardKey, useCases } from './use-cases';

const route = getRouteApi('/cases');

/** What is being done about customers at risk, by how far the work has come. */
export function CasesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standpoint = useStandpoint();
  const board = useCases(standpoint, search);
  const editable = standpoint !== undefined && standpoint.asOf >= todayInUtc();
  const change = (part: CasesSearch) =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true, resetScroll: false });
  usePageAction('Open a case', () => change({ open: ANY }));
  const found = board.data?.cases.find((one) => one.caseId === search.case && one.customerId === search.of);
  const filtered = search.owner !== undefined || search.customer !== undefined;

  return (
    <div className={classes.page}>
      <PageHeading
        title="Cases"
        lead="What is being done about customers at risk. There is one case at a time for a customer and a reason."
      />
      <RiskBehind answer={board.data} />
      <div className={classes.tools}>
        <SearchField
          label="Who works on it"
          placeholder="Exactly as assigned"
          value={search.owner ?? ''}
          onCommit={(owner) => change({ owner: owner === '' ? undefined : owner })}
        />
        <SearchField
          label="Customer"
          placeholder="Id"
          value={search.customer ?? ''}
          onCommit={(customer) => change({ customer: customer === '' ? undefined : customer })}
        />
        {editable ? (
          <Button
            aria-expanded={search.open !== undefined}
            onClick={() => change({ open: search.open === undefined ? ANY : undefined })}
          >
            Open a case
          </Button>
        ) : (
          <span className="quiet">Choose today at the top to work on cases.</span>
        )}
        <p role="status">{board.data !== undefined && countOf(board.data.total, 'case', 'cases')}</p>
      </div>
      {editable && search.open !== undefined && (
        <OpenCaseForm
          key={search.open}
          customerId={search.open === ANY ? '' : search.open}
          onOpened={(caseId, customerId) => change({ open: undefined, case: caseId, of: customerId })}
        />
      )}
      {board.data === undefined ? (
        board.isError ? (
          <ProblemMessage error={board.error} onRetry={() => void board.refetch()} />
        ) : (
          <Skeleton height="36rem" radius="md" role="status" aria-label="Loading the cases" />
        )
      ) : board.data.total === 0 ? (
        <Message title={filtered ? 'No case matches' : 'No cases'}>
          {filtered ? (
            <Button variant="default" onClick={() => change({ owner: undefined, customer: undefined })}>
              Show all cases
            </Button>
          ) : (
            <p>
              Up to this day no case was opened. Open one by the button above, or from the risk of a customer; others
              come by the command <code>open-case</code>.
            </p>
          )}
        </Message>
      ) : (
        <>
          <CaseBoard
            board={board.data}
            busy={board.isPlaceholderData}
            onOpen={({ caseId, customerId }) => change({ case: caseId, of: customerId })}
          />
          {board.data.cases.length < board.data.total && (
            <p className="faded">
              The {countOf(board.data.cases.length, 'case', 'cases')} longest in their stage are shown; filter to see
              others.
            </p>
          )}
        </>
      )}
      <CaseDrawer
        found={found}
        queryKey={boardKey(standpoint, search)}
        editable={editable}
        onClose={() => change({ case: undefined, of: undefined })}
      />
    </div>
  );
}
