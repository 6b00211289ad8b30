/** The columns that stand beside the name, in the order of the table. */
export const COLUMN_IDS = [
  'status',
  'stage',
  'health',
  'risk',
  'riskChange',
  'usage',
  'seatUse',
  'activeShare',
  'activityGap',
  'trainingGap',
  'renewsOn',
  'annualRevenue',
  'monthlyRevenue',
  'topDriver',
  'owner',
  'rating',
  'plan',
  'lastActiveOn',
  'registeredOn',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What a reader sees who has chosen nothing: what ranks the work, and the reason for it. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'stage',
  'health',
  'riskChange',
  'usage',
  'seatUse',
  'activeShare',
  'renewsOn',
  'annualRevenue',
  'topDriver',
  'owner',
  'rating',
];
