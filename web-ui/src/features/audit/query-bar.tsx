import { Button } from '@mantine/core';
import { DateField } from '../../shared/ui/date-field';
import { SearchField } from '../../shared/ui/search-field';
import { type AuditFilters, TEXT_FILTERS } from './audit-search';
import classes from './audit.module.css';

interface Props {
  filters: AuditFilters;
  onChange: (filters: AuditFilters) => void;
}

const FIELDS: Record<(typeof TEXT_FILTERS)[number], { label: string; placeholder: string }> = {
  type: { label: 'Type', placeholder: 'license.sold' },
  actor: { label: 'Actor', placeholder: 'import:crm' },
  customer: { label: 'Customer', placeholder: 'id' },
  user: { label: 'User', placeholder: 'id' },
  correlation: { label: 'Correlation', placeholder: 'id' },
  text: { label: 'Text', placeholder: 'anything in the payload' },
};

const empty = (text: string) => (text === '' ? undefined : text);

/** What is looked for: every field narrows the search down, and all of them stand in the address. */
export function QueryBar({ filters, onChange }: Props) {
  const used = Object.values(filters).some((value) => value !== undefined);
  return (
    <search className={classes.query} aria-label="Events">
      {TEXT_FILTERS.map((name) => (
        <SearchField
          key={name}
          {...FIELDS[name]}
          value={filters[name] ?? ''}
          onCommit={(text) => onChange({ [name]: empty(text) })}
        />
      ))}
      <DateField label="Occurred from" value={filters.from ?? ''} onCommit={(day) => onChange({ from: empty(day) })} />
      <DateField label="Occurred before" value={filters.to ?? ''} onCommit={(day) => onChange({ to: empty(day) })} />
      <Button
        variant="subtle"
        disabled={!used}
        onClick={() => onChange(Object.fromEntries([...TEXT_FILTERS, 'from', 'to'].map((name) => [name, undefined])))}
      >
        Clear
      </Button>
    </search>
  );
}
