import { definitionsOf } from './definition';

/** People and what they do. */
export const PEOPLE = [
  ...definitionsOf('users', [
    ['known', 'People known', 'People who were invited or used something.'],
    ['active-days', 'Active days', 'Days with a log-on or any use of a feature, in the last 28.'],
    [
      'ladder',
      'Level reached',
      'Highest level of which somebody used two different features on two different days: introductory, core, advanced.',
    ],
    [
      'consistency',
      'Consistency',
      'Active days of the last 14: 9 or more daily, 5 to 8 weekly, 2 to 4 occasional, else inactive.',
    ],
  ]),
  ...definitionsOf('engagement', [
    ['active-users', 'Active users', 'People who logged on or used a feature in the window.'],
    ['active-user-days', 'Active user-days', 'For each day of the window the people active on it, added up.'],
    ['possible-user-days', 'Possible user-days', 'People active in the window × days of the window.'],
    ['active-user-weeks', 'Active user-weeks', 'For each week of the window the people active in it, added up.'],
    ['possible-user-weeks', 'Possible user-weeks', 'People active in the window × weeks of the window.'],
    ['users-active-on', 'People by active days', 'People active on exactly so many days of the window.'],
    ['users-by-class', 'People by consistency', 'People whose active days of the last 14 put them in this class.'],
    ['accounts-by-class', 'Accounts by consistency', 'Accounts by their own active days of the last 14.'],
    [
      'users-in-state',
      'People by lifecycle',
      'New: active, and created in the interval. Returning: active in it and the one before. Resurrecting: active, not ' +
        'in the one before, created earlier. Dormant: active in the one before, not in this.',
    ],
    ['accounts-in-state', 'Accounts by lifecycle', 'As for people; an account is active when one of its people is.'],
    ['stickiness', 'Stickiness', 'Active user-days ÷ possible user-days: how many of their days people are there.'],
    ['pulse', 'Pulse', '(New + resurrecting) ÷ dormant: above 1 more come than go.'],
  ]),
  ...definitionsOf('breadth', [
    ['activity', 'Activity', 'Log-ons and uses of features of the window.'],
    ['champion-activity', 'Activity of the champion', 'Of the activity, what the most active person did.'],
    ['departments-known', 'Departments known', 'Departments in the audience or of a known person.'],
    ['departments-reached', 'Departments reached', 'Departments with at least one active person.'],
    ['features-catalogued', 'Features in the catalogue', 'Features that exist on the day, by level.'],
    ['features-used', 'Features used', 'Features in the catalogue that somebody of the customer used in the window.'],
    ['features-adopted', 'Features adopted', 'Features used by more than a quarter of the people who may work.'],
    [
      'effective-users',
      'Effective users',
      '1 ÷ Σ s², where s is each person’s share of the activity: as many equal users would be as concentrated.',
    ],
  ]),
  ...definitionsOf('drop-off', [
    ['users', 'Users of the feature', 'People who have used the feature.'],
    ['open', 'Not known yet', 'Of the users, those whose first use is less than 28 days ago.'],
    ['matched', 'Comparable users', 'Of the others, those with somebody of equal tenure who did not use it.'],
    ['unmatched', 'Users without comparison', 'Of the others, those who have nobody to be compared with.'],
    ['dropped', 'Dropped off', 'Of the comparable, those with 14 days without activity within 28 days of first use.'],
    ['compared', 'Compared weeks', 'Weeks of others of equal tenure with which they were compared.'],
  ]),
  ...definitionsOf('retention', [
    ['users', 'Users retained', 'People of the cohort active in the month; a cohort is the month of first activity.'],
    ['accounts', 'Accounts retained', 'Accounts of the cohort active in the month.'],
  ]),
];
