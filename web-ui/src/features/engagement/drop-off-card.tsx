import { FigureButton, RateButton } from '../../shared/explain/figure-button';
import type { DropOff } from '../../shared/api/types';
import type { StandpointQuery } from '../../shared/api/use-standpoint';
import { formatShare } from '../../shared/format/numbers';
import { Card, Cards, Facts } from '../../shared/ui/card';
import classes from '../../shared/ui/page.module.css';
import { SelectField } from '../../shared/ui/select-field';
import { inWords } from './drop-off-words';
import { useDropOff } from './use-drop-off';
import { useFeatures } from './use-features';

interface Props {
  standpoint: StandpointQuery | undefined;
  customer: string | undefined;
  feature: string | undefined;
  onFeature: (feature: string | undefined) => void;
}

/** Whether people stop after a feature, more than others of the same tenure who never used it. */
export function DropOffCard({ standpoint, customer, feature, onFeature }: Props) {
  const features = useFeatures(standpoint, customer);
  const dropOff = useDropOff(standpoint, feature, customer);
  const known = features.data ?? [];
  const offered = feature === undefined || known.includes(feature) ? known : [feature, ...known];
  const { data } = dropOff;
  return (
    <section className={classes.section} aria-labelledby="after">
      <h2 id="after">After a feature</h2>
      <p className="quiet">
        Whether people stop within 28 days of the first use, compared with people of equal tenure who did not use it.
      </p>
      <div className={classes.tools}>
        <SelectField
          label="Feature"
          value={feature ?? ''}
          onChange={(value) => onFeature(value === '' ? undefined : value)}
          options={[
            { value: '', label: 'Choose one' },
            ...offered.toSorted().map((value) => ({ value, label: value })),
          ]}
        />
      </div>
      {feature !== undefined && (
        <Cards>
          <Card title={feature} query={dropOff}>
            {data !== undefined && <Shares dropOff={data} />}
          </Card>
          <Card title="Who is counted" query={dropOff}>
            {data !== undefined && (
              <Facts
                facts={{
                  'Used it': <FigureButton figure={data.users} label="users of the feature" />,
                  'Not known yet, under 28 days': <FigureButton figure={data.open} label="users not known yet" />,
                  'Nobody to compare with': <FigureButton figure={data.unmatched} label="users without comparison" />,
                  'Compared weeks of others': <FigureButton figure={data.compared} label="compared weeks" />,
                }}
              />
            )}
          </Card>
        </Cards>
      )}
    </section>
  );
}

function Shares({ dropOff }: { dropOff: DropOff }) {
  return (
    <>
      <Facts
        facts={{
          'Dropped off': <RateButton rate={dropOff.droppedOff} label="dropped off" />,
          'Expected of others': formatShare(dropOff.expected),
        }}
      />
      <p>{inWords(dropOff.difference)}</p>
    </>
  );
}
