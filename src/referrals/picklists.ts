/**
 * The service's lists that change without notice, each July at the latest. An id is what is sent, a name what
 * Partner Center shows. Where no id is published the name stands for it.
 */

export interface Pick {
  readonly id: string;
  readonly name: string;
}

export interface SolutionArea extends Pick {
  readonly plays: readonly Pick[];
}

export interface Picklists {
  /** The day on which the lists were last compared with Microsoft's documentation. */
  readonly asOf: string;
  /**
   * Types of the attributes under `details.requirements.additionalRequirements`. Only the first is confirmed and
   * sent; the others are guesses by which a value set in the portal may be recognised.
   */
  readonly attributeTypes: {
    readonly marketplaceIntent: string;
    readonly solutionArea: string;
    readonly solutionPlay: string;
    readonly partnerRole: string;
  };
  readonly solutionAreas: readonly SolutionArea[];
  readonly partnerRoles: readonly Pick[];
  readonly industries: readonly Pick[];
}

const named = (...names: readonly string[]): Pick[] => names.map((name) => ({ id: name, name }));

export const picklists: Picklists = {
  asOf: '2026-08-28',
  attributeTypes: {
    marketplaceIntent: 'CustomerMarketplaceIntent',
    solutionArea: 'SolutionArea',
    solutionPlay: 'SolutionPlay',
    partnerRole: 'PartnerRole',
  },
  solutionAreas: [
    {
      id: 'AI Business Solutions',
      name: 'AI Business Solutions',
      plays: named(
        'Copilot and Agents at Work',
        'Innovate with Low Code AI and Agents',
        'Secure AI Productivity',
        'Scale Business Operations with AI',
        'Data Security',
      ),
    },
    {
      id: 'Cloud and AI Platforms',
      name: 'Cloud and AI Platforms',
      plays: named('Innovate with Azure AI Apps and Agents'),
    },
  ],
  partnerRoles: named(
    'Presales envisioning',
    'Solution design',
    'Proof of concept',
    'Business strategy',
    'Deployment services',
    'Adoption and change management',
    'Transaction',
    'Managed services',
  ),
  industries: named(
    'Agriculture, Forestry, & Fishing',
    'Communications & Media',
    'Education',
    'Financial Services',
    'Government',
    'Healthcare',
    'Hospitality',
    'Manufacturing',
    'Power & Utilities',
    'Public Safety and National Security',
    'Retail & Consumer Goods',
    'Services',
    'Travel & Transportation',
    'Wholesale & Distribution',
  ),
};
