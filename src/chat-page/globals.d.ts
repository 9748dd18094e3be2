/** The libraries come as scripts of their own and leave these names. */
declare const microsoftTeams: typeof import('@microsoft/teams-js');
declare const AdaptiveCards: typeof import('adaptivecards');
declare const markdownit: typeof import('markdown-it').default;
