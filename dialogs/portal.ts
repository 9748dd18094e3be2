/** Where a person goes on by hand: Partner Center's start page. */
export const PORTAL_URL = 'https://partner.microsoft.com/dashboard';
