import type { Slot } from '../engine/slot.ts';
import { addressSlot, contactSlot, ownContactSlot } from './slots-contact.ts';
import { customerSlot } from './slots-customer.ts';
import { closingDateSlot } from './slots-date.ts';
import { helpCodeSlot, marketplaceIntentSlot } from './slots-help.ts';
import { helpSlot, kindSlot, recreatesSlot } from './slots-kind.ts';
import { dealNameSlot } from './slots-name.ts';
import { notesReviewSlot, notesSlot } from './slots-notes.ts';
import { otherSolutionsSlot } from './slots-other-solutions.ts';
import {
  crmIdSlot,
  partnerLocationSlot,
  partnerRoleSlot,
  solutionAreaSlot,
  solutionPlaySlot,
} from './slots-service.ts';
import { readinessSlot, solutionSlot } from './slots-solution.ts';
import { teamSlot } from './slots-team.ts';
import { smallValueSlot, valueSlot } from './slots-value.ts';
import type { DealFacts, DealValues } from './values.ts';

/** What is asked, in the order of the conversation. */
export const dealSlots: readonly Slot<DealValues, DealFacts>[] = [
  recreatesSlot,
  helpSlot,
  kindSlot,
  customerSlot,
  addressSlot,
  contactSlot,
  solutionSlot,
  readinessSlot,
  otherSolutionsSlot,
  solutionAreaSlot,
  solutionPlaySlot,
  partnerRoleSlot,
  valueSlot,
  smallValueSlot,
  closingDateSlot,
  helpCodeSlot,
  marketplaceIntentSlot,
  partnerLocationSlot,
  notesSlot,
  notesReviewSlot,
  dealNameSlot,
  ownContactSlot,
  teamSlot,
  crmIdSlot,
];
