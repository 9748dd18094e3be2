import type { Address, Contact, Customer } from '../referral.ts';

/** An invented customer with somebody to call. */
export interface SampleCustomer extends Customer {
  readonly contact: Contact;
}

const at = (line1: string, postalCode: string, city: string, state?: string): Address => ({
  line1,
  city,
  country: 'IT',
  postalCode,
  ...(state === undefined ? {} : { state }),
});

const who = (firstName: string, lastName: string, domain: string, phone: string): Contact => ({
  firstName,
  lastName,
  phone,
  email: `${firstName}.${lastName}@${domain}.example`.toLowerCase(),
});

/** The customers of the sample deals: invented people, streets that don't exist, and `.example` addresses. */
export const SAMPLE_CUSTOMERS = {
  contoso: {
    name: 'Contoso',
    address: at('Via dei Prototipi 12', '20100', 'Milano', 'MI'),
    contact: who('Anna', 'Bassi', 'contoso', '+39 02 000 0201'),
  },
  fabrikam: {
    name: 'Fabrikam',
    address: at('Viale della Prova 8', '10100', 'Torino', 'TO'),
    contact: who('Luca', 'Marini', 'fabrikam', '+39 011 000 0202'),
  },
  northwind: {
    name: 'Northwind Traders',
    address: at('Via del Campione 31', '16100', 'Genova', 'GE'),
    contact: who('Irene', 'Costa', 'northwindtraders', '+39 010 000 0203'),
  },
  litware: {
    name: 'Litware',
    address: at('Largo Esempio 5', '40100', 'Bologna', 'BO'),
    contact: who('Pietro', 'Sala', 'litware', '+39 051 000 0204'),
  },
  adventureWorks: {
    name: 'Adventure Works',
    address: at('Via del Modello 77', '38100', 'Trento', 'TN'),
    contact: who('Chiara', 'Monti', 'adventureworks', '+39 0461 000 205'),
  },
  tailspin: {
    name: 'Tailspin Toys',
    address: at('Piazza del Disegno 3', '37100', 'Verona', 'VR'),
    contact: who('Davide', 'Ricci', 'tailspintoys', '+39 045 000 0206'),
  },
  wingtip: {
    name: 'Wingtip Toys',
    address: at('Via della Bozza 19', '35100', 'Padova', 'PD'),
    contact: who('Silvia', 'Greco', 'wingtiptoys', '+39 049 000 0207'),
  },
  proseware: {
    name: 'Proseware',
    address: at('Corso del Saggio 41', '80100', 'Napoli', 'NA'),
    contact: who('Fabio', 'Leone', 'proseware', '+39 081 000 0208'),
  },
  contosoPharma: {
    name: 'Contoso Pharma',
    address: at('Via della Formula 6', '00100', 'Roma', 'RM'),
    contact: who('Marta', 'Villa', 'contosopharma', '+39 06 000 0209'),
  },
  contosoOfBorealis: {
    name: 'Contoso',
    address: { line1: 'Esimerkkikatu 4', city: 'Helsinki', country: 'FI', postalCode: '00100' },
    contact: who('Aino', 'Laine', 'contoso', '+358 9 000 0301'),
  },
} satisfies Record<string, SampleCustomer>;
