import type { LinkProps } from '@tanstack/react-router';

export interface NavigationEntry {
  title: string;
  to: NonNullable<LinkProps['to']>;
  /** Other words somebody may look for in the command palette. */
  words: string;
}

interface NavigationGroup {
  title: string;
  pages: readonly NavigationEntry[];
}

/** All pages that can be reached from anywhere, in the order of the navigation. A new page is a line here. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    title: 'Customers',
    pages: [{ title: 'Portfolio', to: '/', words: 'home customers accounts list' }],
  },
  {
    title: 'Adoption',
    pages: [
      { title: 'Funnels', to: '/funnels', words: 'onboarding steps conversion' },
      { title: 'Seats', to: '/seats', words: 'gap licenses utilisation trained money' },
      {
        title: 'Engagement',
        to: '/engagement',
        words: 'users people active stickiness lifecycle features drop-off breadth',
      },
      { title: 'Cohorts', to: '/cohorts', words: 'heat map retention months came back' },
    ],
  },
  {
    title: 'Money and help',
    pages: [
      { title: 'Renewals', to: '/renewals', words: 'quarter due revenue churn expansion nrr grr' },
      { title: 'Support', to: '/support', words: 'tickets introductory advanced satisfaction response' },
    ],
  },
  {
    title: 'Risk',
    pages: [
      { title: 'Risk', to: '/risk', words: 'health churn score bands red yellow green disagree' },
      { title: 'Drivers', to: '/drivers', words: 'reasons loss churn signals association interventions' },
      { title: 'Model studio', to: '/model', words: 'risk model weights draft what-if evaluation learn publish' },
      { title: 'Cases', to: '/cases', words: 'plays board interventions save at risk' },
    ],
  },
  {
    title: 'Record',
    pages: [
      { title: 'Audit', to: '/audit', words: 'log events history explorer search hash export' },
      { title: 'Operations', to: '/operations', words: 'views projections lag parked rebuild automations' },
      { title: 'Definitions', to: '/definitions', words: 'formulas figures glossary help' },
    ],
  },
];
