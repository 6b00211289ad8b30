import type { components } from './schema';

type Schemas = components['schemas'];

/* The answers by their names in the API description, which knows what may be null and which words are possible. */
export type Money = Schemas['Money'];
export type ProjectionStatus = Schemas['ProjectionStatus'];
export type Totals = Schemas['Totals'];

export type CustomerRow = Schemas['CustomerRow'];
export type CustomerList = Schemas['CustomerList'];
export type SegmentList = Schemas['SegmentList'];
export type SegmentRow = Schemas['SegmentRow'];
export type MoneyFigure = Schemas['MoneyFigure'];
export type CustomerPage = Schemas['CustomerPage'];
export type Churn = Schemas['Churn'];
export type Term = Schemas['Term'];

export type UsageDay = Schemas['UsageDay'];
export type Usage = Schemas['Usage'];

export type HistoryEvent = Schemas['HistoryEvent'];
export type CustomerHistory = Schemas['CustomerHistory'];

export type FunnelList = Schemas['FunnelList'];
export type Funnel = Schemas['Funnel'];
export type FunnelStep = Schemas['FunnelStep'];
export type FunnelMember = Schemas['FunnelMember'];
export type FunnelMembers = Schemas['FunnelMembers'];
export type FunnelTimes = Schemas['FunnelTimes'];
export type StepTimes = Schemas['StepTimes'];
export type FunnelTrend = Schemas['FunnelTrend'];

export type Figure = Schemas['Figure'];
export type Rate = Schemas['Rate'];
export type Explanation = Schemas['Explanation'];
export type CountedThing = Schemas['Counted'];
export type CountedEvent = Schemas['CountedEvent'];

/** An event of the feed: a CloudEvent with what Tenure adds to it. */
export interface FeedEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  recordedat: string;
  position: number;
  revision: number;
  stream: string;
  version: number;
  actor: string | null;
  data: Readonly<Record<string, unknown>>;
}

export type SeatOverview = Schemas['SeatOverview'];
export type SeatBalance = Schemas['SeatBalance'];
export type SeatGap = Schemas['SeatGap'];
export type SeatMonths = Schemas['SeatMonths'];
export type SeatPoint = Schemas['SeatPoint'];
export type LicenseSeats = Schemas['LicenseSeats'];
export type SeatMovement = Schemas['SeatMovement'];
export type CustomerSeats = Schemas['CustomerSeats'];
export type CustomerSeatBalance = Schemas['CustomerSeatBalance'];

export type CustomerOnboarding = Schemas['CustomerOnboarding'];
export type OnboardingTask = Schemas['OnboardingTask'];
export type CustomerUsers = Schemas['CustomerUsers'];
export type CustomerUser = Schemas['CustomerUser'];
export type DepartmentUse = Schemas['DepartmentUse'];
export type Breadth = Schemas['Breadth'];
export type CustomerTickets = Schemas['CustomerTickets'];
export type Support = Schemas['Support'];
export type TicketRow = Schemas['TicketRow'];

export type View = Schemas['View'];
export type ParkedEvents = Schemas['ParkedEvents'];

/** The description does not say which parts of the automations are always there; all are. */
export interface AutomationState {
  position: number;
  lagEvents: number;
  parkedEvents: number;
  heldUntil: string | null;
  holds: { holder: string; until: string }[];
  orders: { kind: string; waiting: number; ready: number; failed: number; nextDueAt: string | null }[];
}

export interface FailedOrders {
  orders: { kind: string; command: string; subject: string; dueAt: string; reason: string }[];
}

export type LogSearch = Schemas['LogSearch'];
export type LogEntry = Schemas['LogEntry'];
export type RelatedEvent = Schemas['Brief'];
export type Timeline = Schemas['Timeline'];
export type Swimlane = Schemas['Swimlane'];
export type TimelineBar = Schemas['Bar'];
export type TimelinePoint = Schemas['TimelinePoint'];
export type Engagement = Schemas['Engagement'];
export type OfClass = Schemas['OfClass'];
export type LifecycleOfInterval = Schemas['LifecycleOfInterval'];
export type DropOff = Schemas['DropOff'];
export type Retention = Schemas['Retention'];
export type RevenueRetention = Schemas['RevenueRetention'];
export type Revenue = Schemas['Revenue'];
export type RevenueAmounts = Schemas['RevenueAmounts'];
export type Renewals = Schemas['Renewals'];
export type RenewalSums = Schemas['RenewalSums'];
export type DueRenewal = Schemas['DueRenewal'];
export type CaseBoard = Schemas['CaseBoard'];
export type CaseRow = Schemas['CaseRow'];
export type KeptViews = Schemas['KeptViews'];
