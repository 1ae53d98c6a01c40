export { articlePage } from './article-page.ts';
export { type DemoRecord, demoRecords } from './demo-records.ts';
export { FRONT_HOST } from './front-page.ts';
export { type Site, startSite } from './server.ts';
