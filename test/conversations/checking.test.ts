import { marco, nadia } from '../../src/directory/sample-people.ts';
import { describeConversations } from './table.ts';

describeConversations('checking acceptance', [
  {
    name: '40: an exact name wins, the other one is a tap away; accepted with seller and both sides',
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/Contoso/, /accettato/i, /120\.000 €/, /Lato nostro|Da parte nostra|Noi/i, /Microsoft/],
        buttons: [/Contoso Pharma/],
      },
    ],
  },
  {
    name: '40: "contos" fits two: pick',
    turns: [{ say: 'Microsoft ha accettato il deal con contos?', buttons: [/Contoso/, /Contoso Pharma/] }],
  },
  {
    name: '41: waiting, with the days left and until when',
    turns: [{ say: 'hanno risposto per Fabrikam?', expect: [/Fabrikam/, /9 giorni/, /giovedì 3 dicembre/] }],
  },
  {
    name: '42: declined, what it means, and recreating with the warning',
    turns: [
      {
        say: 'com’è andata con Northwind?',
        expect: [/rifiutato/i, /Northwind/, /nessun venditore|No Microsoft seller/i],
        buttons: [/Ricrea/],
      },
      { tap: 'Ricrea il deal', expect: [/Northwind/], not: [/deal aperto/i] },
    ],
  },
  {
    name: '43: declined without a reason, under the threshold; expired',
    turns: [
      { say: 'stato del deal con Litware', expect: [/rifiutato/i, /25[.,]000/, /14 giorni|in tempo|scad/i] },
      { say: 'e il deal con Adventure Works?', expect: [/scadut|14 giorni/i], buttons: [/Ricrea/] },
    ],
  },
  {
    name: '44: private and shared deals have nothing to accept',
    turns: [
      { say: 'Microsoft ha risposto su Tailspin?', expect: [/Tailspin/, /privato/i] },
      { say: 'Microsoft ha risposto su Wingtip?', expect: [/Wingtip/, /aiuto/i] },
    ],
  },
  {
    name: '45: all of mine, most urgent first',
    turns: [{ say: 'stato dei miei deal', expect: [/Contoso Pharma[\s\S]*Fabrikam/, /1 giorno/] }],
  },
  {
    name: '45: Marco sees his two alone',
    as: marco,
    turns: [
      {
        say: 'stato dei miei deal',
        expect: [/Northwind/, /Litware/],
        not: [/Contoso|Fabrikam|Wingtip|Tailspin/],
      },
    ],
  },
  {
    name: '46: Marco is not told whether a Contoso deal exists',
    as: marco,
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/non (trovo|vedo|c’è)/i],
        not: [/120\.000|accettato il deal|Pharma/],
      },
    ],
  },
  {
    name: '46: Nadia sees her own Contoso deal alone',
    as: nadia,
    turns: [
      {
        say: 'Microsoft ha accettato il deal con Contoso?',
        expect: [/Contoso/],
        not: [/120\.000|Pharma|Aurelia/],
      },
    ],
  },
  {
    name: '47: a typo, a value, a GUID',
    turns: [
      { say: 'Microsoft ha accettato il deal con Contosso?', expect: [/Contoso/, /accettato/i] },
      { say: 'com’è messo quello da 64mila?', expect: [/Northwind/, /rifiutato/i] },
    ],
  },
  { name: '48: my last deal', turns: [{ say: 'com’è messo il mio ultimo deal?', expect: [/Tailspin/] }] },
  {
    name: '40 (en): accepted, in English',
    turns: [{ say: 'Did Microsoft accept the deal with Contoso?', expect: [/accepted/i, /€120,000/] }],
  },
]);
