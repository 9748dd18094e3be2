/** How a deal ends for us. */
export type Ending = 'Won' | 'Lost';
