export { articlePage } from './article-page.ts';
export { type DemoRecord, demoRecords } from './demo-records.ts';
export { frontHost } from './front-page.ts';
export { type Site, startSite } from './server.ts';
