import { useDebouncedCallback } from '@mantine/hooks';
import { useId, useState } from 'react';
import classes from './field.module.css';

interface Props {
  label: string;
  placeholder: string;
  value: string;
  /** What may be meant; anything else can be typed. */
  suggestions?: readonly string[];
  onCommit: (text: string) => void;
}

/** A text filter that commits when the reader pauses, so that not every letter is a request. */
export function SearchField({ label, placeholder, value, suggestions, onCommit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState(value);
  const commitSoon = useDebouncedCallback(onCommit, 250);

  // The address may change under the field (back button, reset); a draft that only lacks its trailing blank stays.
  const [shownValue, setShownValue] = useState(value);
  if (shownValue !== value) {
    setShownValue(value);
    setDraft(draft.trim() === value ? draft : value);
  }

  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        placeholder={placeholder}
        autoComplete="off"
        list={suggestions === undefined ? undefined : `${id}-list`}
        spellCheck={false}
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          commitSoon(event.currentTarget.value.trim());
        }}
      />
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      )}
    </div>
  );
}
